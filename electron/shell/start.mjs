// `npm start`: finds a Node that runs TypeScript, hands over to launch.ts, or says plainly what is missing.
// Plain JavaScript on purpose: it must start on Node 20. test/run.mjs takes the same Node from here.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const packagesNeeded = ['better-sqlite3', '@orpc/server', 'electron-vite', 'kysely', 'ws', 'zod'];

/**
 * What this folder lacks before anything can run, in one sentence, or null.
 * @param {string} folder the project's root
 */
export function missingPackages(folder) {
  const missing = packagesNeeded.filter((name) => !existsSync(join(folder, 'node_modules', name)));
  if (missing.length === 0) return null;
  const what = missing.length === packagesNeeded.length ? 'The packages are' : `${missing.join(', ')} is`;
  return `${what} not installed in ${folder}. Run there:  npm ci`;
}

/**
 * The Node that runs the till: the one npm installed beside the packages, else the running one if it strips types
 * (22.18 or newer), else null.
 * @param {string} folder the project's root
 */
export function findNode(folder) {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const packaged = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  return process.features.typescript ? process.execPath : null;
}

/**
 * Runs a TypeScript file under that Node: here when this is it, else in a child with this terminal that gets every
 * signal and whose end is ours.
 * @param {string} file relative to the project's root
 * @param {readonly string[]} args
 */
export async function runTypeScript(file, args) {
  const missing = missingPackages(root);
  const node = findNode(root);
  if (missing || !node) {
    console.error(
      missing ??
        `This needs Node 22.18 or newer (here it is ${process.version}). "npm ci" brings one on Linux and on ` +
          '64-bit Windows; elsewhere install it from https://nodejs.org',
    );
    process.exit(1);
  }
  const path = join(root, file);
  if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv = [process.execPath, path, ...args];
    await import(pathToFileURL(path).href);
    return;
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node} did not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

const started = process.argv[1];
if (started && realpathSync(started) === realpathSync(fileURLToPath(import.meta.url))) {
  const args = process.argv.slice(2);
  // After `npm ci` the screens are built at once, so that the first start is quick; where that cannot be, start says why.
  if (!args.includes('--prepare')) await runTypeScript('electron/shell/launch.ts', args);
  else if (findNode(root) && !missingPackages(root)) await runTypeScript('electron/shell/build.ts', []);
}
