import { describe, expect, test } from 'vitest';
import { noteDebt } from '../../../electron/credit/notebook.ts';
import { sellGiftCard } from '../../../electron/credit/sellGiftCards.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { saveTiers } from '../../../electron/loyalty/tiersVerbs.ts';
import { bonusBalances } from '../../../electron/report/bonusBalances.ts';
import { bonusReport } from '../../../electron/report/bonusReport.ts';
import { bonusSigns } from '../../../electron/report/bonusSigns.ts';
import { takeBack } from '../../../electron/sale/takeBack.ts';
import { beginDay } from '../../../electron/timers.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const office = 'office';
const secondsOfDay = 86_400;

function asOwner(counter: Counter) {
  counter.workAs(counter.ownerId, office);
  const database = { database: counter.till.parts.database };
  return {
    report: () => counter.call(bonusReport(database), { months: 2 }, office),
    signs: () => counter.call(bonusSigns(database), { days: 30 }, office),
    balances: (cursor: string | null, limit: number) =>
      counter.call(bonusBalances(database), { cursor, limit }, office),
  };
}

describe('what the shop owes its customers', () => {
  test('is what receipts earned, by the month in which it burns, with what waits on claim codes', async () => {
    const counter = await openCounter({ settings: { bonusExpiryDays: 30, claimDays: 10 } });
    const { card } = await counter.cardHolder();
    await counter.cashier.scan(card);
    await counter.cashier.put('b'); // 45 500 at 2 % earns 910, good until 22 December
    await counter.cashier.pay();
    await counter.cashier.put('b'); // the same on a claim code, good until 2 December
    await counter.cashier.pay();
    const report = await asOwner(counter).report();
    expect(report).toMatchObject({
      day: '2026-11-22',
      bonusOwedSom: 1_820,
      waitingSom: 910,
      owedByCustomersSom: 0,
      byExpiry: [{ month: '2026-12', sumSom: 1_820 }],
      givenByKind: [{ kind: 'earned', sumSom: 1_820 }],
      costSom: 1_820,
      salesSom: 91_000,
      costBasisPoints: 200,
    });
    expect(report.months.map(({ month, givenSom }) => [month, givenSom])).toEqual([
      ['2026-10', 0],
      ['2026-11', 1_820],
    ]);
    expect(report.savers).toHaveLength(1);
    expect(report.savers[0]).toMatchObject({ bonusSom: 910, spentSom: 0 });
  });

  test('goods that came back cost no bonus and were no sales', async () => {
    const counter = await openCounter();
    const { card } = await counter.cardHolder();
    const buy = async () => {
      await counter.cashier.scan(card);
      await counter.cashier.put('b');
      return (await counter.cashier.pay()).saleId;
    };
    await buy();
    const saleId = await buy();
    const { report } = asOwner(counter);
    await counter.call(
      takeBack(counter.till.parts),
      {
        intentionId: counter.newId(),
        saleId,
        lines: [{ lineNumber: 1, quantityThousandths: 1_000 }],
        reason: 'quality',
      },
      office,
    );
    expect(await report()).toMatchObject({ costSom: 910, salesSom: 45_500, costBasisPoints: 200 });
  });

  test('falls by what is spent and by what burns, each in its month', async () => {
    const counter = await openCounter({ settings: { bonusExpiryDays: 30 } });
    const { card } = await counter.cardHolder();
    await counter.cashier.scan(card);
    await counter.cashier.put('tv'); // 1 000 000 earns 20 000
    await counter.cashier.pay();
    await counter.cashier.scan(card);
    await counter.cashier.put('b'); // 45 500: 8 000 of it by bonus, 37 500 in money earns 750
    await counter.cashier.change({ kind: 'spendBonus', amountSom: som(8_000) });
    await counter.cashier.pay();
    counter.clock.pass(31 * secondsOfDay);
    await beginDay(counter.till.host());
    const report = await asOwner(counter).report();
    expect(report.bonusOwedSom).toBe(0);
    expect(report.byExpiry).toEqual([]);
    expect(report.months).toEqual([
      { month: '2026-11', givenSom: 20_750, spentSom: 8_000, burnedSom: 0, takenBackSom: 0, paidOutSom: 0 },
      { month: '2026-12', givenSom: 0, spentSom: 0, burnedSom: 12_750, takenBackSom: 0, paidOutSom: 0 },
    ]);
    expect(report.costSom).toBe(-12_750);
  });

  test('stands beside gift cards and debts by how late they are', async () => {
    const counter = await openCounter();
    await counter.call(sellGiftCard(counter.till.parts), {
      intentionId: counter.newId(),
      amountSom: som(50_000),
      money: { kind: 'cash', receivedSom: som(50_000) },
      customerId: null,
    });
    counter.workAs(counter.ownerId, office);
    await counter.call(
      noteDebt,
      {
        intentionId: counter.newId(),
        name: 'Aziza',
        phone: '901234567',
        amountSom: som(120_000),
        since: '2026-10-01' as BusinessDay,
        dueOn: '2026-11-18' as BusinessDay,
        note: '',
      },
      office,
    );
    const report = await asOwner(counter).report();
    expect(report).toMatchObject({ giftCardsSom: 50_000, giftCardsExpiredSom: 0, debtsSom: 120_000 });
    expect(report.ageing.find(({ age }) => age === 'upTo7')?.openSom).toBe(120_000);
  });
});

