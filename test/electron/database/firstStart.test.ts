import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { dataDirectory, isFresh } from '../../../electron/database/dataDirectory.ts';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import { migrations } from '../../../electron/database/migrations/list.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { temporaryFolder } from './temporary.ts';

const now = '2026-11-22T08:30:00.000Z';
function moduleOf(name: string): string {
  return pathToFileURL(join(import.meta.dirname, '../../../electron/database', name)).href;
}

/** Another process, which makes a shop in the folder it is told and says `making` before it begins. */
function shopMaker() {
  const script = `
    const { openDatabase } = await import('${moduleOf('open.ts')}');
    const { migrateToLatest } = await import('${moduleOf('migrate.ts')}');
    process.stdin.once('data', async (data) => {
      const directory = String(data).trim();
      process.stdout.write('making');
      const file = directory + '/daftar.db';
      const database = await openDatabase({ file, create: true, durability: 'full' });
      await migrateToLatest(database, { backupDirectory: directory + '/backup', now: '${now}' });
      process.stdout.write('made');
    });
    process.stdout.write('ready');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a first start killed at any moment can simply be started again', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const moments = [0, 2, 4, 5, 6, 7, 8, 10, 15, 30, 60];
  for (const milliseconds of moments) {
    const directory = join(folder, `shop-${milliseconds}`);
    mkdirSync(directory);
    const child = shopMaker();
    await once(child.stdout, 'data');
    child.stdin.write(`${directory}\n`);
    await once(child.stdout, 'data');
    await wait(milliseconds);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const files = dataDirectory(directory);
    const database = await openDatabase({
      file: files.databaseFile,
      create: isFresh(files),
      durability: 'full',
      check: true,
    });
    const { ran } = await migrateToLatest(database, { backupDirectory: files.backupDirectory, now });
    const tables = await database.db.introspection.getTables();
    expect([[], Object.keys(migrations)]).toContainEqual(ran);
    expect(tables.map((table) => table.name)).toContain('sale_line');
    await database.close();
  }
});
