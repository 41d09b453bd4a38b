/** A shop with an owner and a cashier at their windows, for tests of one room's verbs. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AnyContractProcedure, InferSchemaOutput } from '@orpc/contract';
import type { Kysely, Transaction } from 'kysely';
import { followCustomerChanges } from '../../electron/customer/changes.ts';
import { followCustomerFigures } from '../../electron/customer/follower.ts';
import { migrateToLatest } from '../../electron/database/migrate.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import { createHost } from '../../electron/host.ts';
import { newId } from '../../electron/ids.ts';
import { chainDocument } from '../../electron/journal/follower.ts';
import { ensureTill, keepSettings } from '../../electron/shop/inTransaction.ts';
import { callVerb, type VerbImplementation, type VerbInput } from '../../electron/verb.ts';
import { Refusal } from '../../shared/errors.ts';
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Topic } from '../../shared/shop/contract.ts';
import { defaultSettings, type ShopSettings } from '../../shared/shop/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { temporaryDatabase, temporaryFolder } from './database/temporary.ts';

type AnswerOf<P extends AnyContractProcedure> = InferSchemaOutput<NonNullable<P['~orpc']['outputSchema']>>;

/** What a test says of an intention; its id is made unless the test repeats one. */
type Said<Input> = Input extends { intentionId: string }
  ? Omit<Input, 'intentionId' | 'approval'> & { readonly intentionId?: string }
  : Input;

export async function roomWorld(settings: Partial<ShopSettings> = {}) {
  let now = '2026-11-22T08:00:00.000Z' as Instant;
  let drawn = 0;
  // Counts instead of chance: no two draws are the same.
  const random = (byteCount: number) =>
    new Uint8Array(createHash('sha512').update(String(drawn++)).digest().subarray(0, byteCount));
  const makeId = () => newId(now, random);
  const folder = temporaryFolder();
  const database = await temporaryDatabase<Tables>({ file: join(folder, 'daftar.db'), durability: 'off' });
  await migrateToLatest(database, { backupDirectory: join(folder, 'backup'), now });
  const people = { owner: makeId(), cashier: makeId() };
  const tillId = await transact(database.db, async (trx) => {
    await keepSettings(trx, { ...defaultSettings, ...settings }, { now });
    await addPerson(trx, { id: people.owner, name: 'Dilnoza', role: 'owner', created_at: now });
    await addPerson(trx, { id: people.cashier, name: 'Sardor', role: 'cashier', created_at: now });
    return ensureTill(trx, makeId(), now);
  });
  const documents: TillDocument[] = [];
  const announced: Topic[] = [];
  let isBroken = false;
  const host = createHost({
    database,
    tillId,
    clock: () => now,
    random,
    personIdOf: (window) => people[window as keyof typeof people] ?? null,
    followers: [
      chainDocument,
      followCustomerFigures,
      followCustomerChanges,
      async () => {
        if (isBroken) throw new Error('the power went');
      },
    ],
    announce: (topics) => void announced.push(...topics),
    committed: (committed) => void documents.push(...committed),
    note: () => {},
  });

  async function ask<P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: Said<VerbInput<P>>,
    window: keyof typeof people = 'owner',
  ): Promise<AnswerOf<P>> {
    const whole = { intentionId: makeId(), ...(input as object) } as VerbInput<P>;
    const answer = await callVerb(host, { key: window }, verb, whole);
    const shown = await verb.procedure['~orpc'].outputSchema?.['~standard'].validate(answer);
    if (shown?.issues) throw new Error(`the answer is not the contract's: ${JSON.stringify(shown.issues)}`);
    return shown?.value as AnswerOf<P>;
  }

  return {
    db: database.db,
    database,
    /** For what no verb asks: what a room lets happen inside another's transaction. */
    host,
    tillId,
    people,
    /** What was committed, oldest first. */
    documents,
    announced,
    newId: makeId,
    setClock: (instant: string) => {
      now = instant as Instant;
    },
    ask,
    /** The code and data of the refusal; fails the test when the verb answers instead. */
    refusal: async <P extends AnyContractProcedure>(
      verb: VerbImplementation<P>,
      input: Said<VerbInput<P>>,
      window?: keyof typeof people,
    ) => {
      try {
        await ask(verb, input, window);
      } catch (error) {
        if (error instanceof Refusal) return { code: error.code, data: error.data };
        throw error;
      }
      throw new Error('it was not refused');
    },
    /** From now on every act fails at its very end, after it wrote everything. */
    breakAtTheEnd: () => {
      isBroken = true;
    },
    everyRow: () => everyRow(database.db),
  };
}
export type RoomWorld = Awaited<ReturnType<typeof roomWorld>>;

/** All rows of all tables as one text: equal before and after an act that left nothing behind. */
async function everyRow(db: Kysely<Tables>): Promise<string> {
  const rows: Record<string, unknown> = {};
  for (const { name } of await db.introspection.getTables()) {
    if (name.includes('_trigrams')) continue;
    rows[name] = await db
      .selectFrom(name as 'person')
      .selectAll()
      .execute();
  }
  return JSON.stringify(rows);
}

async function addPerson(
  trx: Transaction<Tables>,
  person: Pick<Tables['person'], 'id' | 'name' | 'role' | 'created_at'>,
): Promise<void> {
  await trx
    .insertInto('person')
    .values({ ...person, secret_kind: 'pin', secret_hash: 'never asked', is_active: 1 })
    .execute();
}
