/** Sales that were written on paper while the till could not sell: which may be entered afterwards, and as of when. */
import { type Refused, refuse } from '../errors.ts';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type Instant,
  instantAt,
  type ShopCalendar,
} from '../time.ts';

/** The moment that is written on the paper, and the business day that it belongs to. */
export interface WrittenAt {
  readonly at: Instant;
  readonly day: BusinessDay;
}

/** When it was sold, as the paper says it: a calendar day and a minute of the shop's clock. */
export interface PaperTime {
  readonly day: BusinessDay;
  readonly minute: number;
}

export interface PaperFacts {
  readonly now: Instant;
  readonly today: BusinessDay;
  readonly calendar: ShopCalendar;
  /** So many days back a paper may be entered. */
  readonly paperDays: number;
  readonly hasCoupon: boolean;
}

export type PaperRefusal =
  | Refused<'PaperInFuture', Record<never, never>>
  | Refused<'PaperTooOld', { readonly firstOn: BusinessDay }>
  | Refused<'CouponNotOnPaper', Record<never, never>>;

/**
 * Judges the time of a paper. A coupon is no part of such a sale: nobody could look whether it was used already.
 *
 * | now 22 Nov 14:00, three days back | answer                                     |
 * |-----------------------------------|--------------------------------------------|
 * | 22 Nov 11:30                      | 22 Nov                                     |
 * | 19 Nov 11:30                      | 19 Nov                                     |
 * | 18 Nov 11:30                      | PaperTooOld, the first day is 19 Nov       |
 * | 22 Nov 14:01                      | PaperInFuture                              |
 * | 21 Nov 02:00, a day begins at 3   | 20 Nov                                     |
 */
export function judgePaper(
  written: PaperTime,
  { now, today, calendar, paperDays, hasCoupon }: PaperFacts,
): WrittenAt | PaperRefusal {
  if (hasCoupon) return refuse('CouponNotOnPaper', {});
  const at = instantAt(written.day, written.minute, calendar.timeZone);
  if (at > now) return refuse('PaperInFuture', {});
  const day = businessDayOf(at, calendar);
  return judgePaperAge(day, { today, paperDays }) ?? { at, day };
}

/** Whether a paper is older than the shop allows, also one whose basket waited meanwhile; null when it is not. */
export function judgePaperAge(
  day: BusinessDay,
  { today, paperDays }: Pick<PaperFacts, 'today' | 'paperDays'>,
): Extract<PaperRefusal, { readonly refused: 'PaperTooOld' }> | null {
  const firstOn = addDays(today, -paperDays);
  return day < firstOn ? refuse('PaperTooOld', { firstOn }) : null;
}
