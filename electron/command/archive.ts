/** `npm run archive -- FROM TO FOLDER [DIRECTORY]`: writes the journal of a period with a program that checks it without this one. */
import { join } from 'node:path';
import { type BusinessDay, instantFromMilliseconds, isBusinessDay } from '../../shared/time.ts';
import { dataDirectory } from '../database/dataDirectory.ts';
import { openDatabase } from '../database/open.ts';
import { DatabaseProblem } from '../database/problem.ts';
import { writeArchive } from '../journal/archiveFile.ts';
import { keyFileIn } from '../journal/verbs.ts';
import { shopFolder } from '../shell/folders.ts';
import { settingsOf } from '../shop/queries.ts';

const usage =
  'npm run archive -- FROM TO FOLDER [DIRECTORY]   (days as 2026-11-22; default: the usual folder of the shop)';

/** 0 written, 1 there was nothing to write, 2 the shop could not be read. */
export type ExitCode = 0 | 1 | 2;

export interface Asked {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** Where the archive's own folder is made. */
  readonly folder: string;
  readonly shop: string;
}

/** Writes the archive; the till may go on selling. Made at the screen, the journal knows of it; made here, it does not. */
export async function archiveFolder(asked: Asked, tell: (line: string) => void): Promise<ExitCode> {
  const { databaseFile } = dataDirectory(asked.shop);
  try {
    const database = await openDatabase({
      file: databaseFile,
      create: false,
      durability: 'full',
      readOnly: true,
    });
    try {
      const { db } = database;
      const { id: tillId } = await db
        .selectFrom('till')
        .select('id')
        .orderBy('number')
        .executeTakeFirstOrThrow();
      const { name, stir } = await settingsOf(db);
      const written = await writeArchive({
        db,
        tillId,
        from: asked.from,
        to: asked.to,
        folder: asked.folder,
        now: instantFromMilliseconds(Date.now()),
        shopName: name,
        stir,
        keyFile: keyFileIn(asked.shop),
      });
      if (written === null) {
        tell(`The journal has no documents from ${asked.from} to ${asked.to}.`);
        return 1;
      }
      tell(`${written.documents} documents are in ${written.folder}`);
      tell(`Check them with: node ${join(written.folder, 'verify.mjs')}`);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    tell(`${databaseFile} cannot be read: ${error.code}`);
    return 2;
  }
}

if (process.argv[1] === import.meta.filename) {
  const [from = '', to = '', folder = '', shop, ...more] = process.argv.slice(2);
  if (!isBusinessDay(from) || !isBusinessDay(to) || folder === '' || more.length > 0) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = 2;
  } else {
    const asked = { from, to, folder, shop: shopFolder(shop) };
    process.exitCode = await archiveFolder(asked, (line) => process.stdout.write(`${line}\n`));
  }
}
