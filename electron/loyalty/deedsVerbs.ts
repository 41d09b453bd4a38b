/** The verbs loyalty.deeds, saveDeed, giveDeed and deedsGiven: what deeds are worth, and who was rewarded for which. */
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { deedKinds } from '../../shared/loyalty/deedContract.ts';
import { defaultDeed, judgeDeed } from '../../shared/loyalty/deeds.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { rewardDeed } from './deeds.ts';
import { decidedDeeds, deedOf, givenDeeds, timesGiven, writeDeed } from './deedsQueries.ts';
import { bonusBalanceOf } from './lots.ts';

export const listDeeds = readingVerb(loyaltyContract.deeds, async ({ db }) => {
  const decided = await decidedDeeds(db);
  return {
    deeds: deedKinds.map((kind) => decided.find((deed) => deed.kind === kind) ?? defaultDeed(kind)),
  };
});

export const saveDeed = writingVerb(loyaltyContract.saveDeed, async (scope, input) => {
  const { kind, isOn, bonusSom, expiryDays, timesADay, timesInAll } = input;
  const deed = { kind, isOn, bonusSom, expiryDays, timesADay, timesInAll };
  await writeDeed(scope.trx, deed, scope.now);
  await scope.follow(documentOf(scope, 'deedSaved', deed));
  scope.changed('loyalty');
  return { deed };
});

/** A deed that the cashier has seen done; refused by the rules of `judgeDeed`. */
export const giveDeed = writingVerb(loyaltyContract.giveDeed, async (scope, input) => {
  const { trx, actor, businessDay: day } = scope;
  const { kind, note } = input;
  const customer = await customerFacts(trx, input.customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const { id: customerId } = customer;
  const deed = await deedOf(trx, kind);
  const times = await timesGiven(trx, customerId, kind, day);
  const permissionOn = kind === 'photo' ? input.permissionOn : null;
  const refusal = judgeDeed(deed, {
    kind,
    isRegistered: customer.isRegistered,
    note,
    permissionOn,
    timesToday: times.today,
    timesEver: times.ever,
    day,
  });
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);

  const bonusSom = await rewardDeed(scope, deed, {
    customerId,
    occasion: null,
    note,
    permissionOn,
    personId: actor.role === 'system' ? null : actor.personId,
  });
  scope.changed('loyalty', 'customer');
  return { bonusSom, bonusBalanceSom: await bonusBalanceOf(trx, customerId) };
});

/** Newest first; the cursor is the last one shown. */
export const deedsGiven = readingVerb(
  loyaltyContract.deedsGiven,
  async ({ db }, { customerId, cursor, limit }) => {
    const rows = await givenDeeds(db, { customerId, beforeId: cursor, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return {
      given: shown.map((row) => ({
        id: row.id,
        kind: row.kind,
        customerId: row.customer_id,
        customerName: row.customerName,
        bonusSom: row.amountSom,
        note: row.note,
        permissionOn: row.permission_on,
        personName: row.person_name,
        at: row.given_at,
        isTakenBack: row.taken_back_on !== null,
      })),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
);
