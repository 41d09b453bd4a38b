/** Conditions of the calendar and the clock. Days are business days, hours are the shop's wall clock (rule 21). */
import { z } from 'zod';
import { weekdayOf } from '../time.ts';
import { businessDaySchema } from '../wire.ts';
import { whenTrue } from './conditionKind.ts';

const minuteSchema = z.int().min(0).max(1440);

export const timeConditions = {
  /** Between two days, both included; null leaves a side open. */
  dates: whenTrue(
    { from: businessDaySchema.nullable(), to: businessDaySchema.nullable() },
    ({ from, to }, { day }) => (from === null || from <= day) && (to === null || day <= to),
  ),

  /** The button "today only": the day on which it was pressed. */
  onDay: whenTrue({ day: businessDaySchema }, (condition, { day }) => condition.day === day),

  /** 1 Monday … 7 Sunday. */
  weekdays: whenTrue({ days: z.array(z.int().min(1).max(7)).min(1).max(7).readonly() }, ({ days }, { day }) =>
    days.includes(weekdayOf(day)),
  ),

  /**
   * From one minute of the day up to, but without, another. Over midnight when the second is the smaller: 22:00–02:00 is
   * 1320 to 120, and a shop whose day starts at 3 counts all of it to the evening's weekday.
   */
  hours: whenTrue(
    { fromMinute: minuteSchema, toMinute: minuteSchema },
    ({ fromMinute, toMinute }, { minuteOfDay: now }) => {
      if (now === null) return false;
      return fromMinute < toMinute
        ? fromMinute <= now && now < toMinute
        : fromMinute <= now || now < toMinute;
    },
  ),
};
