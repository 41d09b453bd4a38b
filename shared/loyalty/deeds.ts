/** Deeds: what each is worth until the owner decides, what a cashier must bring for one, and how often it counts. */
import { type Refused, refuse } from '../errors.ts';
import { som } from '../money.ts';
import { isBirthday, type KnownBirthday, nearestBirthday } from '../promotion/customerConditions.ts';
import { addDays, type BusinessDay } from '../time.ts';
import type { Deed, DeedKind, HandDeed } from './deedContract.ts';

/** A birthday brings bonus from so many days before it to so many after (docs/rules.md rule 13). */
export const birthdayDaysBefore = 3;
export const birthdayDaysAfter = 3;

/** What a deed brings before the owner says otherwise: nothing, because all are off. */
export function defaultDeed(kind: DeedKind): Deed {
  return { kind, isOn: false, ...suggested[kind] };
}

const suggested: Readonly<Record<DeedKind, Omit<Deed, 'kind' | 'isOn'>>> = {
  welcome: { bonusSom: som(5_000), expiryDays: 30, timesADay: null, timesInAll: null },
  firstPurchase: { bonusSom: som(5_000), expiryDays: 30, timesADay: null, timesInAll: null },
  birthday: { bonusSom: som(20_000), expiryDays: 14, timesADay: null, timesInAll: null },
  review: { bonusSom: som(5_000), expiryDays: 60, timesADay: 1, timesInAll: 1 },
  subscription: { bonusSom: som(3_000), expiryDays: 60, timesADay: 1, timesInAll: 1 },
  story: { bonusSom: som(3_000), expiryDays: 60, timesADay: 1, timesInAll: null },
  packaging: { bonusSom: som(500), expiryDays: 90, timesADay: 3, timesInAll: null },
  ownBag: { bonusSom: som(200), expiryDays: 90, timesADay: 1, timesInAll: null },
  survey: { bonusSom: som(2_000), expiryDays: 60, timesADay: 1, timesInAll: null },
  photo: { bonusSom: som(5_000), expiryDays: 60, timesADay: 1, timesInAll: null },
  volunteering: { bonusSom: som(10_000), expiryDays: 180, timesADay: 1, timesInAll: null },
};

/** Deeds of which a word must say where they can be seen. */
const noted: ReadonlySet<HandDeed> = new Set(['review', 'subscription', 'story', 'photo', 'volunteering']);
export const needsNote = (kind: HandDeed): boolean => noted.has(kind);

export interface DeedAsked {
  readonly kind: HandDeed;
  readonly isRegistered: boolean;
  readonly note: string;
  /** The day on which the customer signed that a photo may be published. */
  readonly permissionOn: BusinessDay | null;
  /** How often this customer had it on this day, and ever. */
  readonly timesToday: number;
  readonly timesEver: number;
  readonly day: BusinessDay;
}

export type DeedRefusal =
  | Refused<'DeedOff' | 'NeedsPhone' | 'DeedNoteNeeded' | 'PermissionNeeded', Record<string, never>>
  | Refused<'DeedTooOften', { readonly atMost: number; readonly per: 'day' | 'life' }>;

/**
 * Whether a deed is rewarded; null when it is. The first that holds is told:
 *
 * | what is known                                                 | answer                |
 * |---------------------------------------------------------------|-----------------------|
 * | the owner has not switched it on                              | DeedOff               |
 * | a customer who gave no phone                                  | NeedsPhone            |
 * | a review, subscription, story, photo or volunteering, no note | DeedNoteNeeded        |
 * | a photo without a day of permission, or one still to come     | PermissionNeeded      |
 * | 1 of 1 today                                                  | DeedTooOften a day    |
 * | 5 of 5 ever                                                   | DeedTooOften in a life |
 */
export function judgeDeed(deed: Deed, asked: DeedAsked): DeedRefusal | null {
  if (!deed.isOn) return refuse('DeedOff', {});
  if (!asked.isRegistered) return refuse('NeedsPhone', {});
  if (needsNote(asked.kind) && asked.note === '') return refuse('DeedNoteNeeded', {});
  const { permissionOn } = asked;
  if (asked.kind === 'photo' && (permissionOn === null || permissionOn > asked.day)) {
    return refuse('PermissionNeeded', {});
  }
  if (deed.timesADay !== null && asked.timesToday >= deed.timesADay) {
    return refuse('DeedTooOften', { atMost: deed.timesADay, per: 'day' as const });
  }
  if (deed.timesInAll !== null && asked.timesEver >= deed.timesInAll) {
    return refuse('DeedTooOften', { atMost: deed.timesInAll, per: 'life' as const });
  }
  return null;
}

/**
 * The year of the birthday for which a customer gets bonus on a day, or null when they get none: the window, the 30 days
 * for which the date must be known and once a calendar year are those of every birthday (docs/rules.md rule 13).
 * `birthdayUsedOn` is the day on which a birthday brought bonus last.
 *
 * | born     | day         | bonus for |
 * |----------|-------------|-----------|
 * | 1 Jan 90 | 29 Dec 2026 | 2027      |
 * | 1 Jan 90 | 2 Jan 2027  | 2027      |
 * | 1 Jan 90 | 5 Jan 2027  | null      |
 */
export function birthdayYear(known: KnownBirthday, day: BusinessDay): string | null {
  const { birthDate } = known;
  if (birthDate === null || !isBirthday(known, day, birthdayDaysBefore, birthdayDaysAfter)) return null;
  return nearestBirthday(birthDate, day).slice(0, 4);
}

/**
 * The endings `MM-DD` of the birth dates whose window may hold a day, for a search that `birthdayYear` then decides: the
 * days around it, and 29 February where the 28th is among them.
 */
export function birthdaysAround(day: BusinessDay): readonly string[] {
  const endings: string[] = [];
  for (let away = -birthdayDaysAfter; away <= birthdayDaysBefore; away++) {
    endings.push(addDays(day, away).slice(5));
  }
  if (endings.includes('02-28') && !endings.includes('02-29')) endings.push('02-29');
  return endings;
}
