/** The project's folder, for the shells that run from the sources. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
