/** The promotion room's verbs of one promotion: look at it, save it, switch it on and off, copy it, throw a draft away. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { promotionContract } from '../../shared/promotion/contract.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { savePromotion, setPromotionState } from './inTransaction.ts';
import { hasWorked, namesIn, type PromotionRow, promotionOfRow, promotionRow } from './queries.ts';

async function knownRow(db: Kysely<Tables>, promotionId: string): Promise<PromotionRow> {
  const row = await promotionRow(db, promotionId);
  if (row === null) throw new Refusal('NotFound', { what: 'promotion' });
  return row;
}

export const getPromotion = readingVerb(promotionContract.get, async ({ db }, { promotionId }) => {
  const row = await knownRow(db, promotionId);
  const promotion = promotionOfRow(row);
  return { promotion, state: row.state, origin: row.origin, names: [...(await namesIn(db, [promotion]))] };
});

export const savePromotionVerb = writingVerb(promotionContract.save, async (scope, { promotion, state }) => {
  const origin = promotion.benefit.kind === 'salePrices' ? 'salePrices' : 'form';
  await savePromotion(scope, { promotion, state, origin });
  return { promotionId: promotion.promotionId };
});

export const setPromotionStateVerb = writingVerb(promotionContract.setState, async (scope, input) => {
  await setPromotionState(scope, input.promotionId, input.state);
  return {};
});

/** The copy of an offer of the week is an ordinary promotion: the offer's tags and coupons stay with the first. */
export const copyPromotion = writingVerb(promotionContract.copy, async (scope, input) => {
  const row = await knownRow(scope.trx, input.promotionId);
  const promotion = { ...promotionOfRow(row), promotionId: scope.newId() };
  const origin = row.origin === 'offer' ? 'form' : row.origin;
  await savePromotion(scope, { promotion, state: 'draft', origin });
  return { promotionId: promotion.promotionId };
});

export const removePromotionDraft = writingVerb(promotionContract.removeDraft, async (scope, input) => {
  const { promotionId } = input;
  const row = await knownRow(scope.trx, promotionId);
  const isUsed = row.started_on !== null || (await hasWorked(scope.trx, promotionId));
  if (row.state !== 'draft' || isUsed) throw new Refusal('PromotionInUse');
  await scope.trx.deleteFrom('promotion').where('id', '=', promotionId).execute();
  await scope.follow(documentOf(scope, 'promotionRemoved', { promotionId }));
  scope.changed('promotion');
  return {};
});
