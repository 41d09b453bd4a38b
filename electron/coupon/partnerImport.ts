/** The verbs that import a partner's list: begun, read in portions, and made to count all at once or not at all. */
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { numberInRange } from '../../shared/coupon/codeRange.ts';
import { couponContract } from '../../shared/coupon/contract.ts';
import { checkCodeRows, codesToLookUp, type KnownCodes } from '../../shared/coupon/partnerCodes.ts';
import { Refusal } from '../../shared/errors.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { rowToSeries } from './knownCoupon.ts';

type Db = Kysely<Tables>;
type Parts = Pick<TillParts, 'database' | 'note'>;

/** Begins a list. What is left of one that was never finished goes away: a series reads one list at a time. */
export const startImport = (parts: Parts) =>
  writingVerb(couponContract.startImport, async (scope, input) => {
    const { trx, now } = scope;
    const series = await trx
      .selectFrom('coupon_series')
      .selectAll()
      .where('id', '=', input.seriesId)
      .executeTakeFirst();
    if (series === undefined) throw new Refusal('NotFound', { what: 'couponSeries' });
    if (series.partner_id === null || rowToSeries(series).codes.kind !== 'list') {
      throw new Refusal('SeriesTakesNoList');
    }
    await trx
      .updateTable('code_import')
      .set({ state: 'cancelled', closed_at: now })
      .where('series_id', '=', input.seriesId)
      .where('state', '=', 'reading')
      .execute();
    const importId = scope.newId();
    await trx
      .insertInto('code_import')
      .values({
        id: importId,
        series_id: input.seriesId,
        file_name: input.fileName,
        uses_allowed: input.usesAllowed,
        state: 'reading',
        row_count: 0,
        code_count: 0,
        created_at: now,
        created_by: scope.actor.personId,
        closed_at: null,
      })
      .execute();
    clearAfterCommit(scope, parts);
    return { importId };
  });

/** Keeps the good rows of a portion and says what is wrong with each of the others. */
export const importRows = writingVerb(couponContract.importRows, async (scope, { importId, rows }) => {
  const { trx } = scope;
  const list = await openImport(scope, importId);
  const { codes, faults } = checkCodeRows(rows, await knownCodes(scope, importId, codesToLookUp(rows)));
  await insertCodes.many(
    trx,
    codes.map((code) => ({
      code,
      series_id: list.series_id,
      import_id: importId,
      state: 'free' as const,
      uses_allowed: list.uses_allowed,
      uses_count: 0,
    })),
  );
  await trx
    .updateTable('code_import')
    .set({ row_count: list.row_count + rows.length, code_count: list.code_count + codes.length })
    .where('id', '=', importId)
    .execute();
  return { accepted: codes.length, faults: faults.map(({ row, code, fault }) => ({ row, code, fault })) };
});

export const finishImport = writingVerb(couponContract.finishImport, async (scope, { importId }) => {
  const { code_count: codes, row_count: rows, series_id: seriesId } = await openImport(scope, importId);
  if (codes === 0) throw new Refusal('ImportEmpty');
  await close(scope, importId, 'done');
  await scope.follow(documentOf(scope, 'partnerCodesImported', { importId, seriesId, codes, rows }));
  scope.changed('coupon');
  return { codes };
});

export const cancelImport = (parts: Parts) =>
  writingVerb(couponContract.cancelImport, async (scope, { importId }) => {
    await openImport(scope, importId);
    await close(scope, importId, 'cancelled');
    clearAfterCommit(scope, parts);
    return {};
  });

const insertCodes = hotInsert('partner_code', [
  'code',
  'series_id',
  'import_id',
  'state',
  'uses_allowed',
  'uses_count',
]);

async function openImport({ trx }: WriteScope, importId: string) {
  const row = await trx.selectFrom('code_import').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'import' });
  if (row.state !== 'reading') throw new Refusal('ImportClosed');
  return row;
}

async function close({ trx, now }: WriteScope, importId: string, state: 'done' | 'cancelled'): Promise<void> {
  await trx.updateTable('code_import').set({ state, closed_at: now }).where('id', '=', importId).execute();
}

/** What is known of the codes of a portion. Rows of cancelled lists are in nobody's way: they go at once. */
async function knownCodes(
  { trx }: WriteScope,
  importId: string,
  codes: readonly string[],
): Promise<KnownCodes> {
  const inThisFile = new Set<string>();
  const taken = new Set<string>(await inRanges(trx, codes));
  const barcodes = new Set<string>();
  const leftOver: string[] = [];
  for (let from = 0; from < codes.length; from += lookedUpAtOnce) {
    const part = codes.slice(from, from + lookedUpAtOnce);
    const rows = await trx
      .selectFrom('partner_code')
      .leftJoin('code_import', 'code_import.id', 'partner_code.import_id')
      .select(['partner_code.code', 'partner_code.import_id', 'code_import.state'])
      .where('partner_code.code', 'in', part)
      .execute();
    for (const { code, import_id: ofImport, state } of rows) {
      if (ofImport === importId) inThisFile.add(code);
      else if (state === 'cancelled') leftOver.push(code);
      else taken.add(code);
    }
    const goods = await trx
      .selectFrom('product_barcode')
      .select('barcode')
      .where('barcode', 'in', part)
      .execute();
    for (const { barcode } of goods) barcodes.add(barcode);
  }
  if (leftOver.length > 0) await trx.deleteFrom('partner_code').where('code', 'in', leftOver).execute();
  return { inThisFile, taken, barcodes };
}

const lookedUpAtOnce = 250;

/** The codes that are numbers in some partner's range. */
async function inRanges(db: Db, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom('coupon_series').selectAll().where('partner_id', 'is not', null).execute();
  const ranges = rows.map((row) => rowToSeries(row).codes).filter((each) => each.kind === 'range');
  return codes.filter((code) => ranges.some((range) => numberInRange(range, code) !== null));
}

/** As few rows in one transaction that a sale in between does not wait noticeably. */
const deletedAtOnce = 250;

function clearAfterCommit(scope: WriteScope, { database, note }: Parts): void {
  scope.afterCommit(() => {
    clearCancelled(database().db).catch((error: unknown) =>
      note('a cancelled list could not be cleared', error),
    );
  });
}

/** Deletes the rows of cancelled lists in portions, between which the till does everything else. */
export async function clearCancelled(db: Db): Promise<void> {
  for (;;) {
    const deleted = await transact(db, async (trx) => {
      const rows = await trx
        .selectFrom('code_import')
        .innerJoin('partner_code', 'partner_code.import_id', 'code_import.id')
        .select('partner_code.code')
        .where('code_import.state', '=', 'cancelled')
        .limit(deletedAtOnce)
        .execute();
      if (rows.length === 0) return 0;
      await trx
        .deleteFrom('partner_code')
        .where(
          'code',
          'in',
          rows.map((row) => row.code),
        )
        .execute();
      return rows.length;
    });
    if (deleted < deletedAtOnce) return;
    await setImmediate();
  }
}
