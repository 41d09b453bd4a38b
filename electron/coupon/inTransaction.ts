/** What other rooms let happen to coupons inside their own transaction. */
import type { Kysely, Transaction } from 'kysely';
import { newCode, readCode } from '../../shared/code.ts';
import { type CouponDue, couponsDue, holderFor } from '../../shared/coupon/issueCoupons.ts';
import { isBudgetSpent } from '../../shared/coupon/judgeCoupon.ts';
import { type CouponSeries, couponDays } from '../../shared/coupon/series.ts';
import { partnerShareSom, stateAfterUse } from '../../shared/coupon/useCoupon.ts';
import { Refusal } from '../../shared/errors.ts';
import { largestSom, type Som, som } from '../../shared/money.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';
import { countIssued, countUse } from './counters.ts';
import type { KnownCoupon } from './knownCoupon.ts';
import { takePartnerCode, usePartnerCode } from './partnerCodes.ts';
import { type CouponToPrint, couponOfCode, type KnownSeries, seriesGivenNow } from './queries.ts';

export { type CouponsOfReturn, couponsOfReturn, reopenUsedCoupon, voidGivenCoupons } from './comeBack.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

export interface SaleThatGives {
  readonly saleId: string;
  readonly netSom: Som;
  readonly customerId: string | null;
  readonly claimCode: string | null;
}

export interface GivenCoupon extends CouponDue {
  readonly code: string;
  readonly partnerName: string | null;
}

/**
 * Gives the coupons that are due on a sale and answers them with their codes: those of series whose rule it meets, and
 * those that promotions on it name (`rewards` of kind `nextCoupon`). A partner's coupon takes the next code of their list;
 * when the list has run out none is given, and the journal says so once, with its last code.
 */
export async function giveCoupons(
  scope: WriteScope,
  sale: SaleThatGives,
  rewards: readonly { readonly seriesId: string }[] = [],
): Promise<readonly GivenCoupon[]> {
  const series = await seriesGivenNow(scope.trx);
  const known = new Map(series.map((each) => [each.series.seriesId, each]));
  const due = couponsDue(
    series.map((each) => each.series),
    { ...sale, day: scope.businessDay },
    {
      named: new Set(rewards.map((reward) => reward.seriesId)),
      spentSom: new Map(series.map((each) => [each.series.seriesId, each.spentSom])),
    },
  );
  const given: GivenCoupon[] = [];
  for (const each of due) {
    const code = await codeFor(scope, each, sale.saleId);
    if (code === null) continue;
    const partnerName = known.get(each.series.seriesId)?.partner?.name ?? null;
    given.push({ ...each, code, partnerName });
    await countIssued(scope.trx, each.series.seriesId, 1);
  }
  return given;
}

/**
 * Gives a customer one coupon of each series that stands here, as often as it stands: what full stamp cards and reached
 * challenges promise. A series that gives none now, because it has ended or its budget is spent, is left out.
 */
export async function giveNamedCoupons(
  scope: WriteScope,
  sale: Pick<SaleThatGives, 'saleId' | 'customerId'>,
  seriesIds: readonly string[],
): Promise<readonly GivenCoupon[]> {
  if (seriesIds.length === 0) return [];
  const known = new Map((await seriesGivenNow(scope.trx)).map((each) => [each.series.seriesId, each]));
  const given: GivenCoupon[] = [];
  for (const seriesId of seriesIds) {
    const each = known.get(seriesId);
    if (each === undefined) continue;
    const to = { ...sale, claimCode: null, day: scope.businessDay, netSom: som(largestSom) };
    const facts = { named: new Set([seriesId]), spentSom: new Map([[seriesId, each.spentSom]]) };
    const [due] = couponsDue([each.series], to, facts);
    const code = due === undefined ? null : await codeFor(scope, due, sale.saleId);
    if (due === undefined || code === null) continue;
    given.push({ ...due, code, partnerName: each.partner?.name ?? null });
    await countIssued(scope.trx, seriesId, 1);
  }
  return given;
}

async function codeFor(scope: WriteScope, due: CouponDue, saleId: string): Promise<string | null> {
  if (due.series.codes.kind !== 'own') return codeOfPartner(scope, due.series, saleId);
  return issueOwn(scope, due, { saleId, issuedBy: null });
}

/** The next code of a partner's list or range; null when it has run out. */
export async function codeOfPartner(
  scope: WriteScope,
  series: CouponSeries,
  saleId: string | null,
): Promise<string | null> {
  const code = await takePartnerCode(scope.trx, series.seriesId, saleId, scope.now);
  const isLast = code !== null && series.codes.kind === 'list' && !(await hasFreeCode(scope.trx, series));
  if (isLast) await scope.follow(documentOf(scope, 'partnerCodesRunOut', { seriesId: series.seriesId }));
  return code;
}

