import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDemoShop } from '../../../electron/command/demoShop.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import type { Instant } from '../../../shared/time.ts';
import { temporaryDatabase, temporaryFolder } from '../database/temporary.ts';

test('the demo shop groups its goods, runs offers of every kind, and sells by them', async () => {
  const directory = temporaryFolder();
  const until = '2026-11-22T15:00:00.000Z' as Instant;
  await buildDemoShop({ directory, language: 'uz', until, days: 3, onProgress: () => {} });
  const { db } = await temporaryDatabase<Tables>({ file: join(directory, 'daftar.db'), create: false });

  const promotions = await db.selectFrom('promotion').select(['id', 'state', 'origin']).execute();
  expect(promotions.map(({ state, origin }) => `${state} ${origin}`).sort()).toEqual([
    'draft form',
    ...Array(6).fill('live form'),
    'live salePrices',
    'live salePrices',
  ]);
  const uses = await db
    .selectFrom('promotion_use')
    .select(({ fn }) => fn.sum<number>('amount_som').as('amount'))
    .executeTakeFirst();
  expect(uses?.amount).toBeGreaterThan(0);

  const { grouped, never, off } = await db
    .selectFrom('product')
    .select(({ fn, eb }) => [
      fn.count<number>('category_id').as('grouped'),
      fn.sum<number>(eb('is_discountable', '=', 0)).as('never'),
      fn.count<number>('expires_on').as('off'),
    ])
    .executeTakeFirstOrThrow();
  expect(grouped).toBeGreaterThan(1_000);
  expect(never).toBeGreaterThan(0);
  expect(off).toBeGreaterThan(0);
  const lastDays = db.selectFrom('product').select('id').where('expires_on', '<', '2026-11-22');
  expect(await lastDays.execute()).toEqual([]);

  const partners = await db.selectFrom('partner').select('kind').orderBy('kind').execute();
  expect(partners.map(({ kind }) => kind)).toEqual(['blogger', 'shop']);
}, 60_000);
