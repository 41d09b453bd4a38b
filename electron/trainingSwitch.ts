/** Switches between the shop and a shop to learn in, which lies beside it as a shop of its own and is made afresh each time. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely, Selectable } from 'kysely';
import { consentVersion } from '../shared/customer/consent.ts';
import { trainingNames } from '../shared/shop/training.ts';
import type { Instant } from '../shared/time.ts';
import { createCustomer } from './customer/create.ts';
import { dataDirectory } from './database/dataDirectory.ts';
import { openDatabase } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import { transact } from './database/transact.ts';
import { documentOf } from './document.ts';
import { newId, type Random } from './ids.ts';
import { type OpenShop, openShop } from './openShop.ts';
import type { TrainingSwitch } from './parts.ts';
import { settingsOf } from './shop/queries.ts';
import { callVerb, inTransaction, systemActor } from './verb.ts';

/** The shop to learn in lies beside the own shop. */
export const trainingDirectory = (dataDirectory: string): string => join(dataDirectory, 'training');

export interface TrainingSwitchOptions {
  readonly dataDirectory: string;
  readonly clock: () => Instant;
  readonly random: Random;
  readonly current: () => OpenShop;
  /** Closes the shop that is open and opens the one in another folder. */
  readonly replace: (directory: string) => Promise<void>;
  readonly note: (text: string, error?: unknown) => void;
}

/** What a learner needs of the real shop; no customer, no sale and no money of it. */
const copiedTables = [
  'shop_logo',
  'person',
  'working_hours',
  'role_permission',
  'printer',
  'category',
  'brand',
  'product',
  'product_barcode',
  'partner',
  'promotion',
  'coupon_series',
  'earning_rule',
  'tier',
  'fund',
] as const satisfies readonly (keyof Tables)[];

const rowsAtOnce = 200;
const window = { key: 'training' } as const;

/** A double press does it once. */
function onceAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= task().finally(() => {
      running = null;
    });
    return running;
  };
}

export function createTrainingSwitch(options: TrainingSwitchOptions): TrainingSwitch {
  const directory = trainingDirectory(options.dataDirectory);
  const unfinished = `${directory}.part`;

  /** Made under another name, so that half a shop is never opened. */
  async function build(): Promise<void> {
    rmSync(unfinished, { recursive: true, force: true });
    const { db: own } = options.current().database;
    const wrong = mostOf(await attemptsIn(own), await attemptsLeftIn(directory, options.note));
    rmSync(directory, { recursive: true, force: true });
    const { id: ownerId } = await own
      .selectFrom('person')
      .select('id')
      .where('role', '=', 'owner')
      .where('is_active', '=', 1)
      .executeTakeFirstOrThrow();
    const shop = await openShop({
      directory: unfinished,
      durability: 'off',
      clock: options.clock,
      random: options.random,
      // The customers who do not exist are brought in the owner's name.
      personIdOf: () => ownerId,
      announce: () => {},
      note: options.note,
    });
    try {
      await furnish(shop, own, options);
      await keepAttempts(shop.database.db, wrong);
    } finally {
      await shop.close();
    }
    renameSync(unfinished, directory);
  }

  return {
    enter: onceAtATime(async () => {
      await build();
      await options.replace(directory);
    }),
    leave: onceAtATime(async () => {
      const { db: training } = options.current().database;
      const learned = await training.selectFrom('tour_step_done').selectAll().execute();
      const wrong = await attemptsIn(training);
      await options.replace(options.dataDirectory);
      await keepAttempts(options.current().database.db, wrong);
      await transact(options.current().database.db, async (trx) => {
        // Whoever was added to the shop to learn in is nobody here.
        const people = new Set((await trx.selectFrom('person').select('id').execute()).map(({ id }) => id));
        for (const step of learned.filter(({ person_id }) => people.has(person_id))) {
          await trx
            .insertInto('tour_step_done')
            .values(step)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
      rmSync(directory, { recursive: true, force: true });
    }),
  };
}

type Attempts = readonly Selectable<Tables['log_in_attempt']>[];

const attemptsIn = (db: Kysely<Tables>): Promise<Attempts> =>
  db.selectFrom('log_in_attempt').selectAll().execute();

/** What stands in a training that a power cut ended, so that switching off forgets no wrong PIN. */
async function attemptsLeftIn(directory: string, note: TrainingSwitchOptions['note']): Promise<Attempts> {
  const { databaseFile: file } = dataDirectory(directory);
  if (!existsSync(file)) return [];
  try {
    const left = await openDatabase({ file, create: false, durability: 'off' });
    try {
      return await attemptsIn(left.db);
    } finally {
      await left.close();
    }
  } catch (error) {
    note('the training before could not be read', error);
    return [];
  }
}

/** For each person the one with more wrong attempts. */
function mostOf(own: Attempts, left: Attempts): Attempts {
  const found = new Map(own.map((row) => [row.subject, row]));
  for (const row of left) {
    if ((found.get(row.subject)?.wrong_count ?? 0) < row.wrong_count) found.set(row.subject, row);
  }
  return [...found.values()];
}

/**
 * The PINs to learn with are those of the shop, so wrong ones count in both: else whoever may learn could try out a
 * colleague's PIN without end. Only one of the two is open at a time, and what it knows is the newest.
 */
async function keepAttempts(db: Kysely<Tables>, attempts: Attempts): Promise<void> {
  await transact(db, async (trx) => {
    await trx.deleteFrom('log_in_attempt').execute();
    if (attempts.length > 0)
      await trx
        .insertInto('log_in_attempt')
        .values([...attempts])
        .execute();
  });
}

/** Copies what is needed, begins the journal and brings a few customers who do not exist. */
async function furnish(
  shop: OpenShop,
  own: Kysely<Tables>,
  { clock, random }: Pick<TrainingSwitchOptions, 'clock' | 'random'>,
): Promise<void> {
  const { host, database } = shop;
  const settings = await settingsOf(own);
  const rows: (readonly [(typeof copiedTables)[number], readonly object[]])[] = [];
  for (const table of copiedTables) rows.push([table, await own.selectFrom(table).selectAll().execute()]);
  await transact(database.db, async (trx) => {
    for (const [table, all] of rows) await insertAll(trx, table, all);
    const row = {
      settings_json: JSON.stringify({ ...settings, backupFolder: '', journalFolder: '' }),
      is_demo: 0,
      is_training: 1,
      changed_at: clock(),
    } as const;
    await trx
      .insertInto('shop_setting')
      .values({ id: 'shop', ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  });
  await inTransaction(host, window, systemActor(host.tillId), (scope) =>
    scope.follow(documentOf(scope, 'shopStarted', { isTraining: true })),
  );
  for (const [name, phone] of trainingNames[settings.language]) {
    await callVerb(host, window, createCustomer, {
      intentionId: newId(clock(), random),
      phone,
      name,
      language: null,
      consentProfile: true,
      consentMessages: false,
      consentVersion,
      consentLanguage: settings.language,
      cardNumber: null,
    });
  }
}

async function insertAll(
  trx: Kysely<Tables>,
  table: (typeof copiedTables)[number],
  rows: readonly object[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    // The rows were read from a table of this very name.
    const some = rows.slice(first, first + rowsAtOnce) as never[];
    await trx.insertInto(table).values(some).execute();
  }
}
