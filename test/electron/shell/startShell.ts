/** Starts `npm start`'s program as a process of its own, as a shopkeeper would, and watches what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode, root } from '../../../electron/shell/start.mjs';

export interface StartedShell {
  readonly process: ChildProcess;
  readonly startedAt: number;
  /** All it has printed so far. */
  output(): string;
  /** Waits until it prints something that fits; throws with its whole output when it ends or is too slow. */
  says(pattern: RegExp, withinMs?: number): Promise<RegExpMatchArray>;
  /** Its exit code, once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<number | null>;
}

/** The address it prints: the one thing a test needs to open the screens. */
export const addressPattern = /http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]+)/;

/** Without a display and with a cache of its own, so that a test depends on nothing of this PC. */
function environment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    DAFTAR_DATA_DIR: undefined,
    ...changes,
  };
}

function watch(child: ChildProcess): StartedShell {
  const startedAt = performance.now();
  let text = '';
  const wake = new Set<() => void>();
  const changed = () => {
    for (const callback of [...wake]) callback();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk.toString();
      changed();
    });
  }
  let over = false;
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => {
      over = true;
      done(code);
      changed();
    });
  });
  const says = (pattern: RegExp, withinMs = 30_000) =>
    new Promise<RegExpMatchArray>((done, failed) => {
      const finish = (settle: () => void) => {
        wake.delete(look);
        clearTimeout(timer);
        settle();
      };
      const look = () => {
        const match = text.match(pattern);
        if (match) finish(() => done(match));
        else if (over) finish(() => failed(new Error(`it ended without saying ${pattern}:\n${text}`)));
      };
      const timer = setTimeout(
        () => finish(() => failed(new Error(`it did not say ${pattern} in time:\n${text}`))),
        withinMs,
      );
      wake.add(look);
      look();
    });
  return {
    process: child,
    startedAt,
    output: () => text,
    says,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      const code = await ended;
      clearTimeout(timer);
      return code;
    },
  };
}

/** Runs `start.mjs` with these words under the Node of the project. */
export function startShell(
  words: readonly string[],
  changes: Readonly<Record<string, string | undefined>> = {},
): StartedShell {
  const node = findNode(root);
  if (!node) throw new Error('the tests need the Node that "npm ci" installs');
  const start = join(root, 'electron/shell/start.mjs');
  return watch(spawn(node, [start, ...words], { cwd: root, env: environment(changes), stdio: 'pipe' }));
}

/** A new empty folder for a shop, and how to remove it. */
export async function newFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'daftar-shop-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
