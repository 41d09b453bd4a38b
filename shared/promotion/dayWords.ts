/** Days and hours of a rule in words: "every Tuesday", "14:00–18:00", "1–7 March". */
import type { BusinessDay } from '../time.ts';
import type { Speaker } from './speaker.ts';

interface Days {
  readonly from: BusinessDay | null;
  readonly to: BusinessDay | null;
}

/** A span of days with both ends included; nothing when both are open. */
export function spanWords({ from, to }: Days, { say, format }: Speaker): string {
  if (from !== null && to !== null)
    return from === to ? onlyOn(from, { say, format }) : format.dayRange(from, to);
  if (from !== null) {
    const day = format.longDay(from);
    return say(`${day}dan boshlab`, `с ${day}`, `from ${day}`);
  }
  if (to === null) return '';
  const day = format.longDay(to);
  return say(`${day} oxirigacha`, `по ${day}`, `until the end of ${day}`);
}

/** The opposite of a span: "not 1–7 March". */
export function outsideSpanWords(days: Days, speaker: Speaker): string {
  const span =
    days.from !== null && days.from === days.to
      ? speaker.format.longDay(days.from)
      : spanWords(days, speaker);
  return speaker.say(`${span} emas`, `кроме: ${span}`, `not ${span}`);
}

/** "only on 8 March 2027". */
export function onlyOn(day: BusinessDay, { say, format }: Pick<Speaker, 'say' | 'format'>): string {
  const long = format.longDay(day);
  return say(`faqat ${long} kuni`, `только ${long}`, `only on ${long}`);
}

const uzbekDays = ['dushanba', 'seshanba', 'chorshanba', 'payshanba', 'juma', 'shanba', 'yakshanba'];
const englishDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const russianOnDays = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
];
const russianExceptDays = [
  'понедельника',
  'вторника',
  'среды',
  'четверга',
  'пятницы',
  'субботы',
  'воскресенья',
];

/**
 * | days      | words                     |
 * |-----------|---------------------------|
 * | 2         | every Tuesday             |
 * | 2, 4      | every Tuesday and Thursday |
 * | 1 to 5    | Monday to Friday          |
 * | 1 to 7    | every day                 |
 */
export function weekdayWords(days: readonly number[], isNot: boolean, { say, both }: Speaker): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const of = (names: readonly string[]) => both(sorted.map((day) => names[day - 1] ?? ''));
  if (isNot) {
    return say(`${of(uzbekDays)}dan tashqari`, `кроме ${of(russianExceptDays)}`, `not on ${of(englishDays)}`);
  }
  if (sorted.length === 7) return say('har kuni', 'каждый день', 'every day');
  if (sorted.join() === '1,2,3,4,5')
    return say('dushanbadan jumagacha', 'с понедельника по пятницу', 'Monday to Friday');
  const isOne = sorted.length === 1;
  return say(
    isOne ? `har ${of(uzbekDays)}` : `${of(uzbekDays)} kunlari`,
    `по ${of(russianOnDays)}`,
    `every ${of(englishDays)}`,
  );
}

function clock(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** "14:00–18:00", or that it must not be then. Minutes since midnight. */
export function hourWords(fromMinute: number, toMinute: number, isNot: boolean, { say }: Speaker): string {
  const [from, to] = [clock(fromMinute), clock(toMinute)];
  return isNot
    ? say(`soat ${from}–${to}dan tashqari`, `кроме времени с ${from} до ${to}`, `not ${from}–${to}`)
    : say(`soat ${from}–${to}`, `с ${from} до ${to}`, `${from}–${to}`);
}
