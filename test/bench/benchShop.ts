/** A shop on a file of its own for measuring, and the words in which a measurement is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import { migrateToLatest } from '../../electron/database/migrate.ts';
import { type Database, openDatabase } from '../../electron/database/open.ts';
import { transact } from '../../electron/database/transact.ts';
import { createHost } from '../../electron/host.ts';
import { newId } from '../../electron/ids.ts';
import { ensureTill } from '../../electron/shop/inTransaction.ts';
import type { VerbHost, VerbImplementation } from '../../electron/verb.ts';
import type { Instant } from '../../shared/time.ts';

export const benchNow = '2026-11-22T15:10:00.000Z' as Instant;

export interface BenchShop {
  readonly database: Database;
  readonly host: VerbHost;
  readonly tillId: string;
  readonly personId: string;
  readonly makeId: () => string;
  /** Asks a verb as its owner would, without a transport between. */
  readonly ask: <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: object,
  ) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Random numbers that are the same in every run: multiply with carry. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function openBenchShop(): Promise<BenchShop> {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-bench-'));
  const chance = seeded(7);
  const random = (byteCount: number) =>
    Uint8Array.from({ length: byteCount }, () => Math.floor(chance() * 256));
  const makeId = () => newId(benchNow, random);
  const database = await openDatabase({ file: join(folder, 'daftar.db'), create: true, durability: 'off' });
  await migrateToLatest(database, { backupDirectory: folder, now: benchNow });
  const personId = makeId();
  const tillId = await transact(database.db, async (trx) => {
    await trx
      .insertInto('person')
      .values({
        id: personId,
        name: 'Dilnoza',
        role: 'owner',
        secret_kind: 'pin',
        secret_hash: 'never asked',
        is_active: 1,
        created_at: benchNow,
      })
      .execute();
    return ensureTill(trx, makeId(), benchNow);
  });
  const host = createHost({
    database,
    tillId,
    clock: () => benchNow,
    random,
    personIdOf: () => personId,
    followers: [],
    announce: () => {},
    committed: () => {},
    note: () => {},
  });
  return {
    database,
    host,
    tillId,
    personId,
    makeId,
    ask: async (verb, input) => verb.run(host, { key: 'bench' }, input, undefined),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds of each run, sorted: on the wall, and of the processor, which a busy machine does not change. */
export interface Times {
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
}

export async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<Times> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < runs; run++) {
    const cpuFrom = process.cpuUsage();
    const from = performance.now();
    await work(run);
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(cpuFrom);
    cpu.push((user + system) / 1000);
  }
  return { wall: wall.sort((a, b) => a - b), cpu: cpu.sort((a, b) => a - b) };
}

/** Nearest rank, rounded to a hundredth of a millisecond. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return Math.round((sorted[rank - 1] ?? 0) * 100) / 100;
}

/** What this machine does at this moment: milliseconds of a loop over twenty million integers. */
export function calibrationMs(): number {
  const from = performance.now();
  let sum = 0;
  for (let number = 0; number < 20_000_000; number++) sum = (sum + number * 31) | 0;
  return sum === 1 ? 0 : Math.round((performance.now() - from) * 100) / 100;
}
