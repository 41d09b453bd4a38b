/** A shop with a batch of coupons, its built screens on a loopback, for tests that print real sheets. */
import { RPCHandler } from '@orpc/server/ws';
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import { batchCodes, makeBatch, showBatch } from '../../../electron/coupon/verbsOfBatches.ts';
import { findBrowser } from '../../../electron/shell/browserWindow.ts';
import { ensureBuilt } from '../../../electron/shell/build.ts';
import { type Loopback, serveLoopback } from '../../../electron/shell/loopback.ts';
import { root } from '../../../electron/shell/root.ts';
import { readScreens } from '../../../electron/shell/screens.ts';
import type { BatchKind } from '../../../shared/coupon/contractBatch.ts';
import type { Language } from '../../../shared/text.ts';
import { openTestTill, type TestTill } from '../../till.ts';

export const builtScreens = `${root}/out/renderer`;

/** The browser to print with; says loudly, once, when there is none. */
export async function browserToPrintWith(): Promise<string | null> {
  const browser = await findBrowser();
  if (browser === null)
    console.warn('SKIPPED: PDFs are NOT TESTED here: no Chrome, Edge or Chromium was found');
  return browser;
}

export interface PressedShop {
  readonly world: TestTill;
  readonly loopback: Loopback;
  /** Makes a batch and answers when its codes are there. */
  readonly batch: (kind: BatchKind, count: number, languages?: readonly Language[]) => Promise<string>;
  readonly codesOf: (batchId: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

async function couponSeries(world: TestTill): Promise<string> {
  const { seriesId } = await world.call(saveSeries, {
    intentionId: world.newId(),
    seriesId: null,
    name: { uz: 'Gʻalaba kuni', ru: 'День победы' },
    partnerId: null,
    isGiven: true,
    content: {
      benefit: { kind: 'amount', amountSom: 10_000 },
      scope: { kind: 'all' },
      minimumSom: 50_000,
      validity: { kind: 'days', days: 30 },
      giving: { kind: 'byHand' },
      holding: 'bearer',
      mayBeGivenOn: true,
      usesPerCoupon: 1,
      budgetSom: null,
      codes: { kind: 'own' },
      usedAt: 'here',
      partnerBearsBasisPoints: 0,
      conditions: { uz: 'Tamakidan tashqari', ru: 'Кроме табака' },
    },
  });
  return seriesId;
}

export async function openPressedShop(): Promise<PressedShop> {
  const built = await ensureBuilt(root);
  if (!built.ok) throw new Error(built.message);
  const world = await openTestTill({ settings: { name: 'Oʻrikzor savdo', phone: '+998 90 123-45-67' } });
  const handler = new RPCHandler(world.till.router);
  const loopback = await serveLoopback({
    screens: await readScreens(builtScreens),
    port: 0,
    secret: 'of this test',
    onClient: (socket, key) => void handler.upgrade(socket, { context: world.till.context({ key }) }),
  });
  world.workAs(world.ownerId);
  const seriesId = await couponSeries(world);
  return {
    world,
    loopback,
    async batch(kind, count, languages = ['uz', 'ru']) {
      const intentionId = world.newId();
      const wanted = { intentionId, seriesId, kind, label: 'Sinov', languages: [...languages], count };
      const { batchId } = await world.call(makeBatch, wanted);
      for (;;) {
        const { batch } = await world.call(showBatch, { batchId });
        if (batch.state === 'ready') return batchId;
        await new Promise((done) => setTimeout(done, 10));
      }
    },
    async codesOf(batchId) {
      const { coupons } = await world.call(batchCodes, { batchId, from: 0, limit: 500 });
      return coupons.map(({ code }) => code);
    },
    async close() {
      await loopback.close();
      await world.close();
    },
  };
}
