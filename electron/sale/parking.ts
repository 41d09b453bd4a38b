/** Parking the open basket for another customer, and taking it up again. */
import { Refusal } from '../../shared/errors.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { draftingVerb, readingVerb, type WriteScope } from '../verb.ts';
import { loadBasket } from './loadBasket.ts';
import { basketToChange, makeBasket, sourceForReading, viewIn } from './openBasket.ts';
import { unsettledAmount } from './payments.ts';
import { basketOfSale, openBasketOf, parkedBaskets, type StoredBasket, saveBasket } from './queries.ts';

export const parkBasket = draftingVerb(saleContract.park, async (scope, input) => {
  const open = await openBasketOf(scope.trx, scope.key);
  // The first answer was lost: its new basket carries the very same intention.
  if (open?.lastIntentionId === input.intentionId && open.saleId !== input.saleId) return viewIn(scope, open);
  const { stored, isRepeated } = await basketToChange(scope, input);
  if (isRepeated) return viewIn(scope, stored);
  if (stored.content.lines.length === 0) throw new Refusal('BasketEmpty');
  await park(scope, stored, input.intentionId);
  return viewIn(scope, await makeBasket(scope, input.intentionId));
});

async function park(scope: WriteScope, stored: StoredBasket, intentionId: string): Promise<void> {
  const amountSom = await unsettledAmount(scope, stored.saleId);
  if (amountSom !== null) throw new Refusal('PaymentUncertain', { amountSom });
  // How it would have been paid is asked again when it is taken up.
  const content = { ...stored.content, payment: null };
  await saveBasket(scope.trx, {
    ...stored,
    content,
    state: 'parked',
    revision: stored.revision + 1,
    lastIntentionId: intentionId,
    changedAt: scope.now,
  });
  scope.changed('sale');
}

export const listParked = readingVerb(saleContract.parked, async (scope) => {
  const source = await sourceForReading(scope);
  const baskets = [];
  for (const stored of await parkedBaskets(scope.db)) {
    const { quote, customer } = await loadBasket(source, stored.content);
    baskets.push({
      saleId: stored.saleId,
      parkedAt: stored.changedAt,
      totalSom: quote.totalSom,
      lines: stored.content.lines.length,
      customerName: customer === null ? null : customer.name || customer.phone || null,
    });
  }
  return { baskets };
});

export const resumeBasket = draftingVerb(saleContract.resume, async (scope, input) => {
  const wanted = await basketOfSale(scope.trx, input.saleId);
  if (wanted?.state === 'open' && wanted.key === scope.key) return viewIn(scope, wanted);
  if (wanted?.state !== 'parked') throw new Refusal('BasketGone');
  const open = await openBasketOf(scope.trx, scope.key);
  if (open !== null) await putAside(scope, open, input.intentionId);
  const resumed: StoredBasket = {
    ...wanted,
    state: 'open',
    key: scope.key,
    revision: wanted.revision + 1,
    lastIntentionId: input.intentionId,
    changedAt: scope.now,
  };
  await saveBasket(scope.trx, resumed);
  scope.changed('sale');
  return viewIn(scope, resumed);
});

/** An empty basket is dropped, one with goods waits in its turn. */
async function putAside(scope: WriteScope, open: StoredBasket, intentionId: string): Promise<void> {
  if (open.content.lines.length > 0) return park(scope, open, intentionId);
  await saveBasket(scope.trx, {
    ...open,
    state: 'dropped',
    revision: open.revision + 1,
    lastIntentionId: intentionId,
    changedAt: scope.now,
  });
}
