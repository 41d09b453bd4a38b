/** Charity on a real file: rounding up at the counter, bonus given, the shop's own sums, and a statement the ledger proves. */
import { expect, test } from 'vitest';
import {
  charityMonth,
  donateBonus,
  listFunds,
  payFund,
  saveFund,
  sponsor,
} from '../../../electron/loyalty/charityVerbs.ts';
import { openFunds, takeRoundUpBack } from '../../../electron/loyalty/inTransaction.ts';
import { ownerPassword } from '../../till.ts';
import { type GameShop, openGameShop } from './collectWorld.ts';

async function charityShop() {
  const shop = await openGameShop();
  const fundId = shop.newId();
  await shop.own(saveFund, { fundId, name: { uz: 'Mehr uyi' }, isActive: true });
  return { shop, fundId };
}

/** What the ledger says lies with the shop for a fund. */
async function inLedger(shop: GameShop, fundId: string): Promise<number> {
  const row = await shop.db
    .selectFrom('account')
    .select('balance_som')
    .where('kind', '=', 'donations')
    .where('subject_id', '=', fundId)
    .executeTakeFirst();
  return 0 - (row?.balance_som ?? 0);
}

async function monthOf(shop: GameShop, month = '2026-11') {
  return shop.call(charityMonth, { month });
}

async function entriesOf(shop: GameShop, documentKind: string) {
  const rows = await shop.db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(['account_kind', 'subject_id', 'amount_som'])
    .where('posting.document_kind', '=', documentKind)
    .orderBy('amount_som', 'desc')
    .execute();
  return rows.map((row) => [row.account_kind, row.subject_id, row.amount_som]);
}

/** Sells one tea (12 990) rounded up to 13 000; answers the sale. */
async function roundedSale(shop: GameShop, fundId: string, card?: string) {
  await shop.cashier.put('a');
  if (card !== undefined) await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 1000 } });
  return shop.cashier.pay();
}

test('a receipt rounded up gives the rest to the fund, in its table and in the ledger', async () => {
  const { shop, fundId } = await charityShop();
  const sale = await roundedSale(shop, fundId);
  expect(sale).toMatchObject({ netSom: 12_990, donationSom: 10 });
  expect(await inLedger(shop, fundId)).toBe(10);
  expect((await shop.call(listFunds, {})).funds).toEqual([
    { fundId, name: { uz: 'Mehr uyi' }, isActive: true, balanceSom: 10 },
  ]);
  const donations = await shop.db.selectFrom('donation').selectAll().execute();
  expect(donations).toMatchObject([
    { kind: 'roundUp', amount_som: 10, sale_id: sale.saleId, person_id: shop.cashierId, customer_id: null },
  ]);
});

test('a full cancel takes the gift back once, and the statement counts the receipt no more', async () => {
  const { shop, fundId } = await charityShop();
  const { saleId } = await roundedSale(shop, fundId);
  await roundedSale(shop, fundId);
  const cancel = () => shop.within((scope) => takeRoundUpBack(scope, { saleId, documentId: shop.newId() }));
  expect(await cancel()).toEqual({ fundId, amountSom: 10 });
  expect(await cancel()).toBeNull();
  expect((await monthOf(shop)).funds).toMatchObject([{ roundUpSom: 10, roundUpReceipts: 1, afterSom: 10 }]);
});

test('bonus given to a fund leaves the lots that burn first, and is no more than may be spent', async () => {
  const { shop, fundId } = await charityShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'tv');
  shop.goTo('23');
  await shop.buy(card, 'tv');
  const given = { customerId, fundId, amountSom: 25_000 };
  expect(await shop.own(donateBonus, given)).toEqual({ bonusBalanceSom: 15_000 });
  const lots = await shop.db.selectFrom('bonus_lot').select('remaining_som').orderBy('created_at').execute();
  expect(lots).toEqual([{ remaining_som: 0 }, { remaining_som: 15_000 }]);
  expect(await entriesOf(shop, 'bonusDonated')).toEqual([
    ['bonusLiability', customerId, 25_000],
    ['donations', fundId, -25_000],
  ]);
  const month = await shop.db.selectFrom('bonus_month').selectAll().where('kind', '=', 'donated').execute();
  expect(month).toMatchObject([{ amount_som: 25_000 }]);
  const more = shop.own(donateBonus, given);
  expect(await shop.refusal(more)).toMatchObject({ code: 'BonusNotEnough', data: { spendableSom: 15_000 } });
  await shop.expectBalanced();
});

