/** Small gifts at the till: out of a monthly budget, one document with its postings, and never above it alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { transact } from '../../../electron/database/transact.ts';
import { forgetGiftReasons } from '../../../electron/loyalty/inTransaction.ts';
import { giftBudget, giveGift, listGifts, markGiftsSeen } from '../../../electron/loyalty/surprise.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { timelinePage } from '../../../electron/report/timeline.ts';
import { gifts as giftsInTimeline } from '../../../electron/report/timelineGifts.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { changePerson, team } from '../../../electron/staff/team.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import type { TestTillOptions } from '../../till.ts';
import { type BonusShop, bonusIsRight, openBonusShop } from './bonusShop.ts';

type Giving = Partial<VerbInput<typeof loyaltyContract.giveGift>>;

/** The owner lets the cashier give away so much in a month. */
async function budgetShop(giftBudgetSom: number | null = 50_000, options: TestTillOptions = {}) {
  const shop = await openBonusShop(options);
  const { people } = await shop.asOwner(team, {});
  const cashier = people.find(({ role }) => role === 'cashier');
  if (cashier === undefined) throw new Error('nobody sells here');
  const allow = (sum: number | null) =>
    shop.asOwner(changePerson(shop.till.parts), {
      personId: cashier.id,
      name: cashier.name,
      role: 'cashier',
      discountBasisPoints: null,
      giftBudgetSom: sum,
      accessEndsOn: null,
      isBoundToHours: false,
      hours: [],
    });
  await allow(giftBudgetSom);
  return { ...shop, allow, cashierId: cashier.id };
}
type BudgetShop = Awaited<ReturnType<typeof budgetShop>>;

async function give(shop: BonusShop, customerId: string, amountSom: number, different: Giving = {}) {
  const answer = await shop.asCashier(giveGift, { customerId, amountSom, occasion: 'loyal', ...different });
  shop.clock.pass(1);
  return answer;
}

const left = async (shop: BudgetShop) => (await shop.asCashier(giftBudget, {})).leftSom;

/** What every check of the books finds wrong. */
const wrongIn = async (shop: BonusShop) => (await verifyShop(shop.db)).filter(({ wrong }) => wrong > 0);

test('without a budget of the owner nothing may be given alone', async () => {
  const shop = await budgetShop(0);
  const customerId = await shop.register('Aziza');
  expect(await shop.asCashier(giftBudget, {})).toEqual({ budgetSom: 0, givenSom: 0, leftSom: 0 });
  const before = await shop.everyRow();
  expect(await shop.refusal(give(shop, customerId, 1))).toEqual({ code: 'SecondPersonNeeded', data: {} });
  expect(await shop.everyRow()).toBe(before);
});

test('a gift is bonus at once: its lot, its posting, its month and one document agree', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  expect(await give(shop, customerId, 18_000, { occasion: 'birthday' })).toEqual({
    bonusBalanceSom: 18_000,
    leftSom: 32_000,
  });
  expect(await shop.asCashier(giftBudget, {})).toEqual({
    budgetSom: 50_000,
    givenSom: 18_000,
    leftSom: 32_000,
  });
  const lots = await shop.lots(customerId);
  expect(lots.map((lot) => [lot.remaining_som, lot.reason])).toEqual([[18_000, 'gift']]);
  expect(await shop.month()).toEqual({ '2026-11 correction': 18_000 });
  const { movements } = await shop.asOwner(bonusAccount, { customerId });
  expect(movements.map(({ amountSom, reason }) => [amountSom, reason])).toEqual([[18_000, 'gift']]);
  const documents = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'giftGiven')
    .execute();
  expect(documents).toHaveLength(1);
  const { content } = JSON.parse(documents[0]?.content_json ?? '{}');
  expect(content).toEqual({ customerId, amountSom: 18_000, occasion: 'birthday', isAlone: false });
  await bonusIsRight(shop.db);
  expect(await wrongIn(shop)).toEqual([]);
});

