/** The thread in which files of codes are read: a file of 100 000 rows takes a second, and the page goes on meanwhile. */
import { openCodeListDesk, type Question } from './codeListDesk.ts';

const desk = openCodeListDesk();

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  const { id, question } = data;
  try {
    self.postMessage({ id, answer: desk.answer(question) });
  } catch {
    self.postMessage({ id, answer: null });
  }
});
