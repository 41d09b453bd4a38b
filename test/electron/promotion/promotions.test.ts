/** The promotion room's verbs: what is kept, what is refused, what the list and the calendar say. */
import { expect, it } from 'vitest';
import { listPromotions, promotionCalendar } from '../../../electron/promotion/list.ts';
import {
  copyPromotion,
  getPromotion,
  removePromotionDraft,
  savePromotionVerb,
  setPromotionStateVerb,
} from '../../../electron/promotion/verbs.ts';
import { promotionOf, promotionShop } from './promotionShop.ts';

it('keeps a promotion as it was written, with the names of what it speaks of', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, { scope: { kind: 'categories', categoryIds: [shop.tea] } });
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const kept = await shop.ask(getPromotion, { promotionId: promotion.promotionId }, 'cashier');
  expect(kept).toEqual({
    promotion,
    state: 'live',
    origin: 'form',
    names: [{ id: shop.tea, name: { uz: 'Choy', ru: 'Чай', en: 'Tea' } }],
  });
  expect(shop.announced).toContain('promotion');
  expect(shop.documents.at(-1)).toMatchObject({
    kind: 'promotionSaved',
    content: { promotion: { promotionId: promotion.promotionId }, state: 'live' },
  });
});

it('says each rule as a sentence, with what it did so far', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, {
    scope: { kind: 'categories', categoryIds: [shop.tea] },
    conditions: [{ kind: 'weekdays', days: [2] }],
  });
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const { promotions } = await shop.ask(listPromotions, {});
  expect(promotions).toMatchObject([
    {
      sentence: {
        uz: 'Har seshanba, Choy −10%, boshqalar bilan birga',
        ru: 'По вторникам, Чай −10\u00A0%, вместе с другими',
        en: 'Every Tuesday, Tea −10%, with others',
      },
      state: 'live',
      times: 0,
      spentSom: 0,
      conflicts: [],
    },
  ]);
});

it('lets a faulty rule wait as a draft and refuses to start it', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, { from: '2026-11-30', to: '2026-11-23' });
  const { promotionId } = promotion;
  const before = await shop.everyRow();
  expect(await shop.refusal(savePromotionVerb, { promotion, state: 'live' })).toEqual({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'EndBeforeStart' }] },
  });
  expect(await shop.everyRow()).toBe(before);
  await shop.ask(savePromotionVerb, { promotion, state: 'draft' });
  expect(await shop.refusal(setPromotionStateVerb, { promotionId, state: 'live' })).toMatchObject({
    code: 'PromotionFaulty',
  });
});

it('sees that a product of a rule is no longer sold', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop, {
    benefit: {
      kind: 'salePrices',
      prices: [
        { productId: shop.cup, priceSom: 9_000 },
        { productId: shop.greenTea, priceSom: 15_000 },
      ],
    },
  });
  const { promotionId } = promotion;
  await shop.ask(savePromotionVerb, { promotion, state: 'paused' });
  expect(await shop.ask(getPromotion, { promotionId })).toMatchObject({ origin: 'salePrices' });
  await shop.db.updateTable('product').set({ is_active: 0 }).where('id', '=', shop.cup).execute();
  expect(await shop.refusal(setPromotionStateVerb, { promotionId, state: 'live' })).toEqual({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'Unknown', what: 'productIds', id: shop.cup }] },
  });
});

it('never changes what has ended; a copy of it starts as a draft', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop);
  const { promotionId } = promotion;
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  await shop.ask(setPromotionStateVerb, { promotionId, state: 'ended' });
  const ended = { code: 'PromotionEnded', data: {} };
  expect(await shop.refusal(savePromotionVerb, { promotion, state: 'live' })).toEqual(ended);
  expect(await shop.refusal(setPromotionStateVerb, { promotionId, state: 'live' })).toEqual(ended);
  const copy = await shop.ask(copyPromotion, { promotionId });
  expect(copy.promotionId).not.toBe(promotionId);
  expect(await shop.ask(getPromotion, copy)).toMatchObject({
    state: 'draft',
    promotion: { name: promotion.name, benefit: promotion.benefit },
  });
});

