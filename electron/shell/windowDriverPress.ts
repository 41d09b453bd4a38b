/** The desktop's way to a printer's driver: a window that is never shown, with the paper as its only picture. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { DriverAnswer, DriverJob, DriverPress } from '../driverPress.ts';

/** A driver that says nothing for so long says nothing at all. */
const usualPatienceMilliseconds = 30_000;

/** The picture fills the page, which is as large as the picture; its dots are not smoothed. */
const pageOf = (png: string, { widthMicrons, heightMicrons }: DriverJob) => `<!doctype html>
<meta charset="utf-8"><title>Daftar</title>
<style>
@page { margin: 0; size: ${widthMicrons / 1000}mm ${heightMicrons / 1000}mm }
html, body { margin: 0 }
img { display: block; width: ${widthMicrons / 1000}mm; height: ${heightMicrons / 1000}mm; image-rendering: pixelated }
</style><img src="${png}" alt="">`;

/**
 * The page lies in a folder of its own, which is removed whatever happens. What cannot be drawn is `refused`; once the
 * driver has been asked, only its "yes" is a yes: Chromium's "no" may come after the first line.
 */
export function windowDriverPress(
  newWindow: () => BrowserWindow,
  patienceMilliseconds = usualPatienceMilliseconds,
): DriverPress {
  async function print(job: DriverJob): Promise<DriverAnswer> {
    const folder = await mkdtemp(join(tmpdir(), 'daftar-picture-'));
    const window = newWindow();
    try {
      await writeFile(join(folder, 'paper.png'), job.png, { mode: 0o600 });
      const page = join(folder, 'paper.html');
      await writeFile(page, pageOf('paper.png', job), { mode: 0o600 });
      await window.loadFile(page);
      if (!(await knows(window, job.printer))) return 'refused';
      return await handOver(window, job, patienceMilliseconds);
    } catch {
      return 'refused';
    } finally {
      if (!window.isDestroyed()) window.destroy();
      // A virus scanner may hold the file; what became of the paper stands all the same.
      await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    }
  }
  return { print };
}

async function knows({ webContents }: BrowserWindow, printer: string): Promise<boolean> {
  const installed = await webContents.getPrintersAsync();
  return installed.some(({ name }) => name === printer);
}

/** Electron takes A4 where no size is named, and sizes in microns only. */
async function handOver(
  { webContents }: BrowserWindow,
  { printer, widthMicrons, heightMicrons }: DriverJob,
  patienceMilliseconds: number,
): Promise<DriverAnswer> {
  const answer = new Promise<DriverAnswer>((resolve) => {
    webContents.print(
      {
        silent: true,
        deviceName: printer,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: { width: Math.max(353, widthMicrons), height: Math.max(353, heightMicrons) },
      },
      (isTaken) => resolve(isTaken ? 'taken' : 'broken'),
    );
  });
  const giveUp = new AbortController();
  const silence = pause(patienceMilliseconds, 'broken' as const, { signal: giveUp.signal }).catch(
    () => 'broken' as const,
  );
  try {
    return await Promise.race([answer, silence]);
  } finally {
    giveUp.abort();
  }
}
