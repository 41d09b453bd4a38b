/** Any sale, any sequence of part returns: through the verbs, on a real file, everything that was paid comes back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { som, thousandths } from '../../../shared/money.ts';
import { accountsAndSums, type GoodsName } from './counter.ts';
import { chosenTenders, linesBack, openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

interface AnySale {
  readonly goods: readonly GoodsName[];
  readonly bonus: number;
  readonly giftCard: number;
  readonly account: number;
  readonly debt: number;
  readonly hasCoupon: boolean;
  readonly isExchange: boolean;
  /** In which order single pieces come back. */
  readonly order: readonly number[];
}

const some = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
const anySale: fc.Arbitrary<AnySale> = fc.record({
  goods: fc.array(fc.constantFrom<GoodsName>('a', 'b', 'c'), { minLength: 1, maxLength: 6 }),
  bonus: some(9_000),
  giftCard: some(15_000),
  account: some(10_000),
  debt: some(20_000),
  hasCoupon: fc.boolean(),
  isExchange: fc.boolean(),
  order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
});

async function balancesOf({ db }: WholeShop) {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
  return accounts.filter((account) => account.balance_som !== 0);
}

/** What was put aside for the sale before it. */
interface Prepared {
  readonly shop: WholeShop;
  readonly card: string;
  readonly giftCard: string;
  readonly seriesId: string;
}

async function prepare(): Promise<Prepared> {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never, debtEarns: 'atOnce' } });
  await shop.live({ level: 'product', benefit: { kind: 'cheapestFree', of: 3 } });
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 1_000_000);
  await shop.putOnAccount(customerId, 1_000_000);
  await shop.mayOwe(customerId, 10_000_000);
  return { shop, card, giftCard: await shop.newGiftCard(1_000_000), seriesId: await shop.makeSeries() };
}

async function sell({ shop, card, giftCard, seriesId }: Prepared, sale: AnySale): Promise<string> {
  const { cashier } = shop;
  await cashier.put(...sale.goods);
  await cashier.scan(card);
  if (sale.hasCoupon) await cashier.scan(await shop.newCoupon(seriesId));
  const atMost = cashier.seen().bonusAtMostSom;
  if (sale.bonus > 0)
    await cashier.change({ kind: 'spendBonus', amountSom: som(Math.min(sale.bonus, atMost)) });
  if (sale.giftCard > 0) {
    await cashier.change({ kind: 'payByGiftCard', code: giftCard, amountSom: som(sale.giftCard) });
  }
  if (sale.account > 0) await cashier.change({ kind: 'spendStoreCredit', amountSom: som(sale.account) });
  if (sale.debt > 0) await cashier.change({ kind: 'sellOnCredit', amountSom: som(sale.debt), dueOn: null });
  return (await shop.payAll()).saleId;
}

/** One piece after the other, the first of them in an exchange for salt that comes back too. */
async function takeAllBack({ shop }: Prepared, saleId: string, { isExchange, order }: AnySale) {
  const lines = await shop.db
    .selectFrom('sale_line')
    .select(['line_no', 'quantity_thousandths'])
    .where('sale_id', '=', saleId)
    .execute();
  const pieces = lines
    .flatMap((line) => Array.from({ length: line.quantity_thousandths / 1_000 }, () => line.line_no))
    .map((line, index) => ({ line, place: order[index] ?? 0 }))
    .toSorted((a, b) => a.place - b.place);
  for (const [index, { line }] of pieces.entries()) {
    if (index === 0 && isExchange) await exchangeForSalt(shop, saleId, line);
    else await shop.takeBack(saleId, { [line]: 1 });
  }
  const again = shop.takeBack(saleId, { 1: 1 });
  expect((await shop.refusal(again)).code).toBe('ReturnTooMuch');
}

async function exchangeForSalt(shop: WholeShop, saleId: string, line: number): Promise<void> {
  const desk = shop.desk('owner', shop.ownerId);
  await desk.put('c');
  const [back] = linesBack({ [line]: 1 });
  if (back === undefined) throw new Error('nothing to exchange');
  const quantityThousandths = thousandths(back.quantityThousandths);
  const exchange = { saleId, lines: [{ ...back, quantityThousandths }], reason: 'wrong' as const };
  const seen = await desk.change({ kind: 'exchange', exchange });
  const cash = seen.dueCashSom > 0 ? { tenders: desk.payment().tenders } : { tenders: chosenTenders(seen) };
  const salt = await desk.pay({ ...cash, receivedCashSom: seen.dueCashSom });
  await shop.takeBack(salt.saleId, { 1: 1 });
}

test('whatever was sold, however it was paid and in whichever order it comes back: no account is changed', async () => {
  const prepared = await prepare();
  await fc.assert(
    fc.asyncProperty(anySale, async (sale) => {
      const before = await balancesOf(prepared.shop);
      const saleId = await sell(prepared, sale);
      await takeAllBack(prepared, saleId, sale);
      expect(await balancesOf(prepared.shop)).toEqual(before);
    }),
    { numRuns: 12 },
  );
  await provesItself(prepared.shop);
}, 120_000);

test('of two returns of the same line at once one is done', async () => {
  const { shop } = await prepare();
  await shop.cashier.put('b');
  const { saleId } = await shop.payAll();
  const both = await Promise.allSettled([1, 2].map(() => shop.takeBack(saleId, { 1: 1 })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rows = await shop.db.selectFrom('sale_return').select('id').execute();
  expect(rows).toHaveLength(1);
});
