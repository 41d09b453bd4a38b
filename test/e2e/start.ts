/**
 * What every end-to-end test starts from: a till of its own in the browser shell, on a new data directory, and a page
 * on it. A page that logs an error (a broken script, a refused policy) fails its test.
 */
import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '../../shared/text.ts';
import { addressPattern, newFolder, startShell } from '../electron/shell/startShell.ts';

export { expect };

export interface TillOptions {
  readonly language: Language;
  readonly demo: boolean;
}

export interface StartedTill {
  /** Opens the screens once. */
  readonly address: string;
  readonly dataDirectory: string;
  /** All the till has printed so far. */
  output(): string;
  /** Ends the till as the PC's shut-down would, and answers its exit code. The data directory stays. */
  stop(): Promise<number | null>;
}

/** Starts the till in the browser shell without a window; on `dataDirectory` it goes on where another left off. */
export async function startTill(dataDirectory: string, options: TillOptions): Promise<StartedTill> {
  const words = ['--browser', '--no-window', '--data-dir', dataDirectory, '--lang', options.language];
  const shell = startShell(options.demo ? [...words, '--demo'] : words);
  const [address] = await shell.says(addressPattern, 120_000);
  return { address, dataDirectory, output: shell.output, stop: shell.stop };
}

/** Collects what a page complains about: uncaught errors and everything logged as an error. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

interface Fixtures {
  till: StartedTill;
  /** The till's screens, in a page of this test. */
  screens: Page;
}

/** `test.use({ language: 'ru', demo: true })` chooses how the till of a file or a group starts. */
export const test = base.extend<Fixtures & TillOptions>({
  language: ['uz', { option: true }],
  demo: [false, { option: true }],
  till: async ({ language, demo }, use) => {
    const folder = await newFolder();
    const till = await startTill(folder.path, { language, demo });
    await use(till);
    const code = await till.stop();
    // A till that died by itself says why in what it printed.
    expect(code, till.output()).toBe(0);
    await folder.remove();
  },
  screens: async ({ page, till }, use) => {
    const complaints = complaintsOf(page);
    await page.goto(till.address);
    await use(page);
    expect(complaints).toEqual([]);
  },
});
