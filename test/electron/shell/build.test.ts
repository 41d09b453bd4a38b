import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureBuilt } from '../../../electron/shell/build.ts';
import { newFolder } from './startShell.ts';

let root: string;
let remove: () => Promise<void>;

/** A project of one file per folder, and a builder that takes a while and counts its runs. */
beforeEach(async () => {
  ({ path: root, remove } = await newFolder());
  const builder = join(root, 'node_modules/electron-vite/bin');
  for (const folder of ['electron', 'renderer/sell', 'shared', 'resources', builder]) {
    await mkdir(folder === builder ? builder : join(root, folder), { recursive: true });
  }
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'renderer/sell/Basket.tsx'), 'one');
  await writeFile(
    join(builder, 'electron-vite.js'),
    `import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
    if (existsSync('broken')) { console.error('Basket.tsx: unexpected token'); process.exit(1); }
    appendFileSync('runs', 'x');
    await new Promise((done) => setTimeout(done, 200));
    for (const file of ['main/desktop.js', 'preload/preload.cjs', 'renderer/index.html']) {
      mkdirSync('out/' + file.split('/')[0], { recursive: true });
      writeFileSync('out/' + file, 'built');
    }`,
  );
});
afterEach(() => remove());

const runs = async () => (await readFile(join(root, 'runs'), 'utf8')).length;

test('the screens are built once, and not again while nothing changes', async () => {
  expect(await ensureBuilt(root)).toEqual({ ok: true, fresh: true });
  expect(await ensureBuilt(root)).toEqual({ ok: true, fresh: false });
  expect(await runs()).toBe(1);
});

test('a changed, a new and a removed source are built', async () => {
  await ensureBuilt(root);
  await writeFile(join(root, 'renderer/sell/Basket.tsx'), 'two');
  await utimes(join(root, 'renderer/sell/Basket.tsx'), new Date(0), new Date(0));
  expect(await ensureBuilt(root)).toMatchObject({ fresh: true });
  await writeFile(join(root, 'shared/money.ts'), 'new');
  expect(await ensureBuilt(root)).toMatchObject({ fresh: true });
  await rm(join(root, 'shared/money.ts'));
  expect(await ensureBuilt(root)).toMatchObject({ fresh: true });
  expect(await runs()).toBe(4);
});

test('a build that lost a file is built again', async () => {
  await ensureBuilt(root);
  await rm(join(root, 'out/preload/preload.cjs'));
  expect(await ensureBuilt(root)).toMatchObject({ fresh: true });
});

test('two starts at once build once', async () => {
  const both = await Promise.all([ensureBuilt(root), ensureBuilt(root)]);
  expect(both.map((built) => built.ok && built.fresh).sort()).toEqual([false, true]);
  expect(await runs()).toBe(1);
});

test('a build that fails says why, and is tried again', async () => {
  await writeFile(join(root, 'broken'), '');
  const built = await ensureBuilt(root);
  expect(built.ok ? '' : built.message).toContain('Basket.tsx: unexpected token');
  await rm(join(root, 'broken'));
  expect(await ensureBuilt(root)).toEqual({ ok: true, fresh: true });
});