test('the budget is spent to the last soʻm; one more needs somebody else, and theirs takes nothing from it', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await give(shop, customerId, 20_000);
  await give(shop, customerId, 30_000);
  expect(await left(shop)).toBe(0);
  expect((await shop.refusal(give(shop, customerId, 1))).code).toBe('SecondPersonNeeded');
  const stood = await give(shop, customerId, 70_000, shop.approved);
  expect(stood).toEqual({ bonusBalanceSom: 120_000, leftSom: 0 });
  expect((await shop.asCashier(giftBudget, {})).givenSom).toBe(50_000);
  const { gifts } = await shop.asOwner(listGifts, {});
  expect(gifts.map(({ amountSom, approverName, isAlone }) => [amountSom, approverName, isAlone])).toEqual([
    [70_000, 'Egasi', false],
    [30_000, null, false],
    [20_000, null, false],
  ]);
  expect(await wrongIn(shop)).toEqual([]);
});

test('somebody who stands there for a gift within the budget does not lengthen it', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await give(shop, customerId, 50_000, shop.approved);
  expect(await left(shop)).toBe(0);
});

test('the next month begins with a whole budget, and each person has their own', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  shop.on('2026-11-30');
  await give(shop, customerId, 50_000);
  expect(await left(shop)).toBe(0);
  expect(await shop.asOwner(giftBudget, {})).toEqual({ budgetSom: 0, givenSom: 0, leftSom: 0 });
  shop.on('2026-12-01');
  expect(await left(shop)).toBe(50_000);
  expect(await give(shop, customerId, 5_000)).toMatchObject({ leftSom: 45_000 });
});

test('until the shop’s day begins at night, a gift is still of the month before', async () => {
  const shop = await budgetShop(50_000, { settings: { dayStartsAtHour: 4 } });
  const customerId = await shop.register('Aziza');
  // Half past two on the first of December in Tashkent: the business day of November goes on until four.
  shop.clock.now = '2026-11-30T21:30:00.000Z' as typeof shop.clock.now;
  await give(shop, customerId, 50_000);
  const row = await shop.db.selectFrom('gift').select('given_on').executeTakeFirstOrThrow();
  expect(row.given_on).toBe('2026-11-30');
  shop.on('2026-12-01');
  expect(await left(shop)).toBe(50_000);
});

test('a smaller budget takes nothing back, and left out of the form it stays as it is', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await give(shop, customerId, 30_000);
  await shop.allow(20_000);
  expect(await left(shop)).toBe(0);
  expect(await shop.balance(customerId)).toBe(30_000);
  await shop.allow(null);
  const { people } = await shop.asOwner(team, {});
  expect(people.find(({ id }) => id === shop.cashierId)?.giftBudgetSom).toBe(20_000);
});

test('an owner who is alone gives above the budget; it is marked, and seen when the owner says so', async () => {
  const shop = await budgetShop(0);
  const customerId = await shop.register('Aziza');
  await shop.asOwner(giveGift, { customerId, amountSom: 15_000, occasion: 'guestOfDay' });
  shop.clock.pass(1);
  await give(shop, customerId, 700, shop.approved);
  const { gifts, unseen } = await shop.asOwner(listGifts, {});
  expect(unseen).toBe(2);
  expect(gifts.map(({ personName, isAlone, isSeen }) => [personName, isAlone, isSeen])).toEqual([
    ['Kassir', false, false],
    ['Egasi', true, false],
  ]);
  await shop.asOwner(markGiftsSeen, { upToId: gifts[1]?.id ?? '' });
  expect((await shop.asOwner(listGifts, {})).unseen).toBe(1);
  await shop.asOwner(markGiftsSeen, { upToId: gifts[0]?.id ?? '' });
  expect((await shop.asOwner(listGifts, {})).unseen).toBe(0);
});

test('a cashier neither sees the gifts of all nor marks them', async () => {
  const shop = await budgetShop();
  expect((await shop.refusal(shop.asCashier(listGifts, {}))).code).toBe('NotAllowed');
  const upToId = shop.newId();
  expect((await shop.refusal(shop.asCashier(markGiftsSeen, { upToId }))).code).toBe('NotAllowed');
});

test('nobody without a phone gets a gift, and another reason is told in words', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await shop.asOwner(issueCards, { count: 1 });
  const wordless = await shop.refusal(give(shop, customerId, 1_000, { occasion: 'other', words: '  ' }));
  expect(wordless.code).toBe('GiftWordsNeeded');
  await shop.db.updateTable('customer').set({ is_registered: 0 }).where('id', '=', customerId).execute();
  expect((await shop.refusal(give(shop, customerId, 1_000))).code).toBe('NeedsPhone');
  expect((await shop.refusal(give(shop, shop.newId(), 1_000))).code).toBe('NotFound');
});

