/** The owner's view of all promotions: in sentences with their conflicts, and day by day. */
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { holdsOn } from '../../shared/promotion/calendar.ts';
import { type Conflict, conflictsWith } from '../../shared/promotion/conflicts.ts';
import { promotionContract, type PromotionRow as ShownRow } from '../../shared/promotion/contract.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { promotionSentence } from '../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import { addDays, type BusinessDay, daysBetween } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { createTurns } from '../turns.ts';
import { readingVerb } from '../verb.ts';
import { allPromotions, type CountedRow, goodsNamedBy, namesFor, promotionOfRow } from './queries.ts';

interface Known {
  readonly row: CountedRow;
  readonly promotion: Promotion;
}

export const listPromotions = readingVerb(promotionContract.list, async (scope) => {
  const { db } = scope;
  const today = await businessDayNow(db, scope);
  const turn = createTurns();
  const known: Known[] = [];
  for (const row of await allPromotions(db)) {
    known.push({ row, promotion: promotionOfRow(row) });
    await turn();
  }
  const names = await namesFor(
    db,
    known.map((each) => each.promotion),
  );
  const meeting = known.filter((each) => mayStillWork(each, today)).map((each) => each.promotion);
  const goods = await goodsNamedBy(db, meeting);
  const promotions: ShownRow[] = [];
  for (const each of known) {
    await turn();
    const conflicts = mayStillWork(each, today)
      ? conflictsWith(each.promotion, meeting, today, (id) => goods.get(id))
      : [];
    promotions.push(shownRow(each, today, names, conflicts));
  }
  return { promotions };
});

function shownRow(
  { row, promotion }: Known,
  today: BusinessDay,
  names: NamesOf,
  conflicts: readonly Conflict[],
): ShownRow {
  const isLive = row.state === 'live';
  return {
    promotionId: row.id,
    name: promotion.name,
    sentence: promotionSentence(promotion, names),
    state: row.state,
    origin: row.origin,
    from: promotion.from,
    to: promotion.to,
    isUpcoming: isLive && promotion.from !== null && today < promotion.from,
    isOver: isLive && promotion.to !== null && promotion.to < today,
    times: row.times ?? 0,
    timesToday: row.last_day === today ? (row.times_last_day ?? 0) : 0,
    spentSom: som(row.spent_som ?? 0),
    conflicts: conflicts.map(({ other, kind }) => ({
      otherId: other.promotionId,
      otherName: other.name,
      kind,
    })),
  };
}

/** Drafts count: their owner should see the conflict before they live. */
function mayStillWork({ row, promotion }: Known, today: BusinessDay): boolean {
  const isPlanned = row.state === 'live' || row.state === 'draft';
  return isPlanned && (promotion.to === null || today <= promotion.to);
}

/** A quarter of a year on one page is enough. */
const atMostDays = 100;

/** One that has ended held from its start to its end; one that lives holds since it was started. */
export const promotionCalendar = readingVerb(promotionContract.calendar, async ({ db }, { from, to }) => {
  if (daysBetween(from, to) >= atMostDays) throw new Refusal('SpanTooLong', { atMostDays });
  const known = (await allPromotions(db)).map((row): Known => ({ row, promotion: promotionOfRow(row) }));
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const holding = known.filter((each) => wasInForce(each.row, day) && holdsOn(each.promotion, day));
    days.push({ day, promotionIds: holding.map((each) => each.row.id) });
  }
  return { days };
});

function wasInForce({ state, started_on, ended_on }: CountedRow, day: BusinessDay): boolean {
  const hasBegun = started_on === null ? state !== 'ended' : started_on <= day;
  return hasBegun && (ended_on === null || day <= ended_on);
}
