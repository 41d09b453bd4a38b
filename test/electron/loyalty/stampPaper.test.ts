/** A stamp card on the receipt printer. */
import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { printStampCard } from '../../../electron/loyalty/printStampCard.ts';
import { stampBoxes } from '../../../electron/loyalty/stampPaper.ts';
import { savePrinter } from '../../../electron/receipt/inTransaction.ts';
import { stampsLastDay } from '../../../shared/loyalty/stamps.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { businessDay } from '../../../shared/time.ts';
import { openGameShop } from './collectWorld.ts';

async function openShop() {
  const shop = await openGameShop();
  await transact(shop.db, (trx) =>
    savePrinter(trx, {
      id: shop.newId(),
      name: 'Kassa',
      connection: { kind: 'file', path: `${shop.directory}/paper` },
      profile: printerProfiles.xprinter58,
      isDefault: true,
      at: shop.clock.now,
    }),
  );
  const print = (customerId: string, stampCardId: string) =>
    shop.own(printStampCard(shop.till.parts), { customerId, stampCardId });
  const lines = async () => {
    const row = await shop.db
      .selectFrom('print_job')
      .select('blocks_json')
      .where('document_kind', '=', 'stampCard')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const blocks = JSON.parse(row.blocks_json) as Block[];
    return layOut(blocks, printerProfiles.xprinter58).flatMap((line) =>
      line.kind === 'text' ? [line.text.trim().replace(/ {2,}/g, ' | ')] : [],
    );
  };
  return { ...shop, print, lines };
}

test('a box for each stamp, in words of five so that a line ends between them', () => {
  expect(stampBoxes(2, 3)).toBe('[x][x][\u00A0]');
  expect(stampBoxes(6, 8)).toBe('[x][x][x][x][x] [x][\u00A0][\u00A0]');
  const text: Block = { kind: 'text', text: stampBoxes(7, 12) };
  const lines = layOut([text], printerProfiles.xprinter58).map((line) =>
    line.kind === 'text' ? line.text : '',
  );
  expect(lines).toEqual(['[x][x][x][x][x] [x][x][ ][ ][ ]', '[ ][ ]']);
});

test('stamps count until so many days after the last one', () => {
  const lastOn = businessDay('2026-11-01');
  expect(stampsLastDay({ validDays: 30 }, { stamps: 3, lastOn })).toBe('2026-12-01');
  expect(stampsLastDay({ validDays: 0 }, { stamps: 3, lastOn })).toBeNull();
  expect(stampsLastDay({ validDays: 30 }, { stamps: 0, lastOn })).toBeNull();
});

test('the paper tells what is collected, what is missing, what it brings and until when', async () => {
  const shop = await openShop();
  const id = await shop.makeStampCard({ needed: 6, validDays: 30 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'a');
  await shop.print(customerId, id);
  const lines = await shop.lines();
  for (const line of [
    'Choy kartasi',
    '[x][x][ ][ ][ ] [ ]',
    "Yig'ildi | 2 / 6",
    'Yana 4 ta shtamp kerak',
    "Karta to'lganda: bittasi bepul",
  ])
    expect(lines).toContain(line);
  // Thirty days after 22 November.
  expect(lines.join(' ')).toContain('Keyingi shtampni 22.12.2026 gacha oling');
});

test('a waiting piece is told, and a customer who never had a stamp has no such card', async () => {
  const shop = await openShop();
  const id = await shop.makeStampCard({ needed: 1 });
  const { card, customerId } = await shop.cardHolder();
  expect(await shop.refusal(shop.print(customerId, id))).toEqual({
    code: 'NotFound',
    data: { what: 'stampCard' },
  });
  await shop.buy(card, 'a');
  await shop.print(customerId, id);
  const lines = await shop.lines();
  expect(lines).toContain('Sizni kutayotgan bepul dona | 1');
  expect(lines.join(' ')).not.toContain('gacha oling');
});
