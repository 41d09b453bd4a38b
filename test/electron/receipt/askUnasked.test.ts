/** A printer of an older program is asked once what it can tell, so that its papers do not go out blindly. */
import { expect, test } from 'vitest';
import { askUnaskedPrinters } from '../../../electron/receipt/askUnasked.ts';
import { printerById } from '../../../electron/receipt/queries.ts';
import { linesOf, networkShop, printerId, type Shop } from './printShop.ts';

/** The profile as the program before this question stored it. */
async function forgetStatus({ database: { db } }: Shop): Promise<void> {
  const { profile_json } = await db.selectFrom('printer').select('profile_json').executeTakeFirstOrThrow();
  const { status: _, ...before } = JSON.parse(profile_json) as Record<string, unknown>;
  await db
    .updateTable('printer')
    .set({ profile_json: JSON.stringify(before) })
    .execute();
}

const statusOf = async ({ database: { db } }: Shop) => (await printerById(db, printerId))?.profile.status;

test('whoever answers is known from then on, and nothing is printed', async () => {
  const { shop, printer } = await networkShop('good');
  await forgetStatus(shop);
  expect(await statusOf(shop)).toBe('none');
  await askUnaskedPrinters(shop.database.db, shop.runner());
  expect(await statusOf(shop)).toBe('paperInTurn');
  expect(linesOf(printer)).toEqual([]);
});

test('a printer that was asked is not asked again', async () => {
  const { shop, printer } = await networkShop('good');
  await askUnaskedPrinters(shop.database.db, shop.runner());
  expect(printer.jobs).toEqual([]);
});

test('a printer that is off stays as it is and is asked at the next start', async () => {
  const { shop, printer } = await networkShop('good');
  await forgetStatus(shop);
  await printer.close();
  await askUnaskedPrinters(shop.database.db, shop.runner());
  expect(await statusOf(shop)).toBe('none');
});