/**
 * Gives one coupon of a series outside a sale and counts it; its document is the caller's. A coupon of a customer's is noted
 * as theirs even where the series binds nobody, so that it stands in their list. Why it was given stands on a coupon of ours,
 * never in a document: what people type may name somebody, and documents are kept for ever. Throws SeriesEnded, CouponBudgetSpent,
 * CouponNeedsCustomer or PartnerCodesRunOut.
 */
export async function giveOne(
  scope: WriteScope,
  known: KnownSeries,
  customerId: string | null,
  reason?: string,
): Promise<CouponToPrint> {
  const { series, partner, spentSom } = known;
  const days = couponDays(series.validity, scope.businessDay);
  if (!series.isGiven || days === null) throw new Refusal('SeriesEnded');
  if (isBudgetSpent(series, spentSom)) throw new Refusal('CouponBudgetSpent');
  const holder = holderFor(series, { customerId, claimCode: null });
  if (holder === null) throw new Refusal('CouponNeedsCustomer');
  const noted = customerId === null ? holder : ({ kind: 'customer', customerId } as const);
  const code =
    series.codes.kind === 'own'
      ? await issueOwn(
          scope,
          { series, holder: noted, ...days },
          { saleId: null, issuedBy: scope.actor.personId, ...(reason === undefined ? {} : { reason }) },
        )
      : await codeOfPartner(scope, series, null);
  if (code === null) throw new Refusal('PartnerCodesRunOut');
  await countIssued(scope.trx, series.seriesId, 1);
  const isBound = series.codes.kind === 'own' && holder.kind !== 'bearer' && !series.mayBeGivenOn;
  return { code, series, partnerName: partner?.name ?? null, ...days, isBound };
}

const freeCode = hotQuery((db: Db, value: { seriesId: string }) =>
  db
    .selectFrom('partner_code')
    .select('code')
    .where('series_id', '=', value.seriesId)
    .where('state', '=', 'free')
    .limit(1),
);

async function hasFreeCode(trx: Trx, { seriesId }: CouponSeries): Promise<boolean> {
  return (await freeCode.first(trx, { seriesId })) !== undefined;
}

const insertCoupons = hotInsert('coupon', [
  'code',
  'series_id',
  'state',
  'valid_from',
  'expires_on',
  'customer_id',
  'claim_code',
  'issued_sale_id',
  'issued_at',
  'issued_by',
  'uses_allowed',
  'goodwill_reason',
]);

/** Writes one coupon of ours with a new code and answers the code. */
export async function issueOwn(
  scope: WriteScope,
  { series, holder, validFrom, expiresOn }: CouponDue,
  by: { readonly saleId: string | null; readonly issuedBy: string | null; readonly reason?: string },
): Promise<string> {
  const code = newCode('K', scope.random(8));
  await insertCoupons.one(scope.trx, {
    code,
    series_id: series.seriesId,
    state: 'issued',
    valid_from: validFrom,
    expires_on: expiresOn,
    customer_id: holder.kind === 'customer' ? holder.customerId : null,
    claim_code: holder.kind === 'claim' ? holder.claimCode : null,
    issued_sale_id: by.saleId,
    issued_at: scope.now,
    issued_by: by.issuedBy,
    uses_allowed: series.usesPerCoupon,
    goodwill_reason: by.reason ?? null,
  });
  return code;
}

/** What a sale says of the coupon it uses. */
export interface CouponUse {
  /** As the coupon is known: ours or a partner's. */
  readonly code: string;
  readonly saleId: string;
  readonly receiptNumber: number;
  /** What it took off, or what the bonus or gift that it opened is worth. */
  readonly amountSom: Som;
  /** What the receipt came to with it. */
  readonly saleNetSom: Som;
  readonly customerId: string | null;
  readonly isFirstPurchase: boolean;
  readonly isAfterPaymentKey: boolean;
  readonly goodwillReason: string | null;
}

/** What a use was written as; the partner's part is what the ledger claims from them. */
export interface WrittenUse {
  readonly partnerId: string | null;
  readonly partnerShareSom: Som;
}

const markUsed = hotQuery(
  (
    db: Db,
    value: {
      code: string;
      usedBefore: number;
      used: number;
      state: 'issued' | 'redeemed';
      saleId: string | null;
      at: string | null;
      receiptNumber: number | null;
      goodwillReason: string | null;
    },
  ) =>
    db
      .updateTable('coupon')
      .set(({ fn, ref, val }) => ({
        uses_count: value.used,
        state: value.state,
        redeemed_sale_id: value.saleId,
        redeemed_at: value.at,
        redeemed_receipt_number: value.receiptNumber,
        // Why it was given by hand stays where nothing is said of its use.
        goodwill_reason: fn.coalesce(val(value.goodwillReason), ref('goodwill_reason')),
      }))
      .where('code', '=', value.code)
      .where('state', '=', 'issued')
      .where('uses_count', '=', value.usedBefore)
      .returning(['batch_id', 'issued_by']),
);

