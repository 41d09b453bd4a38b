/** The room's SQL: imports, the rows that are being checked, and by what rows of one file are the same. */
import type { Kysely, Selectable } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { ImportSummary } from '../../shared/exchange/contract.ts';
import { som } from '../../shared/money.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export type ImportRow = Selectable<Tables['import']>;
export type StagedRow = Selectable<Tables['import_row']>;
export type ItemRow = Selectable<Tables['import_item']>;
export type KeyKind = Tables['import_key']['kind'];

/** An import, or NotFound. */
export async function importOf(db: Db, importId: string): Promise<ImportRow> {
  const row = await db.selectFrom('import').selectAll().where('id', '=', importId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'import' });
  return row;
}

/** An import whose rows may still change; throws ImportClosed for every other. */
export async function readingImport(db: Db, importId: string): Promise<ImportRow> {
  const row = await importOf(db, importId);
  if (row.state !== 'reading') throw new Refusal('ImportClosed');
  return row;
}

export const insertStaged = hotInsert(
  'import_row',
  [
    'import_id',
    'row_no',
    'cells_json',
    'verdict',
    'notes_json',
    'has_warnings',
    'other_row_no',
    'subject_id',
    'bonus_som',
    'debt_som',
    'draft_json',
  ],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['import_id', 'row_no']).doUpdateSet(({ ref }) => ({
        cells_json: ref('excluded.cells_json'),
        verdict: ref('excluded.verdict'),
        notes_json: ref('excluded.notes_json'),
        has_warnings: ref('excluded.has_warnings'),
        other_row_no: ref('excluded.other_row_no'),
        subject_id: ref('excluded.subject_id'),
        bonus_som: ref('excluded.bonus_som'),
        debt_som: ref('excluded.debt_som'),
        draft_json: ref('excluded.draft_json'),
      })),
    ),
);

export const insertKeys = hotInsert('import_key', ['import_id', 'kind', 'code', 'row_no'], (insert) =>
  insert.onConflict((conflict) => conflict.doNothing()),
);

const holder = hotQuery((db, value: { importId: string; kind: KeyKind; code: string }) =>
  db
    .selectFrom('import_key')
    .select('row_no')
    .where('import_id', '=', value.importId)
    .where('kind', '=', value.kind)
    .where('code', '=', value.code),
);

/** The row of the file that has a code, a phone or a name already; null for none. */
export async function holderOfKey(
  db: Db,
  importId: string,
  kind: KeyKind,
  code: string,
): Promise<number | null> {
  return (await holder.first(db, { importId, kind, code }))?.row_no ?? null;
}

const stagedRow = hotQuery((db, value: { importId: string; row: number }) =>
  db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', value.importId)
    .where('row_no', '=', value.row),
);

export async function stagedOf(db: Db, importId: string, row: number): Promise<StagedRow | null> {
  return (await stagedRow.first(db, { importId, row })) ?? null;
}

const openedBefore = hotQuery((db, value: { customerId: string; done: 'done' }) =>
  db
    .selectFrom('import_item')
    .innerJoin('import', 'import.id', 'import_item.import_id')
    .innerJoin('customer', 'customer.id', 'import_item.subject_id')
    .select('import.number')
    .where(({ eb, or }) =>
      or([
        eb('customer.id', '=', value.customerId),
        // What came for somebody who turned out to be this customer came for this customer.
        eb('customer.merged_into_id', '=', value.customerId),
      ]),
    )
    .where('import.state', '=', value.done)
    .where(({ eb, or }) =>
      or([eb('import_item.opening_bonus_som', '>', 0), eb('import_item.debt_id', 'is not', null)]),
    ),
);

/** The number of the import that brought a customer's balances already; null for none. */
export async function openedByImport(db: Db, customerId: string): Promise<number | null> {
  return (await openedBefore.first(db, { customerId, done: 'done' }))?.number ?? null;
}

export const insertItems = hotInsert('import_item', [
  'import_id',
  'subject_id',
  'action',
  'before_json',
  'stamp',
  'opening_bonus_som',
  'lot_id',
  'debt_id',
  'card_number',
]);

/** Everything that an import made or changed. */
export async function itemsOf(db: Db, importId: string): Promise<readonly ItemRow[]> {
  return db.selectFrom('import_item').selectAll().where('import_id', '=', importId).execute();
}

const noCounts = { add: 0, update: 0, skip: 0, duplicate: 0, error: 0 };
type Counts = ImportSummary['counts'];

/** How many of the staged rows have which verdict, and what they bring. */
export async function stagedTotals(db: Db, importId: string) {
  const rows = await db
    .selectFrom('import_row')
    .select(({ fn }) => [
      'verdict',
      fn.countAll<number>().as('count'),
      fn.sum<number>('has_warnings').as('warnings'),
      fn.sum<number>('bonus_som').as('bonus'),
      fn.sum<number>('debt_som').as('debt'),
    ])
    .where('import_id', '=', importId)
    .groupBy('verdict')
    .execute();
  const coming = rows.filter(({ verdict }) => verdict === 'add' || verdict === 'update');
  const sum = (of: 'warnings' | 'bonus' | 'debt') =>
    coming.reduce((all, row) => all + Number(row[of] ?? 0), 0);
  return {
    counts: { ...noCounts, ...Object.fromEntries(rows.map((row) => [row.verdict, row.count])) } as Counts,
    warnings: sum('warnings'),
    openingBonus: sum('bonus'),
    openingDebt: sum('debt'),
  };
}

/** What is kept of the totals when the rows are gone. */
export interface KeptTotals {
  readonly counts: Counts;
  readonly warnings: number;
}

/** An import as the screens show it. */
export async function summaryOf(db: Db, row: ImportRow): Promise<ImportSummary> {
  const isOpen = row.state === 'reading';
  const staged = isOpen ? await stagedTotals(db, row.id) : null;
  const kept = staged ?? (JSON.parse(row.counts_json) as KeptTotals);
  return {
    importId: row.id,
    kind: row.kind,
    fileName: row.file_name,
    state: row.state === 'undoing' ? 'undone' : row.state,
    number: row.number,
    rows: row.row_count,
    counts: kept.counts,
    warnings: kept.warnings,
    openingBonusSom: som(staged?.openingBonus ?? row.opening_bonus_som),
    openingDebtSom: som(staged?.openingDebt ?? row.opening_debt_som),
    begunAt: row.begun_at as Instant,
    finishedAt: row.finished_at as Instant | null,
    finishedOn: row.finished_on as BusinessDay | null,
    undoneAt: row.undone_at as Instant | null,
  };
}
