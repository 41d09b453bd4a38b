/** An exchange: goods come back and pay for others in one act, or nothing happens at all. */
import { expect, test } from 'vitest';
import { parkingVerbs } from '../../../electron/sale/parkingVerbs.ts';
import { som, thousandths } from '../../../shared/money.ts';
import type { BasketChange } from '../../../shared/sale/basketChange.ts';
import { ownerPassword } from '../../till.ts';
import { bonusTender, cashTender, type Desk, humoTender } from './counter.ts';
import { linesBack, openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

const exchangeOf = (saleId: string, pieces: Record<number, number>): BasketChange => ({
  kind: 'exchange',
  exchange: {
    saleId,
    lines: linesBack(pieces).map((line) => ({
      ...line,
      quantityThousandths: thousandths(line.quantityThousandths),
    })),
    reason: 'wrong',
  },
});

const ownersDesk = (shop: WholeShop, key = 'owner at the till'): Desk => shop.desk(key, shop.ownerId);

/** 45 500 of rice and 8 300 of salt, paid as told; on the receipt of nobody. */
async function soldRice(tenders = [cashTender(53_800)]) {
  const shop = await openWholeShop();
  await shop.cashier.put('b', 'c');
  const cashSom = tenders.find(({ kind }) => kind === 'cash')?.amountSom ?? 0;
  const sold = await shop.cashier.pay({ tenders, receivedCashSom: cashSom });
  return { shop, sold };
}

const returnTenders = (shop: WholeShop) =>
  shop.db
    .selectFrom('sale_return_tender')
    .select(['kind', 'provider', 'amount_som', 'reference'])
    .orderBy('return_id')
    .orderBy('tender_no')
    .execute();

const saleTenders = (shop: WholeShop, saleId: string) =>
  shop.db
    .selectFrom('sale_tender')
    .select(['kind', 'amount_som', 'reference'])
    .where('sale_id', '=', saleId)
    .orderBy('tender_no')
    .execute();

test('dearer goods: what came back pays, the customer adds the rest in cash', async () => {
  const { shop, sold } = await soldRice();
  const desk = ownersDesk(shop);
  await desk.put('b', 'a', 'a');
  const seen = await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  expect(seen).toMatchObject({
    totalSom: 71_480,
    dueSom: 25_980,
    dueCashSom: 25_980,
    exchange: {
      number: 1,
      moneyBackSom: 45_500,
      usedSom: 45_500,
      restSom: 0,
      problem: null,
      lines: [{ name: { uz: 'Guruch' }, quantityThousandths: 1_000 }],
    },
  });
  const drawer = await shop.balance('cashDrawer', shop.till.host().tillId);
  const done = await desk.pay({ receivedCashSom: 30_000 });
  expect(done).toMatchObject({
    number: 2,
    changeSom: 4_020,
    exchange: { returnNumber: 1, handedBackSom: 0 },
  });
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(drawer + 25_980);
  expect(await saleTenders(shop, done.saleId)).toEqual([
    { kind: 'cash', amount_som: 45_500, reference: 'exchange:1' },
    { kind: 'cash', amount_som: 25_980, reference: null },
  ]);
  expect(await returnTenders(shop)).toEqual([
    { kind: 'cash', provider: null, amount_som: 45_500, reference: 'exchange:1' },
  ]);
});

test('cheaper goods: the rest is handed back as it had come', async () => {
  const { shop, sold } = await soldRice([humoTender(40_000), cashTender(13_800)]);
  const desk = ownersDesk(shop);
  await desk.put('c');
  const seen = await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  expect(seen).toMatchObject({ dueSom: 0, exchange: { usedSom: 8_300, restSom: 37_200 } });
  const done = await desk.pay({ tenders: [], receivedCashSom: som(0) });
  expect(done).toMatchObject({ changeSom: 0, exchange: { returnNumber: 1, handedBackSom: 37_200 } });
  // Of 37 200 the drawer gives the 13 800 that lie there from the sale, the card the rest.
  expect((await returnTenders(shop)).map((row) => [row.kind, row.amount_som])).toEqual([
    ['cash', 8_300],
    ['cash', 13_800],
    ['card', 23_400],
  ]);
  expect(await shop.balance('terminal', 'humo')).toBe(40_000 - 23_400);
});

test('goods that were got for a card’s money give it back to the card, not in cash', async () => {
  const { shop, sold } = await soldRice([humoTender(53_800)]);
  const desk = ownersDesk(shop);
  await desk.put('b');
  await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  const done = await desk.pay({ tenders: [], receivedCashSom: som(0) });
  const back = await shop.takeBack(done.saleId, { 1: 1 });
  expect(back.tenders).toMatchObject([{ kind: 'card', provider: 'humo', amountSom: 45_500 }]);
  expect(await shop.balance('terminal', 'humo')).toBe(8_300);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(100_000);
});

test('nobody turns a card into cash by giving its payment the name of a return', async () => {
  const { shop, sold } = await soldRice([{ ...humoTender(53_800), reference: 'exchange:1' }]);
  const back = await shop.takeBack(sold.saleId, { 1: 1 });
  expect(back.tenders).toMatchObject([{ kind: 'card', provider: 'humo', amountSom: 45_500 }]);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(100_000);
});

test('two windows with the same goods: the second is refused, and the screen says why', async () => {
  const { shop, sold } = await soldRice();
  const [first, second] = [ownersDesk(shop, 'first'), ownersDesk(shop, 'second')];
  for (const desk of [first, second]) {
    desk.listen();
    await desk.put('b');
    await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  }
  const nothing = { tenders: [], receivedCashSom: som(0) };
  await first.pay(nothing);
  const before = await shop.everyRow();
  expect(await shop.refusal(second.pay(nothing))).toEqual({
    code: 'ReturnTooMuch',
    data: { lineNumber: 1, leftThousandths: 0 },
  });
  expect(await shop.everyRow()).toBe(before);
  const seen = await second.open();
  expect(seen.exchange).toMatchObject({ problem: 'ReturnTooMuch', moneyBackSom: 0, usedSom: 0 });
  expect(seen.dueSom).toBe(45_500);
  await second.change({ kind: 'exchange', exchange: null });
  expect((await second.pay()).exchange).toBeNull();
});

test('a cashier needs somebody beside who may take goods back, and their name stays on the return', async () => {
  const { shop, sold } = await soldRice();
  await shop.cashier.put('b');
  expect(await shop.refusal(shop.cashier.change(exchangeOf(sold.saleId, { 1: 1 })))).toEqual({
    code: 'NotAllowed',
    data: { action: 'sale.takeBack' },
  });
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  await shop.cashier.change(exchangeOf(sold.saleId, { 1: 1 }), approval);
  await shop.cashier.pay({ tenders: [], receivedCashSom: som(0) });
  const row = await shop.db.selectFrom('sale_return').select(['person_id', 'approver_id']).executeTakeFirst();
  expect(row).toEqual({ person_id: shop.cashierId, approver_id: shop.ownerId });
});

test('what a return is refused for, an exchange is refused for at once', async () => {
  const { shop, sold } = await soldRice();
  const desk = ownersDesk(shop);
  await desk.put('c');
  const refused = async (pieces: Record<number, number>, saleId = sold.saleId) =>
    (await shop.refusal(desk.change(exchangeOf(saleId, pieces)))).code;
  expect(await refused({ 1: 2 })).toBe('ReturnTooMuch');
  expect(await refused({ 7: 1 })).toBe('ReturnTooMuch');
  expect(await refused({ 1: 0.5 })).toBe('WholePiecesOnly');
  expect(await refused({ 1: 1 }, shop.newId())).toBe('ReceiptUnknown');
  // Goods alone are no sale.
  await desk.change({ kind: 'clear' });
  await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  const empty = desk.pay({ tenders: [], receivedCashSom: som(0) });
  expect((await shop.refusal(empty)).code).toBe('BasketEmpty');
});

test('a parked basket keeps its exchange', async () => {
  const { shop, sold } = await soldRice();
  const desk = ownersDesk(shop);
  await desk.put('b');
  const { saleId, revision } = await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  const { park, resume } = parkingVerbs(shop.till.parts);
  await shop.call(park, { intentionId: shop.newId(), saleId, revision }, desk.key);
  const again = await shop.call(resume, { intentionId: shop.newId(), saleId }, desk.key);
  expect(again.exchange).toMatchObject({ usedSom: 45_500, problem: null });
});

test('the return moves its bonus before the sale spends any', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 1_000);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  const sold = await shop.payAll();
  expect(sold).toMatchObject({ bonusEarnedSom: 20_000, bonusBalanceSom: 21_000 });
  const desk = ownersDesk(shop);
  await desk.put('b');
  await desk.scan(card);
  await desk.change(exchangeOf(sold.saleId, { 1: 1 }));
  // The 20 000 that the television earned go with it: only 1 000 are there to spend.
  const tooMuch = desk.change({ kind: 'spendBonus', amountSom: som(2_000) });
  expect(await shop.refusal(tooMuch)).toEqual({ code: 'BonusNotEnough', data: { spendableSom: 1_000 } });
  await desk.change({ kind: 'spendBonus', amountSom: som(1_000) });
  expect(desk.seen()).toMatchObject({ dueSom: 0, exchange: { usedSom: 44_500, restSom: 955_500 } });
  const done = await desk.pay({ tenders: [bonusTender(1_000)], receivedCashSom: som(0) });
  // 44 500 of money earn 890.
  expect(done).toMatchObject({ bonusSpentSom: 1_000, bonusEarnedSom: 890, bonusBalanceSom: 890 });
  expect(await shop.balance('bonusLiability', customerId)).toBe(-890);
});