it('throws away a draft that never worked, and nothing else', async () => {
  const shop = await promotionShop();
  const [draft, started] = [promotionOf(shop), promotionOf(shop)];
  await shop.ask(savePromotionVerb, { promotion: draft, state: 'draft' });
  await shop.ask(savePromotionVerb, { promotion: started, state: 'live' });
  const { promotionId } = started;
  expect(await shop.refusal(removePromotionDraft, { promotionId })).toMatchObject({ code: 'PromotionInUse' });
  await shop.ask(savePromotionVerb, { promotion: started, state: 'draft' });
  expect(await shop.refusal(removePromotionDraft, { promotionId })).toMatchObject({ code: 'PromotionInUse' });
  await shop.ask(removePromotionDraft, { promotionId: draft.promotionId });
  const { promotions } = await shop.ask(listPromotions, {});
  expect(promotions.map((each) => each.promotionId)).toEqual([promotionId]);
  expect(await shop.refusal(getPromotion, { promotionId: draft.promotionId })).toMatchObject({
    code: 'NotFound',
  });
});

it('is changed by the owner alone, and read by everyone', async () => {
  const shop = await promotionShop();
  const promotion = promotionOf(shop);
  expect(await shop.refusal(savePromotionVerb, { promotion, state: 'draft' }, 'cashier')).toMatchObject({
    code: 'NotAllowed',
  });
  expect(await shop.ask(listPromotions, {}, 'cashier')).toEqual({ promotions: [] });
});

it('leaves nothing behind when the power goes in the middle', async () => {
  const shop = await promotionShop();
  const before = await shop.everyRow();
  shop.breakAtTheEnd();
  await expect(shop.ask(savePromotionVerb, { promotion: promotionOf(shop), state: 'live' })).rejects.toThrow(
    'the power went',
  );
  expect(await shop.everyRow()).toBe(before);
});

it('shows what meets on the same goods, and what is over or yet to come', async () => {
  const shop = await promotionShop();
  const tea = { scope: { kind: 'categories', categoryIds: [shop.tea] } };
  const green = { scope: { kind: 'products', productIds: [shop.greenTea] } };
  const cup = { scope: { kind: 'products', productIds: [shop.cup] } };
  const rules = {
    tea: promotionOf(shop, tea),
    green: promotionOf(shop, { ...green, from: '2026-12-01' }),
    cup: promotionOf(shop, { ...cup, combines: 'alone' }),
    over: promotionOf(shop, { ...tea, to: '2026-11-21' }),
  };
  for (const promotion of Object.values(rules)) {
    await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  }
  const { promotions } = await shop.ask(listPromotions, {});
  const row = (promotion: { promotionId: string }) =>
    promotions.find((each) => each.promotionId === promotion.promotionId);
  expect(row(rules.tea)?.conflicts).toEqual([
    { otherId: rules.green.promotionId, otherName: rules.green.name, kind: 'bestWins' },
  ]);
  expect(row(rules.green)).toMatchObject({ isUpcoming: true, isOver: false });
  expect(row(rules.cup)?.conflicts).toEqual([]);
  expect(row(rules.over)).toMatchObject({ isUpcoming: false, isOver: true, conflicts: [] });
});

it('draws a calendar of the days on which each rule holds, an ended one up to its end', async () => {
  const shop = await promotionShop();
  const tuesdays = promotionOf(shop, { conditions: [{ kind: 'weekdays', days: [2] }] });
  const ended = promotionOf(shop);
  await shop.ask(savePromotionVerb, { promotion: tuesdays, state: 'live' });
  await shop.ask(savePromotionVerb, { promotion: ended, state: 'live' });
  shop.setClock('2026-11-24T08:00:00.000Z');
  await shop.ask(setPromotionStateVerb, { promotionId: ended.promotionId, state: 'ended' });
  const { days } = await shop.ask(promotionCalendar, { from: '2026-11-21', to: '2026-11-25' });
  expect(days.map(({ day, promotionIds }) => [day, new Set(promotionIds)])).toEqual([
    ['2026-11-21', new Set()],
    ['2026-11-22', new Set([ended.promotionId])],
    ['2026-11-23', new Set([ended.promotionId])],
    ['2026-11-24', new Set([ended.promotionId, tuesdays.promotionId])],
    ['2026-11-25', new Set()],
  ]);
  expect(await shop.refusal(promotionCalendar, { from: '2026-01-01', to: '2026-12-31' })).toEqual({
    code: 'SpanTooLong',
    data: { atMostDays: 100 },
  });
});
