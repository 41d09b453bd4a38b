/** How `npm run verify` proves things: sums that must agree subject by subject, and rows that must not be there. */
import type { AliasableExpression, Kysely } from 'kysely';
import type { BrokenLink } from '../../shared/report/journalContract.ts';
import type { Tables } from '../database/tables.ts';

export type Db = Kysely<Tables>;

/** What lies around the database, and how a long check lets others have their turn. */
export interface Surroundings {
  /** The folder with the journal's own files; null: only the database is looked at. */
  readonly folder: string | null;
  readonly turn: () => Promise<void>;
}

/** What a check found. `wrong` above 0 is a fault of the program or of the file; `examples` are the first of them. */
export interface Checked {
  readonly count: number;
  readonly wrong: number;
  readonly examples: readonly string[];
  /** The first link of the journal that it found to be another than was written. */
  readonly broken?: BrokenLink | null;
}

export interface Check {
  /** What it proves, in plain words. */
  readonly proves: string;
  /** What is counted: "accounts". */
  readonly of: string;
  readonly run: (db: Db, around: Surroundings) => Promise<Checked>;
}

/** So many examples are told of each fault. */
export const mostExamples = 5;

/** Amounts by subject; a subject may come in several rows. */
export type Amounts = AliasableExpression<{ subject: string; amount: number }>;

interface Agreement {
  readonly proves: string;
  readonly of: string;
  /** What stands on each side, for the examples: "account", "entries". */
  readonly names: readonly [string, string];
  readonly left: (db: Db) => readonly Amounts[];
  readonly right: (db: Db) => readonly Amounts[];
  /** How many were looked at, where that is not how many subjects there are. */
  readonly looked?: (db: Db) => AliasableExpression<{ count: number }>;
}

/** Both sides come to the same sum for every subject that either of them names. */
export function agree({ proves, of, names, left, right, looked }: Agreement): Check {
  return {
    proves,
    of,
    run: async (db) => {
      const sums = sumsOf(db, left(db), right(db));
      const { subjects, wrong } = await db
        .selectFrom(sums.as('sums'))
        .select(({ eb, fn, lit }) => [
          fn.countAll<number>().as('subjects'),
          fn
            .sum<number | null>(
              eb.case().whenRef('left_sum', '=', 'right_sum').then(lit(0)).else(lit(1)).end(),
            )
            .as('wrong'),
        ])
        .executeTakeFirstOrThrow();
      const count = looked === undefined ? subjects : await counted(db, looked);
      if (!wrong) return { count, wrong: 0, examples: [] };
      const rows = await db
        .selectFrom(sums.as('sums'))
        .selectAll()
        .whereRef('left_sum', '!=', 'right_sum')
        .orderBy('subject')
        .limit(mostExamples)
        .execute();
      const examples = rows.map(
        (row) => `${row.subject}: ${names[0]} ${row.left_sum}, ${names[1]} ${row.right_sum}`,
      );
      return { count, wrong, examples };
    },
  };
}

async function counted(db: Db, looked: NonNullable<Agreement['looked']>): Promise<number> {
  const { count } = await db.selectFrom(looked(db).as('looked')).selectAll().executeTakeFirstOrThrow();
  return count;
}

function sumsOf(db: Db, left: readonly Amounts[], right: readonly Amounts[]) {
  const rows = [
    ...left.map((amounts) =>
      db
        .selectFrom(amounts.as('side'))
        .select(({ lit }) => ['subject', 'amount as left_amount', lit<number>(0).as('right_amount')]),
    ),
    ...right.map((amounts) =>
      db
        .selectFrom(amounts.as('side'))
        .select(({ lit }) => ['subject', lit<number>(0).as('left_amount'), 'amount as right_amount']),
    ),
  ];
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('a check compares something');
  const all = others.reduce((union, other) => union.unionAll(other), first);
  return db
    .selectFrom(all.as('sides'))
    .select(({ fn }) => [
      'subject',
      fn.sum<number>('left_amount').as('left_sum'),
      fn.sum<number>('right_amount').as('right_sum'),
    ])
    .groupBy('subject');
}

/** Rows that must not be there: each names a subject and a number that tells how far it is off. */
export type Faults = AliasableExpression<{ subject: string; found: number }>;

interface Absence {
  readonly proves: string;
  readonly of: string;
  /** What the number of an example is: "balance". */
  readonly found: string;
  readonly faults: (db: Db) => Faults;
  /** How many rows were looked at. */
  readonly looked: (db: Db) => AliasableExpression<{ count: number }>;
}

/** Nothing of this kind is in the file. */
export function none({ proves, of, found, faults, looked }: Absence): Check {
  return {
    proves,
    of,
    run: async (db) => {
      const count = await counted(db, looked);
      const wrongRows = await db
        .selectFrom(faults(db).as('faults'))
        .select(({ fn }) => fn.countAll<number>().as('wrong'))
        .executeTakeFirstOrThrow();
      const { wrong } = wrongRows;
      if (wrong === 0) return { count, wrong, examples: [] };
      const rows = await db
        .selectFrom(faults(db).as('faults'))
        .selectAll()
        .orderBy('subject')
        .limit(mostExamples)
        .execute();
      return { count, wrong, examples: rows.map((row) => `${row.subject}: ${found} ${row.found}`) };
    },
  };
}

/** The number of rows of a table. */
export function rowsOf(table: keyof Tables & string) {
  return (db: Db) => db.selectFrom(table as 'sale').select(({ fn }) => fn.countAll<number>().as('count'));
}
