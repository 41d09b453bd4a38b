/** The real till behind its router, on a RAM disk, with a clock and chance of the simulation's own and no timers. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Kysely } from 'kysely';
import { createChanges } from '../../electron/changes.ts';
import { noPrinting } from '../../electron/command/demoWorld.ts';
import { seededRandom } from '../../electron/command/seededRandom.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { newId, type Random } from '../../electron/ids.ts';
import { openShop } from '../../electron/openShop.ts';
import type { TillParts } from '../../electron/parts.ts';
import { createRouter } from '../../electron/router.ts';
import { createSessions } from '../../electron/sessions.ts';
import { beginDay } from '../../electron/timers.ts';
import type { VerbHost } from '../../electron/verb.ts';
import { type Instant, instantFromMilliseconds } from '../../shared/time.ts';
import type { TillClient } from '../scenario/client.ts';

export interface SimulatedTill {
  /** Every verb of the contract, as the owner at the counter. */
  readonly client: TillClient;
  readonly db: Kysely<Tables>;
  readonly host: VerbHost;
  readonly clock: { now: number };
  readonly intention: () => { readonly intentionId: string };
  readonly workAs: (personId: string) => void;
  /** What the till does by itself when a day begins. */
  readonly beginDay: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a verb answered, or the code by which it refused. */
export type Outcome<Answer> =
  | { readonly refused: null; readonly answer: Answer }
  | { readonly refused: string; readonly answer: null };

/** Calls a verb; a refusal of the contract is an outcome, everything else a bug that ends the run. */
export async function outcomeOf<Answer>(call: Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { refused: null, answer: await call };
  } catch (error) {
    if (error instanceof ORPCError && error.defined) return { refused: error.code, answer: null };
    throw error;
  }
}

/** A folder in memory where the system has one: the simulation proves sums, not disks. */
export function memoryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'daftar-simulation-'));
}

const counter = 'counter';

/**
 * Ids that are made in the same millisecond follow each other, so that "the older lot first" has one meaning: ten bytes
 * are asked for an id, other numbers of bytes for codes.
 */
function chanceOf(seed: number): Random {
  const { bytes } = seededRandom(seed);
  let made = 0;
  return (byteCount) => {
    if (byteCount !== 10) return bytes(byteCount);
    made += 1;
    const id = Buffer.alloc(10);
    id.writeUIntBE(made, 4, 6);
    return id;
  };
}

export async function openSimulatedTill(seed: number, startedAt: number): Promise<SimulatedTill> {
  const directory = memoryFolder();
  const clock = { now: startedAt };
  const instant = (): Instant => instantFromMilliseconds(clock.now);
  const random = chanceOf(seed);
  const sessions = createSessions();
  const changes = createChanges();
  let broken: unknown;
  const note = (text: string, error?: unknown) => {
    broken = error ?? new Error(text);
  };
  const shop = await openShop({
    directory,
    durability: 'full',
    clock: instant,
    random,
    personIdOf: sessions.personIdOf,
    announce: changes.announce,
    note,
  });
  const parts: TillParts = {
    database: () => shop.database,
    clock: instant,
    random,
    shell: 'browser',
    build: 'simulation',
    language: null,
    dataDirectory: directory,
    backupDirectory: shop.backupDirectory,
    sessions,
    changes,
    printQueue: noPrinting,
    journal: shop.journal,
    erasing: () => shop.erasing,
    pdfPress: null,
    demo: noDemo,
    training: noTraining,
    note,
  };
  const router = createRouter(parts, () => shop.host);
  const client = createRouterClient(router, { context: { key: counter } }) as unknown as TillClient;
  let lastDay = '';
  return {
    client,
    db: shop.database.db,
    host: shop.host,
    clock,
    intention: () => {
      if (broken !== undefined) throw broken;
      return { intentionId: newId(instant(), random) };
    },
    workAs: (personId) => sessions.logIn(counter, personId),
    beginDay: async () => {
      lastDay = await beginDay(shop.host, lastDay);
    },
    close: async () => {
      await shop.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The simulation has one shop only. */
const noTraining: TillParts['training'] = { enter: async () => {}, leave: async () => {} };

const noDemo: TillParts['demo'] = {
  isBuilding: () => false,
  open: async () => {},
  leave: async () => {},
  progress: async function* progress() {},
};
