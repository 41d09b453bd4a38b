/** When somebody gets in: access that ends by itself, and the hours of those who keep to them. */
import type { Role } from '../actor.ts';
import { type BusinessDay, weekdayOf } from '../time.ts';
import type { WorkingHours } from './peopleContract.ts';

/** What is agreed with a person about their access. */
export interface AgreedAccess {
  readonly role: Role;
  /** Their last day; null for no end. */
  readonly endsOn: BusinessDay | null;
  readonly isBoundToHours: boolean;
  /** Looked at only for somebody who is bound to them. */
  readonly hours: readonly WorkingHours[];
}

/** The shop's day, and the minute that its clock shows, 0 to 1439. */
export interface ShopMoment {
  readonly day: BusinessDay;
  readonly minute: number;
}

export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'ended'; readonly endedOn: BusinessDay }
  | { readonly kind: 'outsideHours' };

/**
 * Whether somebody gets in now. The hours of a weekday are those of the shop's day: where it ends at four in the morning,
 * Saturday's 0:00–2:00 is the night after Saturday. A moment at which hours end is outside them. An owner always gets in.
 *
 * | agreed                          | now             | gets in      |
 * |---------------------------------|-----------------|--------------|
 * | until 22 November               | 22 November     | yes          |
 * | until 22 November               | 23 November     | ended        |
 * | Mondays 9:00–18:00              | Monday 8:59     | outsideHours |
 * | Mondays 9:00–18:00              | Monday 9:00     | yes          |
 * | Mondays 9:00–18:00              | Monday 18:00    | outsideHours |
 * | bound to hours, and none agreed | whenever        | outsideHours |
 */
export function judgeAccess(agreed: AgreedAccess, { day, minute }: ShopMoment): Access {
  if (agreed.role === 'owner') return { kind: 'open' };
  if (agreed.endsOn !== null && day > agreed.endsOn) return { kind: 'ended', endedOn: agreed.endsOn };
  if (!agreed.isBoundToHours) return { kind: 'open' };
  const weekday = weekdayOf(day);
  const isInside = agreed.hours.some(
    (hours) => hours.weekday === weekday && hours.fromMinute <= minute && minute < hours.toMinute,
  );
  return isInside ? { kind: 'open' } : { kind: 'outsideHours' };
}

/**
 * A weekday on which two stretches of hours lie over each other; null for none. Hours that only touch, 9:00–13:00 and
 * 13:00–18:00, are fine.
 */
export function overlappingWeekday(hours: readonly WorkingHours[]): number | null {
  const ordered = [...hours].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  for (const [index, next] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before?.weekday === next.weekday && next.fromMinute < before.toMinute) return next.weekday;
  }
  return null;
}
