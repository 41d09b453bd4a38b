/** The verbs that begin an import, check its rows by portions and show what was found; nothing counts before the last one. */
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { exchangeContract, type ImportOptions, mostRows } from '../../shared/exchange/contract.ts';
import type { Mapping } from '../../shared/exchange/guessColumns.ts';
import { type CustomerDraft, readCustomerRow } from '../../shared/exchange/readCustomerRow.ts';
import {
  type ProductDraft,
  type ReadRow,
  type RowReading,
  readProductRow,
} from '../../shared/exchange/readProductRow.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { placeIn } from '../listPlace.ts';
import type { TillParts } from '../parts.ts';
import { draftingVerb, readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { clearSome, stagedTables } from './inTransaction.ts';
import { customerKeys, judgeCustomer } from './judgeCustomers.ts';
import {
  checkedRow,
  fileKeys,
  type Judged,
  type Judging,
  keyText,
  type ReadRowOf,
  type RowToJudge,
  stagedFrom,
} from './judged.ts';
import { barcodeKey, judgeProduct, productKeys } from './judgeProducts.ts';
import { type CodesOfPortion, keysKnownInFile, knownHere, type RowKey } from './knownHere.ts';
import {
  type ImportRow,
  importOf,
  insertKeys,
  insertStaged,
  readingImport,
  stagedOf,
  summaryOf,
} from './queries.ts';

export type ClearingParts = Pick<TillParts, 'database' | 'note'>;

const noTotals = JSON.stringify({
  counts: { add: 0, update: 0, skip: 0, duplicate: 0, error: 0 },
  warnings: 0,
});

/** Begins an import. What is left of one that was never finished goes away: the shop reads one file at a time. */
export const startImport = (parts: ClearingParts) =>
  writingVerb(exchangeContract.start, async (scope, input) => {
    const { trx, now } = scope;
    await trx.updateTable('import').set({ state: 'cancelled' }).where('state', '=', 'reading').execute();
    const importId = scope.newId();
    await trx
      .insertInto('import')
      .values({
        id: importId,
        kind: input.kind,
        file_name: input.fileName,
        format: input.format,
        options_json: JSON.stringify(input.options),
        state: 'reading',
        number: null,
        row_count: 0,
        counts_json: noTotals,
        opening_bonus_som: 0,
        opening_debt_som: 0,
        begun_at: now,
        begun_by: scope.actor.role === 'system' ? null : scope.actor.personId,
        finished_at: null,
        finished_on: null,
        undone_at: null,
      })
      .execute();
    const mapping_json = JSON.stringify(input.mapping);
    await trx
      .insertInto('import_columns')
      .values({ kind: input.kind, fingerprint: input.fingerprint, mapping_json, used_at: now })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'fingerprint']).doUpdateSet({ mapping_json, used_at: now }),
      )
      .execute();
    clearAfterCommit(scope, parts);
    return { importId };
  });

export const columnsOf = readingVerb(exchangeContract.columnsOf, async ({ db }, { kind, fingerprint }) => {
  const row = await db
    .selectFrom('import_columns')
    .select('mapping_json')
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return { mapping: row === undefined ? null : [...(JSON.parse(row.mapping_json) as Mapping)] };
});

/** How a portion of one kind of list is read and judged. */
interface Portion<Draft> {
  readonly read: (cells: RowToJudge['cells'], reading: RowReading) => ReadRow<Draft>;
  readonly keys: (draft: Draft) => readonly RowKey[];
  readonly codes: (drafts: readonly Draft[]) => CodesOfPortion;
  readonly judge: (judging: Judging, row: ReadRowOf<Draft>) => Promise<Judged>;
}

const notNull = <T>(value: T | null): value is T => value !== null;

const goodsPortion: Portion<ProductDraft> = {
  read: readProductRow,
  keys: (draft) => [...productKeys(draft), ...(draft.article === null ? [] : [barcodeKey(draft.article)])],
  codes: (drafts) => ({
    phones: [],
    cards: [],
    barcodes: drafts.flatMap(({ barcodes, article }) => [
      ...barcodes,
      ...(article === null ? [] : [article]),
    ]),
  }),
  judge: judgeProduct,
};

const peoplePortion: Portion<CustomerDraft> = {
  read: readCustomerRow,
  keys: customerKeys,
  codes: (drafts) => {
    const cards = drafts.map(({ card }) => card).filter(notNull);
    return { phones: drafts.map(({ phone }) => phone).filter(notNull), cards, barcodes: cards };
  },
  judge: judgeCustomer,
};

/** Reads every row, asks the shop once for all of them, and judges one after the other. */
async function judgePortion<Draft>(
  scope: WriteScope,
  found: ImportRow,
  rows: readonly RowToJudge[],
  portion: Portion<Draft>,
): Promise<readonly Judged[]> {
  const { trx, businessDay: today } = scope;
  const options = JSON.parse(found.options_json) as ImportOptions;
  const { language, dayOrder } = options;
  const read = rows.map((row) => ({ ...row, read: portion.read(row.cells, { language, dayOrder, today }) }));
  const drafts = read.map((row) => row.read.draft);
  const keys = await keysKnownInFile(trx, found.id, drafts.flatMap(portion.keys), keyText);
  const judging: Judging = {
    scope,
    importId: found.id,
    options,
    today,
    inFile: fileKeys(scope, found.id, keys),
    here: await knownHere(trx, portion.codes(drafts)),
  };
  const judged: Judged[] = [];
  for (const row of read) judged.push(await portion.judge(judging, row));
  return judged;
}

