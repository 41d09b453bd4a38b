/** Bonus by hand: a reason, a second person where there is one, lots and postings together, and the owner's list. */
import { expect, test } from 'vitest';
import { corrections, seeCorrections } from '../../../electron/ledger/verbs.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { bonusIsRight, openBonusShop } from './bonusShop.ts';

test('the owner who is alone in authority gives bonus alone, and it is marked so', async () => {
  const shop = await openBonusShop({ settings: { bonusExpiryDays: 30 } });
  const customerId = await shop.register('Aziza');
  const answer = await shop.asOwner(correctBonus, { customerId, amountSom: 5_000, reason: 'Kassa xatosi' });
  expect(answer).toEqual({ bonusBalanceSom: 5_000 });
  expect(await shop.lots(customerId)).toEqual([
    {
      earned_som: 5_000,
      remaining_som: 5_000,
      active_from: '2026-11-22',
      expires_on: '2026-12-22',
      reason: 'correction',
    },
  ]);
  const listed = await shop.asOwner(corrections, {});
  expect(listed.unseenAlone).toBe(1);
  expect(listed.corrections).toMatchObject([
    {
      account: 'bonusLiability',
      subject: 'Aziza',
      customerId,
      amountSom: 5_000,
      reason: 'Kassa xatosi',
      approverName: null,
      isAlone: true,
      isSeen: false,
    },
  ]);
  await bonusIsRight(shop.db);
});

test('where somebody else could stand for it, one person alone is refused and nothing is written', async () => {
  const shop = await openBonusShop();
  await shop.hire('Gulnora', 'senior', '5093');
  const customerId = await shop.register('Aziza');
  const before = await shop.everyRow();
  const refused = await shop.refusal(
    shop.asOwner(correctBonus, { customerId, amountSom: 5_000, reason: 'xato' }),
  );
  expect(refused).toEqual({ code: 'SecondPersonNeeded', data: {} });
  expect(await shop.everyRow()).toBe(before);
});

test('with the second person it stands under both names and is nobody’s lonely act', async () => {
  const shop = await openBonusShop();
  const seniorId = await shop.hire('Gulnora', 'senior', '5093');
  shop.workAs(seniorId, 'second till');
  const customerId = await shop.register('Aziza');
  await shop.call(
    correctBonus,
    { intentionId: shop.newId(), customerId, amountSom: 700, reason: 'xato', ...shop.approved },
    'second till',
  );
  const listed = await shop.asOwner(corrections, {});
  expect(listed.unseenAlone).toBe(0);
  expect(listed.corrections).toMatchObject([
    { personName: 'Gulnora', approverName: 'Egasi', isAlone: false, amountSom: 700 },
  ]);
});

test('a cashier may not correct bonus, and with the owner beside them may', async () => {
  const shop = await openBonusShop();
  const customerId = await shop.register('Aziza');
  const wish = { customerId, amountSom: 700, reason: 'xato' };
  expect((await shop.refusal(shop.asCashier(correctBonus, wish))).code).toBe('NotAllowed');
  expect(await shop.asCashier(correctBonus, { ...wish, ...shop.approved })).toEqual({ bonusBalanceSom: 700 });
});

test('what is taken comes out of the lot that burns first, and the books follow', async () => {
  const shop = await openBonusShop({ settings: { bonusExpiryDays: 30 } });
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 3_000);
  shop.passDays(5);
  await shop.give(customerId, 2_000);
  const answer = await shop.asOwner(correctBonus, { customerId, amountSom: -3_500, reason: 'ikki marta' });
  expect(answer).toEqual({ bonusBalanceSom: 1_500 });
  expect((await shop.lots(customerId)).map((lot) => lot.remaining_som)).toEqual([0, 1_500]);
  expect(await shop.month()).toEqual({ '2026-11 correction': 1_500 });
  await bonusIsRight(shop.db);
});

test('more than the lots hold is not taken: nobody owes bonus because of a correction', async () => {
  const shop = await openBonusShop();
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 3_000);
  const before = await shop.everyRow();
  const wish = { customerId, amountSom: -3_001, reason: 'xato' };
  expect(await shop.refusal(shop.asOwner(correctBonus, wish))).toEqual({
    code: 'BonusNotEnough',
    data: { spendableSom: 3_000 },
  });
  expect(await shop.everyRow()).toBe(before);
});

test('given bonus repays first what a return left owing', async () => {
  const shop = await openBonusShop();
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 1_000);
  // A return took more than the lots held.
  await shop.db.updateTable('bonus_lot').set({ remaining_som: 0 }).execute();
  await shop.db
    .updateTable('account')
    .set({ balance_som: 300 })
    .where('subject_id', '=', customerId)
    .execute();
  expect(await shop.give(customerId, 1_000)).toEqual({ bonusBalanceSom: 700 });
  expect((await shop.lots(customerId)).map((lot) => lot.remaining_som)).toEqual([0, 700]);
});

test('the customer’s page calls it a correction whichever way it went, with the last day of what was given', async () => {
  const shop = await openBonusShop({ settings: { bonusExpiryDays: 30 } });
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 3_000);
  shop.passDays(1);
  await shop.asOwner(correctBonus, { customerId, amountSom: -500, reason: 'xato' });
  const { movements } = await shop.asOwner(bonusAccount, { customerId });
  expect(
    movements.map(({ kind, amountSom, reason, expiresOn }) => [kind, amountSom, reason, expiresOn]),
  ).toEqual([
    ['corrected', -500, 'correction', null],
    ['corrected', 3_000, 'correction', '2026-12-22'],
  ]);
});

test('seen once, lonely corrections are counted no more; who came without a name is told by the phone', async () => {
  const shop = await openBonusShop();
  await shop.give(await shop.register('', '+998901234567'), 3_000);
  await shop.give(await shop.register('Bobur'), 1_000);
  expect((await shop.asOwner(corrections, {})).unseenAlone).toBe(2);
  await shop.asOwner(seeCorrections, {});
  const listed = await shop.asOwner(corrections, {});
  expect(listed.unseenAlone).toBe(0);
  expect(listed.corrections.map(({ subject, isSeen }) => [subject, isSeen])).toEqual([
    ['Bobur', true],
    ['…4567', true],
  ]);
});

test('the list comes in pages, newest first, without a gap or a repeat', async () => {
  const shop = await openBonusShop();
  const customerId = await shop.register('Aziza');
  for (const amount of [1, 2, 3, 4, 5]) await shop.give(customerId, amount);
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page: { corrections: readonly { amountSom: number }[]; nextCursor: string | null } =
      await shop.asOwner(corrections, { cursor, limit: 2 });
    seen.push(...page.corrections.map(({ amountSom }) => amountSom));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([5, 4, 3, 2, 1]);
});
