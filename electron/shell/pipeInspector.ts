/**
 * Speaks with a browser of ours over two pipes (`--remote-debugging-pipe`), as its developer tools do. Unlike a port, no
 * other program on this PC can reach them, and the browser ends when this process does.
 */
import type { Readable, Writable } from 'node:stream';

export type Reply = Readonly<Record<string, unknown>>;

export interface Inspector {
  /** Throws what the browser answers as an error, and when it has ended. */
  readonly send: (method: string, values?: object, sessionId?: string) => Promise<Reply>;
  /** Calls back at an event of this name. */
  readonly on: (method: string, callback: () => void) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Reply;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly done: (result: Reply) => void;
  readonly failed: (error: Error) => void;
}

/** Messages are JSON, each ended by a zero byte; a large one comes in many chunks. */
function eachMessage(output: Readable, onMessage: (message: Message) => void): void {
  let begun: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8');
      begun = [];
      from = end + 1;
      onMessage(JSON.parse(text));
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  });
}

/** `input` is what the browser reads, `output` what it writes. */
export function inspect(input: Writable, output: Readable): Inspector {
  const waiting = new Map<number, Waiting>();
  const callbacks = new Map<string, () => void>();
  let lastId = 0;
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    for (const { failed } of waiting.values()) failed(new Error('the browser has ended'));
    waiting.clear();
  };
  for (const pipe of [input, output]) {
    pipe.on('error', end);
    pipe.on('close', end);
  }
  eachMessage(output, ({ id, method, result, error }) => {
    if (id === undefined) return callbacks.get(method ?? '')?.();
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error) caller?.failed(new Error(error.message));
    else caller?.done(result ?? {});
  });
  return {
    send: (method, values = {}, sessionId) =>
      new Promise((done, failed) => {
        if (hasEnded) return failed(new Error('the browser has ended'));
        lastId += 1;
        waiting.set(lastId, { done, failed });
        const to = sessionId === undefined ? {} : { sessionId };
        input.write(`${JSON.stringify({ id: lastId, method, params: values, ...to })}\0`);
      }),
    on: (method, callback) => void callbacks.set(method, callback),
  };
}
