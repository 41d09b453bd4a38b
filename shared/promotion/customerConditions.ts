/** Conditions of who buys. Without a customer none of them holds, and the `not` of each does. */
import { z } from 'zod';
import { addDays, type BusinessDay, businessDay, daysBetween, isBusinessDay } from '../time.ts';
import { quantitySchema, somSchema } from '../wire.ts';
import { whenTrue } from './conditionKind.ts';
import type { PastPurchase, PromotionCustomer } from './facts.ts';
import { referencesSchema } from './kinds.ts';
import { matcherOf, scopeSchema } from './scope.ts';

const daysSchema = z.int().min(0).max(3650);

/** How long a birth date must be known before it brings anything (docs/rules.md rule 13). */
export const birthDateKnownDays = 30;

export const customerConditions = {
  hasCard: whenTrue({}, (_, { customer }) => customer?.hasCard ?? false),

  tier: whenTrue(
    { tierIds: referencesSchema },
    ({ tierIds }, { customer }) => typeof customer?.tierId === 'string' && tierIds.includes(customer.tierId),
  ),

  segment: whenTrue(
    { segmentIds: referencesSchema },
    ({ segmentIds }, { customer }) => customer?.segmentIds.some((id) => segmentIds.includes(id)) ?? false,
  ),

  customerTag: whenTrue(
    { tags: referencesSchema },
    ({ tags }, { customer }) => customer?.tags.some((tag) => tags.includes(tag)) ?? false,
  ),

  /** From so many days before the birthday to so many after, once a year (docs/rules.md rule 13). */
  birthday: whenTrue(
    { daysBefore: z.int().min(0).max(30), daysAfter: z.int().min(0).max(30) },
    ({ daysBefore, daysAfter }, { customer, day }) =>
      customer !== null && isBirthday(customer, day, daysBefore, daysAfter),
  ),

  firstPurchase: whenTrue({}, (_, { customer }) => customer?.visits === 0),

  /** This receipt is the N-th; `repeats` makes it every N-th. */
  visitNumber: whenTrue(
    { number: z.int().min(1).max(10_000), repeats: z.boolean() },
    ({ number, repeats }, { customer }) => {
      if (customer === null) return false;
      const now = customer.visits + 1;
      return repeats ? now % number === 0 : now === number;
    },
  ),

  /** "We missed you": the last visit is at least so many days ago; a customer who never came was not missed. */
  daysSinceLastVisit: whenTrue({ atLeastDays: daysSchema }, ({ atLeastDays }, { customer, day }) => {
    const last = customer?.lastVisitOn ?? null;
    return last !== null && daysBetween(last, day) >= atLeastDays;
  }),

  /**
   * Earlier receipts of the last `withinDays` days hold goods of the scope for this much money, or this many of them, net
   * of what came back. Today counts as the last of the days; the basket itself does not count.
   */
  boughtBefore: whenTrue(
    {
      of: scopeSchema,
      withinDays: z.int().min(1).max(3650),
      atLeastSom: somSchema.optional(),
      atLeastThousandths: quantitySchema.optional(),
    },
    ({ of, withinDays, atLeastSom, atLeastThousandths }, { customer, day }) => {
      if (customer === null) return false;
      const first = addDays(day, 1 - withinDays);
      const matches = matcherOf(of, day);
      let paid = 0;
      let pieces = 0;
      for (const past of customer.purchases) {
        if (past.boughtOn < first || past.boughtOn > day || !matches(past)) continue;
        paid += keptSom(past);
        pieces += past.boughtThousandths - past.returnedThousandths;
      }
      return paid >= (atLeastSom ?? 0) && pieces >= (atLeastThousandths ?? 1);
    },
  ),

  /** A friend sent this customer, and this is the first purchase. */
  referral: whenTrue({}, (_, { customer }) => customer !== null && isSentByFriend(customer)),
};

function isSentByFriend({ isRegistered, referredBy, visits }: PromotionCustomer): boolean {
  return isRegistered && referredBy !== null && visits === 0;
}

function keptSom(past: PastPurchase): number {
  return past.paidSom - past.refundedSom;
}

/** What is known of a birthday and of the last time it brought something. */
export type KnownBirthday = Pick<
  PromotionCustomer,
  'birthDate' | 'birthDateKnownSince' | 'birthdayUsedOn' | 'isRegistered'
>;

/**
 * Whether a day lies in the window of a birthday that has not brought anything yet. A window over New Year belongs to the
 * birthday's own year; both that and the calendar year allow it once.
 *
 * | born    | window | day         | used on     | holds |
 * |---------|--------|-------------|-------------|-------|
 * | 1 Jan   | −3/+3  | 29 Dec 2026 | –           | yes   |
 * | 1 Jan   | −3/+3  | 2 Jan 2027  | 29 Dec 2026 | no    |
 * | 29 Feb  | 0/0    | 28 Feb 2027 | –           | yes   |
 */
export function isBirthday(
  customer: KnownBirthday,
  day: BusinessDay,
  daysBefore: number,
  daysAfter: number,
): boolean {
  const { birthDate, birthDateKnownSince: since, birthdayUsedOn: used, isRegistered } = customer;
  if (birthDate === null || since === null || !isRegistered) return false;
  if (daysBetween(since, day) <= birthDateKnownDays) return false;
  const birthday = nearestBirthday(birthDate, day);
  const away = daysBetween(birthday, day);
  if (away < -daysBefore || away > daysAfter) return false;
  if (used === null) return true;
  return used.slice(0, 4) !== day.slice(0, 4) && nearestBirthday(birthDate, used) !== birthday;
}

/** The birthday, past or coming, that lies nearest to a day; on 28 February for whoever was born on the 29th. */
export function nearestBirthday(birthDate: BusinessDay, day: BusinessDay): BusinessDay {
  const year = Number(day.slice(0, 4));
  const candidates = [year - 1, year, year + 1].map((each) => birthdayIn(birthDate, each));
  return candidates.reduce((nearest, each) =>
    Math.abs(daysBetween(each, day)) < Math.abs(daysBetween(nearest, day)) ? each : nearest,
  );
}

function birthdayIn(birthDate: BusinessDay, year: number): BusinessDay {
  const same = `${String(year).padStart(4, '0')}${birthDate.slice(4)}`;
  return isBusinessDay(same) ? same : businessDay(`${same.slice(0, 4)}-02-28`);
}
