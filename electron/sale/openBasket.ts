/** The open basket as drafts use it: found or made, guarded by its revision, saved with the next one. */
import { Refusal } from '../../shared/errors.ts';
import { type BasketContent, emptyBasket } from '../../shared/sale/basketContent.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { brokenPiece } from '../../shared/sale/quoteBasket.ts';
import { businessDayNow } from '../businessDay.ts';
import { livingLots } from '../loyalty/inTransaction.ts';
import { lotsOf } from '../loyalty/queries.ts';
import type { ReadScope, WriteScope } from '../verb.ts';
import { basketView } from './basketView.ts';
import { type BasketSource, type LoadedBasket, loadBasket } from './loadBasket.ts';
import { basketOfSale, insertBasket, type StoredBasket, saveBasket } from './queries.ts';

/** Reads inside a transaction; bonus that ran out is posted as expired before it is counted. */
export function sourceIn(scope: WriteScope, isForScreen = true): BasketSource {
  return {
    isForScreen,
    db: scope.trx,
    settings: scope.settings,
    businessDay: scope.businessDay,
    now: scope.now,
    lotsOf: (customerId) => livingLots(scope, customerId),
  };
}

/** Reads without a transaction: bonus that ran out meanwhile lies as it lies and is left out by the rules. */
export async function sourceForReading(scope: ReadScope): Promise<BasketSource> {
  return {
    isForScreen: true,
    db: scope.db,
    settings: scope.settings,
    businessDay: await businessDayNow(scope.db, scope),
    now: scope.now,
    lotsOf: (customerId) => lotsOf(scope.db, { kind: 'customer', id: customerId }),
  };
}

export async function viewIn(scope: WriteScope, stored: StoredBasket): Promise<Basket> {
  return basketView(scope.trx, stored, await loadBasket(sourceIn(scope), stored.content));
}

/** A new empty basket of this window. Its id is the id of the sale that it will become. */
export async function makeBasket(scope: WriteScope, intentionId: string): Promise<StoredBasket> {
  const basket: StoredBasket = {
    saleId: scope.newId(),
    key: scope.key,
    revision: 1,
    state: 'open',
    content: emptyBasket,
    lastIntentionId: intentionId,
    changedAt: scope.now,
  };
  await insertBasket.one(scope.trx, {
    sale_id: basket.saleId,
    till_id: scope.tillId,
    window_key: basket.key,
    revision: basket.revision,
    state: basket.state,
    content_json: JSON.stringify(basket.content),
    last_intention_id: basket.lastIntentionId,
    opened_at: scope.now,
    changed_at: scope.now,
  });
  return basket;
}

export interface DraftInput {
  readonly saleId: string;
  readonly revision: number;
  readonly intentionId: string;
}

/**
 * The basket that a draft wants to change; `isRepeated` when this very change is in it already, because the first answer
 * was lost. Refuses BasketGone for one that is sold or parked and BasketChanged when another window was faster.
 */
export async function basketToChange(
  scope: WriteScope,
  input: DraftInput,
): Promise<{ readonly stored: StoredBasket; readonly isRepeated: boolean }> {
  const stored = await basketOfSale(scope.trx, input.saleId);
  if (stored === null || stored.state !== 'open') throw new Refusal('BasketGone');
  if (stored.lastIntentionId === input.intentionId) return { stored, isRepeated: true };
  if (stored.revision !== input.revision) {
    throw new Refusal('BasketChanged', { basket: await viewIn(scope, stored) });
  }
  return { stored, isRepeated: false };
}

/**
 * Saves a basket's new content under the next revision and answers what the screen shows of it. Refuses WholePiecesOnly for
 * half a piece of what is sold by the piece.
 */
export async function saveContent(
  scope: WriteScope,
  stored: StoredBasket,
  content: BasketContent,
  intentionId: string,
  loaded?: LoadedBasket,
): Promise<Basket> {
  const found = loaded ?? (await loadBasket(sourceIn(scope), content));
  const broken = brokenPiece(found.facts);
  if (broken !== null) throw new Refusal('WholePiecesOnly', { name: broken.name });
  const next: StoredBasket = {
    ...stored,
    key: scope.key,
    content,
    revision: stored.revision + 1,
    lastIntentionId: intentionId,
    changedAt: scope.now,
  };
  await saveBasket(scope.trx, next);
  scope.changed('sale');
  return basketView(scope.trx, next, found);
}

/** The basket that is to become a sale; the intention itself recognises a repetition. */
export async function basketToSell(
  scope: WriteScope,
  input: Pick<DraftInput, 'saleId' | 'revision'>,
): Promise<StoredBasket> {
  const stored = await basketOfSale(scope.trx, input.saleId);
  if (stored === null || stored.state !== 'open') throw new Refusal('BasketGone');
  if (stored.revision !== input.revision) {
    throw new Refusal('BasketChanged', { basket: await viewIn(scope, stored) });
  }
  return stored;
}
