/** Parking the open basket for another customer, naming it, and taking it up again. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { draftingVerb, type ReadScope, readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { loadBasket } from './loadBasket.ts';
import { basketToChange, makeBasket, sourceForReading, viewIn } from './openBasket.ts';
import { unsettledAmount } from './payments.ts';
import {
  basketOfSale,
  openBasketOf,
  orphanBaskets,
  parkedBaskets,
  type StoredBasket,
  saveBasket,
} from './queries.ts';

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
  await refuseUnsettled(scope, stored.saleId);
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

/** Money that a terminal took or may have taken stays with its basket: PaymentUncertain while there is any. */
export async function refuseUnsettled(scope: WriteScope, saleId: string): Promise<void> {
  const amountSom = await unsettledAmount(scope, saleId);
  if (amountSom !== null) throw new Refusal('PaymentUncertain', { amountSom });
}

export const listParked = readingVerb(saleContract.parked, async (scope) => {
  const source = await sourceForReading(scope);
  const baskets = [];
  for (const stored of await parkedBaskets(scope.db)) {
    const { quote, customer } = await loadBasket(source, stored.content);
    baskets.push({
      saleId: stored.saleId,
      label: stored.content.label,
      parkedAt: stored.changedAt,
      totalSom: quote.totalSom,
      lines: stored.content.lines.length,
      customerName: customer === null ? null : customer.name || customer.phone || null,
    });
  }
  return { baskets };
});

/** A basket that waits, as whoever closes the shift is told of it. */
export interface WaitingBasket {
  readonly saleId: string;
  readonly label: string;
  readonly parkedAt: Instant;
  /** At the prices of now. */
  readonly totalSom: Som;
}

/** What still waits when a shift is closed: nobody is kept from closing, parked baskets wait for the next shift too. */
export async function parkedForClose(scope: ReadScope): Promise<readonly WaitingBasket[]> {
  const source = await sourceForReading(scope);
  const waiting: WaitingBasket[] = [];
  for (const { saleId, content, changedAt } of await parkedBaskets(scope.db)) {
    const { quote } = await loadBasket({ ...source, isForScreen: false }, content);
    waiting.push({ saleId, label: content.label, parkedAt: changedAt, totalSom: quote.totalSom });
  }
  return waiting;
}

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
  await dropBasket(scope, open, intentionId);
}

/** Ends a basket that becomes no sale. */
export async function dropBasket(
  scope: WriteScope,
  basket: StoredBasket,
  intentionId: string,
): Promise<void> {
  await saveBasket(scope.trx, {
    ...basket,
    state: 'dropped',
    revision: basket.revision + 1,
    lastIntentionId: intentionId,
    changedAt: scope.now,
  });
}

/** A name is no change of what is sold: whoever works on the basket goes on at its revision. */
export const renameBasket = writingVerb(saleContract.renameBasket, async (scope, { saleId, label }) => {
  const basket = await livingBasket(scope, saleId);
  await saveBasket(scope.trx, { ...basket, content: { ...basket.content, label } });
  scope.changed('sale');
  return {};
});

/** A basket that is open or waits; ParkedGone for one that was sold or given up. */
export async function livingBasket(scope: WriteScope, saleId: string): Promise<StoredBasket> {
  const basket = await basketOfSale(scope.trx, saleId);
  if (basket?.state !== 'open' && basket?.state !== 'parked') throw new Refusal('ParkedGone');
  return basket;
}

/** The basket whose printed quote carries this code; few wait. Refuses QuoteGone when it was sold or given up. */
export async function saleOfQuote(db: Kysely<Tables>, code: string): Promise<string> {
  const living = [...(await orphanBaskets(db, [])), ...(await parkedBaskets(db))];
  const basket = living.find(({ content }) => content.quoteCode === code);
  if (basket === undefined) throw new Refusal('QuoteGone');
  return basket.saleId;
}
