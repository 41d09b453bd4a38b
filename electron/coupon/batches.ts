/** Batches of coupons in the database: begun, made and closed in portions, read in the order of their coupons. */
import type { Kysely, Transaction } from 'kysely';
import { newCode } from '../../shared/code.ts';
import type { BatchKind, CouponBatch } from '../../shared/coupon/contractBatch.ts';
import { isBudgetSpent } from '../../shared/coupon/judgeCoupon.ts';
import { couponDays } from '../../shared/coupon/series.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Language } from '../../shared/text.ts';
import { businessDay, type Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { Random } from '../ids.ts';
import { namesOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { countIssued } from './counters.ts';
import { knownSeries } from './knownCoupon.ts';
import { type CouponToPrint, couponsJoined, seriesOfId } from './queries.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** So many coupons are written or marked in one transaction: a sale waits for no more than these. */
export const portion = 100;

export interface BatchToBegin {
  readonly seriesId: string;
  readonly kind: BatchKind;
  readonly label: string;
  readonly languages: readonly Language[];
  readonly count: number;
}

/**
 * Begins a batch and answers its id; its coupons are made after the commit, in portions. Throws a Refusal when the series
 * gives nothing any more, binds its coupons to a customer, or has codes that a partner made.
 */
export async function beginBatch(scope: WriteScope, batch: BatchToBegin): Promise<string> {
  const known = await seriesOfId(scope.trx, batch.seriesId);
  if (known === null) throw new Refusal('NotFound', { what: 'series' });
  const { series, spentSom } = known;
  if (!series.isGiven || couponDays(series.validity, scope.businessDay) === null) {
    throw new Refusal('SeriesEnded');
  }
  if (isBudgetSpent(series, spentSom)) throw new Refusal('CouponBudgetSpent');
  if (series.holding === 'bound' && !series.mayBeGivenOn) throw new Refusal('BatchNeedsBearer');
  if (series.codes.kind !== 'own') throw new Refusal('BatchNeedsOwnCodes');
  const batchId = scope.newId();
  await scope.trx
    .insertInto('coupon_batch')
    .values({
      id: batchId,
      series_id: batch.seriesId,
      kind: batch.kind,
      label: batch.label,
      languages_json: JSON.stringify(batch.languages),
      coupon_count: batch.count,
      made_count: 0,
      state: 'making',
      created_at: scope.now,
      created_by: scope.actor.personId,
      closed_at: null,
      closed_by: null,
      close_reason: null,
    })
    .execute();
  const { seriesId, kind, label, count } = batch;
  await scope.follow(documentOf(scope, 'couponBatchBegun', { batchId, seriesId, kind, label, count }));
  scope.changed('coupon');
  return batchId;
}

/**
 * Closes a batch: none of its unused coupons is good from this commit on, and the runner marks them one portion after the
 * other. Throws BatchClosed when that was done before, or when only a batch that is still being made may be closed so.
 */
export async function closeBatch(
  scope: WriteScope,
  batchId: string,
  how: { readonly state: 'cancelled' | 'voided'; readonly reason: string | null },
): Promise<void> {
  const batch = await batchRow(scope.trx, batchId);
  if (batch === undefined) throw new Refusal('NotFound', { what: 'batch' });
  const isOpen = batch.state === 'making' || (batch.state === 'ready' && how.state === 'voided');
  if (!isOpen) throw new Refusal('BatchClosed');
  await scope.trx
    .updateTable('coupon_batch')
    .set({
      state: how.state,
      closed_at: scope.now,
      closed_by: scope.actor.personId,
      close_reason: how.reason,
    })
    .where('id', '=', batchId)
    .execute();
  await scope.follow(documentOf(scope, 'couponBatchClosed', { batchId, ...how }));
  scope.changed('coupon');
}

/** The row of a batch, or undefined. */
export function batchRow(db: Db, batchId: string) {
  return db.selectFrom('coupon_batch').selectAll().where('id', '=', batchId).executeTakeFirst();
}

/** Batches as screens show them, the newest first; of one series or of all. */
export async function batchesShown(
  db: Db,
  only: { readonly seriesId?: string | null; readonly batchId?: string },
): Promise<CouponBatch[]> {
  const { seriesId = null, batchId } = only;
  const rows = await db
    .selectFrom('coupon_batch')
    .selectAll()
    .$if(seriesId !== null, (query) => query.where('series_id', '=', seriesId ?? ''))
    .$if(batchId !== undefined, (query) => query.where('id', '=', batchId ?? ''))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const people = await namesOf(db, [...new Set(rows.flatMap((row) => row.created_by ?? []))]);
  return rows.map((row) => ({
    batchId: row.id,
    seriesId: row.series_id,
    kind: row.kind,
    label: row.label,
    languages: JSON.parse(row.languages_json) as Language[],
    count: row.coupon_count,
    made: row.made_count,
    state: row.state,
    redeemed: row.redeemed_count,
    createdAt: row.created_at as Instant,
    createdBy: row.created_by === null ? null : (people.get(row.created_by) ?? null),
  }));
}

/** The coupons of a batch by their places: so many after the first `from`. */
export async function couponsOfBatch(
  db: Db,
  batchId: string,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<readonly CouponToPrint[]> {
  const rows = await couponsJoined(db)
    .where('coupon.batch_id', '=', batchId)
    .where('coupon.batch_no', '>', from)
    .where('coupon.batch_no', '<=', from + count)
    .orderBy('coupon.batch_no')
    .execute();
  return rows.map((row) => {
    const { series, partner } = knownSeries(row);
    return {
      code: row.code,
      series,
      partnerName: partner?.name ?? null,
      validFrom: businessDay(row.valid_from),
      expiresOn: businessDay(row.expires_on),
      isBound: false,
    };
  });
}

const batchInWork = hotQuery((db: Db, value: { state: 'making' }) =>
  db.selectFrom('coupon_batch').selectAll().where('state', '=', value.state).orderBy('created_at').limit(1),
);

const batchToSweep = hotQuery((db: Db, value: { cancelled: 'cancelled'; voided: 'voided' }) =>
  db
    .selectFrom('coupon_batch')
    .selectAll()
    .where('state', 'in', [value.cancelled, value.voided])
    .whereRef('swept_count', '<', 'made_count')
    .orderBy('created_at')
    .limit(1),
);

/** What a portion came to: coupons done of so many, or null when no batch has anything left to do. */
export interface PortionDone {
  readonly batchId: string;
  readonly done: number;
  readonly isFinished: boolean;
}

/** Does the next portion of work that any batch has: closed ones first, because their paper may be in wrong hands. */
export async function nextPortion(scope: WriteScope): Promise<PortionDone | null> {
  const closed = await batchToSweep.first(scope.trx, { cancelled: 'cancelled', voided: 'voided' });
  if (closed !== undefined) return sweepPortion(scope, closed);
  const making = await batchInWork.first(scope.trx, { state: 'making' });
  return making === undefined ? null : makePortion(scope, making);
}

type BatchRow = NonNullable<Awaited<ReturnType<typeof batchRow>>>;

const insertCoupons = hotInsert('coupon', [
  'code',
  'series_id',
  'state',
  'valid_from',
  'expires_on',
  'issued_at',
  'issued_by',
  'uses_allowed',
  'batch_id',
  'batch_no',
]);

async function makePortion(scope: WriteScope, batch: BatchRow): Promise<PortionDone> {
  const { trx, now } = scope;
  const known = await seriesOfId(trx, batch.series_id);
  const days = known === null ? null : couponDays(known.series.validity, scope.businessDay);
  // A series whose last day came while the batch was being made: what is there stays, the rest is not made.
  const wanted =
    known === null || days === null ? 0 : Math.min(portion, batch.coupon_count - batch.made_count);
  const made = batch.made_count + wanted;
  if (known !== null && days !== null && wanted > 0) {
    const codes = await freshCodes(trx, wanted, scope.random);
    await insertCoupons.many(
      trx,
      codes.map((code, index) => ({
        code,
        series_id: batch.series_id,
        state: 'issued',
        valid_from: days.validFrom,
        expires_on: days.expiresOn,
        issued_at: now,
        issued_by: batch.created_by,
        uses_allowed: known.series.usesPerCoupon,
        batch_id: batch.id,
        batch_no: batch.made_count + index + 1,
      })),
    );
    await countIssued(trx, batch.series_id, wanted);
  }
  const isFinished = wanted === 0 || made === batch.coupon_count;
  await trx
    .updateTable('coupon_batch')
    .set({ made_count: made, state: isFinished ? 'ready' : 'making' })
    .where('id', '=', batch.id)
    .execute();
  return { batchId: batch.id, done: made, isFinished };
}

/** So many codes that no coupon has; one that is taken, or came twice, is drawn again. */
export async function freshCodes(db: Db, count: number, random: Random): Promise<readonly string[]> {
  const fresh = new Set<string>();
  while (fresh.size < count) {
    const drawn = Array.from({ length: count - fresh.size }, () => newCode('K', random(8)));
    const rows = await db.selectFrom('coupon').select('code').where('code', 'in', drawn).execute();
    const taken = new Set(rows.map((row) => row.code));
    for (const code of drawn) if (!taken.has(code)) fresh.add(code);
  }
  return [...fresh];
}

async function sweepPortion({ trx }: WriteScope, batch: BatchRow): Promise<PortionDone> {
  const swept = Math.min(batch.swept_count + portion, batch.made_count);
  await trx
    .updateTable('coupon')
    .set({
      state: 'voided',
      voided_at: batch.closed_at,
      voided_by: batch.closed_by,
      void_reason: batch.close_reason,
    })
    .where('batch_id', '=', batch.id)
    .where('batch_no', '>', batch.swept_count)
    .where('batch_no', '<=', swept)
    .where('state', '=', 'issued')
    .execute();
  await trx.updateTable('coupon_batch').set({ swept_count: swept }).where('id', '=', batch.id).execute();
  return { batchId: batch.id, done: swept, isFinished: swept === batch.made_count };
}

/** How many coupons of a batch could still be used: what voiding it takes away. */
export async function unusedCount(trx: Trx, batchId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('coupon')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  return count;
}
