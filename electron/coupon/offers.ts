/** The verbs coupon.offers and coupon.makeOffer: one page makes the promotion, the handout and the text at once. */
import type { Kysely } from 'kysely';
import { couponContract } from '../../shared/coupon/contract.ts';
import {
  checkOffer,
  type Handout,
  handoutSeries,
  type OfferedGoods,
  offerPromotion,
  offerText,
  type ProductToOffer,
} from '../../shared/coupon/offer.ts';
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { type LocalText, languages } from '../../shared/text.ts';
import { type BusinessDay, businessDay } from '../../shared/time.ts';
import { productsByIds } from '../catalogue/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { savePromotion } from '../promotion/inTransaction.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { beginBatch } from './batches.ts';

/** As many as two years of weeks. */
const offersShown = 104;

export const listOffers = readingVerb(couponContract.offers, async ({ db }) => ({
  offers: (
    await selectOffers(db).orderBy('offer.from_on', 'desc').orderBy('offer.id').limit(offersShown).execute()
  ).map(rowToOffer),
}));

export const makeOffer = writingVerb(couponContract.makeOffer, async (scope, input) => {
  const products = await productsToOffer(scope, input.goods);
  const goods = checkOffer(input, products, scope.businessDay);
  if (isRefused(goods)) throw new Refusal(goods.refused, goods.data);

  const promotionId = scope.newId();
  const promotion = offerPromotion(promotionId, input, goods);
  await savePromotion(scope, { promotion, state: 'live', origin: 'offer' });
  const handout = input.handout === null ? null : await makeHandout(scope, input, input.handout);
  const offer: Offer = {
    offerId: scope.newId(),
    promotionId,
    seriesId: handout?.seriesId ?? null,
    batchId: handout?.batchId ?? null,
    name: input.name,
    from: input.from,
    to: input.to,
    goods: [...goods],
    text: offerText(input, goods, input.handout, scope.settings),
  };
  await insertOffer(scope, offer);
  const { offerId, seriesId, batchId } = offer;
  await scope.follow(
    documentOf(scope, 'offerMade', {
      offerId,
      promotionId,
      seriesId,
      batchId,
      from: input.from,
      to: input.to,
      goods: goods.map(({ productId, usualSom, offerSom }) => ({ productId, usualSom, offerSom })),
    }),
  );
  scope.changed('coupon', 'promotion');
  return { offer };
});

async function productsToOffer(
  scope: WriteScope,
  goods: readonly { readonly productId: string }[],
): Promise<ReadonlyMap<string, ProductToOffer>> {
  const ids = goods.map((each) => each.productId);
  const found = await productsByIds(scope.trx, ids, scope.settings);
  return new Map(
    [...found.values()]
      .filter((product) => product.isActive)
      .map(({ id, name, priceSom, isDiscountable }) => [
        id,
        { productId: id, name, priceSom, isDiscountable },
      ]),
  );
}

/** A series of its own for each handout, so that what it brought can be told from every other. */
async function makeHandout(
  scope: WriteScope,
  offer: { readonly name: LocalText; readonly from: BusinessDay; readonly to: BusinessDay },
  handout: Handout & { readonly kind: Tables['coupon_batch']['kind']; readonly count: number },
): Promise<{ readonly seriesId: string; readonly batchId: string }> {
  const seriesId = scope.newId();
  await scope.trx
    .insertInto('coupon_series')
    .values({
      id: seriesId,
      name_json: JSON.stringify(offer.name),
      content_json: JSON.stringify(handoutSeries(handout, offer)),
      partner_id: null,
      is_given: 1,
      created_at: scope.now,
    })
    .execute();
  const batchId = await beginBatch(scope, {
    seriesId,
    kind: handout.kind,
    label: '',
    languages: [...languages],
    count: handout.count,
  });
  return { seriesId, batchId };
}

async function insertOffer(scope: WriteScope, offer: Offer): Promise<void> {
  await scope.trx
    .insertInto('offer')
    .values({
      id: offer.offerId,
      promotion_id: offer.promotionId,
      series_id: offer.seriesId,
      batch_id: offer.batchId,
      from_on: offer.from,
      to_on: offer.to,
      goods_json: JSON.stringify(offer.goods),
      text_json: JSON.stringify(offer.text),
      created_at: scope.now,
      created_by: scope.actor.role === 'system' ? null : scope.actor.personId,
    })
    .execute();
}

function selectOffers(db: Kysely<Tables>) {
  return db
    .selectFrom('offer')
    .innerJoin('promotion', 'promotion.id', 'offer.promotion_id')
    .selectAll('offer')
    .select('promotion.content_json');
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof selectOffers>['execute']>>[number];

function rowToOffer(row: OfferRow): Offer {
  const { name } = JSON.parse(row.content_json) as Pick<Promotion, 'name'>;
  return {
    offerId: row.id,
    promotionId: row.promotion_id,
    seriesId: row.series_id,
    batchId: row.batch_id,
    name,
    from: businessDay(row.from_on),
    to: businessDay(row.to_on),
    goods: [...(JSON.parse(row.goods_json) as OfferedGoods[])],
    text: JSON.parse(row.text_json) as Offer['text'],
  };
}
