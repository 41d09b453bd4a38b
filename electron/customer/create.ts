/** The verb customer.create: a phone, one consent told at the counter, and perhaps the instant card in the hand. */

import { maskCardNumber, readCardNumber } from '../../shared/customer/cardNumber.ts';
import { type ConsentSubject, channelsOfWording, consentWording } from '../../shared/customer/consent.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { writeConsents } from './consents.ts';
import { customerOfId, type IssuedCard, issuedCard, ownerOfPhone } from './queries.ts';
import { giveCard, insertCustomer, type Making, updateCustomer } from './rows.ts';

export const createCustomer = writingVerb(customerContract.create, async (scope, input) => {
  const { trx } = scope;
  const phone = readPhone(input.phone);
  if (phone === null) throw new Refusal('PhoneNotUnderstood');
  if (consentWording(input.consentVersion, input.consentLanguage) === null) {
    throw new Refusal('NotFound', { what: 'consentWording' });
  }
  const card = input.cardNumber === null ? null : await unregisteredCard(scope, input.cardNumber);
  const owner = await ownerOfPhone(trx, phone.e164);
  if (owner !== null) throw new Refusal('PhoneTaken', { customerId: owner.id, name: owner.name });

  const registered = { name: input.name, phone: phone.e164, language: input.language };
  const id = card?.customerId ?? scope.newId();
  if (card !== null && card.customerId !== null) {
    await updateCustomer(trx, id, registered, true);
  } else {
    await insertCustomer(trx, { ...makingOf(scope), id, registered });
    if (card !== null) await giveCard(trx, card.number, id);
  }
  const subjects: readonly ConsentSubject[] = input.consentMessages
    ? ['profile', ...channelsOfWording(input.consentVersion)]
    : ['profile'];
  const document = documentOf(scope, 'customerCreated', {
    customerId: id,
    card: card === null ? null : maskCardNumber(card.number),
    consents: subjects,
    consentVersion: input.consentVersion,
    consentLanguage: input.consentLanguage,
  });
  await writeConsents(trx, {
    id: document.id,
    kind: 'given',
    customerId: id,
    subjects,
    how: 'spoken',
    wording: { version: input.consentVersion, language: input.consentLanguage },
    personId: personIdOf(scope),
    at: scope.now,
  });
  await scope.follow({ ...document, customerId: id });
  scope.changed('customer');
  const customer = await customerOfId(trx, id);
  if (customer === null) throw new Error('the customer just made is not there');
  return { customer };
});

/** The card that a new phone may register. Throws CardNotIssued, or CardTaken when another phone registered it. */
export async function unregisteredCard(scope: Pick<WriteScope, 'trx'>, text: string): Promise<IssuedCard> {
  const card = await issuedCard(scope.trx, readCardNumber(text) ?? text);
  if (card === null || card.isBlocked) throw new Refusal('CardNotIssued');
  if (card.isRegistered) throw new Refusal('CardTaken');
  return card;
}

function makingOf(scope: WriteScope): Making {
  const { now, businessDay, tillId } = scope;
  return { now, businessDay, tillId, personId: personIdOf(scope) };
}

/** Null for the till itself, which is nobody. */
export function personIdOf({ actor }: Pick<WriteScope, 'actor'>): string | null {
  return actor.role === 'system' ? null : actor.personId;
}
