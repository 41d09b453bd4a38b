import { defineConfig } from '@playwright/test';
import { findBrowser } from './electron/shell/browserWindow.ts';

const browser = await findBrowser();
if (!browser)
  console.warn('No Chrome or Chromium was found: Playwright’s own is used where it is installed.');

/** End-to-end tests in the installed browser; `npm test` finds or installs one first. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/build.ts',
  outputDir: 'out/playwright',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-background-networking', '--disable-component-update'],
    },
  },
});
