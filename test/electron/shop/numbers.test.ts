import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { ensureTill, numberAfter } from '../../../electron/shop/inTransaction.ts';
import { tillOf } from '../../../electron/shop/queries.ts';
import { openWorld, type World } from './world.ts';

const next = (world: World, kind: string) =>
  transact(world.db, (trx) => numberAfter(trx, world.tillId, kind));

test('every kind of document counts for itself from 1', async () => {
  const world = await openWorld();
  expect([await next(world, 'sale'), await next(world, 'sale'), await next(world, 'shiftClosed')]).toEqual([
    1, 2, 1,
  ]);
});

test('a sale that was rolled back leaves no gap in the numbers', async () => {
  const world = await openWorld();
  await next(world, 'sale');
  const failing = transact(world.db, async (trx) => {
    expect(await numberAfter(trx, world.tillId, 'sale')).toBe(2);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await next(world, 'sale')).toBe(2);
});

test('numbers taken at the same moment are all different and without gaps', async () => {
  const world = await openWorld();
  const taken = await Promise.all(Array.from({ length: 20 }, () => next(world, 'sale')));
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('a file has one till, made once', async () => {
  const world = await openWorld();
  const again = await transact(world.db, (trx) => ensureTill(trx, world.newId(), world.now()));
  expect(again).toBe(world.tillId);
  expect(await tillOf(world.db)).toEqual({ id: world.tillId, number: 1 });
});
