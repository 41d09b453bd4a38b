/** Finds Electron's binary, or fetches it without ever hanging on a network that does not answer. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './folders.ts';

export type ElectronBinary =
  | { readonly path: string; readonly version: string }
  | { readonly path: null; readonly reason: string };

const failureKeptMs = 24 * 60 * 60 * 1000;

interface ElectronPackage {
  readonly folder: string;
  readonly version: string;
}

/** Reads package.json only: `require('electron')` itself would start a download without any time-out. */
function electronPackage(root: string): ElectronPackage {
  const folder = join(root, 'node_modules/electron');
  return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
}

/**
 * The path of an installed binary of the right version, or null: the rule of Electron's own index.js, where
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder with a binary of one's own.
 */
export function findElectron(root: string): string | null {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere) {
    const path = join(elsewhere, process.platform === 'win32' ? 'electron.exe' : 'electron');
    return existsSync(path) ? path : null;
  }
  try {
    const { folder, version } = electronPackage(root);
    const installed = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return installed === version && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

interface Failure {
  readonly what: string;
  readonly at: number;
  readonly reason: string;
}

const failureFile = () => join(cacheFolder(), 'electron-not-fetched.json');

/** A failure holds for one version and one mirror: whoever changes either wants it tried again. */
const attempt = (version: string) =>
  [version, process.env.ELECTRON_MIRROR, process.env.npm_config_electron_mirror].join(' ');

async function recentFailure(version: string, now: number): Promise<string | null> {
  try {
    const failure: Failure = JSON.parse(await readFile(failureFile(), 'utf8'));
    const age = now - failure.at;
    return failure.what === attempt(version) && age >= 0 && age < failureKeptMs ? failure.reason : null;
  } catch {
    return null;
  }
}

async function rememberFailure(version: string, now: number, reason: string): Promise<void> {
  try {
    await mkdir(cacheFolder(), { recursive: true });
    const failure: Failure = { what: attempt(version), at: now, reason };
    await writeFile(failureFile(), JSON.stringify(failure));
  } catch {
    // Not being able to remember only costs the next start a second and a half.
  }
}

/** The shortest true words for why a download ended: `ECONNREFUSED`, `no answer for 1.5 s`, `Response code 404`. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message.split('\n')[0] ?? error.name;
}

/**
 * Lets Electron's own downloader fill its cache (mirrors, checksums and proxies as it knows them). The clock starts
 * anew with every piece that arrives, so a slow download lives and a stalled one ends after `stallMs`.
 */
async function download({ folder, version }: ElectronPackage, stallMs: number): Promise<void> {
  const require = createRequire(join(folder, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const stop = new AbortController();
  const stalled = () => stop.abort(new Error(`no answer for ${stallMs / 1000} s`));
  let timer = setTimeout(stalled, stallMs);
  let saidAt = 0;
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback: async ({ percent }: { percent: number }) => {
          clearTimeout(timer);
          timer = setTimeout(stalled, stallMs);
          if (Date.now() - saidAt > 2000 && percent > 0) {
            saidAt = Date.now();
            console.log(`Fetching Electron ${version}: ${Math.floor(percent * 100)} %`);
          }
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

function unpack(folder: string): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    child.on('error', () => done(null));
    child.on('close', done);
  });
}

/**
 * The binary that is there, or fetched now, or the reason why neither. A failure to fetch is remembered for a day, so
 * that a PC without the internet does not wait at every start.
 */
export async function electronBinary(root: string, { stallMs = 1500 } = {}): Promise<ElectronBinary> {
  let electron: ElectronPackage;
  try {
    electron = electronPackage(root);
  } catch {
    return { path: null, reason: 'the package "electron" is not installed' };
  }
  const { version } = electron;
  const found = findElectron(root);
  if (found) return { path: found, version };
  const before = await recentFailure(version, Date.now());
  if (before) return { path: null, reason: `Electron could not be fetched in the last 24 hours (${before})` };
  try {
    await download(electron, stallMs);
    const code = await unpack(electron.folder);
    const path = findElectron(root);
    if (!path) throw new Error(`its installer ended with ${code}`);
    await rm(failureFile(), { force: true });
    return { path, version };
  } catch (error) {
    const reason = whyNot(error);
    await rememberFailure(version, Date.now(), reason);
    return { path: null, reason: `Electron cannot be fetched (${reason})` };
  }
}
