/** What `npm run verify` proves of complaints and apologies, and that it finds each thing that is not so. */
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Tables } from '../../../electron/database/tables.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { som } from '../../../shared/money.ts';
import { saveSome } from '../coupon/someSeries.ts';
import { answer, bonusOf, close, open, openShop, soldTo, sorry } from '../service/complaintShop.ts';

const madeUp = '0193a000-0000-7000-8000-000000000001';

/** A complaint that ended with bonus, and one that goes on with a coupon. */
async function soldShop() {
  const shop = await openShop({ apologyBudgetSom: som(50_000) });
  const { saleId } = await soldTo(shop);
  const { complaintId } = await open(shop, { saleId });
  await sorry(shop, complaintId, bonusOf(6_000));
  await answer(shop, complaintId);
  await close(shop, complaintId);
  const other = await open(shop);
  const seriesId = await saveSome(shop);
  await sorry(shop, other.complaintId, { kind: 'coupon', seriesId, isPrinted: false });
  return shop;
}

async function wrongIn(db: Kysely<Tables>): Promise<readonly string[]> {
  return (await verifyShop(db)).filter(({ wrong }) => wrong > 0).map(({ proves }) => proves);
}

test('the books of a shop that has apologised agree, and all of them were looked at', async () => {
  const { db } = await soldShop();
  const all = await verifyShop(db);
  expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
  const looked = new Map(all.map(({ proves, count }) => [proves, count]));
  expect(looked.get('every bonus given as an apology moved in the ledger with the same sum')).toBe(1);
  expect(looked.get('every coupon given as an apology is a coupon of its series')).toBe(1);
  expect(looked.get('every apology stands in the journal')).toBe(2);
  expect(looked.get('the numbers of complaints have no gaps')).toBe(2);
  expect(looked.get('every complaint is closed exactly when its steps say so')).toBe(2);
});

test.each<{ what: string; spoil: (db: Kysely<Tables>) => Promise<unknown>; proves: string }>([
  {
    what: 'bonus that nobody posted',
    spoil: async (db) => {
      const row = await db
        .selectFrom('compensation')
        .selectAll()
        .where('kind', '=', 'bonus')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('compensation')
        .values({ ...row, id: madeUp })
        .execute();
    },
    proves: 'every bonus given as an apology moved in the ledger with the same sum',
  },
  {
    what: 'a coupon that is none',
    spoil: async (db) => {
      const row = await db
        .selectFrom('compensation')
        .selectAll()
        .where('kind', '=', 'coupon')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('compensation')
        .values({ ...row, id: madeUp, coupon_code: 'K1' })
        .execute();
    },
    proves: 'every coupon given as an apology is a coupon of its series',
  },
  {
    what: 'an apology that nobody wrote down in the journal',
    spoil: async (db) => {
      const row = await db
        .selectFrom('compensation')
        .selectAll()
        .where('kind', '=', 'coupon')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('compensation')
        .values({ ...row, id: madeUp })
        .execute();
    },
    proves: 'every apology stands in the journal',
  },
  {
    what: 'a complaint that was opened behind the books',
    spoil: (db) =>
      db
        .updateTable('complaint')
        .set({ state: 'answered', outcome: null, closed_at: null })
        .where('state', '=', 'closed')
        .execute(),
    proves: 'every complaint is closed exactly when its steps say so',
  },
])('$what is found', async ({ spoil, proves }) => {
  const { db } = await soldShop();
  await spoil(db);
  expect(await wrongIn(db)).toContain(proves);
});
