/** A week of the plan as a grid: people by days, with what each works in the week. */
import { addDays, type BusinessDay, weekdayOf } from '../../shared/time.ts';
import { minuteWritten } from '../app/typedMinute.ts';
import type { Person, PlannedShift } from './person.ts';

/** The seven days of a day's week, Monday first. */
export function weekOf(day: BusinessDay): readonly BusinessDay[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, place) => addDays(monday, place));
}

export interface PlanRow {
  readonly personId: string;
  readonly name: string;
  /** One list for each day of the week, earliest first. */
  readonly days: readonly (readonly PlannedShift[])[];
  readonly minutes: number;
}

/** Everybody who works here, and whoever has left but stands in the plan of this week. */
export function planRows(
  people: readonly Pick<Person, 'id' | 'name'>[],
  shifts: readonly PlannedShift[],
  week: readonly BusinessDay[],
): readonly PlanRow[] {
  const known = new Set(people.map(({ id }) => id));
  const gone = new Map(
    shifts.filter(({ personId }) => !known.has(personId)).map((each) => [each.personId, each.personName]),
  );
  const everybody = [...people, ...[...gone].map(([id, name]) => ({ id, name }))];
  return everybody.map(({ id, name }) => {
    const own = shifts.filter(({ personId }) => personId === id);
    return {
      personId: id,
      name,
      days: week.map((day) =>
        own.filter((shift) => shift.day === day).sort((one, other) => one.fromMinute - other.fromMinute),
      ),
      minutes: own.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0),
    };
  });
}

/** 09:00–18:00 */
export function hoursOf({ fromMinute, toMinute }: Pick<PlannedShift, 'fromMinute' | 'toMinute'>): string {
  return `${minuteWritten(fromMinute)}–${minuteWritten(toMinute)}`;
}
