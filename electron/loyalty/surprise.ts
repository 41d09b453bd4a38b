/** The verbs loyalty.giftBudget, giveGift, gifts and markGiftsSeen: small gifts of bonus out of a monthly budget. */
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { giftLeftSom, giftNeedsSecondPerson, judgeGift } from '../../shared/loyalty/surprise.ts';
import { som, zeroSom } from '../../shared/money.ts';
import type { Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { secondPerson } from '../staff/inTransaction.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { giveBonus } from './giveBonus.ts';
import { bonusBalanceOf } from './lots.ts';
import {
  giftBudgetOf,
  giftsBefore,
  markGiftsSeen as markSeen,
  noteGift,
  unseenGifts,
} from './surpriseQueries.ts';

/** Of whoever is logged in at the window; nobody has nothing to give. */
export const giftBudget = readingVerb(loyaltyContract.giftBudget, async (scope) => {
  const { db, actor } = scope;
  const day = await businessDayNow(db, scope);
  const budget =
    actor === null ? { budgetSom: zeroSom, givenSom: zeroSom } : await giftBudgetOf(db, actor.personId, day);
  return { ...budget, leftSom: giftLeftSom(budget) };
});

/**
 * Gives bonus as a surprise. Refuses NotFound for nobody's id, NeedsPhone, GiftWordsNeeded, and SecondPersonNeeded for more
 * than is left of the month's budget. The document names the occasion; words stay in the room's own table.
 */
export const giveGift = writingVerb(loyaltyContract.giveGift, async (scope, input) => {
  const { trx, actor, businessDay } = scope;
  const { amountSom, occasion, words } = input;
  const customer = await customerFacts(trx, input.customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const refusal = judgeGift({ isRegistered: customer.isRegistered, occasion, words });
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);
  const budget = await giftBudgetOf(trx, actor.personId, businessDay);
  const second = giftNeedsSecondPerson(budget, amountSom)
    ? await secondPerson(scope, 'loyalty.giveGiftAbove')
    : { approverId: null, isAlone: false };

  const { id: customerId } = customer;
  const content = { customerId, amountSom, occasion, isAlone: second.isAlone };
  // Who stood for it is named only where somebody had to.
  const document = { ...documentOf(scope, 'giftGiven', content), approverId: second.approverId, customerId };
  await noteGift(trx, {
    id: document.id,
    customer_id: customerId,
    person_id: actor.personId,
    amount_som: amountSom,
    occasion,
    words,
    approver_id: second.approverId,
    is_alone: second.isAlone ? 1 : 0,
    given_on: businessDay,
    given_at: scope.now,
  });
  await giveBonus(scope, {
    customerId,
    amountSom,
    expiryDays: scope.settings.bonusExpiryDays,
    reason: 'gift',
    documentKind: 'giftGiven',
    documentId: document.id,
    // Given by hand, as a correction is.
    monthKind: 'correction',
  });
  await scope.follow(document);
  scope.changed('loyalty', 'customer');
  return {
    bonusBalanceSom: await bonusBalanceOf(trx, customerId),
    leftSom: giftLeftSom(await giftBudgetOf(trx, actor.personId, businessDay)),
  };
});

/** Newest first; the cursor is the last one shown. */
export const listGifts = readingVerb(loyaltyContract.gifts, async ({ db }, { cursor, limit }) => {
  const rows = await giftsBefore(db, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    gifts: shown.map((row) => ({
      id: row.id,
      customerId: row.living_id,
      customerName: row.customerName,
      amountSom: som(row.amount_som),
      occasion: row.occasion,
      words: row.words,
      personName: row.person_name,
      approverName: row.approver_name,
      isAlone: row.is_alone === 1,
      isSeen: row.is_seen === 1,
      at: row.given_at as Instant,
    })),
    unseen: await unseenGifts(db),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
});

export const markGiftsSeen = writingVerb(loyaltyContract.markGiftsSeen, async (scope, { upToId }) => {
  const count = await markSeen(scope.trx, upToId);
  if (count > 0) {
    await scope.follow(documentOf(scope, 'giftsSeen', { count }));
    scope.changed('loyalty');
  }
  return {};
});

/** In one object for the router. */
export const surpriseVerbs = { giftBudget, giveGift, gifts: listGifts, markGiftsSeen };
