/** A shop that takes in a list: the rows as a test writes them, checked, carried out, taken back. */
import { exchangeVerbs } from '../../../electron/exchange/exchangeVerbs.ts';
import type { TillParts } from '../../../electron/parts.ts';
import type { ImportOptions } from '../../../shared/exchange/contract.ts';
import type { ImportKind } from '../../../shared/exchange/fields.ts';
import { roomWorld } from '../roomWorld.ts';

export type CellsOfTest = Readonly<Record<string, string>>;

export async function importWorld(settings: Parameters<typeof roomWorld>[0] = {}) {
  const world = await roomWorld(settings);
  const parts = {
    database: () => world.database,
    note: (text: string, error?: unknown) => {
      // A test may end, and close its file, while rows that nobody needs are still being cleared.
      if (error instanceof Error && error.message === 'The database connection is not open') return;
      throw new Error(text, { cause: error });
    },
    printQueue: { wake: () => {} },
  };
  // The rest of a till's parts is lent to other rooms.
  const verbs = exchangeVerbs(parts as unknown as TillParts);

  async function begin(kind: ImportKind, options: Partial<ImportOptions> = {}): Promise<string> {
    const { importId } = await world.ask(verbs.start, {
      kind,
      fileName: 'roʻyxat.xlsx',
      format: 'generic',
      fingerprint: 'nomi|narxi',
      mapping: ['name', 'price'],
      options: {
        known: 'update',
        unknown: 'add',
        language: 'uz',
        dayOrder: 'dayFirst',
        bonusExpiry: 'shop',
        ...options,
      },
    });
    return importId;
  }

  /** Rows are numbered from 2, below a row of headings. */
  async function check(
    kind: ImportKind,
    rows: readonly CellsOfTest[],
    options: Partial<ImportOptions> = {},
  ): Promise<string> {
    const importId = await begin(kind, options);
    await world.ask(verbs.takeRows, {
      importId,
      rows: rows.map((cells, index) => ({ row: index + 2, cells })),
    });
    return importId;
  }

  async function verdicts(importId: string) {
    const { rows } = await world.ask(verbs.rows, { importId });
    return rows.map(({ row, verdict, notes, otherRow }) => ({
      row,
      verdict,
      notes: notes.map(({ code }) => code),
      otherRow,
    }));
  }

  async function bring(
    kind: ImportKind,
    rows: readonly CellsOfTest[],
    options: Partial<ImportOptions> = {},
  ): Promise<string> {
    const importId = await check(kind, rows, options);
    await world.ask(verbs.finish, { importId });
    return importId;
  }

  return { ...world, verbs, begin, check, verdicts, bring };
}
export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;
