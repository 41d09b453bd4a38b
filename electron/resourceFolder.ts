/** Where the program's own files lie: beside the sources, or beside the bundles of the packed program. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder `resources` nearest above this file. */
export function resourceFolder(): string {
  let folder = import.meta.dirname;
  for (;;) {
    const found = join(folder, 'resources');
    if (existsSync(join(found, 'demo'))) return found;
    const above = dirname(folder);
    if (above === folder) throw new Error('the program lies without its resources');
    folder = above;
  }
}
