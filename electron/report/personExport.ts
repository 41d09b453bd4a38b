/** The verb report.personExport: a copy of everything the shop holds of a person, for programs and to read. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { PersonCopy, PersonRow } from '../../shared/report/personCopy.ts';
import { personPage } from '../../shared/report/personPage.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { customerFacts, everyIdOf } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { namesOf } from '../staff/queries.ts';
import { preparedVerb, type ReadScope, requireAllowed } from '../verb.ts';
import { hiddenColumns, type PersonTable, personTables } from './personExportTables.ts';

type Db = Kysely<Tables>;

/** Read before the transaction, so that selling goes on while a long life is copied. */
export const personExport = preparedVerb(reportContract.personExport, async (scope, { customerId }) => {
  const customer = await customerFacts(scope.db, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const copy = await personCopy(scope, customer);
  const html = personPage(copy);
  return async (writing) => {
    // The phone stands in it whole.
    requireAllowed(writing.actor, 'customer.seePhones');
    const rows = Object.values(copy.tables).reduce((sum, part) => sum + part.length, 0);
    await writing.follow({
      ...documentOf(writing, 'personExported', { customerId: customer.id, rows }),
      customerId: customer.id,
    });
    return { name: `daftar-${customer.id.slice(-8)}`, json: `${JSON.stringify(copy, null, 2)}\n`, html };
  };
});

async function personCopy(
  scope: ReadScope,
  customer: { readonly id: string; readonly language: PersonCopy['language'] | null },
): Promise<PersonCopy> {
  const { db, settings, now } = scope;
  const ids = (await everyIdOf(db, customer.id).execute()).map(({ id }) => id);
  const tables = await tablesOf(db, ids);
  const staff = new Set(
    Object.values(tables).flatMap((rows) =>
      rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => staffIn(column, value))),
    ),
  );
  return {
    format: 'daftar-person-1',
    madeAt: now,
    timeZone: calendarOf(settings).timeZone,
    language: customer.language ?? settings.language,
    shop: { name: settings.name, address: settings.address, phone: settings.phone },
    customerId: customer.id,
    customerIds: ids,
    staff: Object.fromEntries(await namesOf(db, [...staff])),
    tables,
  };
}

/** Columns in which somebody of the shop is named by id. */
const staffColumn =
  /^(person_id|created_by|changed_by|noted_by|issued_by|voided_by|removed_by|owner_id|seller_id)$/;

const staffIn = (column: string, value: unknown): readonly string[] =>
  staffColumn.test(column) && typeof value === 'string' ? [value] : [];

async function tablesOf(db: Db, ids: readonly string[]): Promise<PersonCopy['tables']> {
  const tables: Record<string, PersonRow[]> = {};
  for (const part of personTables) {
    const values = part.from === undefined ? ids : valuesOf(tables[part.from[0]] ?? [], part.from[1]);
    const known = tables[part.table] ?? [];
    const seen = new Set(known.map((row) => JSON.stringify(row)));
    const found = (await rowsOf(db, part, values)).map((row) => shownRow(part.table, row));
    tables[part.table] = [...known, ...found.filter((row) => !seen.has(JSON.stringify(row)))];
  }
  return tables;
}

const valuesOf = (rows: readonly PersonRow[], column: string): readonly string[] => [
  ...new Set(rows.map((row) => row[column]).filter((value) => typeof value === 'string')),
];

/** So many values go into one statement. */
const valuesAtOnce = 250;

async function rowsOf(db: Db, { table, by }: PersonTable, values: readonly string[]) {
  const rows: Record<string, unknown>[] = [];
  for (let from = 0; from < values.length; from += valuesAtOnce) {
    // The list names tables that hold such a column; the compiler cannot follow so many at once.
    const part = await db
      .selectFrom(table as 'customer')
      .selectAll()
      .where(by as 'id', 'in', values.slice(from, from + valuesAtOnce))
      .execute();
    rows.push(...(part as Record<string, unknown>[]));
  }
  return rows;
}

/** Without what only the program needs; JSON as what it holds; a gift card by its end, because it may be another's by now. */
function shownRow(table: string, row: Readonly<Record<string, unknown>>): PersonRow {
  const shown: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (hiddenColumns.has(column)) continue;
    if (column.endsWith('_json') && typeof value === 'string') {
      shown[column.slice(0, -'_json'.length)] = JSON.parse(value) as unknown;
    } else {
      shown[column] = value;
    }
  }
  if (table === 'gift_card') shown.number = `…${String(row.number).slice(-4)}`;
  return shown;
}
