/** The thread in which files of an import are read: a workbook of 50 000 rows takes seconds, and the page goes on meanwhile. */
import { serveThread } from '../app/workerThread.ts';
import { type ImportQuestion, openImportDesk } from './importDesk.ts';

const desk = openImportDesk();

serveThread<ImportQuestion>((question) => desk.answer(question));
