/** The verbs customer.blockCard and customer.replaceCard: a lost card stands for nobody, the account stays. */
import { maskCardNumber, readCardNumber } from '../../shared/customer/cardNumber.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { DocumentKind } from '../../shared/journal/document.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { customerFacts, customerOfId, type IssuedCard, issuedCard } from './queries.ts';
import { giveCard } from './rows.ts';

export const blockCard = writingVerb(customerContract.blockCard, async (scope, input) => {
  const card = await cardOfCustomer(scope, input.customerId, input.cardNumber);
  await close(scope, card.number, null);
  return told(scope, input.customerId, 'cardBlocked', { card: maskCardNumber(card.number) });
});

/** Only a card that nobody has yet is given in the place of a lost one. */
export const replaceCard = writingVerb(customerContract.replaceCard, async (scope, input) => {
  const old = await cardOfCustomer(scope, input.customerId, input.oldNumber);
  const next = await issuedCard(scope.trx, readCardNumber(input.newNumber) ?? input.newNumber);
  if (next === null || next.isBlocked) throw new Refusal('CardNotIssued');
  if (next.customerId !== null) throw new Refusal('CardTaken');
  await close(scope, old.number, next.number);
  await giveCard(scope.trx, next.number, input.customerId);
  return told(scope, input.customerId, 'cardReplaced', {
    card: maskCardNumber(old.number),
    newCard: maskCardNumber(next.number),
  });
});

async function cardOfCustomer(scope: WriteScope, customerId: string, number: string): Promise<IssuedCard> {
  const customer = await customerFacts(scope.trx, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const card = await issuedCard(scope.trx, readCardNumber(number) ?? number);
  if (card === null || card.customerId !== customer.id) throw new Refusal('CardNotIssued');
  return card;
}

async function close(scope: WriteScope, number: string, replacedBy: string | null): Promise<void> {
  await scope.trx
    .updateTable('card')
    .set({ blocked_at: scope.now, replaced_by: replacedBy })
    .where('number', '=', number)
    .execute();
}

async function told(
  scope: WriteScope,
  customerId: string,
  kind: DocumentKind,
  content: Readonly<Record<string, string>>,
) {
  await scope.follow({ ...documentOf(scope, kind, { customerId, ...content }), customerId });
  scope.changed('customer');
  const customer = await customerOfId(scope.trx, customerId);
  if (customer === null) throw new Error('the customer just changed is not there');
  return { customer };
}
