/** A real shop on a real file for tests: a clock that stands still, ids and codes from a seed, no mocks of our own code. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import { seededRandom } from '../electron/command/seededRandom.ts';
import { newId } from '../electron/ids.ts';
import { neighbours } from '../electron/neighbours.ts';
import { start } from '../electron/shop/start.ts';
import { openTill, type Till } from '../electron/till.ts';
import { callVerb, type VerbAnswer, type VerbImplementation, type VerbInput } from '../electron/verb.ts';
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
  /** Logs a person in at the test's window. */
  readonly workAs: (personId: string, key?: string) => void;
  readonly call: <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: VerbInput<P>,
    key?: string,
  ) => Promise<VerbAnswer<P>>;
  /** The code and data of the refusal that a call must end with. */
  readonly refusal: (call: Promise<unknown>) => Promise<{ code: string; data: Record<string, unknown> }>;
  readonly close: () => Promise<void>;
}

export interface TestTillOptions {
  readonly settings?: Partial<ShopSettings>;
  readonly now?: string;
  readonly directory?: string;
}

export const testWindow = 'test window';

/** Opens a till, starts a shop with an owner and a cashier, and logs the cashier in. */
export async function openTestTill(options: TestTillOptions = {}): Promise<TestTill> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'daftar-'));
  const random = seededRandom(7);
  const clock = {
    now: (options.now ?? '2026-11-22T06:00:00.000Z') as Instant,
    pass(seconds: number) {
      this.now = addSeconds(this.now, seconds);
    },
  };
  const till = await openTill({
    dataDirectory: directory,
    shell: 'browser',
    clock: () => clock.now,
    random: random.bytes,
  });
  const nextId = () => newId(clock.now, random.bytes);
  const call: TestTill['call'] = (verb, input, key = testWindow) =>
    callVerb(till.host(), { key }, verb, input);
  await call(start(till.parts, neighbours), {
    intentionId: nextId(),
    language: 'uz',
    settings: { ...defaultSettings, name: 'Sinov', ...options.settings },
    owner: { name: 'Egasi', password: 'a long password' },
    cashier: { name: 'Kassir', pin: '2580' },
    printer: null,
  });
  const { db } = till.parts.database();
  const people = await db.selectFrom('person').select(['id', 'role']).execute();
  const idOf = (role: string) => people.find((person) => person.role === role)?.id ?? '';
  const workAs = (personId: string, key = testWindow) => till.parts.sessions.logIn(key, personId);
  workAs(idOf('cashier'));
  return {
    till,
    directory,
    ownerId: idOf('owner'),
    cashierId: idOf('cashier'),
    newId: nextId,
    clock,
    workAs,
    call,
    refusal,
    close: async () => {
      await till.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
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
