/** What the rooms above ask of this one: who holds a scanned card, and what promotions may know of a customer. */
import type { Kysely, Transaction } from 'kysely';
import { type Refused, refuse } from '../../shared/errors.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { customerFacts, hasCard, issuedCard, ownerOfPhone, tagsOfCustomer } from './queries.ts';
import { giveCard, insertCustomer, type Making, updateCustomer } from './rows.ts';

export { aboutOf } from './about.ts';
export {
  type BulkCustomer,
  bulkCustomerOf,
  importedBirthDate,
  insertCustomers,
  insertForeignCards,
  rewriteCustomer,
  takeCardBack,
  withdrawCustomers,
} from './bulkCustomers.ts';
export { everybodyWhoConsented, mayWrite, whoConsented } from './consents.ts';
export { factsOf } from './facts.ts';
export { firmOf } from './firms.ts';
export { type KeptSegment, keepMembers, keptSegments, keptSegmentsOf } from './keepSegment.ts';
export { forgetMergeRows } from './mergeRecord.ts';
export { giveCard } from './rows.ts';

export interface CardHolder {
  readonly customerId: string;
  /** `instantCard` until somebody registered the card: it spends less in a day (docs/rules.md rule 20). */
  readonly identification: 'card' | 'instantCard';
}

/** When, where and by whom a card is scanned, should it be for the first time. */
export interface FirstScan extends Making {
  readonly newId: () => string;
}

/**
 * The customer of a card number as `readCardNumber` of shared/customer/cardNumber.ts spells it. An instant card becomes a
 * customer, without a name or phone, when it is scanned for the first time. `CardNotIssued` for a number nobody issued,
 * however well its check digits fit, `CardBlocked` for a lost one (docs/rules.md rule 20).
 */
export async function customerOfCard(
  trx: Transaction<Tables>,
  number: string,
  { newId, ...making }: FirstScan,
): Promise<CardHolder | Refused<'CardNotIssued'> | Refused<'CardBlocked'>> {
  const card = await issuedCard(trx, number);
  if (card === null) return refuse('CardNotIssued', {});
  if (card.isBlocked) return refuse('CardBlocked', {});
  if (card.customerId !== null) {
    return { customerId: card.customerId, identification: card.isRegistered ? 'card' : 'instantCard' };
  }
  const customerId = newId();
  await insertCustomer(trx, { ...making, id: customerId, registered: null });
  await giveCard(trx, number, customerId);
  return { customerId, identification: 'instantCard' };
}

/** What promotions may know of a customer, as far as this room keeps it. */
export interface CustomerOfPromotions {
  readonly customerId: string;
  readonly isRegistered: boolean;
  readonly hasCard: boolean;
  readonly tags: readonly string[];
  readonly birthDate: BusinessDay | null;
  readonly birthDateKnownSince: BusinessDay | null;
  readonly birthdayUsedOn: BusinessDay | null;
  /** Earlier receipts. */
  readonly visits: number;
  readonly lastVisitOn: BusinessDay | null;
}

/** Null when there is no customer with this id. Three short statements, each compiled once. */
export async function customerOfPromotions(
  db: Kysely<Tables>,
  customerId: string,
): Promise<CustomerOfPromotions | null> {
  const facts = await customerFacts(db, customerId);
  if (facts === null) return null;
  const { isRegistered, birthDate, birthDateKnownSince, birthdayUsedOn, receipts, lastVisitOn } = facts;
  return {
    customerId,
    isRegistered,
    hasCard: await hasCard(db, customerId),
    tags: await tagsOfCustomer(db, customerId),
    birthDate,
    birthDateKnownSince,
    birthdayUsedOn,
    visits: receipts,
    lastVisitOn,
  };
}

/** Notes that a birthday promotion worked, so that it works once a year (docs/rules.md rule 13). */
export async function noteBirthdayUsed(
  trx: Transaction<Tables>,
  customerId: string,
  day: BusinessDay,
): Promise<void> {
  await trx.updateTable('customer').set({ birthday_used_on: day }).where('id', '=', customerId).execute();
}

/** Somebody who stands in the shop's paper notebook of debts. */
export interface Debtor {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly isNew: boolean;
}

/**
 * The customer behind a line of the paper notebook: the living owner of the phone (E.164), else a new one. A line without
 * a phone always makes a new customer, because two people may share a name. Whoever is made so has given no consent yet,
 * and counts as registered only with a phone. Name and phone are not both empty.
 */
export async function debtorOf(
  trx: Transaction<Tables>,
  { name, phone }: { readonly name: string; readonly phone: string | null },
  { newId, ...making }: FirstScan,
): Promise<Debtor> {
  const owner = phone === null ? null : await ownerOfPhone(trx, phone);
  if (owner !== null) return { customerId: owner.id, name: owner.name, phone, isNew: false };
  const customerId = newId();
  const named = { name, phone, language: null };
  await insertCustomer(trx, { ...making, id: customerId, registered: phone === null ? null : named });
  if (phone === null) await updateCustomer(trx, customerId, named, false);
  return { customerId, name: tidyName(name), phone, isNew: true };
}
