/** Whether a folder will take backups: asked by writing into it, because rights and full sticks lie. */
import { mkdir, open, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { Refusal } from '../../shared/errors.ts';

/**
 * Refuses FolderNotUsable unless a file can be written and brought to the disk there. The last part of the path is made
 * when it is missing, its parents are not: a stick that is not plugged in must not become a folder of the same name.
 */
export async function requireUsableFolder(folder: string): Promise<void> {
  try {
    if (!isAbsolute(folder)) throw new Error('the path is not absolute');
    await makeLastPart(folder);
    const probe = join(folder, `.daftar-probe-${process.pid}-${probeNumber++}`);
    const handle = await open(probe, 'wx', 0o600);
    try {
      await handle.writeFile('Daftar');
      await handle.sync();
    } finally {
      await handle.close();
      await rm(probe, { force: true });
    }
  } catch {
    throw new Refusal('FolderNotUsable', { folder });
  }
}

let probeNumber = 1;

async function makeLastPart(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
