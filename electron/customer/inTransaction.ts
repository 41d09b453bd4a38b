/** What a sale asks of this room: who holds a scanned card. */
import type { Transaction } from 'kysely';
import { type Refused, refuse } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { issuedCard } from './queries.ts';
import { giveCard, insertCustomer } from './rows.ts';

export interface CardHolder {
  readonly customerId: string;
  /** `instantCard` until somebody registered the card: it spends less in a day (docs/rules.md rule 20). */
  readonly identification: 'card' | 'instantCard';
}

/** When and by whom a card is scanned, should it be for the first time. */
export interface FirstScan {
  readonly now: Instant;
  readonly newId: () => string;
  readonly personId: string | null;
}

/**
 * The customer of a card number as `readCardNumber` of shared/customer/cardNumber.ts spells it. An instant card becomes a
 * customer, without a name or phone, when it is scanned for the first time. `CardNotIssued` for a number nobody issued,
 * however well its check digits fit (docs/rules.md rule 20).
 */
export async function customerOfCard(
  trx: Transaction<Tables>,
  number: string,
  { now, newId, personId }: FirstScan,
): Promise<CardHolder | Refused<'CardNotIssued'>> {
  const card = await issuedCard(trx, number);
  if (card === null) return refuse('CardNotIssued', {});
  if (card.customerId !== null) {
    return { customerId: card.customerId, identification: card.isRegistered ? 'card' : 'instantCard' };
  }
  const customerId = newId();
  await insertCustomer(trx, { id: customerId, now, personId, registered: null });
  await giveCard(trx, number, customerId);
  return { customerId, identification: 'instantCard' };
}
