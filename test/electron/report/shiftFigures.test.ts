/** The figures of a shift that uses everything, computed by hand, and what a shift counts at all. */
import { describe, expect, test } from 'vitest';
import { payFund, sponsor } from '../../../electron/loyalty/charityVerbs.ts';
import { payOut } from '../../../electron/loyalty/payOut.ts';
import { takeBackLoose } from '../../../electron/sale/takeBackLoose.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { humoTender } from '../sale/counter.ts';
import { openWholeShop } from '../sale/wholeShop.ts';
import { figuresNow, moveCash, nonCashInLedger, vat, verbsOf, wrongIn } from './shiftWorld.ts';

const click = (amountSom: number) =>
  ({ kind: 'qr', provider: 'click', amountSom: som(amountSom), reference: null }) as const;

/** Six receipts and whatever else moves money in a shop; the drawer begins with 100 000. */
async function wholeShift() {
  const settings = { ...vat, isPayOutOn: true };
  const shop = await openWholeShop({ settings });
  const { cashier } = shop;
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 100_000);
  await shop.giveBonus(customerId, 10_000);
  await shop.addPrinter();
  let bonusEarnedSom = 0;
  const sold = async (sale: Promise<{ saleId: string; bonusEarnedSom: number }>) => {
    const { saleId, bonusEarnedSom: earned } = await sale;
    bonusEarnedSom += earned;
    return saleId;
  };

  // 71 480 in cash; of 72 000 that were handed over, 520 stay on the customer's account.
  await cashier.put('a', 'a', 'b');
  await cashier.scan(card);
  const first = await sold(shop.payAll(72_000, { changeToAccountSom: 520 }));
  await cashier.put('tv');
  await sold(shop.payAll(400_000, { tenders: [humoTender(600_000)] }));
  const owner = shop.desk('owner desk', shop.ownerId);
  await owner.put('c');
  const third = await sold(owner.pay({ tenders: [click(8_300)], receivedCashSom: 0 }));
  await cashier.put('b');
  await cashier.scan(card);
  await cashier.change({ kind: 'sellOnCredit', amountSom: null, dueOn: null });
  await sold(shop.payAll());
  await cashier.put('b');
  await cashier.scan(await shop.newGiftCard(50_000));
  await sold(shop.payAll());
  // 8 300 less 300 by hand, after a line that was taken out and a basket that was cleared.
  await cashier.put('c', 'a');
  const { lines } = cashier.seen();
  await cashier.change({ kind: 'removeLine', lineId: lines[1]?.lineId ?? '' });
  const lineId = cashier.seen().lines[0]?.lineId ?? '';
  const discount = { kind: 'amount', amountSom: som(300) } as const;
  await cashier.change({ kind: 'discountLine', lineId, discount, reason: 'Qadogʻi ochiq' });
  await sold(shop.payAll());
  await cashier.put('a', 'b');
  await cashier.change({ kind: 'clear' });

  await shop.repay(customerId, 20_000);
  await shop.takeBack(first, { 1: 1 });
  await shop.takeBack(third, { 1: 1 });
  await shop.asOwner(takeBackLoose(shop.till.parts), {
    lines: [{ productId: shop.productIds.c, quantityThousandths: 1_000, priceSom: 8_300 }],
    customerId: null,
    reason: 'quality',
    note: 'Cheki yoʻq',
    moneyBack: 'cash',
  });
  await shop.asOwner(payOut(shop.till.parts), { customerId, amountSom: 5_000 });
  const fundId = await shop.newFund();
  await shop.asOwner(sponsor, { fundId, amountSom: 7_000, note: 'Mehribonlik uyiga' });
  await shop.asOwner(payFund, { fundId, amountSom: 7_000, from: 'drawer', note: 'Mehribonlik uyiga' });
  await moveCash(shop, 'in', 30_000);
  await moveCash(shop, 'collection', 500_000);
  await moveCash(shop, 'expense', 12_000);
  await shop.asOwner(verbsOf(shop).openDrawer, { reason: 'Maydalash' });
  return { shop, bonusEarnedSom };
}

