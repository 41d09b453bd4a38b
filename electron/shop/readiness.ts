/** The one-glance check before a shift: is there anything that would stop or lose a sale today? */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { type readinessSchema, shopContract } from '../../shared/shop/contract.ts';
import { type Instant, millisecondsOf } from '../../shared/time.ts';
import { DatabaseProblem } from '../database/problem.ts';
import { transact } from '../database/transact.ts';
import type { TillParts } from '../parts.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import type { Neighbours } from './neighbours.ts';
import { newestBackupAt, tillOf } from './queries.ts';

type Check = z.input<typeof readinessSchema>['checks'][number];
type ReadinessRooms = Pick<Neighbours, 'printerTrouble' | 'lastDocument'>;

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * | check    | good                        | warning              | bad                        | detail                    |
 * |----------|-----------------------------|----------------------|----------------------------|---------------------------|
 * | database | takes a write               | –                    | does not                   | code of the problem       |
 * | backup   | at most a day old           | at most a week, none | older                      | its age in days, or empty |
 * | printer  | nothing in its way          | no printer           | in trouble                 | code of the trouble       |
 * | disk     | 1000 MB free                | 200 MB free          | less                       | free megabytes            |
 * | clock    | not before the last document | –                   | before it                  | time of the last document |
 */
export const readiness = (parts: Pick<TillParts, 'database' | 'journal'>, rooms: ReadinessRooms) =>
  readingVerb(shopContract.readiness, async (scope) => ({
    checks: [
      await databaseCheck(scope),
      await backupCheck(scope),
      await printerCheck(scope, rooms),
      await diskCheck(dirname(parts.database().file)),
      await clockCheck(scope, rooms),
      ...journalCheck(parts),
    ],
  }));

/** Takes and gives back the right to write; damage of the whole file is looked for by every backup. */
async function databaseCheck(scope: ReadScope): Promise<Check> {
  try {
    const till = await transact(scope.db, (trx) => tillOf(trx));
    return { what: 'database', state: till === undefined ? 'bad' : 'good', detail: '' };
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    return { what: 'database', state: 'bad', detail: error.code };
  }
}

async function backupCheck({ db, now }: ReadScope): Promise<Check> {
  const newest = await newestBackupAt(db);
  if (newest === null) return { what: 'backup', state: 'warning', detail: '' };
  const days = Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(newest)) / dayMilliseconds));
  return { what: 'backup', state: days <= 1 ? 'good' : days <= 7 ? 'warning' : 'bad', detail: String(days) };
}

async function printerCheck({ db }: ReadScope, rooms: ReadinessRooms): Promise<Check> {
  const trouble = await rooms.printerTrouble(db);
  const state = trouble === null ? 'good' : trouble === 'NoPrinter' ? 'warning' : 'bad';
  return { what: 'printer', state, detail: trouble ?? '' };
}

async function diskCheck(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const freeMegabytes = Math.floor((bavail * bsize) / 1_000_000);
  const state = freeMegabytes >= 1000 ? 'good' : freeMegabytes >= 200 ? 'warning' : 'bad';
  return { what: 'disk', state, detail: String(freeMegabytes) };
}

/** Documents of one day in the wrong order are worse than a minute's wait; small corrections of a clock are no matter. */
async function clockCheck({ db, now, tillId }: ReadScope, rooms: ReadinessRooms): Promise<Check> {
  const last = await rooms.lastDocument(db, tillId);
  const isBehind = last !== null && secondsFrom(now, last.writtenAt) > tolerableSeconds;
  return { what: 'clock', state: isBehind ? 'bad' : 'good', detail: last?.writtenAt ?? '' };
}

/** Selling goes on without the second folder; whoever chose one should know before the shift. */
function journalCheck({ journal }: Pick<TillParts, 'journal'>): readonly Check[] {
  const isSound = journal.isSecondSound();
  return isSound === null ? [] : [{ what: 'journal', state: isSound ? 'good' : 'warning', detail: '' }];
}

const tolerableSeconds = 60;

function secondsFrom(earlier: Instant, later: Instant): number {
  return (millisecondsOf(later) - millisecondsOf(earlier)) / 1000;
}
