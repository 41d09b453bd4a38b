/** The verbs report.segmentPreview, segmentMembers and abc: groups of customers, counted when somebody looks. */
import { abcClasses } from '../../shared/customer/abc.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Database } from '../database/open.ts';
import type { TillParts } from '../parts.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { nameShown } from './nameShown.ts';
import { classesNow, countSegment } from './segmentMembers.ts';

/** So many stand beside the count, for a look whether the rule means whom it should. */
const firstShown = 8;

type Parts = Pick<TillParts, 'database'>;

const segmentPreview = (parts: Parts) =>
  readingVerb(reportContract.segmentPreview, async (scope, { rule }) => {
    const database = parts.database();
    const counted = await countSegment(database, rule, await countingOn(database, scope));
    const first = await membersShown(
      database,
      [...counted.ids].sort(byPaid(counted.paid)).slice(0, firstShown),
    );
    return { count: counted.ids.length, everybody: counted.everybody, first };
  });

const segmentMembers = (parts: Parts) =>
  readingVerb(reportContract.segmentMembers, async (scope, { rule, cursor, limit }) => {
    const database = parts.database();
    const { ids } = await countSegment(database, rule, await countingOn(database, scope));
    const after = cursor === null ? ids : ids.filter((id) => id > cursor);
    const page = after.slice(0, limit);
    const nextCursor = after.length > limit ? (page.at(-1) ?? null) : null;
    return { members: await membersShown(database, page), nextCursor };
  });

const abc = (parts: Parts) =>
  readingVerb(reportContract.abc, async (scope, { by }) => {
    const database = parts.database();
    const { classes, sums } = await classesNow(database, by, await countingOn(database, scope));
    return {
      classes: abcClasses.map((each) => {
        const ids = [...classes].filter(([, found]) => found === each).map(([id]) => id);
        const sumSom = som(ids.reduce((sum, id) => sum + (sums.get(id) ?? 0), 0));
        return { class: each, customers: ids.length, sumSom };
      }),
    };
  });

/** The verbs by their names in the contract. */
export const segmentReportVerbs = (parts: Parts) => ({
  segmentPreview: segmentPreview(parts),
  segmentMembers: segmentMembers(parts),
  abc: abc(parts),
});

async function countingOn(database: Database, scope: ReadScope) {
  return { settings: scope.settings, today: await businessDayNow(database.db, scope) };
}

const byPaid = (paid: ReadonlyMap<string, number>) => (a: string, b: string) =>
  (paid.get(b) ?? 0) - (paid.get(a) ?? 0) || (a < b ? -1 : 1);

async function membersShown(database: Database, ids: readonly string[]) {
  const members = [];
  for (const id of ids) {
    const facts = await customerFacts(database.db, id);
    if (facts === null) continue;
    members.push({
      customerId: id,
      name: nameShown(facts),
      visits: facts.visits,
      paidSom: facts.paidSom,
      lastVisitOn: facts.lastVisitOn as BusinessDay | null,
    });
  }
  return members;
}