test('money is handed over up to what lies with the shop, from the drawer only in a shift', async () => {
  const { shop, fundId } = await charityShop();
  await shop.own(sponsor, { fundId, amountSom: 50_000, note: 'Ramazon' });
  expect(await entriesOf(shop, 'fundSponsored')).toEqual([
    ['charityPaid', 'shop', 50_000],
    ['donations', fundId, -50_000],
  ]);
  const pay = (amountSom: number, from: 'drawer' | 'outside') =>
    shop.own(payFund, { fundId, amountSom, from, note: '' });
  expect(await shop.refusal(pay(50_001, 'outside'))).toMatchObject({
    code: 'FundHoldsLess',
    data: { balanceSom: 50_000 },
  });
  await pay(20_000, 'drawer');
  expect(await entriesOf(shop, 'fundPaid')).toEqual([
    ['donations', fundId, 20_000],
    ['cashDrawer', shop.till.host().tillId, -20_000],
  ]);
  // The drawer holds its float less what was handed over, so that the count at the end of the shift fits.
  const close = await shop.closeShift(80_000);
  expect(close).toMatchObject({ expectedSom: 80_000, differenceSom: 0 });
  expect((await shop.refusal(pay(1_000, 'drawer'))).code).toBe('ShiftNotOpen');
  await pay(30_000, 'outside');
  expect(await inLedger(shop, fundId)).toBe(0);
  await shop.expectBalanced();
});

test('the statement of each month leaves exactly what the ledger says of the fund', async () => {
  const { shop, fundId } = await charityShop();
  const { card, customerId } = await shop.cardHolder();
  await roundedSale(shop, fundId, card);
  await shop.buy(card, 'tv');
  await shop.call(donateBonus, { intentionId: shop.newId(), customerId, fundId, amountSom: 5_000 });
  await shop.own(sponsor, { fundId, amountSom: 50_000, note: 'Ramazon' });
  shop.clock.pass(60);
  await shop.own(payFund, { fundId, amountSom: 40_000, from: 'outside', note: 'Topshirildi' });
  const november = await monthOf(shop);
  expect(november).toMatchObject({
    funds: [
      {
        fundId,
        beforeSom: 0,
        roundUpSom: 10,
        roundUpReceipts: 1,
        bonusSom: 5_000,
        shopSom: 50_000,
        paidOutSom: 40_000,
        afterSom: 15_010,
      },
    ],
    entries: [
      { kind: 'shop', amountSom: 50_000, note: 'Ramazon', day: '2026-11-22' },
      { kind: 'paidOut', amountSom: 40_000, note: 'Topshirildi' },
    ],
  });
  expect(await inLedger(shop, fundId)).toBe(15_010);
  shop.clock.now = '2026-12-03T06:00:00.000Z' as typeof shop.clock.now;
  await roundedSale(shop, fundId);
  expect((await monthOf(shop, '2026-12')).funds).toMatchObject([
    { beforeSom: 15_010, roundUpSom: 10, afterSom: 15_020 },
  ]);
  expect((await monthOf(shop)).funds).toEqual(november.funds);
  expect(await inLedger(shop, fundId)).toBe(15_020);
});

test('a closed fund takes nothing more, and is still paid out', async () => {
  const { shop, fundId } = await charityShop();
  await shop.own(sponsor, { fundId, amountSom: 1_000, note: 'Yopilish' });
  await shop.own(saveFund, { fundId, name: { uz: 'Mehr uyi' }, isActive: false });
  expect(await openFunds(shop.db)).toEqual([]);
  const more = shop.own(sponsor, { fundId, amountSom: 1_000, note: 'Yana' });
  expect((await shop.refusal(more)).code).toBe('FundClosed');
  const { customerId } = await shop.cardHolder();
  const donated = shop.call(donateBonus, { intentionId: shop.newId(), customerId, fundId, amountSom: 1 });
  expect((await shop.refusal(donated)).code).toBe('FundClosed');
  await shop.own(payFund, { fundId, amountSom: 1_000, from: 'outside', note: '' });
  expect(await inLedger(shop, fundId)).toBe(0);
});

test('what a customer gave stands with whoever they have become', async () => {
  const { shop, fundId } = await charityShop();
  const first = await shop.cardHolder('+998901112233');
  const second = await shop.cardHolder('+998905556677');
  await roundedSale(shop, fundId, second.card);
  await shop.merge(first.customerId, second.customerId);
  const donations = await shop.db.selectFrom('donation').select('customer_id').execute();
  expect(donations).toEqual([{ customer_id: first.customerId }]);
});

test('without the card a day’s limit holds for bonus given away as for bonus spent, and a senior may allow more', async () => {
  const { shop, fundId } = await charityShop();
  const { card, customerId } = await shop.cardHolder();
  for (const day of ['22', '23']) {
    shop.goTo(day);
    await shop.buy(card, 'tv');
  }
  shop.workAs(shop.cashierId);
  const give = (amountSom: number, more: object = {}) =>
    shop.call(donateBonus, { intentionId: shop.newId(), customerId, fundId, amountSom, ...more });
  await give(15_000);
  expect(await shop.refusal(give(5_001))).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 5_000 } });
  await give(5_000);
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  expect(await give(10_000, { approval })).toEqual({ bonusBalanceSom: 10_000 });
  expect(await inLedger(shop, fundId)).toBe(30_000);
  await shop.expectBalanced();
});
