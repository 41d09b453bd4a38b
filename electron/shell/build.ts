/** Builds the screens and the desktop bundles when the sources are newer than what lies in out/. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const sources = ['electron', 'renderer', 'shared', 'resources'];
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const products = ['main/desktop.js', 'preload/preload.cjs', 'renderer/index.html'];

export type Built =
  | { readonly ok: true; readonly fresh: boolean }
  | { readonly ok: false; readonly message: string };

/** One word for the state of all sources: names, sizes and times of change. Reading 500 files takes about 10 ms. */
async function fingerprint(root: string): Promise<string> {
  const listed = await Promise.all(
    sources.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const files = [...listed.flat(), ...settings.map((name) => join(root, name))].sort();
  const hash = createHash('sha256');
  const states = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  files.forEach((file, index) => {
    hash.update(`${file.slice(root.length)} ${states[index]?.size} ${states[index]?.mtimeMs}\n`);
  });
  return hash.digest('hex');
}

async function isBuilt(root: string, wanted: string): Promise<boolean> {
  const stamp = await readFile(join(root, 'out/stamp'), 'utf8').catch(() => '');
  if (stamp !== wanted) return false;
  const found = await Promise.all(products.map((file) => stat(join(root, 'out', file)).catch(() => null)));
  return found.every((file) => file !== null);
}

/** Two starts at once must not build into the same folder: the second waits for the first. */
async function lockBuild(root: string): Promise<() => Promise<void>> {
  const lock = join(root, 'out/building');
  await mkdir(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      return () => rm(lock, { recursive: true, force: true });
    } catch {
      const since = await stat(lock).catch(() => null);
      // A build takes seconds: a lock older than two minutes was left by one that was killed.
      if (since && Date.now() - since.mtimeMs > 120_000) await rm(lock, { recursive: true, force: true });
      await pause(100);
    }
  }
}

function runBuild(root: string): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: root });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done({ code: null, output: error.message }));
    child.on('close', (code) => done({ code, output }));
  });
}

/** Makes sure that out/ holds the build of these sources. `fresh` tells that it was built just now. */
export async function ensureBuilt(root: string): Promise<Built> {
  if (await isBuilt(root, await fingerprint(root))) return { ok: true, fresh: false };
  const unlock = await lockBuild(root);
  try {
    const wanted = await fingerprint(root);
    if (await isBuilt(root, wanted)) return { ok: true, fresh: false };
    const { code, output } = await runBuild(root);
    if (code !== 0) return { ok: false, message: `The screens could not be built:\n${output}` };
    await writeFile(join(root, 'out/stamp'), wanted);
    return { ok: true, fresh: true };
  } finally {
    await unlock();
  }
}

// `node electron/shell/build.ts`: the same build for who wants it without a start.
if (process.argv[1] === import.meta.filename) {
  const built = await ensureBuilt(join(import.meta.dirname, '../..'));
  if (!built.ok) console.error(built.message);
  process.exitCode = built.ok ? 0 : 1;
}
