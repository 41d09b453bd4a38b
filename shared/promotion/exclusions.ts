/** Conditions of which at most one can hold at a time. */
import type { Condition } from './condition.ts';

type Hours = Extract<Condition, { readonly kind: 'hours' }>;
type Dates = Extract<Condition, { readonly kind: 'dates' }>;

/**
 * Whether two conditions can never hold together; false also when nobody can say.
 *
 * | one            | other                  | exclude each other |
 * |----------------|------------------------|--------------------|
 * | Mondays        | Tuesdays               | yes                |
 * | 8–12           | 12–14                  | yes                |
 * | 22–02          | 1–3                    | no                 |
 * | gold           | silver                 | yes                |
 * | first purchase | bought before          | yes                |
 * | with a card    | not (with a card)      | yes                |
 * | from 50 000    | paid by card           | no                 |
 */
export function excludeEachOther(a: Condition, b: Condition): boolean {
  if (a.kind === 'not' || b.kind === 'not') return isOpposite(a, b) || isOpposite(b, a);
  if (a.kind === 'weekdays' && b.kind === 'weekdays') return !a.days.some((day) => b.days.includes(day));
  if (a.kind === 'tier' && b.kind === 'tier') return !a.tierIds.some((id) => b.tierIds.includes(id));
  if (a.kind === 'onDay' && b.kind === 'onDay') return a.day !== b.day;
  if (a.kind === 'hours' && b.kind === 'hours') return !holdTogether(a, b);
  if (a.kind === 'dates' && b.kind === 'dates') return liesBefore(a, b) || liesBefore(b, a);
  return (isFirst(a) && isLater(b)) || (isFirst(b) && isLater(a));
}

function isOpposite(condition: Condition, other: Condition): boolean {
  return other.kind === 'not' && JSON.stringify(other.condition) === JSON.stringify(condition);
}

/** Two spans of the clock share a moment exactly when one of them holds where the other begins. */
function holdTogether(a: Hours, b: Hours): boolean {
  return covers(a, b.fromMinute) || covers(b, a.fromMinute);
}

function covers({ fromMinute, toMinute }: Hours, minute: number): boolean {
  return fromMinute < toMinute
    ? fromMinute <= minute && minute < toMinute
    : fromMinute <= minute || minute < toMinute;
}

function liesBefore({ to }: Dates, { from }: Dates): boolean {
  return to !== null && from !== null && to < from;
}

function isFirst({ kind }: Condition): boolean {
  return kind === 'firstPurchase' || kind === 'referral';
}

function isLater(condition: Condition): boolean {
  const { kind } = condition;
  if (kind === 'visitNumber') return condition.number > 1;
  return kind === 'boughtBefore' || kind === 'daysSinceLastVisit';
}