test('exchanges are tied by a document, both papers are printed, and the books prove themselves', async () => {
  const { shop, sold } = await soldRice([humoTender(40_000), cashTender(13_800)]);
  await shop.addPrinter();
  const desk = ownersDesk(shop);
  await desk.put('a');
  await desk.change(exchangeOf(sold.saleId, { 1: 1, 2: 1 }));
  const done = await desk.pay({ tenders: [], receivedCashSom: som(0) });
  const papers = await shop.db
    .selectFrom('print_job')
    .select(['document_kind', 'blocks_json'])
    .where('kind', '=', 'paper')
    .where('document_kind', 'in', ['sale', 'goodsTakenBack'])
    .execute();
  expect(papers.map((paper) => paper.document_kind).sort()).toEqual(['goodsTakenBack', 'sale']);
  const printed = (kind: string) => papers.find((paper) => paper.document_kind === kind)?.blocks_json;
  expect(printed('sale')).toContain('Qaytarilgan tovar (№1)');
  expect(printed('goodsTakenBack')).toContain('Boshqa tovarga oʻtdi');
  const links = await shop.db.selectFrom('journal').select(['document_kind', 'content_json']).execute();
  expect(links.slice(-3).map((link) => link.document_kind)).toEqual(['goodsTakenBack', 'sale', 'exchange']);
  const { content } = JSON.parse(links.at(-1)?.content_json ?? '{}') as { content: unknown };
  expect(content).toMatchObject({ sale: done.saleId, returnNumber: 1, usedSom: 12_990, restSom: 40_810 });
  await provesItself(shop);
});
