/** The journal of a real shop: whole after any mixture of acts, refusing change, and silent about who people are. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { joinCard } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { sha256 } from '../../../electron/sha256.ts';
import { openShift } from '../../../electron/shift/open.ts';
import { expectedCash } from '../../../electron/shift/queries.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import { firstFault, type JournalLink } from '../../../shared/journal/chain.ts';
import { cashierPin } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

async function linksOf(shop: Counter): Promise<JournalLink[]> {
  const rows = await shop.db.selectFrom('journal').selectAll().orderBy('sequence').execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
    contentText: row.content_json,
  }));
}

async function sell(shop: Counter, card: string | null): Promise<string | null> {
  await shop.cashier.put('b', 'a', 'b');
  const [line] = shop.cashier.seen().lines.slice(-1);
  await shop.cashier.change({ kind: 'removeLine', lineId: line?.lineId ?? '' });
  if (card !== null) await shop.cashier.scan(card);
  return (await shop.cashier.pay()).claimCode;
}

const phone = '+998901112233';

/** A customer's registration, change and cards, shifts, log-ins and sales of every kind. */
async function busyDays(shop: Counter, sales: number): Promise<void> {
  const [card = '', instant = ''] = await shop.newCards(2);
  const customerId = await shop.newCustomer(phone, card, 'Malika Karimova');
  shop.workAs(shop.ownerId, 'office');
  const renamed = { customerId, name: 'Malika Yusupova', phone, language: 'uz' } as const;
  await shop.call(changeCustomer, { intentionId: shop.newId(), ...renamed }, 'office');
  for (let round = 0; round < sales; round += 1) {
    shop.clock.pass(3_600);
    const claimCode = await sell(shop, [card, instant, null][round % 3] ?? null);
    if (claimCode !== null && round % 2 === 0) {
      await shop.call(attachLater, { intentionId: shop.newId(), code: claimCode, customerId });
    }
    if (round % 8 === 7) await changeShift(shop);
  }
  await shop.call(joinCard, { intentionId: shop.newId(), customerId, cardNumber: instant }, 'office');
  await shop.call(logIn(shop.till.parts), { personId: shop.cashierId, secret: cashierPin });
}

async function changeShift(shop: Counter): Promise<void> {
  const countedSom = await expectedCash(shop.db, shop.till.host().tillId);
  await shop.closeShift(countedSom);
  await shop.call(openShift, { intentionId: shop.newId(), floatSom: countedSom });
}

test('after busy days the chain is whole from the first document of the shop on', async () => {
  const shop = await openCounter();
  await busyDays(shop, 80);
  const links = await linksOf(shop);
  expect(links.length).toBeGreaterThan(200);
  expect(firstFault(links, sha256)).toBeNull();
  expect(JSON.parse(links[0]?.contentText ?? '')).toMatchObject({ kind: 'shopStarted' });
  const kinds = await shop.db.selectFrom('journal').select('document_kind').distinct().execute();
  expect(kinds.map((row) => row.document_kind).sort()).toEqual([
    'cardsIssued',
    'customerChanged',
    'customerCreated',
    'lineRemoved',
    'logIn',
    'productSaved',
    'sale',
    'saleAttached',
    'shiftClosed',
    'shiftOpened',
    'shopStarted',
  ]);
});

test('people stand in the journal by their ids only: no name, no phone, no whole card', async () => {
  const shop = await openCounter();
  await busyDays(shop, 8);
  const text = (await linksOf(shop)).map((link) => link.contentText).join('\n');
  for (const secret of [
    'Malika',
    'Karimova',
    'Yusupova',
    'Egasi',
    'Kassir',
    phone,
    phone.slice(4),
    cashierPin,
  ]) {
    expect(text).not.toContain(`"${secret}`);
    if (secret.length > 4) expect(text).not.toContain(secret);
  }
  const cards = await shop.db.selectFrom('card').select('number').execute();
  for (const { number } of cards) expect(text).not.toContain(number);
  expect(text).toContain(shop.cashierId);
});

test('a sale stands in the journal with its goods, its payments and its amounts', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'a', 'b');
  const sold = await shop.cashier.pay({ receivedCashSom: 80_000 });
  const link = (await linksOf(shop)).at(-1);
  expect(JSON.parse(link?.contentText ?? '')).toMatchObject({
    kind: 'sale',
    id: sold.saleId,
    person: shop.cashierId,
    paidSom: 71_480,
    content: {
      number: 1,
      netSom: 71_480,
      receivedCashSom: 80_000,
      changeSom: 8_520,
      lines: [
        { product: shop.productIds.a, quantityThousandths: 2_000, priceSom: 12_990, netSom: 25_980 },
        { product: shop.productIds.b, quantityThousandths: 1_000, priceSom: 45_500, netSom: 45_500 },
      ],
      tenders: [{ kind: 'cash', amountSom: 71_480 }],
    },
  });
});

test('the database itself refuses to change or to forget a document', async () => {
  const shop = await openCounter();
  await sell(shop, null);
  const before = await shop.everyRow();
  const change = shop.db.updateTable('journal').set({ content_json: '{}' }).execute();
  await expect(change).rejects.toThrow('append-only');
  await expect(shop.db.deleteFrom('journal').execute()).rejects.toThrow('append-only');
  for (const table of [
    'sale',
    'sale_line',
    'sale_tender',
    'posting',
    'posting_entry',
    'bonus_lot_use',
  ] as const) {
    await sql`delete from ${sql.table(table)}`.execute(shop.db).then(
      () => expect(table).toBe('bonus_lot_use'),
      (error: Error) => expect(error.message).toContain('append-only'),
    );
  }
  expect(await shop.everyRow()).toBe(before);
});

test.each([
  ['an amount is changed', (links: JournalLink[]) => change(links, 9), 10, 'altered'],
  ['a document is taken out', (links: JournalLink[]) => links.splice(9, 1), 10, 'order'],
  [
    'two change places',
    (links: JournalLink[]) => links.splice(9, 2, ...links.slice(9, 11).reverse()),
    10,
    'order',
  ],
  ['one is put in', (links: JournalLink[]) => links.splice(9, 0, ...links.slice(4, 5)), 10, 'order'],
  ['the last of them is another till’s', (links: JournalLink[]) => forge(links), 12, 'broken'],
])('the journal tells when %s', async (_what, tamper, sequence, fault) => {
  const shop = await openCounter();
  for (let sale = 0; sale < 3; sale += 1) await sell(shop, null);
  const links = (await linksOf(shop)).slice(0, 12);
  expect(links).toHaveLength(12);
  expect(firstFault(links, sha256)).toBeNull();
  tamper(links);
  expect(firstFault(links, sha256)).toEqual({ sequence, fault });
});

function change(links: JournalLink[], index: number): void {
  const link = links[index];
  if (link === undefined) return;
  const contentText = link.contentText.replace(/Som":(\d)/, 'Som":1$1');
  expect(contentText).not.toBe(link.contentText);
  links[index] = { ...link, contentText };
}

function forge(links: JournalLink[]): void {
  const link = links[11];
  if (link !== undefined) links[11] = { ...link, previousHash: sha256('another till') };
}
