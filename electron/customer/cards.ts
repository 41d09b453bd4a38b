/** The verbs customer.issueCards and customer.joinCard: instant cards come into the world and find their customers. */
import { cardDigits, maskCardNumber, newCardNumber } from '../../shared/customer/cardNumber.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { hotInsert } from '../database/hot.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { personIdOf, unregisteredCard } from './create.ts';
import { mergeFigures } from './follower.ts';
import { customerFacts, customerOfId, issuedCard } from './queries.ts';
import { closeMerged, giveCard } from './rows.ts';

/** A batch of cards whose numbers nobody can guess; a customer stands behind one from its first scan on. */
export const issueCards = writingVerb(customerContract.issueCards, async (scope, { count }) => {
  const { trx, now } = scope;
  const batchId = scope.newId();
  const numbers = await freeNumbers(scope, count);

  await trx
    .insertInto('card_batch')
    .values({ id: batchId, card_count: count, created_at: now, created_by: personIdOf(scope) })
    .execute();
  await insertCards.many(
    trx,
    numbers.map((number) => ({
      number,
      batch_id: batchId,
      customer_id: null,
      kind: 'instant' as const,
      issued_at: now,
    })),
  );
  await scope.follow(documentOf(scope, 'cardsIssued', { batchId, count }));
  scope.changed('customer');
  return { batchId, cardNumbers: [...numbers] };
});

const insertCards = hotInsert('card', ['number', 'batch_id', 'customer_id', 'kind', 'issued_at']);

/** Random numbers that no card has yet: a thousand of a thousand million, so a second draw is rare. */
async function freeNumbers({ trx, random }: WriteScope, count: number): Promise<readonly string[]> {
  const numbers = new Set<string>();
  while (numbers.size < count) {
    const number = newCardNumber(cardDigits(random(6)));
    if (!numbers.has(number) && (await issuedCard(trx, number)) === null) numbers.add(number);
  }
  return [...numbers];
}

/**
 * Gives an instant card to a customer whose phone was known already (docs/rules.md rule 20). Whoever the card stood for
 * until now becomes this customer: the figures go over here, and what rooms above keep for them follows the document's
 * `fromCustomerId`.
 */
export const joinCard = writingVerb(customerContract.joinCard, async (scope, { customerId, cardNumber }) => {
  const { trx } = scope;
  const customer = await customerFacts(trx, customerId);
  if (customer === null || !customer.isRegistered) throw new Refusal('NotFound', { what: 'customer' });
  const card = await unregisteredCard(scope, cardNumber);

  await giveCard(trx, card.number, customerId);
  if (card.customerId !== null) {
    await trx
      .updateTable('card')
      .set({ customer_id: customerId })
      .where('customer_id', '=', card.customerId)
      .execute();
    await closeMerged(trx, card.customerId, customerId);
    await mergeFigures(trx, card.customerId, customerId);
  }
  await scope.follow({
    ...documentOf(scope, 'customerChanged', {
      customerId,
      changed: ['card'],
      card: maskCardNumber(card.number),
      fromCustomerId: card.customerId,
    }),
    customerId,
  });
  scope.changed('customer');
  const joined = await customerOfId(trx, customerId);
  if (joined === null) throw new Error('the customer just changed is not there');
  return { customer: joined };
});
