/** What the form of a person keeps while it is typed, and the intention that it becomes. */
import type { z } from 'zod';
import { staffContract } from '../../shared/staff/contract.ts';
import type { WorkingHours } from '../../shared/staff/peopleContract.ts';
import { schemaOf } from '../app/form.ts';
import type { TeamMember } from './person.ts';

/** Hours as they are typed: null while a field holds no time. */
export interface TypedHours {
  readonly weekday: number;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

export const personDraftSchema = schemaOf(staffContract.changePerson).omit({
  intentionId: true,
  approval: true,
  personId: true,
});

export type PersonDraft = Omit<z.input<typeof personDraftSchema>, 'hours'> & {
  readonly hours: readonly TypedHours[];
};

/** The role of an owner is no choice. */
export function draftOfPerson(person: TeamMember): PersonDraft {
  const { name, role, discountBasisPoints, giftBudgetSom, accessEndsOn, isBoundToHours, hours } = person;
  return {
    name,
    role: role === 'owner' ? null : role,
    discountBasisPoints,
    giftBudgetSom,
    accessEndsOn,
    isBoundToHours,
    hours,
  };
}

/** What a working day mostly is; a second time of the same day begins after the first. */
const morning = { fromMinute: 9 * 60, toMinute: 18 * 60 };
const midnight = 24 * 60;

/**
 * The hours with one more time of a weekday: four hours that begin an hour after the last of that day, if they fit.
 *
 * | that day has  | is added      |
 * |---------------|---------------|
 * | nothing       | 09:00–18:00   |
 * | 09:00–13:00   | 14:00–18:00   |
 * | 09:00–23:30   | empty fields  |
 */
export function withHours(hours: readonly TypedHours[], weekday: number): readonly TypedHours[] {
  const ends = hours.filter((each) => each.weekday === weekday).map(({ toMinute }) => toMinute ?? midnight);
  if (ends.length === 0) return [...hours, { weekday, ...morning }];
  const fromMinute = Math.max(...ends) + 60;
  const fits = fromMinute + 240 <= midnight;
  return [
    ...hours,
    { weekday, fromMinute: fits ? fromMinute : null, toMinute: fits ? fromMinute + 240 : null },
  ];
}

/** Every day from Tuesday to Saturday gets the hours of Monday; Sunday stays as it is. */
export function likeMonday(hours: readonly TypedHours[]): readonly TypedHours[] {
  const monday = hours.filter(({ weekday }) => weekday === 1);
  const sunday = hours.filter(({ weekday }) => weekday === 7);
  const others = [2, 3, 4, 5, 6].flatMap((weekday) => monday.map((each) => ({ ...each, weekday })));
  return [...monday, ...others, ...sunday];
}

/** The whole minutes of a week's hours; times that are not typed yet count nothing. */
export function minutesOf(hours: readonly TypedHours[] | readonly WorkingHours[]): number {
  return hours.reduce(
    (sum, { fromMinute, toMinute }) =>
      fromMinute === null || toMinute === null ? sum : sum + Math.max(0, toMinute - fromMinute),
    0,
  );
}
