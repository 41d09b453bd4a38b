/** Which promotions live, how often they worked, and what a return takes back. */
import { expect, it } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import {
  livePromotions,
  notePromotionUses,
  type PromotionUses,
  usageOf,
} from '../../../electron/promotion/inTransaction.ts';
import { savePromotionVerb, setPromotionStateVerb } from '../../../electron/promotion/verbs.ts';
import { som } from '../../../shared/money.ts';
import { type BusinessDay, businessDay } from '../../../shared/time.ts';
import { type PromotionShop, promotionOf, promotionShop } from './promotionShop.ts';

const sunday = businessDay('2026-11-22');
const monday = businessDay('2026-11-23');
const limits = { timesPerCustomer: 2 };

async function note(shop: PromotionShop, uses: Partial<PromotionUses>): Promise<void> {
  const whole = { documentId: shop.newId(), documentKind: 'sale' as const, customerId: null, uses: [] };
  await transact(shop.db, (trx) => notePromotionUses({ trx }, { ...whole, day: sunday, ...uses }));
}

async function customerOf(shop: PromotionShop): Promise<string> {
  const id = shop.newId();
  await shop.db
    .insertInto('customer')
    .values({
      id,
      name: 'Aziza',
      phone: null,
      language: 'uz',
      search_text: '',
      is_registered: 0,
      created_at: '2026-11-01T06:00:00.000Z',
      created_by: null,
    })
    .execute();
  return id;
}

const used = (
  times: number,
  timesToday: number,
  spentSom: number,
  timesByCustomer = 0,
  timesByCustomerToday = 0,
) => ({ times, timesToday, timesByCustomer, timesByCustomerToday, spentSom: som(spentSom) });

it('live are those that are switched on and whose days have come', async () => {
  const shop = await promotionShop();
  const rules = {
    always: promotionOf(shop),
    draft: promotionOf(shop),
    paused: promotionOf(shop),
    later: promotionOf(shop, { from: '2026-11-23' }),
    over: promotionOf(shop, { to: '2026-11-21' }),
  };
  const states = { always: 'live', draft: 'draft', paused: 'paused', later: 'live', over: 'live' } as const;
  expect(await livePromotions(shop.db, sunday)).toEqual([]);
  for (const name of Object.keys(rules) as (keyof typeof rules)[]) {
    await shop.ask(savePromotionVerb, { promotion: rules[name], state: states[name] });
  }
  expect(await livePromotions(shop.db, sunday)).toEqual([rules.always]);
  expect(await livePromotions(shop.db, monday)).toEqual([rules.always, rules.later]);
});

it('a change is seen at once, also one that another till has written', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop);
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const [first] = await livePromotions(shop.db, sunday);
  const [again] = await livePromotions(shop.db, sunday);
  expect(again).toBe(first);
  await shop.db
    .updateTable('promotion')
    .set({
      content_json: JSON.stringify({ ...promotion, priority: 7 }),
      changed_at: '2026-11-22T08:00:00.001Z',
    })
    .execute();
  expect(await livePromotions(shop.db, sunday)).toMatchObject([{ priority: 7 }]);
  // The clock of this till stands still, and was never as far as the other's.
  await shop.ask(savePromotionVerb, { promotion: { ...promotion, priority: 8 }, state: 'live' });
  expect(await livePromotions(shop.db, sunday)).toMatchObject([{ priority: 8 }]);
  await shop.ask(setPromotionStateVerb, { promotionId: promotion.promotionId, state: 'paused' });
  expect(await livePromotions(shop.db, sunday)).toEqual([]);
});

it('uses are counted for all and for each customer, today apart', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, { limits });
  const { promotionId } = promotion;
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const customerId = await customerOf(shop);
  const usage = async (day: BusinessDay, who: string | null) =>
    (await usageOf(shop.db, [promotion], who, day)).get(promotionId);
  expect(await usage(sunday, null)).toBeUndefined();

  await note(shop, { uses: [{ promotionId, amountSom: som(2_000) }] });
  await note(shop, { customerId, uses: [{ promotionId, amountSom: som(500) }] });
  expect(await usage(sunday, null)).toEqual(used(2, 2, 2_500));
  expect(await usage(sunday, customerId)).toEqual(used(2, 2, 2_500, 1, 1));
  expect(await usage(monday, customerId)).toEqual(used(2, 0, 2_500, 1, 0));

  await note(shop, { day: monday, customerId, uses: [{ promotionId, amountSom: som(100) }] });
  expect(await usage(monday, customerId)).toEqual(used(3, 1, 2_600, 2, 1));
});

it('a till that is still at yesterday does not disturb the count of today', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, { limits });
  const uses = [{ promotionId: promotion.promotionId, amountSom: som(1_000) }];
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  await note(shop, { day: monday, uses });
  await note(shop, { day: monday, uses });
  await note(shop, { day: sunday, uses });
  const usage = await usageOf(shop.db, [promotion], null, monday);
  expect(usage.get(promotion.promotionId)).toEqual(used(3, 2, 3_000));
});

it('a full return counts back: the sum and the times, and of today only what was sold today', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, { limits });
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const customerId = await customerOf(shop);
  const uses = [{ promotionId: promotion.promotionId, amountSom: som(1_000) }];
  await note(shop, { customerId, uses });
  await note(shop, { customerId, day: monday, uses });
  await note(shop, { customerId, day: monday, soldOn: sunday, documentKind: 'return', uses });
  const usage = async () => (await usageOf(shop.db, [promotion], customerId, monday)).values().next().value;
  expect(await usage()).toEqual(used(1, 1, 1_000, 1, 1));
  await note(shop, { customerId, day: monday, documentKind: 'return', uses });
  expect(await usage()).toEqual(used(0, 0, 0, 0, 0));
  const rows = await shop.db.selectFrom('promotion_use').select(['document_kind', 'amount_som']).execute();
  expect(rows.map((row) => row.amount_som).sort()).toEqual([-1_000, -1_000, 1_000, 1_000]);
});

it('what is no promotion of the shop is counted elsewhere: a coupon that opened one', async () => {
  const shop = await promotionShop();
  await note(shop, { uses: [{ promotionId: shop.newId(), amountSom: som(1_000) }] });
  expect(await shop.db.selectFrom('promotion_use').selectAll().execute()).toEqual([]);
});

it('asks the database nothing when no promotion has a limit', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop);
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  await note(shop, { uses: [{ promotionId: promotion.promotionId, amountSom: som(1_000) }] });
  expect((await usageOf(shop.db, [promotion], null, sunday)).size).toBe(0);
});
