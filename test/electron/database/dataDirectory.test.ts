import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  claimDataDirectory,
  DataDirectoryBusy,
  dataDirectory,
  isFresh,
} from '../../../electron/database/dataDirectory.ts';
import { temporaryFolder } from './temporary.ts';

/** Another process that claims the folder, says `claimed` or `busy`, and lives until it is killed. */
async function otherTill(directory: string): Promise<{ child: ChildProcess; said: string }> {
  const module = pathToFileURL(join(import.meta.dirname, '../../../electron/database/dataDirectory.ts')).href;
  const script = `
    const { claimDataDirectory } = await import(${JSON.stringify(module)});
    let claim;
    try {
      claim = claimDataDirectory(process.argv[1]);
      process.stdout.write('claimed');
    } catch (error) {
      process.stdout.write(error.name === 'DataDirectoryBusy' ? 'busy' : String(error));
    }
    setInterval(() => claim, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said) };
}

describe('one till per data folder', () => {
  test('a second claim is refused in the same process, and granted after the release', () => {
    const directory = join(temporaryFolder(), 'shop');
    const claim = claimDataDirectory(directory);
    expect(() => claimDataDirectory(directory)).toThrow(DataDirectoryBusy);
    claim.release();
    claim.release();
    claimDataDirectory(directory).release();
  });

  test('a second process cannot claim it, and can after the first was killed without a word', async () => {
    const directory = join(temporaryFolder(), 'shop');
    const first = await otherTill(directory);
    expect(first.said).toBe('claimed');
    expect(() => claimDataDirectory(directory)).toThrow(DataDirectoryBusy);
    expect((await otherTill(directory)).said).toBe('busy');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const claim = claimDataDirectory(directory);
    expect((await otherTill(directory)).said).toBe('busy');
    claim.release();
  });

  test('two folders are two shops', () => {
    const folder = temporaryFolder();
    const one = claimDataDirectory(join(folder, 'one'));
    const two = claimDataDirectory(join(folder, 'two'));
    one.release();
    two.release();
  });

  test.skipIf(process.platform === 'win32')('the folder is made for its owner alone', () => {
    const directory = join(temporaryFolder(), 'deep', 'shop');
    claimDataDirectory(directory).release();
    expect(statSync(directory).mode & 0o077).toBe(0);
  });

  test('a folder that cannot be made is named', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => claimDataDirectory(join(file, 'shop'))).toThrow('FolderMissing');
  });
});

describe('a folder is fresh', () => {
  test('until a database, a journal or a backup was there', () => {
    const paths = dataDirectory(temporaryFolder());
    expect(isFresh(paths)).toBe(true);
    mkdirSync(paths.backupDirectory);
    expect(isFresh(paths)).toBe(true);
    for (const file of [
      paths.databaseFile,
      `${paths.databaseFile}-wal`,
      paths.journalFile,
      join(paths.backupDirectory, 'before-0002.db'),
    ]) {
      const other = dataDirectory(temporaryFolder());
      mkdirSync(other.backupDirectory);
      writeFileSync(file.replace(paths.directory, other.directory), 'content');
      expect(isFresh(other)).toBe(false);
    }
  });

  test('after a first start that was cut short before anything was written', () => {
    const paths = dataDirectory(temporaryFolder());
    writeFileSync(paths.databaseFile, '');
    expect(isFresh(paths)).toBe(true);
  });
});
