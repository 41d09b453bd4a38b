/** Series and coupons as screens show them. */
import type { Kysely } from 'kysely';
import type {
  CouponSeriesRow,
  couponStates,
  CouponRow as ShownCoupon,
} from '../../shared/coupon/contract.ts';
import { couponSentence, referencesOfSeries } from '../../shared/coupon/couponSentence.ts';
import type { CouponSeries } from '../../shared/coupon/series.ts';
import { maskPhone } from '../../shared/customer/phone.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { namesOfReferences } from '../promotion/queries.ts';
import { namesOf } from '../staff/queries.ts';
import { knownSeries } from './knownCoupon.ts';
import { type CountedSeries, type couponsJoined, isBatchOver } from './queries.ts';

type Db = Kysely<Tables>;

/** Series with their sentences; the names in them are asked for once. */
export async function seriesShown(
  db: Db,
  all: readonly CountedSeries[],
): Promise<readonly CouponSeriesRow[]> {
  const names = await namesOfReferences(db, referencesOfSeries(all.map(({ series }) => series)));
  return all.map(({ series, partner, spentSom, issued, redeemed }) => {
    const { seriesId, name, isGiven, partnerId, ...content } = series;
    return {
      id: seriesId,
      name,
      content: { ...content },
      sentence: couponSentence(series, names, partner?.name ?? null),
      partnerId,
      partnerName: partner?.name ?? null,
      isGiven,
      issued,
      redeemed,
      spentSom,
    };
  });
}

export type JoinedCoupon = Awaited<ReturnType<ReturnType<typeof couponsJoined>['execute']>>[number];

/** Coupons of one page with who gave, used and voided them; each look-up is made once for the page. */
export async function couponsShown(
  db: Db,
  rows: readonly JoinedCoupon[],
  today: BusinessDay,
): Promise<ShownCoupon[]> {
  const series = new Map(rows.map((row) => [row.series_id, knownSeries(row)]));
  const words = await sentencesOf(db, [...series.values()]);
  const uses = await lastUses(
    db,
    rows.filter((row) => row.uses_count > 0).map((row) => row.code),
  );
  const sales = await receiptNumbers(db, idsIn(rows.map((row) => row.issued_sale_id)));
  const customers = await customerNames(db, idsIn(rows.map((row) => row.customer_id)));
  const people = await namesOf(
    db,
    idsIn(rows.flatMap((row) => [row.issued_by, row.voided_by, uses.get(row.code)?.person_id ?? null])),
  );
  const personOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return rows.map((row) => {
    const use = uses.get(row.code);
    return {
      code: row.code,
      seriesId: row.series_id,
      seriesName: series.get(row.series_id)?.series.name ?? {},
      sentence: words.get(row.series_id) ?? {},
      state: stateShown(row, today),
      validFrom: row.valid_from as BusinessDay,
      expiresOn: row.expires_on as BusinessDay,
      minimumSom: series.get(row.series_id)?.series.minimumSom ?? noMinimum,
      usesAllowed: row.uses_allowed,
      usesCount: row.uses_count,
      customerId: row.customer_id,
      customerName: row.customer_id === null ? null : (customers.get(row.customer_id) ?? null),
      issuedAt: row.issued_at as Instant,
      issuedBy: personOf(row.issued_by),
      issuedReceiptNumber: row.issued_sale_id === null ? null : (sales.get(row.issued_sale_id) ?? null),
      redeemedAt: (use?.used_at ?? null) as Instant | null,
      redeemedReceiptNumber: use?.receipt_number ?? null,
      redeemedBy: personOf(use?.person_id ?? null),
      voidedAt: row.voided_at as Instant | null,
      voidedBy: personOf(row.voided_by),
      voidReason: row.void_reason,
    };
  });
}

const noMinimum = 0 as CouponSeries['minimumSom'];

/** What a coupon looks like on a day: an issued one whose last day is over has expired. */
function stateShown(
  { state, batch_state, expires_on }: Pick<JoinedCoupon, 'state' | 'batch_state' | 'expires_on'>,
  today: BusinessDay,
): (typeof couponStates)[number] {
  if (state !== 'issued') return state;
  if (isBatchOver(batch_state)) return 'voided';
  return expires_on < today ? 'expired' : 'issued';
}

async function sentencesOf(db: Db, known: readonly ReturnType<typeof knownSeries>[]) {
  const names = await namesOfReferences(db, referencesOfSeries(known.map(({ series }) => series)));
  return new Map(
    known.map(({ series, partner }) => [
      series.seriesId,
      couponSentence(series, names, partner?.name ?? null),
    ]),
  );
}

/** The last use of each code that stands: one that was given back with its sale does not count. */
async function lastUses(db: Db, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('coupon_use')
    .select(['code', 'used_at', 'person_id', 'receipt_number'])
    .where('code', 'in', codes)
    .where('given_back_at', 'is', null)
    .orderBy('code')
    .orderBy('use_no')
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

async function receiptNumbers(db: Db, saleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (saleIds.length === 0) return new Map();
  const rows = await db.selectFrom('sale').select(['id', 'number']).where('id', 'in', saleIds).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}

async function customerNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name || (row.phone === null ? '' : maskPhone(row.phone))]));
}

function idsIn(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];
}
