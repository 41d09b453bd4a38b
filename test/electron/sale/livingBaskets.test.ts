/** Opening a basket costs the same after a million sales as after one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { livingBaskets } from '../../../electron/sale/queries.ts';
import { openTestTill, type TestTill } from '../../till.ts';

let world: TestTill;
beforeAll(async () => {
  world = await openTestTill();
});
afterAll(() => world.close());

test.each(['open', 'parked'] as const)(
  'finding %s baskets does not read those that were sold',
  async (state) => {
    const { db } = world.till.parts.database();
    const query = livingBaskets(db, state).where('window_key', '=', 'window').compile();
    const plan = await db.executeQuery<{ detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    expect(plan.rows.map((row) => row.detail).join()).toContain('USING INDEX basket');
  },
);
