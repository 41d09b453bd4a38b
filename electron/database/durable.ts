/** Files that outlive a power cut, and those that must not. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

function sync(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Waits until the disk has the file's content. Never for an opened SQLite file: closing any descriptor of
 * it drops the locks that this process holds on it (POSIX).
 */
export function syncFile(file: string): void {
  sync(file, 'r+');
}

/** Waits until the disk has the folder's names. Windows has no such act and keeps names safe by itself. */
export function syncDirectory(directory: string): void {
  if (process.platform !== 'win32') sync(directory, 'r');
}

/** Removes an unfinished SQLite file and its journals, which would be played into the next of its name. */
export function removeUnfinished(file: string): void {
  for (const companion of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${companion}`, { force: true });
}

/** Whether a file is there with something in it. */
export function holdsSomething(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Gives a finished file its name, so that after a power cut there is the old file or the whole new one. */
export function moveIntoPlace(part: string, file: string): void {
  syncFile(part);
  renameSync(part, file);
  syncDirectory(dirname(file));
}
