/** The verbs report.segmentPreview, segmentCounts, segmentMembers, recountSegments and abc: groups counted when somebody looks. */
import { abcClasses, paretoCurve } from '../../shared/customer/abc.ts';
import { readySegmentNames, readySegments } from '../../shared/customer/segment.ts';
import { basisPoints, multiplyDivideFloor, som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { MemberOrder, SegmentMember } from '../../shared/report/segmentContract.ts';
import type { Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { keptSegments } from '../customer/inTransaction.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { promotionsOfSegments } from '../promotion/inTransaction.ts';
import { actingVerb, type ReadScope, readingVerb } from '../verb.ts';
import { nameShown } from './nameShown.ts';
import { type Counting, countingNow } from './segmentCounting.ts';
import { refreshSegments } from './segmentKeeper.ts';
import { segmentMembers as membersOfRule } from './segmentMembers.ts';
import { keepLook, lookAgain, type MemberLook } from './segmentPages.ts';
import { namedCustomers } from './segmentQueries.ts';

/** So many stand beside the count, for a look whether the rule means whom it should. */
const firstShown = 8;

type Parts = Pick<TillParts, 'database' | 'changes'>;

async function countingOf({ database }: Parts, scope: ReadScope): Promise<Counting> {
  const { db } = scope;
  return countingNow(database(), { settings: scope.settings, today: await businessDayNow(db, scope) });
}

const segmentPreview = (parts: Parts) =>
  readingVerb(reportContract.segmentPreview, async (scope, { rule }) => {
    const counting = await countingOf(parts, scope);
    const ids = await ordered(counting, await membersOfRule(counting, rule), 'paid');
    const first = await membersShown(counting, ids.slice(0, firstShown));
    return { count: ids.length, everybody: (await counting.people()).length, first };
  });

const segmentCounts = (parts: Parts) =>
  readingVerb(reportContract.segmentCounts, async (scope) => {
    const counting = await countingOf(parts, scope);
    const promotions = await promotionsOfSegments(scope.db);
    const ready = [];
    for (const name of readySegmentNames) {
      ready.push({ name, count: (await membersOfRule(counting, readySegments[name])).length });
    }
    const own = [];
    for (const { id, rule, countedAt } of await keptSegments(scope.db)) {
      const count = (await membersOfRule(counting, rule)).length;
      const named = promotions.filter(({ segmentIds }) => segmentIds.includes(id)).map(({ name }) => name);
      own.push({ segmentId: id, count, promotions: named, countedAt: countedAt as Instant | null });
    }
    return { everybody: (await counting.people()).length, ready, own };
  });

const segmentMembers = (parts: Parts) =>
  readingVerb(reportContract.segmentMembers, async (scope, { rule, order, cursor, limit }) => {
    const counting = await countingOf(parts, scope);
    const asked = JSON.stringify([rule, order]);
    const look =
      lookAgain(counting.database, asked, cursor) ?? (await newLook(counting, rule, order, cursor));
    const from = look.from;
    const members = await membersShown(counting, look.ids.slice(from, from + limit));
    const isMore = from + limit < look.ids.length;
    const nextCursor = isMore ? `${look.key}:${from + limit}` : null;
    return { count: look.ids.length, paidSom: som(look.paidSom), members, nextCursor };
  });

async function newLook(
  counting: Counting,
  rule: Parameters<typeof membersOfRule>[1],
  order: MemberOrder,
  cursor: string | null,
): Promise<MemberLook> {
  const ids = await ordered(counting, await membersOfRule(counting, rule), order);
  const paid = await counting.paid();
  const paidSom = ids.reduce((sum, id) => sum + (paid.get(id) ?? 0), 0);
  return keepLook(counting.database, JSON.stringify([rule, order]), cursor, { ids, paidSom });
}

/** Whoever never came stands last in every order. */
async function ordered(
  counting: Counting,
  ids: readonly string[],
  order: MemberOrder,
): Promise<readonly string[]> {
  const paid = await counting.paid();
  const figures = await counting.figures();
  const dayOf = (id: string) => figures.get(id)?.lastVisitOn ?? '';
  const byPaid = (a: string, b: string) => (paid.get(b) ?? 0) - (paid.get(a) ?? 0);
  const byDay = (a: string, b: string) => {
    const [one, other] = [dayOf(a), dayOf(b)];
    if (one === other) return 0;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return one < other === (order === 'silent') ? -1 : 1;
  };
  const compare = order === 'paid' ? byPaid : byDay;
  return [...ids].sort((a, b) => compare(a, b) || byPaid(a, b) || (a < b ? -1 : 1));
}

async function membersShown(
  { database, paid, figures }: Counting,
  ids: readonly string[],
): Promise<SegmentMember[]> {
  if (ids.length === 0) return [];
  const rows = await readHeavy(database, namedCustomers(database.db, ids));
  const people = new Map(rows.map((row) => [row.id, row]));
  const sums = await paid();
  const known = await figures();
  return ids.flatMap((id) => {
    const person = people.get(id);
    if (person === undefined) return [];
    const figure = known.get(id);
    return [
      {
        customerId: id,
        name: nameShown(person),
        phone: person.phone,
        visits: figure?.visits ?? 0,
        paidSom: som(sums.get(id) ?? 0),
        lastVisitOn: figure?.lastVisitOn ?? null,
      },
    ];
  });
}

const recountSegments = (parts: Parts) =>
  actingVerb(reportContract.recountSegments, async (scope) => {
    const today = await businessDayNow(scope.db, scope);
    await refreshSegments(parts.database(), { settings: scope.settings, today, now: scope.now });
    parts.changes.announce(['customer']);
    return {};
  });

const abc = (parts: Parts) =>
  readingVerb(reportContract.abc, async (scope, { by }) => {
    const counting = await countingOf(parts, scope);
    const { abcABasisPoints: aBasisPoints, abcBBasisPoints: bBasisPoints } = scope.settings;
    const { classes, sums, incomeSom, knownSom } = await counting.classes(by);
    const totals = {
      A: { customers: 0, sumSom: 0 },
      B: { customers: 0, sumSom: 0 },
      C: { customers: 0, sumSom: 0 },
    };
    for (const [id, found] of classes) {
      totals[found].customers += 1;
      totals[found].sumSom += sums.get(id) ?? 0;
    }
    return {
      aBasisPoints,
      bBasisPoints,
      classes: abcClasses.map((each) => {
        const { customers, sumSom } = totals[each];
        return { class: each, customers, sumSom: som(sumSom) };
      }),
      without: (await counting.people()).length - sums.size,
      curve: [...paretoCurve([...sums.values()])],
      knownBasisPoints:
        incomeSom <= 0
          ? null
          : basisPoints(multiplyDivideFloor(Math.min(knownSom, incomeSom), 10_000, incomeSom)),
    };
  });

/** The verbs by their names in the contract. */
export const segmentReportVerbs = (parts: Parts) => ({
  segmentPreview: segmentPreview(parts),
  segmentCounts: segmentCounts(parts),
  segmentMembers: segmentMembers(parts),
  recountSegments: recountSegments(parts),
  abc: abc(parts),
});
