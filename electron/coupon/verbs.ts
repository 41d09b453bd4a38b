/** The coupon room's own verbs: the series the shop gives, and a look at one coupon. */
import { readCode } from '../../shared/code.ts';
import { couponContract } from '../../shared/coupon/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import type { KnownCoupon } from './queries.ts';
import { allSeries, couponOfCode } from './queries.ts';

export const listSeries = readingVerb(couponContract.series, async (scope) => ({
  series: (await allSeries(scope.db)).map((row) => ({
    id: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    discountSom: row.discount_som,
    minimumBasketSom: row.minimum_basket_som,
    givenFromSom: row.given_from_som,
    validDays: row.valid_days,
    isGiven: row.is_given === 1,
    mayBeGivenOn: row.may_be_given_on === 1,
    issued: row.issued ?? 0,
    redeemed: row.redeemed ?? 0,
  })),
}));

/** Makes a series or changes one. Coupons that are out keep the days they were given with. */
export const saveSeries = writingVerb(couponContract.saveSeries, async (scope, input) => {
  if (input.discountSom > input.minimumBasketSom) throw new Refusal('DiscountAboveMinimum');
  const id = input.seriesId ?? scope.newId();
  const values = {
    name_json: JSON.stringify(input.name),
    discount_som: input.discountSom,
    minimum_basket_som: input.minimumBasketSom,
    given_from_som: input.givenFromSom,
    valid_days: input.validDays,
    is_given: input.isGiven ? (1 as const) : (0 as const),
    may_be_given_on: input.mayBeGivenOn ? (1 as const) : (0 as const),
  };
  await scope.trx
    .insertInto('coupon_series')
    .values({ id, ...values, created_at: scope.now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  await scope.follow(documentOf(scope, 'couponSeriesSaved', { seriesId: id, ...values }));
  scope.changed('coupon');
  return { seriesId: id };
});

export const lookAtCoupon = readingVerb(couponContract.look, async (scope, input) => {
  const read = readCode(input.code);
  if (read?.kind !== 'coupon') throw new Refusal('CouponNotReadable');
  const known = await couponOfCode(scope.db, read.code);
  if (known === null) throw new Refusal('CouponUnknown');
  return { coupon: shown(known, await businessDayNow(scope.db, scope)) };
});

function shown({ coupon, series }: KnownCoupon, today: BusinessDay) {
  const { state } = coupon;
  const isExpired = state.kind === 'issued' && coupon.expiresOn < today;
  return {
    code: coupon.code,
    seriesName: series.name,
    state: isExpired ? ('expired' as const) : state.kind,
    validFrom: coupon.validFrom,
    expiresOn: coupon.expiresOn,
    discountSom: series.benefit.kind === 'amount' ? series.benefit.amountSom : 0,
    minimumBasketSom: series.minimumSom,
    redeemedAt: state.kind === 'redeemed' ? state.redeemedAt : null,
    redeemedReceiptNumber: state.kind === 'redeemed' ? state.receiptNumber : null,
  };
}
