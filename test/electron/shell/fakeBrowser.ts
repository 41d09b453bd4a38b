/** A browser for tests of the shell: it notes how it was started, stays open as long as told, and closes. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FakeBrowser {
  readonly path: string;
  /** The words of every start so far. */
  starts(): Promise<readonly (readonly string[])[]>;
}

/** A POSIX script in `folder` that lives for `seconds` and ends with `code`. */
export async function fakeBrowser(folder: string, seconds: number, code = 0): Promise<FakeBrowser> {
  const path = join(folder, 'fake-browser');
  const notes = join(folder, 'fake-browser-starts');
  const script = `#!/bin/sh\nprintf '%s\\t' "$@" >> '${notes}'\necho >> '${notes}'\nsleep ${seconds}\nexit ${code}\n`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return {
    path,
    async starts() {
      const text = await readFile(notes, 'utf8').catch(() => '');
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.map((line) => line.split('\t').filter((word) => word !== ''));
    },
  };
}
