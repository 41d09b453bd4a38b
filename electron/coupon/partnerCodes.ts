/** Codes that partners made: found, used, and taken one after another when they are printed here. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import { codeAt, numberInRange, rangeLooksLikeOurs, rangesMeet } from '../../shared/coupon/codeRange.ts';
import { readPartnerCode } from '../../shared/coupon/partnerCodes.ts';
import {
  type CouponCodes,
  type CouponSeries,
  type CouponState,
  couponDays,
} from '../../shared/coupon/series.ts';
import type { CouponUses } from '../../shared/coupon/useCoupon.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { businessDayOf, type Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { settingsOf } from '../shop/queries.ts';
import { type KnownCoupon, rowToSeries } from './knownCoupon.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;
type SeriesRow = Selectable<Tables['coupon_series']>;
type RangeCodes = Extract<CouponCodes, { readonly kind: 'range' }>;

const storedCode = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('partner_code')
    .innerJoin('coupon_series', 'coupon_series.id', 'partner_code.series_id')
    .innerJoin('partner', 'partner.id', 'coupon_series.partner_id')
    .leftJoin('code_import', 'code_import.id', 'partner_code.import_id')
    .selectAll('coupon_series')
    .select([
      'partner.id as partner_id',
      'partner.name as partner_name',
      'partner.is_active as partner_is_active',
      'partner_code.import_id as import_id',
      'partner_code.state as code_state',
      'partner_code.uses_allowed as uses_allowed',
      'partner_code.uses_count as uses_count',
      'partner_code.given_at as given_at',
      'code_import.state as import_state',
      'code_import.closed_at as import_closed_at',
    ])
    .where('partner_code.code', '=', value.code),
);

const rangeSeries = hotQuery((db: Db, value: { isActive: 1 }) =>
  db
    .selectFrom('coupon_series')
    .innerJoin('partner', 'partner.id', 'coupon_series.partner_id')
    .selectAll('coupon_series')
    .select(['partner.id as partner_id', 'partner.name as partner_name'])
    .where('partner.is_active', '=', value.isActive)
    .orderBy('coupon_series.id'),
);

/**
 * The partner's coupon that a text stands for, with its series and how often it was used. A list counts when its import is
 * done; a number of a range counts without a row of its own until it is used. Null for codes of nobody, of a partner who
 * is not active any more, and of a list that is still being read.
 */
export async function findPartnerCode(db: Db, text: string): Promise<KnownCoupon | null> {
  const code = readPartnerCode(text);
  if (code === null) return null;
  const stored = await storedCode.first(db, { code });
  if (stored === undefined) return codeOfRange(db, code);
  const isReady = stored.import_id === null || stored.import_state === 'done';
  if (!isReady || stored.partner_is_active === 0) return null;
  return known(db, code, stored, {
    uses: { allowed: stored.uses_allowed, count: stored.uses_count },
    isVoided: stored.code_state === 'voided',
    since: (stored.given_at ?? stored.import_closed_at ?? stored.created_at) as Instant,
  });
}

/** A number of a range that nobody has used or been given yet. */
async function codeOfRange(db: Db, code: string): Promise<KnownCoupon | null> {
  for (const row of await rangeSeries.all(db, { isActive: 1 })) {
    const series = rowToSeries(row);
    if (series.codes.kind !== 'range' || numberInRange(series.codes, code) === null) continue;
    return known(db, code, row, {
      uses: { allowed: series.usesPerCoupon, count: 0 },
      isVoided: false,
      since: row.created_at as Instant,
    });
  }
  return null;
}

interface StoredUses {
  readonly uses: CouponUses;
  readonly isVoided: boolean;
  /** When it came into being; a series of so many days counts from here. */
  readonly since: Instant;
}

async function known(
  db: Db,
  code: string,
  row: SeriesRow & { readonly partner_id: string; readonly partner_name: string },
  { uses, isVoided, since }: StoredUses,
): Promise<KnownCoupon | null> {
  const series = rowToSeries(row);
  const madeOn = businessDayOf(since, calendarOf(await settingsOf(db)));
  const days =
    series.validity.kind === 'between'
      ? { validFrom: series.validity.from, expiresOn: series.validity.to }
      : couponDays(series.validity, madeOn);
  if (days === null) return null;
  const state = isVoided ? ({ kind: 'voided' } as const) : await stateOf(db, code, uses);
  return {
    coupon: { code, seriesId: row.id, ...days, holder: { kind: 'bearer' }, state },
    series,
    uses,
    spentSom: som(row.spent_som),
    partner: { partnerId: row.partner_id, name: row.partner_name },
  };
}

