/** What `npm run verify` proves of a shop's books, and that it says what is wrong with books that are not whole. */
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyFolder } from '../../../electron/command/verify.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

/** A receipt with a customer and one whose bonus waits for its holder. */
async function soldShop(): Promise<Counter> {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await shop.cashier.put('tv');
  await shop.cashier.pay();
  return shop;
}

async function wrongIn(db: Kysely<Tables>): Promise<readonly string[]> {
  const all = await verifyShop(db);
  return all.filter(({ wrong }) => wrong > 0).map(({ proves }) => proves);
}

describe('verifying a shop', () => {
  test('finds nothing wrong with the books of a shop that has sold, and has looked at all of them', async () => {
    const { db } = await soldShop();
    const all = await verifyShop(db);
    expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
    const looked = new Map(all.map(({ proves, count }) => [proves, count]));
    expect(looked.get('the net of every receipt is the sum of its lines')).toBe(2);
    expect(looked.get('the numbers of receipts have no gaps')).toBe(2);
    expect(looked.get('bonus that waits on claim codes is what the shop owes on them')).toBe(1);
    expect(looked.get('every account is the sum of its entries')).toBeGreaterThan(5);
  });

  test('the command tells a line for every check, and ends with 0', async () => {
    const { directory } = await soldShop();
    const lines: string[] = [];
    expect(await verifyFolder(directory, (line) => void lines.push(line))).toBe(0);
    expect(lines).toContain(
      'ok     Every lot holds what was earned, less what was taken out, plus what was given back: 2 lots',
    );
    expect(lines.at(-1)).toMatch(/^\d+ checks, nothing wrong\.$/);
  });

  test('the command tells the first rows that are wrong, and ends with 1', async () => {
    const { db, directory } = await soldShop();
    await db
      .updateTable('account')
      .set((eb) => ({ balance_som: eb('balance_som', '+', 7) }))
      .where('kind', '=', 'vat')
      .execute();
    await db.insertInto('account').values({ kind: 'giftCard', subject_id: 'G1', balance_som: 500 }).execute();
    const lines: string[] = [];
    expect(await verifyFolder(directory, (line) => void lines.push(line))).toBe(1);
    expect(lines).toContain('         giftCard G1: account 500, entries 0');
    expect(lines).toContain('WRONG  No gift card is below zero: 1 of 1 gift cards');
    expect(lines.at(-1)).toMatch(/^\d+ of \d+ checks found something wrong\.$/);
  });

  test('a folder without a shop ends with 2', async () => {
    const lines: string[] = [];
    expect(await verifyFolder('/nowhere', (line) => void lines.push(line))).toBe(2);
    expect(lines).toEqual(['/nowhere/daftar.db cannot be read: FolderMissing']);
  });

  test.each<{ what: string; spoil: (db: Kysely<Tables>) => Promise<unknown>; proves: string }>([
    {
      what: "a lot that has lost a so'm",
      spoil: (db) =>
        db
          .updateTable('bonus_lot')
          .set((eb) => ({ remaining_som: eb('remaining_som', '-', 1) }))
          .execute(),
      proves: 'every lot holds what was earned, less what was taken out, plus what was given back',
    },
    {
      what: 'a balance that lies in no lot',
      spoil: (db) =>
        db
          .updateTable('account')
          .set((eb) => ({ balance_som: eb('balance_som', '-', 1) }))
          .where('kind', '=', 'bonusLiability')
          .execute(),
      proves: 'every bonus balance lies in lots; it is below them only after a return',
    },
    {
      what: 'a month that was not told of a sale',
      spoil: (db) => db.updateTable('bonus_month').set({ amount_som: 1 }).execute(),
      proves: 'bonus given less bonus gone, month by month, is what the ledger moved',
    },
    {
      what: 'a number that was taken and given to nobody',
      spoil: (db) =>
        db.updateTable('number_series').set({ last_number: 3 }).where('kind', '=', 'sale').execute(),
      proves: 'the numbers of receipts have no gaps',
    },
    {
      what: 'a payment that names goods that never came back',
      spoil: async (db) => {
        const [{ id } = { id: '' }] = await db.selectFrom('sale').select('id').execute();
        const payment = { sale_id: id, tender_no: 9, kind: 'cash', provider: null, amount_som: 500 } as const;
        await db
          .insertInto('sale_tender')
          .values({ ...payment, reference: 'exchange:1' })
          .execute();
      },
      proves: 'what goods that came back paid in an exchange left with the return and came with the sale',
    },
    {
      what: 'money paid that a tier counts twice',
      spoil: (db) => db.updateTable('customer_paid_day').set({ paid_som: 116_980 }).execute(),
      proves: 'the money that makes tiers is what receipts, repayments and returns say',
    },
  ])('$what is found', async ({ spoil, proves }) => {
    const { db } = await soldShop();
    await spoil(db);
    expect(await wrongIn(db)).toContain(proves);
  });
});
