/** Cards on paper: batches that can be printed again, and a card on the receipt printer. */
import { expect, test } from 'vitest';
import { cardBatch, cardBatches } from '../../../electron/customer/cardBatches.ts';
import { issueCards } from '../../../electron/customer/cards.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { blockCard } from '../../../electron/customer/lostCards.ts';
import { customerCardPaper } from '../../../electron/customer/paper.ts';
import { printCard } from '../../../electron/customer/printCard.ts';
import { transact } from '../../../electron/database/transact.ts';
import { savePrinter } from '../../../electron/receipt/inTransaction.ts';
import { formatCardNumber } from '../../../shared/customer/cardNumber.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { Instant } from '../../../shared/time.ts';
import { temporaryFolder } from '../database/temporary.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

const print = printCard({ printQueue: { wake: () => {} } });

const addPrinter = (world: RoomWorld) =>
  transact(world.db, (trx) =>
    savePrinter(trx, {
      id: world.newId(),
      name: 'Kassa',
      connection: { kind: 'file', path: temporaryFolder() },
      profile: printerProfiles.xprinter58,
      isDefault: true,
      at: '2026-11-22T08:00:00.000Z' as Instant,
    }),
  );

async function papers(world: RoomWorld): Promise<readonly (readonly Block[])[]> {
  const rows = await world.db.selectFrom('print_job').select('blocks_json').orderBy('id').execute();
  return rows.map((row) => JSON.parse(row.blocks_json) as Block[]);
}

const wordsOn = (blocks: readonly Block[] | undefined) =>
  blocks?.flatMap((block) => ('text' in block ? [block.text] : 'caption' in block ? [block.caption] : []));

async function registered(world: RoomWorld, cardNumber: string): Promise<string> {
  const { customer } = await world.ask(createCustomer, {
    phone: '901234567',
    name: 'Ольга',
    language: 'ru',
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'ru',
    cardNumber,
  });
  return customer.id;
}

test('a card on the receipt printer has the number it was issued with, as bars, as a square and in digits', async () => {
  const world = await roomWorld({ name: 'Oʻrikzor savdo' });
  await addPrinter(world);
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const number = cardNumbers[0] ?? '';
  await world.ask(print, { cardNumber: formatCardNumber(number) });
  const [paper] = await papers(world);
  const codes = paper?.flatMap((block) => (block.kind === 'code' ? [[block.symbology, block.data]] : []));
  expect(codes).toEqual([
    ['ean13', number],
    ['qr', number],
  ]);
  expect(wordsOn(paper)).toEqual([
    'Oʻrikzor savdo',
    'Bonus karta',
    formatCardNumber(number),
    'Har xaridda kassaga koʻrsating',
    'Telefoningizni ayting: karta yoʻqolsa ham bonus saqlanadi',
  ]);
  // Both codes are symbols on the narrowest paper too, not words.
  const lines = layOut(paper ?? [], printerProfiles.xprinter58);
  expect(lines.filter(({ kind }) => kind === 'symbol')).toHaveLength(2);
});

test('a registered customer reads their own language, and the paper names nobody', async () => {
  const world = await roomWorld();
  await addPrinter(world);
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const number = cardNumbers[0] ?? '';
  const customerId = await registered(world, number);
  await world.ask(print, { cardNumber: number });
  const [paper] = await papers(world);
  expect(wordsOn(paper)).toContain('Бонусная карта');
  expect(JSON.stringify(paper)).not.toContain('Ольга');
  expect(JSON.stringify(paper)).not.toContain('901234567');
  const document = world.documents.at(-1);
  expect(document).toMatchObject({ kind: 'customerCard', customerId });
  expect(JSON.stringify(document?.content)).not.toContain(number);
});

test('the number of a card of another program can be scanned too', () => {
  const blocks = customerCardPaper({
    shopName: 'Baraka',
    language: 'uz',
    number: 'C000123',
    isRegistered: true,
  });
  const symbols = layOut(blocks, printerProfiles.xprinter58).filter(({ kind }) => kind === 'symbol');
  expect(symbols).toMatchObject([
    { symbology: 'code128', data: 'C000123' },
    { symbology: 'qr', data: 'C000123' },
  ]);
});

test('a card that was lost, or that nobody issued, is not printed', async () => {
  const world = await roomWorld();
  await addPrinter(world);
  const { batchId, cardNumbers } = await world.ask(issueCards, { count: 2 });
  const lost = cardNumbers[0] ?? '';
  const customerId = await registered(world, lost);
  await world.ask(blockCard, { customerId, cardNumber: lost });
  for (const cardNumber of [lost, '2900000000001'])
    expect(await world.refusal(print, { cardNumber })).toEqual({ code: 'CardNotIssued', data: {} });
  expect(await papers(world)).toEqual([]);
  expect(await world.ask(cardBatch, { batchId })).toEqual({ count: 1, cardNumbers: [cardNumbers[1]] });
});

test('without a printer nothing is printed, and a cashier alone prints no key to a bonus', async () => {
  const world = await roomWorld();
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const asked = { cardNumber: cardNumbers[0] ?? '' };
  expect(await world.refusal(print, asked)).toMatchObject({ code: 'NoPrinter' });
  expect(await world.refusal(print, asked, 'cashier')).toMatchObject({ code: 'NotAllowed' });
});

test('batches are listed newest first, and their numbers are read sheet by sheet in one order', async () => {
  const world = await roomWorld();
  const old = await world.ask(issueCards, { count: 3 });
  world.setClock('2026-11-23T08:00:00.000Z');
  const young = await world.ask(issueCards, { count: 12 });
  const first = await world.ask(cardBatches, { limit: 1 });
  expect(first.batches).toEqual([
    { batchId: young.batchId, count: 12, issuedAt: '2026-11-23T08:00:00.000Z' },
  ]);
  const second = await world.ask(cardBatches, { limit: 1, cursor: first.nextCursor });
  expect(second).toMatchObject({ batches: [{ batchId: old.batchId, count: 3 }], nextCursor: null });
  const all = [...young.cardNumbers].sort();
  const sheet = async (from: number) =>
    (await world.ask(cardBatch, { batchId: young.batchId, from, limit: 10 })).cardNumbers;
  expect([...(await sheet(0)), ...(await sheet(10))]).toEqual(all);
  expect(await world.refusal(cardBatch, { batchId: world.newId() })).toMatchObject({ code: 'NotFound' });
});
