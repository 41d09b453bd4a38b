/** The thread in which files of codes are read: a file of 100 000 rows takes a second, and the page goes on meanwhile. */
import { serveThread } from '../app/workerThread.ts';
import { openCodeListDesk, type Question } from './codeListDesk.ts';

const desk = openCodeListDesk();

serveThread<Question>((question) => desk.answer(question));