const countBatchUse = hotQuery((db: Db, value: { id: string }) =>
  db
    .updateTable('coupon_batch')
    .set((eb) => ({ redeemed_count: eb('redeemed_count', '+', 1) }))
    .where('id', '=', value.id),
);

const lastUseNo = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('coupon_use')
    .select('use_no')
    .where('code', '=', value.code)
    .orderBy('use_no', 'desc')
    .limit(1),
);

const insertUse = hotInsert('coupon_use', [
  'code',
  'use_no',
  'series_id',
  'sale_id',
  'business_day',
  'used_at',
  'person_id',
  'receipt_number',
  'customer_id',
  'amount_som',
  'partner_share_som',
  'sale_net_som',
  'is_first_purchase',
  'is_after_payment_key',
  'goodwill_reason',
  'batch_id',
  'is_by_giver',
]);

/**
 * Uses a coupon on a sale: its row, the use, and the counters of its series and batch. Throws CouponUsed, with when and on
 * which receipt, or CouponVoided when that happened since it was judged.
 */
export async function redeemCoupon(scope: WriteScope, use: CouponUse): Promise<WrittenUse> {
  const { trx } = scope;
  const { coupon, series, partner, origin } = await markAsUsed(scope, use);
  const shareSom = partnerShareSom(series, use.amountSom);
  await insertUse.one(trx, {
    code: coupon.code,
    use_no: ((await lastUseNo.first(trx, { code: coupon.code }))?.use_no ?? 0) + 1,
    series_id: series.seriesId,
    sale_id: use.saleId,
    business_day: scope.businessDay,
    used_at: scope.now,
    person_id: scope.actor.personId,
    receipt_number: use.receiptNumber,
    customer_id: use.customerId,
    amount_som: use.amountSom,
    partner_share_som: shareSom,
    sale_net_som: use.saleNetSom,
    is_first_purchase: use.isFirstPurchase ? 1 : 0,
    is_after_payment_key: use.isAfterPaymentKey ? 1 : 0,
    goodwill_reason: use.goodwillReason,
    batch_id: origin.batchId,
    is_by_giver: origin.giverId === scope.actor.personId ? 1 : 0,
  });
  await countUse(trx, series.seriesId, use.amountSom);
  return { partnerId: partner?.partnerId ?? null, partnerShareSom: shareSom };
}

/** Where a coupon came from: a batch, or a person who gave it by hand; neither when a receipt brought it. */
interface Origin {
  readonly batchId: string | null;
  readonly giverId: string | null;
}

interface MarkedCoupon extends KnownCoupon {
  readonly origin: Origin;
}

/** Marks one more use; when another till was quicker, what is left of the coupon is judged anew. */
async function markAsUsed(scope: WriteScope, use: CouponUse): Promise<MarkedCoupon> {
  for (;;) {
    const known = await couponOfCode(scope.trx, use.code);
    if (known === null) throw new Refusal('CouponUnknown');
    const { code, state } = known.coupon;
    if (state.kind === 'voided') throw new Refusal('CouponVoided');
    if (state.kind === 'redeemed') {
      throw new Refusal('CouponUsed', { redeemedAt: state.redeemedAt, receiptNumber: state.receiptNumber });
    }
    if (readCode(code)?.kind !== 'coupon') {
      await usePartnerCode(scope.trx, { code, series: known.series });
      return { ...known, origin: { batchId: null, giverId: null } };
    }
    const origin = await markOwn(scope, known, use);
    if (origin !== null) return { ...known, origin };
  }
}

/** Null when the coupon was used or voided since it was read. */
async function markOwn(
  scope: WriteScope,
  { coupon, uses }: KnownCoupon,
  use: CouponUse,
): Promise<Origin | null> {
  const state = stateAfterUse(uses, { redeemedAt: scope.now, receiptNumber: use.receiptNumber });
  const isLast = state.kind === 'redeemed';
  const marked = await markUsed.first(scope.trx, {
    code: coupon.code,
    usedBefore: uses.count,
    used: uses.count + 1,
    state: isLast ? 'redeemed' : 'issued',
    saleId: isLast ? use.saleId : null,
    at: isLast ? state.redeemedAt : null,
    receiptNumber: isLast ? use.receiptNumber : null,
    goodwillReason: isLast ? use.goodwillReason : null,
  });
  if (marked === undefined) return null;
  const { batch_id: batchId, issued_by: issuedBy } = marked;
  if (batchId === null) return { batchId, giverId: issuedBy };
  await countBatchUse.all(scope.trx, { id: batchId });
  return { batchId, giverId: null };
}

/** The coupons that wait for the holder of a claim code now belong to a customer. */
export async function handOverCoupons(trx: Trx, claimCode: string, customerId: string): Promise<void> {
  await trx
    .updateTable('coupon')
    .set({ customer_id: customerId, claim_code: null })
    .where('claim_code', '=', claimCode)
    .execute();
}