describe('a shift that uses everything', () => {
  test('says what was sold, what came back and what is left, to the soʻm', async () => {
    const { shop, bonusEarnedSom } = await wholeShift();
    expect(await figuresNow(shop)).toMatchObject({
      number: 1,
      closedAt: null,
      receipts: 6,
      firstReceipt: 1,
      lastReceipt: 6,
      grossSom: 1_179_080,
      discountSom: 300,
      soldSom: 1_178_780,
      returns: { count: 2, sumSom: 21_290 },
      looseReturns: { count: 1, sumSom: 8_300 },
      netSom: 1_149_190,
      // 126 298 with the sales, less 1 392 and 889 and, without a receipt, 889.
      vat: [{ rateBasisPoints: 1200, netSom: 1_149_190, vatSom: 123_128 }],
      giftCardsSold: { count: 1, sumSom: 50_000 },
      debtsRepaid: { count: 1, sumSom: 20_000 },
      bonusPaidOut: { count: 1, sumSom: 5_000 },
      donationsSom: 0,
      roundingSom: 0,
      bonusEarnedSom,
      bonusSpentSom: 0,
      discountsByHand: { count: 1, sumSom: 300 },
      shelfPrices: { count: 0, sumSom: 0 },
      linesRemoved: 1,
      basketsCleared: 1,
      drawerOpened: 1,
      writtenOnPaper: { count: 0, sumSom: 0 },
    });
  });

  test('says how goods were paid, and what went back that way', async () => {
    const { shop } = await wholeShift();
    const { tenders } = await figuresNow(shop);
    expect(tenders.map(({ kind, provider, inSom, backSom }) => [kind, provider, inSom, backSom])).toEqual([
      ['giftCard', null, 45_500, 0],
      ['debt', null, 45_500, 0],
      ['card', 'humo', 600_000, 0],
      ['qr', 'click', 8_300, 8_300],
      ['cash', null, 479_480, 21_290],
    ]);
  });

  test('says why the drawer should hold what it should, which is what the ledger says', async () => {
    const { shop } = await wholeShift();
    const { drawer, expectedSom } = await figuresNow(shop);
    expect(drawer.map(({ cause, sumSom }) => [cause, sumSom])).toEqual([
      ['float', 100_000],
      ['sales', 480_000],
      ['returns', -12_990],
      ['looseReturns', -8_300],
      ['giftCards', 50_000],
      ['debts', 20_000],
      ['bonusPaidOut', -5_000],
      ['charity', -7_000],
      ['in', 30_000],
      ['collection', -500_000],
      ['expense', -12_000],
    ]);
    expect(drawer.reduce((sum, { sumSom }) => sum + sumSom, 0)).toBe(134_710);
    expect(expectedSom).toBe(134_710);
    expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(134_710);
  });

  test('says what each terminal should say, which is what the ledger says', async () => {
    const { shop } = await wholeShift();
    const { terminals } = await figuresNow(shop);
    expect(terminals).toEqual([
      { kind: 'card', provider: 'humo', expectedSom: 600_000, toldSom: null },
      { kind: 'qr', provider: 'click', expectedSom: 0, toldSom: null },
    ]);
    expect(await nonCashInLedger(shop)).toEqual({ humo: 600_000, click: 0 });
  });

  test('counts a return for whoever took it, so that all sellers together are the net', async () => {
    const { shop } = await wholeShift();
    const { sellers, netSom } = await figuresNow(shop);
    expect(sellers).toEqual([
      { personName: 'Kassir', receipts: 5, netSom: 1_170_480 },
      { personName: 'Egasi', receipts: 1, netSom: -21_290 },
    ]);
    expect(sellers.reduce((sum, seller) => sum + seller.netSom, 0)).toBe(netSom);
  });

  test('closes with a Z that verify finds whole, and the next shift begins at nothing', async () => {
    const { shop } = await wholeShift();
    const verbs = verbsOf(shop);
    const closed = await shop.asOwner(verbs.close, {
      countedSom: 134_710,
      terminals: [{ kind: 'card', provider: 'humo', toldSom: som(600_000) }],
    });
    expect(closed).toMatchObject({ expectedSom: 134_710, differenceSom: 0 });
    expect(closed.terminals).toEqual([
      { kind: 'card', provider: 'humo', expectedSom: 600_000, toldSom: 600_000 },
      { kind: 'qr', provider: 'click', expectedSom: 0, toldSom: null },
    ]);
    expect(await wrongIn(shop)).toEqual([]);
    await shop.asOwner(verbs.open, { floatSom: 10_000 });
    expect(await figuresNow(shop)).toMatchObject({
      number: 2,
      receipts: 0,
      firstReceipt: null,
      netSom: 0,
      vat: [],
      tenders: [],
      terminals: [],
      sellers: [],
      linesRemoved: 0,
      bonusPaidOut: { count: 0, sumSom: 0 },
      drawer: [{ cause: 'float', sumSom: 10_000 }],
      expectedSom: 10_000,
    });
  });
});

