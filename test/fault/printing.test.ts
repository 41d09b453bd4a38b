/** A thousand papers on bad printers: each comes out once or says that it is a copy, and none is lost. */
import { describe, expect, test, vi } from 'vitest';
import type { Fault } from '../receipt/faultyPrinter.ts';
import { faultsOfPapers } from './printingCheck.ts';
import {
  hastyReader,
  idOfEveryJob,
  plantInSpool,
  type SpoolDefect,
  spoolDefects,
} from './printingDefects.ts';
import { openPrintingShop } from './printingShop.ts';

const seed = Number(process.env.DAFTAR_SEED ?? Date.now() % 1_000_000);

interface Day {
  readonly sales: number;
  readonly defect?: SpoolDefect;
  /** How often the till ends after a sale; a fiftieth where nothing else is said. */
  readonly restarts?: number;
  /** All of them, where none are named. */
  readonly faults?: readonly Fault[];
  /** From a till whose code has a defect. */
  readonly openShop?: typeof openPrintingShop;
}

/** After so many rounds of looking at papers a day that has not ended never will. */
const longestDay = 60;

async function printForADay({ sales, restarts = 0.02, defect, faults, openShop = openPrintingShop }: Day) {
  const shop = await openShop(seed, faults);
  const { random, counts } = shop;
  try {
    if (defect !== undefined) await plantInSpool(shop.world.db, defect);
    shop.till.start();
    for (let number = 1; number <= sales; number += 1) {
      await shop.sell(number);
      if (random.chance(0.02)) await shop.person.moveSome();
      if (random.chance(restarts)) {
        await new Promise((resolve) => setTimeout(resolve, random.between(0, 40)));
        await shop.till.end();
        shop.till.start();
      }
    }
    let rounds = 0;
    const isOver = async () => {
      await shop.till.settle();
      const before = counts.looks + counts.copies;
      await shop.person.look();
      return counts.looks + counts.copies === before;
    };
    while (!(await isOver()) && rounds < longestDay) rounds += 1;
    const sheets = shop.printers.reduce((sum, { printer }) => sum + printer.sheets.length, 0);
    return { found: await faultsOfPapers(shop), rounds, sheets, ...counts };
  } finally {
    await shop.close();
  }
}

describe(`papers on bad printers (DAFTAR_SEED=${seed})`, () => {
  test('of 1,000 sales each comes out once without a mark, none is lost, and the order is kept', async () => {
    const day = await printForADay({ sales: 1000 });
    const { found, ...counts } = day;
    console.info(`1,000 sales, DAFTAR_SEED=${seed}: ${JSON.stringify(counts)}`);
    expect(found).toEqual([]);
    expect(day.rounds).toBeLessThan(longestDay);
    // The test is worth something only where much went wrong.
    expect(day.restarts).toBeGreaterThan(5);
    expect(day.looks).toBeGreaterThan(50);
    expect(day.torn).toBeGreaterThan(20);
    expect(day.moves).toBeGreaterThan(0);
  });

  test.each(spoolDefects)('are found out where the spool $defect', async ({ defect, faults, rule }) => {
    const { found } = await printForADay({ sales: 60, restarts: 0.15, faults, defect });
    expect(found.filter((fault) => fault.startsWith(rule))).not.toEqual([]);
  });

  test.each([
    ['takes a part of another answer for its own', { replyReader: hastyReader }],
    ['asks about every job under one id', { processIdOf: idOfEveryJob }],
  ] as const)('are found out where the till %s', async (_what, planted) => {
    vi.resetModules();
    vi.doMock('../../shared/receipt/replies.ts', async (original) => ({
      ...(await original<object>()),
      ...planted,
    }));
    const { openPrintingShop: openShop } = await import('./printingShop.ts');
    vi.doUnmock('../../shared/receipt/replies.ts');
    const { found } = await printForADay({ sales: 60, faults: ['answersForAnother'], openShop });
    expect(found.filter((fault) => fault.startsWith('honest'))).not.toEqual([]);
  });
});
