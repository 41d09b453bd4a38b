/** `npm start` under Node 24: brings the build up to date, picks the shell, says which and why, and runs it. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { findBrowser, hasDisplay, openBrowserWindow } from './browserWindow.ts';
import { ensureBuilt } from './build.ts';
import { type ElectronBinary, electronBinary } from './electronBinary.ts';
import { shopFolder } from './folders.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { root } from './root.ts';
import { askRunningTill } from './runningTill.ts';

/** A desktop that ends sooner, and not well, never came up: its sandbox or a library is missing on this PC. */
const shortestDesktopMs = 3000;

function whyNoDesktop(options: Options): string | null {
  if (options.browser) return 'asked for by --browser';
  if (!options.window) return 'asked for by --no-window';
  if (!hasDisplay()) return 'the desktop needs a display';
  return null;
}

async function findDesktop(options: Options): Promise<ElectronBinary> {
  const reason = whyNoDesktop(options);
  return reason === null ? electronBinary(root) : { path: null, reason };
}

/** Opens one more window of the till that already runs on this data directory. */
async function openAgain(address: string, options: Options, dataDirectory: string): Promise<void> {
  const browser = options.window && hasDisplay() ? await findBrowser() : null;
  if (!browser) {
    console.log(`Daftar already runs on ${dataDirectory}; open this address: ${address}`);
    return;
  }
  console.log(`Daftar already runs on ${dataDirectory}; its window opens again.`);
  const { windowProfile } = await import('./browser.ts');
  openBrowserWindow(browser, address, windowProfile(dataDirectory), { detached: true });
}

interface DesktopEnd {
  readonly code: number;
  readonly cameUp: boolean;
}

function runDesktop(binary: string, options: Options, dataDirectory: string): Promise<DesktopEnd> {
  const words = [root, `--data-dir=${dataDirectory}`];
  if (options.language) words.push(`--lang=${options.language}`);
  if (options.demo) words.push('--demo');
  if (process.platform === 'linux' && process.getuid?.() === 0) words.push('--no-sandbox');
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(binary, words, { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    child.on('error', () => done({ code: 1, cameUp: false }));
    child.on('exit', (code) => {
      const cameUp = code === 0 || performance.now() - started >= shortestDesktopMs;
      done({ code: code ?? 1, cameUp });
    });
  });
}

/** What a shopkeeper can do something about is said in words; anything else is a bug and shows its stack. */
async function inWords(error: unknown, options: Options): Promise<string> {
  const { DataDirectoryBusy } = await import('../database/dataDirectory.ts');
  const { DatabaseProblem } = await import('../database/problem.ts');
  if (error instanceof DataDirectoryBusy) return `Daftar is already open on this shop: ${error.message}.`;
  if (error instanceof DatabaseProblem) return `The shop's data cannot be opened: ${error.message}.`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${options.port} is taken; choose another with --port.`;
  }
  throw error;
}

async function openBrowserShell(options: Options, dataDirectory: string, why: string): Promise<number> {
  const { runBrowserShell } = await import('./browser.ts');
  try {
    return await runBrowserShell({ ...options, dataDirectory, why, screens: join(root, 'out/renderer') });
  } catch (error) {
    console.error(await inWords(error, options));
    return 1;
  }
}

async function launch(words: readonly string[]): Promise<number> {
  const parsed = parseOptions(words);
  if (!parsed.ok) {
    console.error(parsed.message);
    return 2;
  }
  const { options } = parsed;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const dataDirectory = shopFolder(options.dataDirectory);
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const running = await askRunningTill(dataDirectory);
  if (running) {
    await openAgain(running, options, dataDirectory);
    return 0;
  }
  const [built, desktop] = await Promise.all([ensureBuilt(root), findDesktop(options)]);
  if (!built.ok) {
    console.error(built.message);
    return 1;
  }
  if (desktop.path === null) return openBrowserShell(options, dataDirectory, desktop.reason);
  console.log(`Daftar opens in its desktop window (Electron ${desktop.version} is installed).`);
  const end = await runDesktop(desktop.path, options, dataDirectory);
  if (end.cameUp) return end.code;
  return openBrowserShell(options, dataDirectory, `the desktop window ended at once with code ${end.code}`);
}

enableCompileCache();
process.exit(await launch(process.argv.slice(2)));