describe('VAT', () => {
  test('of a return whose goods have several rates is shared exactly over them', async () => {
    const shop = await openWholeShop({ settings: vat });
    const { productIds, db, cashier } = shop;
    await db.updateTable('product').set({ vat_kind: 'none' }).where('id', '=', productIds.c).execute();
    await cashier.put('a', 'a', 'b', 'c');
    const { saleId } = await shop.payAll();
    expect((await figuresNow(shop)).vat).toEqual([
      { rateBasisPoints: 1200, netSom: 71_480, vatSom: 7_659 },
      { rateBasisPoints: null, netSom: 8_300, vatSom: 0 },
    ]);
    await shop.takeBack(saleId, { 1: 1, 3: 1 });
    // 2 784 inside two pieces, 1 392 inside the one that is kept.
    expect((await figuresNow(shop)).vat).toEqual([{ rateBasisPoints: 1200, netSom: 58_490, vatSom: 6_267 }]);
  });
});

describe('what a shift counts', () => {
  test('is its own sales, also after midnight; the day of a receipt is another thing', async () => {
    const shop = await openWholeShop({ now: '2026-11-22T18:58:00.000Z' });
    await shop.cashier.put('a');
    await shop.payAll();
    // 00:03 in Tashkent.
    shop.clock.pass(300);
    await shop.cashier.put('b');
    await shop.payAll();
    const days = await shop.db.selectFrom('sale').select('business_day').orderBy('number').execute();
    expect(days.map((day) => day.business_day)).toEqual(['2026-11-22', '2026-11-23']);
    expect(await figuresNow(shop)).toMatchObject({
      businessDay: '2026-11-22',
      receipts: 2,
      soldSom: 58_490,
      expectedSom: 158_490,
    });
  });

  test('is in the order of its documents when the clock is set back an hour', async () => {
    const shop = await openWholeShop({ settings: { isPayOutOn: true } });
    const { cashier } = shop;
    const { customerId } = await shop.cardHolder();
    await shop.giveBonus(customerId, 10_000);
    await cashier.put('a');
    await shop.payAll();
    shop.clock.pass(-3_600);
    await cashier.put('b', 'c');
    const { lines } = cashier.seen();
    await cashier.change({ kind: 'removeLine', lineId: lines[1]?.lineId ?? '' });
    await shop.payAll();
    await shop.asOwner(payOut(shop.till.parts), { customerId, amountSom: 5_000 });
    expect(await figuresNow(shop)).toMatchObject({
      receipts: 2,
      firstReceipt: 1,
      lastReceipt: 2,
      linesRemoved: 1,
      bonusPaidOut: { count: 1, sumSom: 5_000 },
      expectedSom: 153_490,
    });
    const closed = await shop.asOwner(verbsOf(shop).close, { countedSom: 153_490 });
    expect(closed.differenceSom).toBe(0);
    expect(await wrongIn(shop)).toEqual([]);
  });

  test('is an exchange in the drawer with what was paid on top, and no more', async () => {
    const shop = await openWholeShop();
    const { cashier } = shop;
    await cashier.put('a');
    const { saleId } = await shop.payAll();
    const owner = shop.desk('owner desk', shop.ownerId);
    await owner.put('b');
    const lines = [{ lineNumber: 1, quantityThousandths: 1_000 as never }];
    await owner.change({ kind: 'exchange', exchange: { saleId, lines, reason: 'wrong' } });
    await owner.pay();
    const { expectedSom, drawer, netSom } = await figuresNow(shop);
    expect(drawer.map(({ cause, sumSom }) => [cause, sumSom])).toEqual([
      ['float', 100_000],
      // 12 990, and 45 500 of which 12 990 are what came back.
      ['sales', 58_490],
      ['returns', -12_990],
    ]);
    expect([expectedSom, netSom]).toEqual([145_500, 45_500]);
    await shop.asOwner(verbsOf(shop).close, { countedSom: 145_500 });
    expect(await wrongIn(shop)).toEqual([]);
  });

  test('tells shelf prices from discounts, and what was entered from paper', async () => {
    const shop = await openWholeShop();
    const { cashier } = shop;
    await cashier.put('a');
    const lineId = cashier.seen().lines[0]?.lineId ?? '';
    await cashier.change({ kind: 'shelfPrice', lineId, priceSom: som(12_000) });
    await shop.payAll();
    await cashier.put('c');
    const written = { day: businessDay('2026-11-21'), minute: 600 };
    await cashier.change({ kind: 'writtenOnPaper', written });
    await shop.payAll();
    expect(await figuresNow(shop)).toMatchObject({
      soldSom: 20_300,
      discountSom: 990,
      discountsByHand: { count: 0, sumSom: 0 },
      shelfPrices: { count: 1, sumSom: 990 },
      writtenOnPaper: { count: 1, sumSom: 8_300 },
      expectedSom: 120_300,
    });
  });
});
