/** `npm run verify [-- DIRECTORY]`: proves that the books of a shop are whole; the till may go on selling meanwhile. */
import type { Kysely } from 'kysely';
import { dataDirectory } from '../database/dataDirectory.ts';
import { migrations } from '../database/migrations/list.ts';
import { type Database, openDatabase } from '../database/open.ts';
import { DatabaseProblem } from '../database/problem.ts';
import { readTogether } from '../database/transact.ts';
import { firstBrokenOf, type Verified, verifyShop } from '../report/verify.ts';
import { brokenInWords } from '../report/verifyJournal.ts';
import { shopFolder } from '../shell/folders.ts';

const usage = 'npm run verify [-- DIRECTORY]   (default: the usual folder of the shop)';

/** 0 all is right, 1 something is wrong, 2 the shop could not be read. */
export type ExitCode = 0 | 1 | 2;

/** Verifies the shop in a folder and tells each line as it is known. */
export async function verifyFolder(folder: string, tell: (line: string) => void): Promise<ExitCode> {
  const { databaseFile } = dataDirectory(folder);
  let database: Database;
  try {
    database = await openDatabase({ file: databaseFile, create: false, durability: 'full', readOnly: true });
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    tell(`${databaseFile} cannot be read: ${error.code}`);
    return 2;
  }
  try {
    const waiting = await waitingMigrations(database);
    if (waiting.length > 0) {
      tell(
        `${databaseFile} was last used by another version of Daftar: start this one on it once, then verify.`,
      );
      return 2;
    }
    tell(`Verifying ${databaseFile}`);
    const all = await readTogether(database.db, (trx) =>
      verifyShop(trx, {
        folder,
        told: (verified) => {
          for (const line of linesOf(verified)) tell(line);
        },
      }),
    );
    const broken = firstBrokenOf(all);
    if (broken !== null) tell(`The journal is broken at ${brokenInWords(broken)}.`);
    const wrong = all.filter((verified) => verified.wrong > 0).length;
    tell(
      wrong === 0
        ? `${all.length} checks, nothing wrong.`
        : `${wrong} of ${all.length} checks found something wrong.`,
    );
    return wrong === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

function linesOf({ proves, of, count, wrong, examples }: Verified): readonly string[] {
  const words = proves.charAt(0).toUpperCase() + proves.slice(1);
  if (wrong === 0) return [`ok     ${words}: ${count} ${of}`];
  const more = wrong > examples.length ? [`         and ${wrong - examples.length} more`] : [];
  return [
    `WRONG  ${words}: ${wrong} of ${count} ${of}`,
    ...examples.map((example) => `         ${example}`),
    ...more,
  ];
}

/** Migrations that this program knows and the file has not had, or the other way round. */
async function waitingMigrations({ db }: Database): Promise<readonly string[]> {
  const rows = await (db as unknown as Kysely<{ schema_migration: { name: string } }>)
    .selectFrom('schema_migration')
    .select('name')
    .execute();
  const done = new Set(rows.map((row) => row.name));
  const known = Object.keys(migrations);
  return [...known.filter((name) => !done.has(name)), ...[...done].filter((name) => !known.includes(name))];
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...more] = process.argv.slice(2);
  if (more.length > 0 || folder?.startsWith('-')) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = await verifyFolder(shopFolder(folder), (line) => process.stdout.write(`${line}\n`));
  }
}