test('a repeated intention gives once', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  const wish = { intentionId: shop.newId(), customerId, amountSom: 4_000, occasion: 'loyal' } as const;
  await shop.call(giveGift, wish);
  await shop.call(giveGift, wish);
  expect(await shop.balance(customerId)).toBe(4_000);
  expect(await left(shop)).toBe(46_000);
});

test('words stand in the timeline and in no document, and go when they are forgotten; the sum stays', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await give(shop, customerId, 4_000, { occasion: 'other', words: 'Qizi turmushga chiqdi' });
  const shown = async () =>
    (await timelinePage(shop.db, [customerId], { cursor: null, limit: 5 }, { gifts: giftsInTimeline })).rows;
  expect(await shown()).toMatchObject([
    {
      kind: 'gift',
      amountSom: 4_000,
      details: ['other'],
      text: 'Qizi turmushga chiqdi',
      personId: shop.cashierId,
    },
  ]);
  const written = await shop.db.selectFrom('journal').select('content_json').execute();
  const answers = await shop.db.selectFrom('intention').select('answer_json').execute();
  expect(JSON.stringify([written, answers])).not.toContain('turmushga');
  await transact(shop.db, (trx) => forgetGiftReasons(trx, [customerId]));
  expect(await shown()).toMatchObject([{ amountSom: 4_000, text: '' }]);
  expect(await wrongIn(shop)).toEqual([]);
});

test('who is called by the phone alone is told so, under the name they have now', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('', '+998901234567');
  await give(shop, customerId, 1_000);
  expect((await shop.asOwner(listGifts, {})).gifts[0]?.customerName).toBe('…4567');
  await shop.asOwner(changeCustomer, {
    customerId,
    name: 'Aziza',
    phone: '+998901234567',
    language: null,
    birthDate: null,
    tags: [],
  });
  expect((await shop.asOwner(listGifts, {})).gifts[0]?.customerName).toBe('Aziza');
});

test('the check of the books finds a gift that the ledger knows nothing of', async () => {
  const shop = await budgetShop();
  const customerId = await shop.register('Aziza');
  await give(shop, customerId, 4_000);
  await shop.db
    .insertInto('gift')
    .values({
      id: shop.newId(),
      customer_id: customerId,
      person_id: shop.cashierId,
      amount_som: 900,
      occasion: 'loyal',
      words: '',
      approver_id: null,
      given_on: '2026-11-22',
      given_at: shop.clock.now,
    })
    .execute();
  const found = (await wrongIn(shop)).find(({ proves }) => proves.startsWith('every gift'));
  expect(found?.wrong).toBe(1);
  expect(found?.examples[0]).toContain('gift 900');
});

test('whatever is tried in a month, what was given alone never exceeds the budget', async () => {
  const shop = await budgetShop(30_000);
  const customerId = await shop.register('Aziza');
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          sum: fc.integer({ min: 1, max: 20_000 }),
          isStoodFor: fc.boolean(),
          day: fc.integer({ min: 1, max: 28 }),
          month: fc.constantFrom('12', '01', '02'),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (tries) => {
        for (const { sum, isStoodFor, day, month } of tries) {
          const year = month === '12' ? 2026 : 2027;
          shop.on(`${year}-${month}-${String(day).padStart(2, '0')}`);
          const attempt = give(shop, customerId, sum, isStoodFor ? shop.approved : {});
          await attempt.catch(() => undefined);
        }
        const months = await shop.db
          .selectFrom('gift')
          .select(({ fn, lit, ref }) => [
            fn<string>('substr', [ref('given_on'), lit(1), lit(7)]).as('month'),
            fn.sum<number>('amount_som').as('sum'),
          ])
          .where('approver_id', 'is', null)
          .groupBy('month')
          .execute();
        expect(months.every(({ sum }) => Number(sum) <= 30_000)).toBe(true);
      },
    ),
    { numRuns: 8 },
  );
  await bonusIsRight(shop.db);
});
