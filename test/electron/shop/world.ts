/** A shop on a real file whose verbs are asked as a window asks them, with a clock and chance that a test sets. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { createChanges } from '../../../electron/changes.ts';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import { type Database, openDatabase } from '../../../electron/database/open.ts';
import { transact } from '../../../electron/database/transact.ts';
import { createHost, type Follower } from '../../../electron/host.ts';
import { newId } from '../../../electron/ids.ts';
import { chainDocument } from '../../../electron/journal/follower.ts';
import { neighbours } from '../../../electron/neighbours.ts';
import type { TillParts } from '../../../electron/parts.ts';
import { createSessions } from '../../../electron/sessions.ts';
import { ensureTill } from '../../../electron/shop/inTransaction.ts';
import { start } from '../../../electron/shop/start.ts';
import type { VerbImplementation } from '../../../electron/verb.ts';
import { Refusal, type RefusalData } from '../../../shared/errors.ts';
import type { Topic } from '../../../shared/shop/contract.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { addSeconds, type Instant } from '../../../shared/time.ts';
import { temporaryFolder } from '../database/temporary.ts';

type InputOf<P extends AnyContractProcedure> = InferSchemaInput<NonNullable<P['~orpc']['inputSchema']>>;
type AnswerOf<P extends AnyContractProcedure> = InferSchemaOutput<NonNullable<P['~orpc']['outputSchema']>>;

/** What a verb answered: its answer, or the code and the data of its refusal. */
export type Asked<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly code: string; readonly data: RefusalData };

export const firstMorning = '2026-11-22T03:00:00.000Z' as Instant;

export interface WorldOptions {
  readonly folder?: string;
  readonly now?: Instant;
  /** Followers after the journal. */
  readonly followers?: readonly Follower[];
}

let worlds = 0;

function mix(count: number): number {
  return createHash('sha256').update(String(count)).digest()[0] ?? 0;
}

