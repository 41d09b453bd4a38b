/** The verb report.inspectionProof: follows the journal's chain over a period, a page at a time, so that selling goes on. */
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type ChainEnd, chainBegin, firstFault } from '../../shared/journal/chain.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { addDays } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { lastLink, linksAfter } from '../journal/queries.ts';
import type { TillParts } from '../parts.ts';
import { sha256 } from '../sha256.ts';
import { readingVerb } from '../verb.ts';
import { linkAt, linksBefore } from './inspectionQueries.ts';
import type { Period } from './monthQueries.ts';
import { openedInspection } from './openedInspection.ts';

type Db = Kysely<Tables>;

const linksPerPage = 200;

export const inspectionProof = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.inspectionProof, async (_scope, { inspectionId }) => {
    const { db } = parts.database();
    const { period } = await openedInspection(db, inspectionId);
    const tills = await db.selectFrom('till').select(['id', 'number']).orderBy('number').execute();
    let documents = 0;
    let end: ChainEnd | null = null;
    for (const till of tills) {
      const proved = await proveChain(db, till.id, period);
      documents += proved.documents;
      if (proved.fault !== null) {
        return {
          documents,
          firstFault: { tillNumber: till.number, ...proved.fault },
          lastSequence: null,
          lastHash: null,
        };
      }
      end = proved.end ?? end;
    }
    return {
      documents,
      firstFault: null,
      lastSequence: end?.sequence ?? null,
      lastHash: end?.hash ?? null,
    };
  });

/** From the link before the period's first to its last; the first of them is bound to the one before it. */
async function proveChain(db: Db, tillId: string, { first, last }: Period) {
  const newest = (await lastLink(db, tillId))?.sequence ?? 0;
  const before = await linksBefore(db, tillId, first, newest);
  const until = await linksBefore(db, tillId, addDays(last, 1), newest);
  let end: ChainEnd = before === 0 ? chainBegin : ((await linkAt(db, tillId, before)) ?? chainBegin);
  let documents = 0;
  while (end.sequence < until) {
    const rows = await linksAfter(db, tillId, end.sequence, Math.min(linksPerPage, until - end.sequence));
    const links = rows.map((row) => ({
      sequence: row.sequence,
      previousHash: row.previous_hash,
      hash: row.hash,
      contentText: row.content_json,
    }));
    const fault = firstFault(links, sha256, end);
    if (fault !== null) return { documents, fault, end: null };
    const reached = links.at(-1);
    if (reached === undefined)
      return { documents, fault: { sequence: end.sequence + 1, fault: 'order' as const }, end: null };
    documents += links.length;
    end = reached;
    await setImmediate();
  }
  return { documents, fault: null, end: documents === 0 ? null : end };
}
