/** The page's end of a thread of its own: questions go out, answers come back in their order, and the page goes on meanwhile. */

export interface WorkerThread<Question extends { readonly ask: string }, Answers> {
  /** Null when the thread could not answer: a damaged file, one locked with a password. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['ask'] & keyof Answers] | null>;
  close(): void;
}

/** Follows a worker that is served by `serveThread`. */
export function openWorkerThread<Question extends { readonly ask: string }, Answers>(
  worker: Worker,
): WorkerThread<Question, Answers> {
  const waiting = new Map<number, (answer: never) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: never }>) => {
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const done of waiting.values()) done(null as never);
    waiting.clear();
  });
  return {
    ask<Q extends Question>(question: Q) {
      last += 1;
      const id = last;
      return new Promise<Answers[Q['ask'] & keyof Answers] | null>((done) => {
        waiting.set(id, done);
        worker.postMessage({ id, question });
      });
    },
    close: () => worker.terminate(),
  };
}

/** The thread's own end: answers every question, with null for one that it stumbled over. */
export function serveThread<Question>(answer: (question: Question) => unknown): void {
  self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
    const { id, question } = data;
    try {
      self.postMessage({ id, answer: answer(question) });
    } catch {
      self.postMessage({ id, answer: null });
    }
  });
}