async function stateOf(db: Db, code: string, uses: CouponUses): Promise<CouponState> {
  if (uses.allowed === null || uses.count < uses.allowed) return { kind: 'issued' };
  const last = await lastUse.first(db, { code });
  return {
    kind: 'redeemed',
    redeemedAt: (last?.used_at ?? '') as Instant,
    receiptNumber: last?.receipt_number ?? 0,
  };
}

const lastUse = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('coupon_use')
    .select(['used_at', 'receipt_number'])
    .where('code', '=', value.code)
    .where('given_back_at', 'is', null)
    .orderBy('use_no', 'desc')
    .limit(1),
);

export interface PartnerCodeUse {
  readonly code: string;
  readonly series: Pick<CouponSeries, 'seriesId' | 'usesPerCoupon'>;
}

const markUse = hotQuery(
  (db: Db, value: { code: string; seriesId: string; allowed: number; state: string }) =>
    db
      .insertInto('partner_code')
      .values({
        code: value.code,
        series_id: value.seriesId,
        import_id: null,
        state: value.state as 'free',
        uses_allowed: value.allowed,
        uses_count: 1,
        given_sale_id: null,
        given_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet((eb) => ({
            uses_count: eb('partner_code.uses_count', '+', 1),
            state: eb
              .case()
              .when(eb(eb('partner_code.uses_count', '+', 1), '>=', eb.ref('partner_code.uses_allowed')))
              .then('redeemed' as const)
              .else(eb.ref('partner_code.state'))
              .end(),
          }))
          .where('partner_code.series_id', '=', value.seriesId)
          .where('partner_code.state', 'in', ['free', 'given']),
      )
      .returning('uses_count'),
);

/**
 * Marks one more use of a partner's code and answers how many there are now; a number of a range gets its row with its
 * first use. Throws CouponUsed or CouponVoided when somebody was faster.
 */
export async function usePartnerCode(trx: Trx, { code, series }: PartnerCodeUse): Promise<number> {
  const marked = await markUse.first(trx, {
    code,
    seriesId: series.seriesId,
    allowed: series.usesPerCoupon,
    state: series.usesPerCoupon === 1 ? 'redeemed' : 'free',
  });
  if (marked !== undefined) return marked.uses_count;
  const found = await findPartnerCode(trx, code);
  const state = found?.coupon.state;
  if (state?.kind !== 'redeemed') throw new Refusal('CouponVoided');
  throw new Refusal('CouponUsed', { redeemedAt: state.redeemedAt, receiptNumber: state.receiptNumber });
}

/**
 * The next code of a partner's series to be printed on a receipt here: a free one of its lists, or the next number of its
 * range. The same one never comes twice. Null when none is left.
 */
export async function takePartnerCode(
  trx: Trx,
  seriesId: string,
  saleId: string | null,
  at: Instant,
): Promise<string | null> {
  const row = await seriesRow.first(trx, { seriesId });
  if (row === undefined) return null;
  const series = rowToSeries(row);
  switch (series.codes.kind) {
    case 'own':
      return null;
    case 'list':
      return takeFromLists(trx, seriesId, saleId, at);
    case 'range':
      return takeFromRange(trx, series, series.codes, saleId, at);
  }
}

const seriesRow = hotQuery((db: Db, value: { seriesId: string }) =>
  db.selectFrom('coupon_series').selectAll().where('id', '=', value.seriesId),
);

const readyImports = hotQuery((db: Db, value: { seriesId: string; state: 'done' }) =>
  db
    .selectFrom('code_import')
    .select('id')
    .where('series_id', '=', value.seriesId)
    .where('state', '=', value.state)
    .orderBy('id'),
);

const anyFree = hotQuery((db: Db, value: { importId: string; state: 'free' }) =>
  db
    .selectFrom('partner_code')
    .select('code')
    .where('import_id', '=', value.importId)
    .where('state', '=', value.state)
    .limit(1),
);

async function takeFromLists(
  trx: Trx,
  seriesId: string,
  saleId: string | null,
  at: Instant,
): Promise<string | null> {
  for (const { id } of await readyImports.all(trx, { seriesId, state: 'done' })) {
    const free = await anyFree.first(trx, { importId: id, state: 'free' });
    if (free === undefined) continue;
    await markGiven.all(trx, { code: free.code, state: 'given', saleId, at });
    return free.code;
  }
  return null;
}

const markGiven = hotQuery(
  (db: Db, value: { code: string; state: 'given'; saleId: string | null; at: string }) =>
    db
      .updateTable('partner_code')
      .set({ state: value.state, given_sale_id: value.saleId, given_at: value.at })
      .where('code', '=', value.code)
      .returning('code'),
);

const lastNumbered = hotQuery((db: Db, value: { from: string; below: string; length: number }) =>
  db
    .selectFrom('partner_code')
    .select('code')
    .where('code', '>=', value.from)
    .where('code', '<', value.below)
    .where('import_id', 'is', null)
    .where(({ eb, fn }) => eb(fn<number>('length', ['code']), '=', value.length))
    .orderBy('code', 'desc')
    .limit(1),
);

/** The largest number of a range that was given or used; null when none was. */
async function lastOfRange(trx: Trx, range: RangeCodes): Promise<number | null> {
  const from = codeAt(range, range.first);
  const to = codeAt(range, range.last);
  let below = `${to}~`;
  for (;;) {
    const row = await lastNumbered.first(trx, { from, below, length: to.length });
    if (row === undefined) return null;
    const number = numberInRange(range, row.code);
    if (number !== null) return number;
    // A code of another range may stand between two numbers in the alphabet: AB00C1 between AB0001 and AB0999.
    below = row.code;
  }
}

async function takeFromRange(
  trx: Trx,
  { seriesId, usesPerCoupon }: CouponSeries,
  range: RangeCodes,
  saleId: string | null,
  at: Instant,
): Promise<string | null> {
  const last = await lastOfRange(trx, range);
  const number = last === null ? range.first : last + 1;
  if (number > range.last) return null;
  const code = codeAt(range, number);
  await trx
    .insertInto('partner_code')
    .values({
      code,
      series_id: seriesId,
      import_id: null,
      state: 'given',
      uses_allowed: usesPerCoupon,
      uses_count: 0,
      given_sale_id: saleId,
      given_at: at,
    })
    .execute();
  return code;
}

/**
 * Whether the codes of a series that is about to be saved meet those of another: its range another's range or list, or
 * what the shop itself prints and scans. Series of partners who are not active count too, because they may come back.
 */
export async function codesClash(
  db: Db,
  { seriesId, codes }: { readonly seriesId: string | null; readonly codes: CouponCodes },
): Promise<boolean> {
  if (codes.kind !== 'range') return false;
  if (rangeLooksLikeOurs(codes)) return true;
  const others = await db
    .selectFrom('coupon_series')
    .selectAll()
    .where('partner_id', 'is not', null)
    .where('id', '<>', seriesId ?? '')
    .execute();
  const meets = others
    .map((row) => rowToSeries(row).codes)
    .some((other) => other.kind === 'range' && rangesMeet(other, codes));
  return meets || (await isInList(db, seriesId, codes)) || (await isBarcode(db, codes));
}

async function isInList(db: Db, seriesId: string | null, range: RangeCodes): Promise<boolean> {
  const to = codeAt(range, range.last);
  const row = await db
    .selectFrom('partner_code')
    .select('code')
    .where('code', '>=', codeAt(range, range.first))
    .where('code', '<=', to)
    .where('series_id', '<>', seriesId ?? '')
    .where(({ eb, fn }) => eb(fn<number>('length', ['code']), '=', to.length))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function isBarcode(db: Db, range: RangeCodes): Promise<boolean> {
  const to = codeAt(range, range.last);
  const row = await db
    .selectFrom('product_barcode')
    .select('barcode')
    .where('barcode', '>=', codeAt(range, range.first))
    .where('barcode', '<=', to)
    .where(({ eb, fn }) => eb(fn<number>('length', ['barcode']), '=', to.length))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