describe('the file of all balances', () => {
  test('names each customer once, page by page, with bonus, debt and tier', async () => {
    const counter = await openCounter();
    const { card, customerId } = await counter.cardHolder();
    await counter.newCustomer('+998905556677', null, 'Lola');
    counter.workAs(counter.ownerId, office);
    const silver = {
      tierId: counter.newId(),
      name: { uz: 'Kumush' },
      fromSom: som(100_000),
      discountBasisPoints: basisPoints(0),
      bonusBasisPoints: null,
      privilege: {},
    };
    await counter.call(
      saveTiers,
      { intentionId: counter.newId(), window: 'allTime', tiers: [silver] },
      office,
    );
    await counter.cashier.scan(card);
    await counter.cashier.put('tv');
    await counter.cashier.pay();
    const { balances } = asOwner(counter);
    const first = await balances(null, 1);
    const second = await balances(first.nextCursor, 1);
    expect(second.nextCursor).toBeNull();
    const rows = [...first.rows, ...second.rows];
    expect(rows.find((row) => row.customerId === customerId)).toMatchObject({ bonusSom: 20_000, tier: '' });
    counter.clock.pass(secondsOfDay);
    const next = await balances(null, 10);
    expect(next.rows.map(({ tier }) => tier).sort()).toEqual(['', 'Kumush']);
  });
});

describe('what the owner may look at', () => {
  test('is nothing in an ordinary shop', async () => {
    const counter = await openCounter();
    await counter.cashier.put('a');
    await counter.cashier.pay();
    expect((await asOwner(counter).signs()).signs).toEqual([]);
  });

  test('is a card that earns five times on one day', async () => {
    const counter = await openCounter();
    const { card, customerId } = await counter.cardHolder();
    for (let receipt = 0; receipt < 5; receipt += 1) {
      await counter.cashier.scan(card);
      await counter.cashier.put('a');
      await counter.cashier.pay();
    }
    const { signs } = await asOwner(counter).signs();
    expect(signs).toMatchObject([{ kind: 'manyInADay', customerId, times: 5, sumSom: 1_295 }]);
  });

  test('is a correction that nobody stood for', async () => {
    const counter = await openCounter();
    const { customerId } = await counter.cardHolder();
    counter.workAs(counter.ownerId, office);
    await counter.call(
      correctBonus,
      { intentionId: counter.newId(), customerId, amountSom: som(5_000), reason: 'kechirim' },
      office,
    );
    const { signs } = await asOwner(counter).signs();
    expect(signs).toMatchObject([{ kind: 'correctedAlone', times: 1, sumSom: 5_000 }]);
  });
});
