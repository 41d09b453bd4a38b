/** What the journal's files outside the database are called. */
import { join } from 'node:path';

export const journalFileIn = (folder: string): string => join(folder, 'journal.ndjson');
export const anchorFileIn = (folder: string): string => join(folder, 'journal.head');
export const redoFileIn = (folder: string): string => join(folder, 'redo.ndjson');
