/** The browser shell's paper press: the installed browser, without a window, on the page for paper. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { printRoot } from '../../shared/receipt/printAddress.ts';
import { type OpenPress, type PdfPress, PressProblem } from '../pdfPress.ts';
import { findBrowser, quietFlags } from './browserWindow.ts';
import type { Loopback } from './loopback.ts';
import { type Inspector, inspect } from './pipeInspector.ts';
import { type Patience, type PressPage, pressRoute, untilOpen, usualPatience, within } from './pressPage.ts';

export interface BrowserPressOptions {
  readonly dataDirectory: string;
  /** The till's own server, once it listens. */
  readonly loopback: () => Pick<Loopback, 'newAddress' | 'endSession'> | undefined;
  readonly browser?: () => Promise<string | null>;
  readonly patience?: Patience;
}

/** A browser that is asked to end and does not is ended. */
const farewellMs = 1500;
const readBytes = 256 * 1024;

/** Where the profiles of presses lie; what a till that was killed left there goes before the next one. */
export const pressFolder = (dataDirectory: string): string => join(dataDirectory, 'press');

interface Child {
  readonly process: ChildProcess;
  readonly inspector: Inspector;
  readonly ended: Promise<void>;
}

function startBrowser(browser: string, profile: string): Child {
  const flags = ['--headless=new', '--remote-debugging-pipe', ...quietFlags(profile), 'about:blank'];
  const child = spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => {
    child.on('error', () => done());
    child.on('exit', () => done());
  });
  try {
    // A customer at the till does not wait for paper.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us.
  }
  const [, , , input, output] = child.stdio;
  return { process: child, inspector: inspect(input as Writable, output as Readable), ended };
}

/** A rejection that nobody happens to wait for is no error of the till. */
function endOf(child: Child): Promise<never> {
  const end = new Promise<never>((_, failed) => {
    void child.ended.then(() => failed(new PressProblem('PressEnded', 'the browser ended')));
    child.inspector.on('Inspector.targetCrashed', () =>
      failed(new PressProblem('PressEnded', 'its page crashed')),
    );
  });
  end.catch(() => {});
  return end;
}

/** The PDF in portions, so that no single message keeps the till busy. */
async function toPdf({ inspector }: Child, sessionId: string): Promise<Uint8Array> {
  const { stream } = await inspector.send(
    'Page.printToPDF',
    {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: false,
      transferMode: 'ReturnAsStream',
    },
    sessionId,
  );
  const chunks: Buffer[] = [];
  for (;;) {
    const read = await inspector.send('IO.read', { handle: stream, size: readBytes }, sessionId);
    chunks.push(Buffer.from(String(read.data), read.base64Encoded === true ? 'base64' : 'utf8'));
    if (read.eof === true) break;
  }
  await inspector.send('IO.close', { handle: stream }, sessionId);
  return Buffer.concat(chunks);
}

/** Opens the address in a page and answers how to speak with it. */
async function openPage(child: Child, address: string): Promise<PressPage> {
  const { inspector } = child;
  const { targetId } = await inspector.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await inspector.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await inspector.send('Inspector.enable', {}, session);
  const { errorText } = await inspector.send('Page.navigate', { url: address }, session);
  if (errorText !== undefined) throw new PressProblem('PageNotReady', String(errorText));
  return {
    evaluate: async (expression) => {
      const answer = await inspector.send('Runtime.evaluate', { expression, returnByValue: true }, session);
      return (answer.result as { readonly value?: unknown } | undefined)?.value;
    },
    toPdf: () => toPdf(child, session),
    ended: endOf(child),
  };
}

async function end(child: Child, profile: string, atOnce: boolean): Promise<void> {
  if (!atOnce) {
    child.inspector.send('Browser.close').catch(() => {});
    await Promise.race([child.ended, pause(farewellMs, undefined, { ref: false })]);
  }
  child.process.kill('SIGKILL');
  await child.ended;
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
}

/**
 * Each job gets a browser and a profile of its own, and an address that opens one session once. With the job they all
 * go: the session at the till, the browser, its profile.
 */
export function browserPress(options: BrowserPressOptions): PdfPress {
  const { loopback, patience = usualPatience, browser: find = findBrowser } = options;
  const folder = pressFolder(options.dataDirectory);
  let isSwept = false;
  const open = new Set<() => Promise<void>>();

  async function openPress(key: string, signal: AbortSignal): Promise<OpenPress> {
    const [browser, server] = [await find(), loopback()];
    if (browser === null || server === undefined) throw new PressProblem('PressNotStarted', 'no browser');
    signal.throwIfAborted();
    if (!isSwept) rmSync(folder, { recursive: true, force: true });
    isSwept = true;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const profile = mkdtempSync(join(folder, 'profile-'));
    const child = startBrowser(browser, profile);
    let closing: Promise<void> | null = null;
    const close = (atOnce = false) => {
      server.endSession(key);
      closing ??= end(child, profile, atOnce).finally(() => open.delete(endNow));
      return closing;
    };
    const endNow = () => close(true);
    open.add(endNow);
    signal.addEventListener('abort', () => void endNow(), { once: true });
    try {
      const opened = async () => {
        const page = await openPage(child, `${server.newAddress(key)}${printRoot}`);
        await untilOpen(page);
        return page;
      };
      const page = await within(patience.startMs, Promise.race([opened(), endOf(child)]));
      return { print: (route) => pressRoute(page, route, patience), close };
    } catch (error) {
      await endNow();
      if (error instanceof PressProblem && error.code === 'PageNotReady') throw error;
      throw new PressProblem('PressNotStarted', error instanceof Error ? error.message : String(error));
    }
  }
  return {
    isThere: async () => (await find()) !== null,
    open: openPress,
    close: async () => void (await Promise.all([...open].map((endNow) => endNow()))),
  };
}
