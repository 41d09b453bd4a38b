/** Keeps who is in the groups that live promotions are for, so that the till knows it when a customer stands there. */
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { keepMembers, keptSegments } from '../customer/inTransaction.ts';
import type { Database } from '../database/open.ts';
import { promotionsOfSegments } from '../promotion/inTransaction.ts';
import { createTurns } from '../turns.ts';
import type { VerbHost } from '../verb.ts';
import { type CountedOn, countingNow } from './segmentCounting.ts';
import { segmentMembers } from './segmentMembers.ts';

/** After these it may be other people, or other groups that are asked for. */
const causes: ReadonlySet<string> = new Set([
  'customerErased',
  'customerMerged',
  'customerUnmerged',
  'promotionSaved',
  'promotionState',
  'segmentRemoved',
  'segmentSaved',
]);

/** The till counts at no window. */
const nowhere = { key: 'segments' } as const;

/**
 * Counts every group that a promotion which is switched on is for, whatever its days, and empties those that none is for
 * any more. Answers whether anything was asked or written; a shop without such promotions pays two short queries.
 */
export async function refreshSegments(
  database: Database,
  on: CountedOn & { readonly now: Instant },
): Promise<boolean> {
  const { db } = database;
  const named = new Set((await promotionsOfSegments(db)).flatMap(({ segmentIds }) => segmentIds));
  const turn = createTurns();
  let isAsked = false;
  for (const { id, rule, countedAt } of await keptSegments(db)) {
    if (!named.has(id) && countedAt === null) continue;
    isAsked = true;
    const ids = named.has(id) ? await segmentMembers(await countingNow(database, on), rule) : null;
    await keepMembers(db, id, ids, on.now, turn);
  }
  return isAsked;
}

export interface SegmentKeeper {
  /** Call it with the documents of every commit: it counts anew where they ask for it, and returns at once. */
  readonly afterCommit: (documents: readonly TillDocument[]) => void;
  /** Counts all of them anew: a new day has other people in them. Resolves when the till knows. */
  readonly refresh: () => Promise<void>;
  /** Resolves when nothing waits to be counted. */
  readonly settle: () => Promise<void>;
  /** Counts nothing more, and waits for what is being counted. */
  readonly stop: () => Promise<void>;
}

export interface SegmentKeeperOptions {
  readonly database: Database;
  readonly host: VerbHost;
  readonly note: (text: string, error?: unknown) => void;
}

/** Counts one time after the other: what is asked meanwhile is counted once more at the end. */
export function createSegmentKeeper({ database, host, note }: SegmentKeeperOptions): SegmentKeeper {
  let isStopping = false;
  let isWanted = false;
  let running: Promise<void> | null = null;

  async function count(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false;
      try {
        const { settings, now, tillId } = await host.readScope(nowhere);
        const today = await businessDayNow(database.db, { settings, now, tillId });
        if (await refreshSegments(database, { settings, today, now })) host.announce(['customer']);
      } catch (error) {
        note('the groups of promotions could not be counted', error);
      }
    }
  }

  function refresh(): Promise<void> {
    if (isStopping) return Promise.resolve();
    isWanted = true;
    running ??= count().finally(() => {
      running = null;
    });
    return running;
  }

  async function settle(): Promise<void> {
    while (running !== null) await running;
  }

  return {
    afterCommit: (documents) => {
      if (documents.some(({ kind }) => causes.has(kind))) void refresh();
    },
    refresh,
    settle,
    stop: async () => {
      isStopping = true;
      await settle();
    },
  };
}
