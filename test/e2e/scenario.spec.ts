/** The first day of test/scenario over the desktop's IPC gets, answer by answer, what it gets without any transport. */
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createRouterClient } from '@orpc/server';
import { _electron, type Page } from '@playwright/test';
import { seededRandom } from '../../electron/command/seededRandom.ts';
import { newId as newIdAt } from '../../electron/ids.ts';
import { findElectron } from '../../electron/shell/electronBinary.ts';
import { root } from '../../electron/shell/root.ts';
import { openTill } from '../../electron/till.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import { newFolder } from '../electron/shell/startShell.ts';
import type { TillClient } from '../scenario/client.ts';
import { comparable } from '../scenario/comparable.ts';
import { liveFirstDay, type Step } from '../scenario/firstDay.ts';
import { expect, test } from './start.ts';

const random = seededRandom(5);
const newId = () => newIdAt(instantFromMilliseconds(Date.now()), random.bytes);

const standIn = join(root, 'test/electron-standin/electron.mjs');
const desktops = [
  { name: 'Electron', binary: findElectron(root) },
  { name: 'the Electron stand-in', binary: process.platform === 'win32' ? null : standIn },
];

async function dayInProcess(): Promise<readonly Step[]> {
  const folder = await newFolder();
  const till = await openTill({ dataDirectory: folder.path, shell: 'desktop', language: 'uz' });
  try {
    const client = createRouterClient(till.router, { context: { key: 'desktop' } });
    return await liveFirstDay(client as unknown as TillClient, newId, join(folder.path, 'papers'));
  } finally {
    await till.close();
    await folder.remove();
  }
}

/** A client that speaks through the page's own bridge; the screens are kept away, so that it is the only one who speaks. */
async function clientThrough(page: Page): Promise<TillClient> {
  await page.waitForURL(/index\.html/);
  await page.waitForFunction(() => 'daftarBridge' in globalThis);
  const listeners: ((message: unknown) => void)[] = [];
  await page.exposeFunction('hearTill', (message: string) => {
    for (const listener of listeners) listener(message);
  });
  await page.route(/\.js$/, (route) => route.abort());
  await page.reload();
  await page.evaluate(() => {
    const { daftarBridge, hearTill } = globalThis as unknown as {
      daftarBridge: { onMessage: (listener: (message: unknown) => void) => void };
      hearTill: (message: unknown) => void;
    };
    daftarBridge.onMessage(hearTill);
  });
  const link = new RPCLink({
    port: {
      postMessage: (message: unknown) =>
        page.evaluate((text) => {
          const { daftarBridge } = globalThis as unknown as { daftarBridge: { send(text: unknown): void } };
          daftarBridge.send(text);
        }, message),
      onMessage: { addListener: (listener: (message: unknown) => void) => void listeners.push(listener) },
      onDisconnect: { addListener: () => undefined },
    },
  });
  return createORPCClient<TillClient>(link);
}

for (const { name, binary } of desktops) {
  test(`the first day over the IPC of ${name}`, async () => {
    test.skip(binary === null, `${name} is NOT TESTED here: its binary is not on this PC`);
    const folder = await newFolder();
    const words = [root, `--data-dir=${folder.path}`, '--lang=uz'];
    if (process.getuid?.() === 0) words.unshift('--no-sandbox');
    const app = await _electron.launch({ executablePath: binary ?? '', args: words });
    try {
      const client = await clientThrough(await app.firstWindow());
      const overIpc = await liveFirstDay(client, newId, join(folder.path, 'papers'));
      expect(comparable(overIpc)).toBe(comparable(await dayInProcess()));

      const news = await client.shop.changes({});
      const next = news.next();
      await client.sale.basket({ intentionId: newId() });
      await client.customer.issueCards({ intentionId: newId(), count: 1 });
      expect(await next).toMatchObject({ done: false, value: { topics: expect.any(Array) } });
    } finally {
      await app.close().catch(() => {});
      await folder.remove();
    }
  });
}