export async function openWorld(options: WorldOptions = {}) {
  const folder = options.folder ?? temporaryFolder();
  let now = options.now ?? firstMorning;
  let drawn = ++worlds * 7919;
  const clock = () => now;
  // Counts instead of chance, each world from a place of its own, so that no two draws are the same.
  const random = (byteCount: number) => Uint8Array.from({ length: byteCount }, () => mix(drawn++));
  const database = await openDatabase({ file: join(folder, 'daftar.db'), create: true, durability: 'full' });
  onTestFinished(() => database.close());
  await migrateToLatest(database, { backupDirectory: join(folder, 'backup'), now });
  const tillId = await transact(database.db, (trx) => ensureTill(trx, newId(now, random), now));
  const announced: Topic[] = [];
  const notes: string[] = [];
  const sessions = createSessions();
  const wakes = { count: 0 };
  const host = createHost({
    database,
    tillId,
    clock,
    random,
    personIdOf: sessions.personIdOf,
    followers: [chainDocument, ...(options.followers ?? [])],
    announce: (topics) => void announced.push(...topics),
    committed: () => {},
    note: (text) => void notes.push(text),
  });
  const parts = partsOf({ folder, database, sessions, clock, random, notes, wakes });

  async function ask<P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: InputOf<P>,
    key = 'window',
  ): Promise<Asked<AnswerOf<P>>> {
    const { inputSchema, outputSchema } = verb.procedure['~orpc'];
    const parsed = await inputSchema?.['~standard'].validate(input);
    if (parsed?.issues) throw new Error(`the contract refuses ${JSON.stringify(parsed.issues)}`);
    try {
      const answer = await verb.run(
        host,
        { key },
        parsed && 'value' in parsed ? parsed.value : input,
        undefined,
      );
      const shown = await outputSchema?.['~standard'].validate(answer);
      if (shown?.issues) throw new Error(`the answer is not the contract's: ${JSON.stringify(shown.issues)}`);
      return { ok: true, answer: (shown && 'value' in shown ? shown.value : answer) as AnswerOf<P> };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, code: error.code, data: error.data };
      throw error;
    }
  }

  /** The answer of a verb that must not refuse here. */
  async function must<P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: InputOf<P>,
    key?: string,
  ): Promise<AnswerOf<P>> {
    const asked = await ask(verb, input, key);
    if (!asked.ok) throw new Error(`refused: ${asked.code} ${JSON.stringify(asked.data)}`);
    return asked.answer;
  }

  return {
    folder,
    database,
    db: database.db,
    tillId,
    host,
    parts,
    sessions,
    announced,
    notes,
    wakes,
    ask,
    must,
    newId: () => newId(now, random),
    now: clock,
    setClock: (instant: Instant) => {
      now = instant;
    },
    wait: (seconds: number) => {
      now = addSeconds(now, seconds);
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

function partsOf(made: {
  readonly folder: string;
  readonly database: Database;
  readonly sessions: TillParts['sessions'];
  readonly clock: TillParts['clock'];
  readonly random: TillParts['random'];
  readonly notes: string[];
  readonly wakes: { count: number };
}): TillParts {
  const { folder, database, notes, wakes, ...rest } = made;
  return {
    ...rest,
    database: () => database,
    shell: 'browser',
    build: 'test',
    language: null,
    dataDirectory: dirname(database.file),
    backupDirectory: join(folder, 'backup'),
    changes: createChanges(),
    printQueue: {
      wake: () => void wakes.count++,
      inTurn: (_printerId, task) => task(),
      settle: async () => {},
      stop: async () => {},
    },
    journal: { settle: async () => {}, isSecondSound: () => null },
    erasing: () => {
      throw new Error('this world has no files to clean');
    },
    pdfPress: null,
    demo: {
      isBuilding: () => false,
      open: async () => {},
      leave: async () => {},
      async *progress() {
        yield { doneThousandths: 1000, problem: null };
      },
    },
    training: { enter: async () => {}, leave: async () => {} },
    note: (text) => void notes.push(text),
  };
}

export const ownerPassword = 'bahor yomgʻiri 7';
export const cashierPin = '4821';

/** What the page of the first start sends; a test changes what it is about. */
export function firstStart(world: World) {
  return {
    intentionId: world.newId(),
    language: 'uz' as const,
    settings: { ...defaultSettings, name: 'Chorsu doʻkoni' },
    owner: { name: "Oʻktam G'aniyev", password: ownerPassword },
    cashier: { name: 'Malika', pin: cashierPin },
    printer: null,
  };
}

/** One start is enough for all tests of a file: its three secrets take a second to hash. */
let started: ReturnType<typeof startOnce> | undefined;

async function startOnce() {
  const world = await openWorld({ folder: mkdtempSync(join(tmpdir(), 'daftar-test-')) });
  const { personId, recoveryCode } = await world.must(start(world.parts, neighbours), firstStart(world));
  await world.database.close();
  const file = readFileSync(world.database.file);
  rmSync(world.folder, { recursive: true, force: true });
  return { file, ownerId: personId, recoveryCode };
}

/** A started shop: its owner is logged in at the window `office`, its cashier at the window `window`. */
export async function startedWorld(options: WorldOptions = {}) {
  started ??= startOnce();
  const { file, ownerId, recoveryCode } = await started;
  const folder = options.folder ?? temporaryFolder();
  writeFileSync(join(folder, 'daftar.db'), file);
  const world = await openWorld({ ...options, folder });
  const { id: cashierId } = await world.db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'cashier')
    .executeTakeFirstOrThrow();
  world.sessions.logIn('office', ownerId);
  world.sessions.logIn('window', cashierId);
  return { ...world, ownerId, cashierId, recoveryCode };
}

export interface JournalLine {
  readonly kind: string;
  readonly person: string | null;
  readonly approver: string | null;
  readonly content: unknown;
}

/** What the journal holds, oldest first. */
export async function journalOf(world: Pick<World, 'db'>): Promise<readonly JournalLine[]> {
  const rows = await world.db.selectFrom('journal').select('content_json').orderBy('sequence').execute();
  return rows.map((row) => {
    const { kind, person, approver, content } = JSON.parse(row.content_json) as JournalLine;
    return { kind, person, approver, content };
  });
}

/** How many rows every table of the file holds; tables without rows are left out. */
export async function rowCounts(world: Pick<World, 'db'>): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { name } of await world.db.introspection.getTables()) {
    const { rows } = await world.db
      .selectFrom(name as 'person')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    if (rows > 0) counts[name] = rows;
  }
  return counts;
}
