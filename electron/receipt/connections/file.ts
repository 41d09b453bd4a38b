/** Prints into a directory: every job becomes a numbered file with the exact bytes, for try-outs and for tests. */
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintOutcome } from './outcome.ts';

const jobFile = /^print-(\d{6})\.(?:bin|part)$/;

/**
 * Writes `print-000001.bin`, `print-000002.bin` … A number is reserved with its `.part` file, which is renamed when it is
 * whole and on the disk, so that no reader ever sees half a job.
 */
export async function printToFile(directory: string, bytes: Uint8Array): Promise<PrintOutcome> {
  try {
    await mkdir(directory, { recursive: true });
    const { handle, stem } = await reserveNumber(directory);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(`${stem}.part`, `${stem}.bin`);
    return { state: 'printed' };
  } catch {
    return { state: 'retry', reason: 'cannotWrite' };
  }
}

async function reserveNumber(directory: string) {
  for (let number = (await highestNumber(directory)) + 1; ; number += 1) {
    const stem = join(directory, `print-${String(number).padStart(6, '0')}`);
    try {
      return { handle: await open(`${stem}.part`, 'wx'), stem };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

async function highestNumber(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).map((name) => Number(jobFile.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
