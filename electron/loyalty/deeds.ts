/** Bonus for deeds: what the till gives by itself (welcome, first purchase, birthday), and how any of them is given. */
import type { Transaction } from 'kysely';
import type { TillDocument } from '../../shared/journal/document.ts';
import { bonusEarnedPosting } from '../../shared/ledger/otherPostings.ts';
import type { Deed } from '../../shared/loyalty/deedContract.ts';
import { birthdayYear } from '../../shared/loyalty/deeds.ts';
import { type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteBonus } from './bonusMonth.ts';
import { deedOf, deedOfSale, nearBirthdays, noteGiven, timesGiven, wasGiven } from './deedsQueries.ts';
import { emptyLot, giveBonus } from './giveBonus.ts';
import type { BonusScope } from './lots.ts';

export interface DeedDone {
  readonly customerId: string;
  /** What makes it impossible twice; null for a deed that may be done again and again. */
  readonly occasion: string | null;
  readonly saleId?: string;
  readonly note?: string;
  readonly permissionOn?: BusinessDay | null;
  /** Who gave it; null for the till itself. */
  readonly personId?: string | null;
}

/** Rewards a deed that was judged good: its lot, posting, row and document. Answers what it brought. */
export async function rewardDeed(scope: BonusScope, deed: Deed, done: DeedDone): Promise<Som> {
  const { customerId, saleId = null, note = '', permissionOn = null, personId = null } = done;
  const { kind, bonusSom, expiryDays } = deed;
  const document = documentOf(scope, 'deedGiven', { kind, customerId, bonusSom, saleId, permissionOn });
  const { lotId } = await giveBonus(scope, {
    customerId,
    amountSom: bonusSom,
    expiryDays,
    reason: kind,
    documentKind: 'deedGiven',
    documentId: document.id,
    monthKind: 'deed',
  });
  await noteGiven(scope.trx, {
    id: document.id,
    kind,
    customer_id: customerId,
    occasion: done.occasion ?? document.id,
    sale_id: saleId,
    amount_som: bonusSom,
    lot_id: lotId,
    note,
    permission_on: permissionOn,
    person_id: personId,
    business_day: scope.businessDay,
    given_at: scope.now,
  });
  await scope.follow({ ...document, customerId });
  return bonusSom;
}

/** What can happen to a customer only once. */
const once = 'first';

/** Follows the document by which a customer gives a phone for the first time: they are welcome. */
export async function welcomeCustomer(
  _trx: Transaction<Tables>,
  { kind, customerId }: Pick<TillDocument, 'kind' | 'customerId'>,
  scope: BonusScope,
): Promise<void> {
  if (kind !== 'customerCreated' || customerId === null) return;
  const deed = await deedOf(scope.trx, 'welcome');
  if (!deed.isOn) return;
  const times = await timesGiven(scope.trx, customerId, 'welcome', scope.businessDay);
  if (times.ever === 0) await rewardDeed(scope, deed, { customerId, occasion: once });
}

/**
 * The bonus for a customer's first purchase, 0 when it is none: only for those who gave a phone, because a new instant card
 * is at hand at every counter. To be called before the sale counts in the customer's figures.
 */
export async function rewardFirstPurchase(
  scope: BonusScope,
  { saleId, customerId }: { readonly saleId: string; readonly customerId: string },
): Promise<Som> {
  const deed = await deedOf(scope.trx, 'firstPurchase');
  if (!deed.isOn) return zeroSom;
  const customer = await customerFacts(scope.trx, customerId);
  if (customer === null || !customer.isRegistered || customer.receipts > 0) return zeroSom;
  const times = await timesGiven(scope.trx, customerId, 'firstPurchase', scope.businessDay);
  return times.ever > 0 ? zeroSom : rewardDeed(scope, deed, { customerId, occasion: once, saleId });
}

/**
 * Takes the bonus of a first purchase back because all of it was returned; what is spent already comes from other lots or
 * is left owing (docs/rules.md rule 8). Answers what the balance went down by; 0 when the sale brought none.
 */
export async function takeBackDeedOf(
  scope: BonusScope,
  { saleId }: { readonly saleId: string },
): Promise<Som> {
  const given = await deedOfSale(scope.trx, saleId);
  if (given === undefined) return zeroSom;
  const { id: documentId } = given;
  // An occasion that both of two merged customers had stays under its own name; the bonus went over (rule 32).
  const customerId = (await customerFacts(scope.trx, given.customer_id))?.id ?? given.customer_id;
  const takenSom = await emptyLot(scope, {
    customerId,
    amountSom: som(given.amount_som),
    lotId: given.lot_id,
    documentKind: 'deedGiven',
    documentId,
  });
  await post(scope.trx, bonusEarnedPosting(customerId, subtractSom(zeroSom, takenSom)), {
    id: scope.newId(),
    documentKind: 'deedGiven',
    documentId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'takenBack',
  });
  await noteBonus(scope, 'takenBack', takenSom);
  await scope.trx
    .updateTable('deed_given')
    .set({ taken_back_on: scope.businessDay })
    .where('id', '=', documentId)
    .execute();
  return takenSom;
}

/**
 * Gives their bonus to some of the customers whose birthday is near (docs/rules.md rule 13), from after one on in the order
 * of their ids; answers the last one looked at, or null when there are no more.
 */
export async function giveBirthdays(
  scope: BonusScope,
  afterId: string,
  atMost: number,
): Promise<string | null> {
  const deed = await deedOf(scope.trx, 'birthday');
  if (!deed.isOn) return null;
  const near = await nearBirthdays(scope.trx, scope.businessDay, afterId, atMost);
  for (const known of near) {
    const { customerId } = known;
    const year = birthdayYear(known, scope.businessDay);
    // Whoever named another date meanwhile may have a second birthday in the year of the first.
    if (year === null || (await wasGiven(scope.trx, customerId, 'birthday', year))) continue;
    await rewardDeed(scope, deed, { customerId, occasion: year });
  }
  return near.length < atMost ? null : (near.at(-1)?.customerId ?? null);
}