/** Checks rows and stages them; those that came before under the same numbers make room. */
async function judgeRows(
  scope: WriteScope,
  found: ImportRow,
  rows: readonly RowToJudge[],
): Promise<readonly Judged[]> {
  const { trx } = scope;
  const numbers = rows.map(({ row }) => row);
  await trx
    .deleteFrom('import_key')
    .where('import_id', '=', found.id)
    .where('row_no', '>=', Math.min(...numbers))
    .where('row_no', '<=', Math.max(...numbers))
    .execute();
  const judged = await (found.kind === 'products'
    ? judgePortion(scope, found, rows, goodsPortion)
    : judgePortion(scope, found, rows, peoplePortion));
  await insertStaged.many(
    trx,
    judged.map((each) => stagedFrom(found.id, each)),
  );
  await insertKeys.many(
    trx,
    judged.flatMap(({ row, keys }) =>
      keys.map(({ kind, code }) => ({ import_id: found.id, kind, code, row_no: row })),
    ),
  );
  return judged;
}

/** How many of these rows came before; asked of their own stretch of the file, because the whole grows with every portion. */
async function countKnown(
  { trx }: WriteScope,
  importId: string,
  rows: readonly RowToJudge[],
): Promise<number> {
  const numbers = rows.map(({ row }) => row);
  const { count } = await trx
    .selectFrom('import_row')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('import_id', '=', importId)
    .where('row_no', '>=', Math.min(...numbers))
    .where('row_no', '<=', Math.max(...numbers))
    .where('row_no', 'in', numbers)
    .executeTakeFirstOrThrow();
  return count;
}

export const takeRows = draftingVerb(exchangeContract.takeRows, async (scope, { importId, rows }) => {
  const found = await readingImport(scope.trx, importId);
  const known = await countKnown(scope, importId, rows);
  const judged = await judgeRows(scope, found, rows);
  const count = found.row_count + new Set(rows.map(({ row }) => row)).size - known;
  if (count > mostRows) throw new Refusal('ImportTooLong', { most: mostRows });
  await scope.trx.updateTable('import').set({ row_count: count }).where('id', '=', importId).execute();
  return { rows: count, errors: judged.filter(({ verdict }) => verdict === 'error').length };
});

/** A row that was changed by hand; rows that were its doubles are looked at again, for they may be no more. */
export const changeRow = draftingVerb(exchangeContract.changeRow, async (scope, { importId, row, cells }) => {
  const { trx } = scope;
  const found = await readingImport(trx, importId);
  const before = await stagedOf(trx, importId, row);
  if (before === null) throw new Refusal('NotFound', { what: 'importRow' });
  const doubles = await trx
    .selectFrom('import_row')
    .select(['row_no', 'cells_json'])
    .where('import_id', '=', importId)
    .where('other_row_no', '=', row)
    .orderBy('row_no')
    .execute();
  await judgeRows(scope, found, [{ row, cells }]);
  for (const each of doubles) {
    await judgeRows(scope, found, [
      { row: each.row_no, cells: JSON.parse(each.cells_json) as RowToJudge['cells'] },
    ]);
  }
  const after = await stagedOf(trx, importId, row);
  if (after === null) throw new Error('the row just changed is not there');
  return { row: checkedRow(after) };
});

export const listRows = readingVerb(
  exchangeContract.rows,
  async ({ db }, { importId, only, cursor, limit }) => {
    const rows = await db
      .selectFrom('import_row')
      .selectAll()
      .where('import_id', '=', importId)
      .$if(only === 'errors', (query) => query.where('verdict', '=', 'error'))
      .$if(only === 'duplicates', (query) => query.where('verdict', '=', 'duplicate'))
      .$if(only === 'warnings', (query) => query.where('has_warnings', '=', 1))
      .$if(cursor !== null, (query) => query.where('row_no', '>', placeIn(cursor)))
      .orderBy('row_no')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map(checkedRow),
      nextCursor: rows.length > limit && last !== undefined ? String(last.row_no) : null,
    };
  },
);

export const importSummary = readingVerb(exchangeContract.summary, async ({ db }, { importId }) =>
  summaryOf(db, await importOf(db, importId)),
);

export const cancelImport = (parts: ClearingParts) =>
  writingVerb(exchangeContract.cancel, async (scope, { importId }) => {
    await readingImport(scope.trx, importId);
    await scope.trx.updateTable('import').set({ state: 'cancelled' }).where('id', '=', importId).execute();
    clearAfterCommit(scope, parts);
    return {};
  });

/** The rows of a finished or dropped import hold names and phones that nobody needs there any more. */
export function clearAfterCommit(
  scope: Pick<WriteScope, 'afterCommit'>,
  { database, note }: ClearingParts,
): void {
  scope.afterCommit(() => {
    clearStaged(database().db).catch((error: unknown) =>
      note('the rows of an import could not be cleared', error),
    );
  });
}

/** Deletes the rows and keys of imports that are over, in portions, between which the till does everything else. */
export async function clearStaged(db: Kysely<Tables>): Promise<void> {
  for (const table of stagedTables) {
    while (await transact(db, (trx) => clearSome(trx, table))) await setImmediate();
  }
}
