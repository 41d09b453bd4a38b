/** A real shop on a real file for tests: a clock that stands still, ids and codes from a seed, no mocks of our own code. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyContractProcedure, AnySchema } from '@orpc/contract';
import type { Kysely } from 'kysely';
import { afterAll } from 'vitest';
import { seededRandom } from '../electron/command/seededRandom.ts';
import type { Tables } from '../electron/database/tables.ts';
import { newId } from '../electron/ids.ts';
import { neighbours } from '../electron/neighbours.ts';
import { changeSettings } from '../electron/shop/settings.ts';
import { start } from '../electron/shop/start.ts';
import { openTill, type Till } from '../electron/till.ts';
import {
  callVerb,
  nameOf,
  type VerbAnswer,
  type VerbImplementation,
  type VerbInput,
} from '../electron/verb.ts';
import { Refusal } from '../shared/errors.ts';
import { defaultSettings, type ShopSettings } from '../shared/shop/settings.ts';
import { addSeconds, type Instant } from '../shared/time.ts';

export interface TestTill {
  readonly till: Till;
  readonly directory: string;
  readonly ownerId: string;
  readonly cashierId: string;
  readonly newId: () => string;
  readonly clock: { now: Instant; pass: (seconds: number) => void };
  readonly db: Kysely<Tables>;
  /** Logs a person in at the test's window. */
  readonly workAs: (personId: string, key?: string) => void;
  /** Calls a verb with the contract checked on both sides: what is asked, what is answered, how it is refused. */
  readonly call: <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: VerbInput<P>,
    key?: string,
  ) => Promise<VerbAnswer<P>>;
  /** The code and data of the refusal that a call must end with. */
  readonly refusal: (call: Promise<unknown>) => Promise<{ code: string; data: Record<string, unknown> }>;
  /** All rows of all tables as one text: equal before and after an act that left nothing behind. */
  readonly everyRow: () => Promise<string>;
  /** Ends this till and opens another on the same data, as after a restart: nobody is logged in. */
  readonly reopen: () => Promise<TestTill>;
  readonly close: () => Promise<void>;
}

export interface TestTillOptions {
  readonly settings?: Partial<ShopSettings>;
  readonly now?: string;
}

export const testWindow = 'test window';
export const ownerPassword = 'a long password';
export const cashierPin = '2580';

/** A shop with an owner and a cashier who is logged in at the test's window. */
export async function openTestTill(options: TestTillOptions = {}): Promise<TestTill> {
  const directory = mkdtempSync(join(tmpdir(), 'daftar-'));
  startedShop ??= startShop();
  cpSync(await startedShop, directory, { recursive: true });
  const world = await openDirectory(directory, firstMorning);
  if (options.settings !== undefined) {
    world.workAs(world.ownerId);
    const settings = { ...defaultSettings, name: 'Sinov', ...options.settings };
    await world.call(changeSettings, { intentionId: world.newId(), settings });
  }
  world.clock.now = (options.now ?? '2026-11-22T06:00:00.000Z') as Instant;
  world.workAs(world.cashierId);
  return world;
}

/** The shop was started, and got its settings, long before anything is tried in it. */
const firstMorning = '2026-11-01T06:00:00.000Z' as Instant;

/** A shop on its first day; hashing secrets is slow, so the tests of one file copy it. */
let startedShop: Promise<string> | undefined;

afterAll(async () => {
  if (startedShop !== undefined) rmSync(await startedShop, { recursive: true, force: true });
});

async function startShop(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'daftar-started-'));
  const { till, clock, random } = await openAt(directory, firstMorning);
  await callVerb(till.host(), { key: testWindow }, start(till.parts, neighbours), {
    intentionId: newId(clock.now, random),
    language: 'uz',
    settings: { ...defaultSettings, name: 'Sinov' },
    owner: { name: 'Egasi', password: ownerPassword },
    cashier: { name: 'Kassir', pin: cashierPin },
    printer: null,
  });
  await till.close();
  return directory;
}

/** Each till has a seed of its own, so that no id is made twice on the same data. */
let seed = 0;

async function openAt(directory: string, now: Instant) {
  seed += 1;
  const random = seededRandom(seed).bytes;
  const clock = {
    now,
    pass(seconds: number) {
      this.now = addSeconds(this.now, seconds);
    },
  };
  const till = await openTill({ dataDirectory: directory, shell: 'browser', clock: () => clock.now, random });
  return { till, clock, random };
}

async function openDirectory(directory: string, now: Instant): Promise<TestTill> {
  const { till, clock, random } = await openAt(directory, now);
  const { db } = till.parts.database();
  const people = await db.selectFrom('person').select(['id', 'role']).execute();
  const idOf = (role: string) => people.find((person) => person.role === role)?.id ?? '';
  return {
    till,
    directory,
    clock,
    db,
    ownerId: idOf('owner'),
    cashierId: idOf('cashier'),
    newId: () => newId(clock.now, random),
    workAs: (personId, key = testWindow) => till.parts.sessions.logIn(key, personId),
    call: (verb, input, key = testWindow) => callChecked(till, key, verb, input),
    refusal,
    everyRow: () => everyRow(db),
    reopen: async () => {
      await till.close();
      return openDirectory(directory, clock.now);
    },
    close: async () => {
      await till.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function callChecked<P extends AnyContractProcedure>(
  till: Till,
  key: string,
  verb: VerbImplementation<P>,
  input: VerbInput<P>,
): Promise<VerbAnswer<P>> {
  const { outputSchema, errorMap } = verb.procedure['~orpc'];
  try {
    const answer = await callVerb(till.host(), till.context({ key }), verb, input);
    return (await fitting(outputSchema, answer)) as VerbAnswer<P>;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const declared = errorMap[error.code];
    if (declared === undefined) throw new Error(`${nameOf(verb.procedure)} may not refuse ${error.code}`);
    await fitting(declared.data, error.data);
    throw error;
  }
}

/** The value as the contract lets it through. */
async function fitting(schema: AnySchema | undefined, value: unknown): Promise<unknown> {
  const result = await schema?.['~standard'].validate(value);
  if (result === undefined) return value;
  if (result.issues) throw new Error(`not the contract's: ${JSON.stringify(result.issues)}`);
  return result.value;
}

async function refusal(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data as Record<string, unknown> };
    throw error;
  }
  throw new Error('nothing was refused');
}

async function everyRow(db: Kysely<Tables>): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    if (name.includes('_trigrams') || name.startsWith('planted_')) continue;
    rows[name] = await db
      .selectFrom(name as 'person')
      .selectAll()
      .execute();
  }
  return JSON.stringify(rows);
}
