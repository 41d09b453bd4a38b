/** Firm customers against a shop that lends, is paid back and takes goods back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { firmVerbs } from '../../../electron/customer/firms.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { tagsOfCustomer } from '../../../electron/customer/queries.ts';
import { undoMerge } from '../../../electron/customer/unmerge.ts';
import { priceLists, reconciliation } from '../../../electron/report/firms.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { openWholeShop, provesItself, type WholeShop } from '../sale/wholeShop.ts';

let shop: WholeShop;
let cafe: { readonly customerId: string; readonly card: string };

const details = {
  legalName: 'Bahor MCHJ',
  taxNumber: '301 234 567',
  contractNumber: '12/26',
  contractOn: businessDay('2026-01-15'),
  priceListTag: '',
};
const save = (customerId: string, different: Partial<typeof details> = {}) =>
  shop.asOwner(firmVerbs.saveFirm, { customerId, ...details, ...different });
const firmOf = async (customerId: string) => (await shop.asOwner(firmVerbs.firm, { customerId })).firm;
const account = (from: string, to: string) =>
  shop.asOwner(reconciliation, {
    customerId: cafe.customerId,
    from: businessDay(from),
    to: businessDay(to),
  });

async function buyOnCredit(at: string, onCreditSom: number) {
  shop.clock.now = at as Instant;
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(cafe.card);
  if (onCreditSom > 0) {
    await shop.cashier.change({ kind: 'sellOnCredit', amountSom: som(onCreditSom), dueOn: null });
  }
  return shop.payAll();
}

beforeEach(async () => {
  shop = await openWholeShop({ now: '2026-11-01T04:00:00.000Z' });
  cafe = await shop.cardHolder('901110001');
});

describe('a firm', () => {
  test('has a tax number of 9 digits, or 14 for a sole trader, and spaces in it do not matter', async () => {
    await save(cafe.customerId);
    expect(await firmOf(cafe.customerId)).toEqual({ ...details, taxNumber: '301234567' });
    await save(cafe.customerId, { taxNumber: '31234567890123' });
    expect((await firmOf(cafe.customerId))?.taxNumber).toBe('31234567890123');
    await expect(save(cafe.customerId, { taxNumber: '12345678' })).rejects.toThrow();
  });

  test('is known once: another customer with its tax number is refused, and the shop is told who it is', async () => {
    await save(cafe.customerId);
    const other = await shop.cardHolder('901110002');
    await expect(save(other.customerId)).rejects.toMatchObject({
      code: 'FirmKnown',
      data: { customerId: cafe.customerId },
    });
  });

  test('carries the tag of its price list, and no longer that of the list before', async () => {
    await save(cafe.customerId, { priceListTag: 'Ulgurji' });
    expect(await tagsOfCustomer(shop.db, cafe.customerId)).toEqual(['ulgurji']);
    await save(cafe.customerId, { priceListTag: 'hamkor' });
    expect(await tagsOfCustomer(shop.db, cafe.customerId)).toEqual(['hamkor']);
    await shop.asOwner(firmVerbs.removeFirm, { customerId: cafe.customerId });
    expect(await tagsOfCustomer(shop.db, cafe.customerId)).toEqual([]);
    expect(await firmOf(cafe.customerId)).toBeNull();
  });

  test('stays the firm of the person whom its customer turned out to be', async () => {
    await save(cafe.customerId);
    const owner = await shop.cardHolder('901110002');
    await shop.asOwner(mergeCustomers, { intoId: owner.customerId, fromId: cafe.customerId });
    expect((await firmOf(owner.customerId))?.legalName).toBe('Bahor MCHJ');
    await save(owner.customerId, { contractNumber: '13/26' });
    const { firms } = await shop.asOwner(firmVerbs.firms, { cursor: null, limit: 50 });
    expect(firms).toMatchObject([{ customerId: owner.customerId, contractNumber: '13/26' }]);
  });

  test('of two firms that are one person the kept one keeps its papers, whichever was told last', async () => {
    const kept = await shop.cardHolder('901110002');
    await save(kept.customerId, { legalName: 'Anor MCHJ', taxNumber: '300000001' });
    shop.clock.pass(60);
    await save(cafe.customerId);
    await shop.asOwner(mergeCustomers, { intoId: kept.customerId, fromId: cafe.customerId });
    expect((await firmOf(kept.customerId))?.legalName).toBe('Anor MCHJ');
  });

  test('goes back to its customer when the two are parted, also with papers that were changed since', async () => {
    await save(cafe.customerId);
    const owner = await shop.cardHolder('901110002');
    const ids = { intoId: owner.customerId, fromId: cafe.customerId };
    await shop.asOwner(mergeCustomers, ids);
    shop.clock.pass(60);
    await save(owner.customerId, { contractNumber: '13/26' });
    await shop.asOwner(undoMerge, ids);
    expect(await firmOf(cafe.customerId)).toMatchObject({ taxNumber: '301234567', contractNumber: '13/26' });
    expect(await firmOf(owner.customerId)).toBeNull();
    await shop.asOwner(mergeCustomers, ids);
    await save(owner.customerId, { priceListTag: 'hamkor' });
    await expect(shop.asOwner(undoMerge, ids)).rejects.toMatchObject({ data: { obstacle: 'changed' } });
  });

  test('a list of firms goes on where a page ended', async () => {
    for (const [at, legalName] of ['Zafar', 'Anor', 'Anor'].entries()) {
      const { customerId } = await shop.cardHolder(`90111010${at}`);
      await save(customerId, { legalName, taxNumber: `30000000${at}` });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { firms: { legalName: string }[]; nextCursor: string | null } = await shop.asOwner(
        firmVerbs.firms,
        { cursor, limit: 1 },
      );
      seen.push(...page.firms.map(({ legalName }) => legalName));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['Anor', 'Anor', 'Zafar']);
  });
});

describe('the reconciliation', () => {
  test('opens with what was owed, lists receipts on credit and payments, and closes with what is owed', async () => {
    await shop.mayOwe(cafe.customerId, 1_000_000);
    await buyOnCredit('2026-11-01T05:00:00.000Z', 5_000);
    const second = await buyOnCredit('2026-11-02T05:00:00.000Z', 7_000);
    shop.clock.now = '2026-11-03T05:00:00.000Z' as Instant;
    await shop.repay(cafe.customerId, 9_000);
    await buyOnCredit('2026-11-03T06:00:00.000Z', 0);

    const { rows, atOnce, ...sums } = await account('2026-11-02', '2026-11-03');
    expect(sums).toMatchObject({
      openingSom: 5_000,
      debitSom: 7_000,
      creditSom: 9_000,
      closingSom: 3_000,
    });
    expect(rows).toMatchObject([
      { kind: 'sale', receiptNumber: second.number, debitSom: 7_000, creditSom: 0, balanceSom: 12_000 },
      { kind: 'debtRepaid', receiptNumber: null, debitSom: 0, creditSom: 9_000, balanceSom: 3_000 },
    ]);
    expect(atOnce.receipts).toBe(2);
    expect((await account('2026-11-01', '2026-11-30')).closingSom).toBe(3_000);
    expect((await shop.credit(cafe.customerId)).openSom).toBe(3_000);
    await provesItself(shop);
  });

  test('what the shop keeps for a firm stands on the other side', async () => {
    await shop.putOnAccount(cafe.customerId, 4_000);
    expect(await account('2026-11-01', '2026-11-30')).toMatchObject({
      openingSom: 0,
      creditSom: 4_000,
      closingSom: -4_000,
      rows: [{ kind: 'corrected', creditSom: 4_000 }],
    });
  });

  test('of two who turned out to be one tells the account of both', async () => {
    const other = await shop.cardHolder('901110002');
    await shop.mayOwe(cafe.customerId, 1_000_000);
    await buyOnCredit('2026-11-02T05:00:00.000Z', 7_000);
    await shop.asOwner(mergeCustomers, { intoId: other.customerId, fromId: cafe.customerId });
    const { rows, closingSom } = await account('2026-11-01', '2026-11-30');
    expect(rows.map(({ kind }) => kind)).toEqual(['sale']);
    expect(closingSom).toBe(7_000);
  });
});

describe('a price list', () => {
  const agreed = async () => {
    const goods = await shop.db.selectFrom('product').select(['id', 'price_som']).execute();
    const [tea] = goods.filter(({ id }) => id === shop.productIds.a);
    if (tea === undefined) throw new Error('the shop has no tea');
    await shop.live({
      name: { uz: 'Ulgurji narxlar' },
      level: 'product',
      scope: { kind: 'products', productIds: [tea.id] },
      benefit: { kind: 'salePrices', prices: [{ productId: tea.id, priceSom: som(tea.price_som - 1_000) }] },
      conditions: [{ kind: 'customerTag', tags: ['ulgurji'] }],
    });
    return tea;
  };

  test('is a set of sale prices that holds for a tag: the firm pays them, and nobody else', async () => {
    const tea = await agreed();
    const { lists } = await shop.asOwner(priceLists, {});
    expect(lists).toMatchObject([
      {
        tags: ['ulgurji'],
        goods: [{ productId: tea.id, usualSom: tea.price_som, priceSom: tea.price_som - 1_000 }],
      },
    ]);
    await shop.cashier.put('a');
    await shop.cashier.scan(cafe.card);
    expect(shop.cashier.seen().dueSom).toBe(tea.price_som);
    await save(cafe.customerId, { priceListTag: 'ulgurji' });
    expect((await shop.cashier.open()).dueSom).toBe(tea.price_som - 1_000);
  });
});

test('the receipt of a firm says its name and tax number, and that of a person does not', async () => {
  await shop.addPrinter();
  await save(cafe.customerId);
  const texts = [];
  for (const card of [cafe.card, (await shop.cardHolder('901110002')).card]) {
    await shop.cashier.put('a');
    await shop.cashier.scan(card);
    const { saleId } = await shop.payAll();
    const job = await shop.db
      .selectFrom('print_job')
      .select('blocks_json')
      .where('document_id', '=', saleId)
      .where('kind', '=', 'paper')
      .executeTakeFirstOrThrow();
    texts.push(job.blocks_json);
  }
  expect(texts[0]).toContain('Xaridor: Bahor MCHJ');
  expect(texts[0]).toContain('STIR 301234567');
  expect(texts[1]).not.toContain('Xaridor');
});
