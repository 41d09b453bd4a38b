/**
 * Kills the till while it sells, again and again: at any moment of its first 400 ms, before it is ready, or just after a sale
 * was asked for. Looks each time whether anything that was promised is lost, doubled
 * or half. With a planted defect it must be found out.
 *
 *     node test/fault/kill9.ts [--cycles 50] [--seed N] [--mutant acknowledgeFirst|twoTransactions|newIdOnRetry]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ORPCError } from '@orpc/client';
import { type SeededRandom, seededRandom } from '../../electron/command/seededRandom.ts';
import { connectSocket, cookieOf } from '../scenario/socketClient.ts';
import { bundleTill } from './bundleTill.ts';
import { buyOn } from './buyer.ts';
import { checkFiles } from './check.ts';
import { type Mutant, mutants } from './mutants.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { type StockedShop, stockShop } from './shop.ts';

export interface KillOptions {
  readonly cycles: number;
  readonly seed: number;
  readonly mutant: Mutant | null;
  /** The built till; built when it is not given. */
  readonly bundle?: string;
}

export interface KillReport {
  readonly seed: number;
  readonly mutant: Mutant | null;
  /** Fewer than asked for when something was found. */
  readonly cycles: number;
  readonly faults: readonly string[];
  readonly acknowledged: number;
  /** Attempts whose answer was lost in a kill and that were asked for again. */
  readonly askedAgain: number;
  readonly killedBeforeReady: number;
}

const longestLifeMs = 400;
/** Every second kill is aimed at a sale: so long after it was asked for, at most. */
const longestAimMs = 80;
const shareBeforeReady = 0.1;
const patienceMs = 20_000;

interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  /** The address it serves on; null when it ended before. */
  readonly ready: Promise<string | null>;
}

function startTill(bundle: string, directory: string, mutant: Mutant | null): Child {
  const child = spawn(process.execPath, ['--no-deprecation', bundle, directory, mutant ?? 'none'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(bundle), 'compiled') },
  });
  let output = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const ready = new Promise<string | null>((done, failed) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /^ready (\S+)$/m.exec(output)?.[1];
      if (address !== undefined) done(address);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('close', (code) => {
      if (code === null) done(null);
      else failed(new Error(`the till ended by itself:\n${output}`));
    });
  });
  return { process: child, ended, ready };
}

interface World {
  readonly bundle: string;
  readonly directory: string;
  readonly outbox: Outbox;
  readonly shop: StockedShop;
  readonly random: SeededRandom;
  readonly mutant: Mutant | null;
  /** How long the last start took. */
  startMs: number;
}

/** A first life that ends well: it leaves the compiled program behind, so that the others start faster. */
async function liveInPeace(bundle: string, directory: string): Promise<number> {
  const startedAt = performance.now();
  const child = startTill(bundle, directory, null);
  await child.ready;
  const startMs = performance.now() - startedAt;
  child.process.kill('SIGTERM');
  await child.ended;
  return startMs;
}

/** One life of the till. Throws when it refuses what it must not refuse. */
async function liveAndDie(world: World): Promise<{ readonly wasReady: boolean }> {
  const { random, outbox, shop, mutant } = world;
  const startedAt = performance.now();
  const child = startTill(world.bundle, world.directory, mutant);
  const kill = () => child.process.kill('SIGKILL');
  const early = random.chance(shareBeforeReady);
  const timer = setTimeout(kill, early ? random.next() * world.startMs : patienceMs);
  try {
    const address = await child.ready;
    if (address === null || early) return { wasReady: false };
    world.startMs = performance.now() - startedAt;
    const { client, gone } = await connectSocket(address, await cookieOf(address));
    let salesToLive = random.chance(0.5) ? random.between(1, 3) : Number.POSITIVE_INFINITY;
    setTimeout(kill, (Number.isFinite(salesToLive) ? 2 : random.next()) * longestLifeMs);
    const onAsking = () => {
      salesToLive -= 1;
      if (salesToLive === 0) setTimeout(kill, random.next() * longestAimMs);
    };
    const forgetsIds = mutant === 'newIdOnRetry';
    let isOver = false;
    const over = gone.then(() => {
      isOver = true;
      return pause(patienceMs, undefined, { ref: false });
    });
    const buyer = { sale: client.sale, outbox, shop, random, forgetsIds, onAsking, isGone: () => isOver };
    await Promise.race([over, buyOn(buyer).catch((error: unknown) => whenAlive(child, error))]);
    return { wasReady: true };
  } finally {
    clearTimeout(timer);
    kill();
    await child.ended;
  }
}

/** A call that breaks off because the till died is no fault; an error that the till answers is one, and so is silence. */
async function whenAlive(child: Child, error: unknown): Promise<void> {
  if (error instanceof ORPCError) throw error;
  const died = await Promise.race([child.ended.then(() => true), pause(2 * longestLifeMs, false)]);
  if (!died) throw error;
}

/** Lives and dies until the cycles are over or something was found. Leaves no files behind. */
export async function killAgainAndAgain(options: KillOptions): Promise<KillReport> {
  const { cycles, seed, mutant } = options;
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'daftar-kill-'));
  const directory = join(folder, 'shop');
  mkdirSync(directory);
  const bundle = options.bundle ?? (await bundleTill());
  try {
    const shop = await stockShop(directory, random.bytes);
    const outbox = openOutbox(join(folder, 'outbox.ndjson'));
    const startMs = await liveInPeace(bundle, directory);
    const world: World = { bundle, directory, outbox, shop, random, mutant, startMs };
    let faults: readonly string[] = [];
    let done = 0;
    let askedAgain = 0;
    let killedBeforeReady = 0;
    while (done < cycles && faults.length === 0) {
      done += 1;
      if (outbox.pending() !== null) askedAgain += 1;
      try {
        const { wasReady } = await liveAndDie(world);
        if (!wasReady) killedBeforeReady += 1;
        faults = checkFiles(directory, join(folder, 'copy'), outbox.lines()).faults;
      } catch (error) {
        faults = [`the till failed: ${error instanceof Error ? error.message : String(error)}`];
      }
    }
    outbox.close();
    const acknowledged = outbox.lines().filter((line) => line.kind === 'acknowledged').length;
    return { seed, mutant, cycles: done, faults, acknowledged, askedAgain, killedBeforeReady };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (options.bundle === undefined) rmSync(dirname(bundle), { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { cycles: { type: 'string' }, seed: { type: 'string' }, mutant: { type: 'string' } },
  });
  const mutant = mutants.find((name) => name === values.mutant) ?? null;
  if (values.mutant !== undefined && mutant === null) throw new Error(`mutants: ${mutants.join(', ')}`);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const report = await killAgainAndAgain({ cycles: Number(values.cycles ?? 50), seed, mutant });
  console.log(JSON.stringify(report));
  const caught = report.faults.length > 0;
  process.exit(caught === (mutant !== null) ? 0 : 1);
}
