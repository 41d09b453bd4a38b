/** How money, quantities, dates and phones are written in each language, without the browser's `Intl`. */
import type { Unit } from './basket.ts';
import { type FormatWords, formatWords } from './formatWords.ts';
import { type Language, textIn } from './text.ts';
import {
  type BusinessDay,
  daysBetween,
  defaultTimeZone,
  type Instant,
  isBusinessDay,
  localTimeOf,
  weekdayOf,
} from './time.ts';

const noBreakSpace = '\u00A0';
const minus = '\u2212';
const enDash = '\u2013';

/**
 * Writes values for people. Chromium's `Intl` claims to know Uzbek and then prints `UZS 125,000.50` and `2026 M03 8`.
 *
 * | what                | uz               | ru              | en            |
 * |---------------------|------------------|-----------------|---------------|
 * | `som(125000)`       | 125 000 soʻm     | 125 000 сум     | 125,000 soʻm  |
 * | `quantity(1250,kg)` | 1,250 kg         | 1,250 кг        | 1.250 kg      |
 * | `percent(840)`      | 8,4%             | 8,4 %           | 8.4%          |
 * | `longDay`           | 2026-yil 8-mart  | 8 марта 2026 г. | 8 March 2026  |
 * | `compact(1250000)`  | 1,3 mln          | 1,3 млн         | 1.3M          |
 */
export interface Format {
  readonly language: Language;
  /** A whole number in groups of three. Receipt numbers and years are not numbers in this sense. */
  number(value: number): string;
  /** A sum with the word for money. */
  som(sum: number): string;
  /** A sum with its sign: +365 000 soʻm. */
  signedSom(sum: number): string;
  signedNumber(value: number): string;
  /** Two sums with the word once: 13 000–15 000 soʻm. */
  somRange(from: number, to: number): string;
  /** A large sum in two figures, for the axis of a chart. */
  compact(sum: number): string;
  /** A rate in basis points: 840 is 8.4 %. */
  percent(rateBasisPoints: number): string;
  signedPercent(rateBasisPoints: number): string;
  /** Thousandths of a unit; three decimals as soon as it is not whole. Without a unit only the figure. */
  quantity(quantityThousandths: number, unit?: Unit): string;
  unit(unit: Unit): string;
  /** 08.03.2026 */
  day(day: BusinessDay): string;
  longDay(day: BusinessDay): string;
  /** The day without its year but with its weekday, for a heading. */
  dayWithWeekday(day: BusinessDay): string;
  /** The day without its year. */
  dayAndMonth(day: BusinessDay): string;
  weekday(day: BusinessDay): string;
  /** Monday first, as short as the head of a calendar. */
  readonly weekdaysShort: readonly string[];
  /** The month of a day with its year: noyabr 2026. */
  month(day: BusinessDay): string;
  /** Days from one to another in as few words as possible: 8–14-mart. */
  dayRange(from: BusinessDay, to: BusinessDay): string;
  /** Today, yesterday, tomorrow, else so many days ago or ahead. */
  relativeDay(day: BusinessDay, today: BusinessDay): string;
  /** 15:05 on the shop's wall. */
  time(instant: Instant): string;
  /** Date and time of an instant: 08.03.2026 15:05 */
  moment(instant: Instant): string;
  /** An hour of the day as a chart names it: 9:00. */
  hour(hour: number): string;
  /** +998 90 123-45-67; a number of another country in groups as it came. */
  phone(phone: string): string;
  /** A, B and C. */
  list(items: readonly string[]): string;
}

interface Way {
  readonly language: Language;
  readonly words: FormatWords;
  readonly groupMark: string;
  readonly decimalMark: string;
  readonly timeZone: string;
}

function grouped(way: Way, digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, way.groupMark);
}

function whole(way: Way, value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return (value < 0 ? minus : '') + grouped(way, String(Math.abs(value)));
}

function signed(value: number, written: string): string {
  return value > 0 ? `+${written}` : written;
}

function money(way: Way, sum: number): string {
  return `${whole(way, sum)}${noBreakSpace}${way.words.som}`;
}

function percent(way: Way, rateBasisPoints: number): string {
  const absolute = Math.abs(rateBasisPoints);
  const decimals = String(absolute % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const figure = grouped(way, String(Math.floor(absolute / 100)));
  const sign = rateBasisPoints < 0 ? minus : '';
  const mark = way.language === 'ru' ? `${noBreakSpace}%` : '%';
  return `${sign}${figure}${decimals === '' ? '' : way.decimalMark + decimals}${mark}`;
}

function quantity(way: Way, quantityThousandths: number, unit: Unit | undefined): string {
  const absolute = Math.abs(quantityThousandths);
  const decimals = absolute % 1000;
  const figure =
    (quantityThousandths < 0 ? minus : '') +
    grouped(way, String(Math.floor(absolute / 1000))) +
    (decimals === 0 ? '' : way.decimalMark + String(decimals).padStart(3, '0'));
  return unit === undefined ? figure : `${figure}${noBreakSpace}${way.words.units[unit]}`;
}

/** Two figures and the word of the scale; 999 950 becomes a million rather than 1 000 thousand. */
function compact(way: Way, sum: number): string {
  const absolute = Math.abs(sum);
  const sign = sum < 0 ? minus : '';
  const gap = way.language === 'en' ? '' : noBreakSpace;
  for (const [index, size] of [1e9, 1e6, 1e3].entries()) {
    if (Math.round((absolute * 1000) / size) < 1000) continue;
    const tenths = Math.round((absolute * 10) / size);
    const decimal = tenths < 100 ? tenths % 10 : 0;
    const figure = tenths < 100 ? Math.floor(tenths / 10) : Math.round(absolute / size);
    const written = grouped(way, String(figure)) + (decimal === 0 ? '' : way.decimalMark + decimal);
    return sign + written + gap + (way.words.scales[2 - index] ?? '');
  }
  return sign + String(absolute);
}

interface DayParts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function partsOf(day: BusinessDay): DayParts {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), day: Number(date) };
}

function shortDay(day: BusinessDay): string {
  return day.split('-').reverse().join('.');
}

const month = (way: Way, { year, month }: DayParts): string =>
  `${way.words.monthsAlone[month - 1] ?? ''} ${year}`;

const monthOf = (way: Way, month: number): string => way.words.months[month - 1] ?? '';

function dayAndMonth(way: Way, date: number | string, month: number): string {
  return way.language === 'uz'
    ? `${date}-${monthOf(way, month)}`
    : `${date}${noBreakSpace}${monthOf(way, month)}`;
}

function longDay(way: Way, day: BusinessDay): string {
  const parts = partsOf(day);
  const words = dayAndMonth(way, parts.day, parts.month);
  if (way.language === 'uz') return `${parts.year}-yil ${words}`;
  return way.language === 'ru' ? `${words} ${parts.year}${noBreakSpace}г.` : `${words} ${parts.year}`;
}

function weekday(way: Way, day: BusinessDay): string {
  return way.words.weekdays[weekdayOf(day) - 1] ?? '';
}

function dayWithWeekday(way: Way, day: BusinessDay): string {
  const parts = partsOf(day);
  const date = dayAndMonth(way, parts.day, parts.month);
  return way.language === 'en' ? `${weekday(way, day)}, ${date}` : `${date}, ${weekday(way, day)}`;
}

function dayRange(way: Way, from: BusinessDay, to: BusinessDay): string {
  if (from === to) return longDay(way, from);
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.year !== b.year) return `${shortDay(from)} ${enDash} ${shortDay(to)}`;
  if (a.month === b.month) return dayAndMonth(way, `${a.day}${enDash}${b.day}`, a.month);
  return `${dayAndMonth(way, a.day, a.month)} ${enDash} ${dayAndMonth(way, b.day, b.month)}`;
}

/** The Russian form of "day" after a number: 1 день, 2 дня, 5 дней, 11 дней, 21 день. */
function russianDays(count: number): string {
  const lastTwo = count % 100;
  const last = count % 10;
  if (last === 1 && lastTwo !== 11) return 'день';
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? 'дня' : 'дней';
}

function relativeDay(way: Way, day: BusinessDay, today: BusinessDay): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return way.words.today;
  if (ahead === -1) return way.words.yesterday;
  if (ahead === 1) return way.words.tomorrow;
  const count = Math.abs(ahead);
  const days = whole(way, count);
  if (way.language === 'uz') return ahead < 0 ? `${days} kun oldin` : `${days} kundan keyin`;
  if (way.language === 'en') return ahead < 0 ? `${days} days ago` : `in ${days} days`;
  return ahead < 0 ? `${days} ${russianDays(count)} назад` : `через ${days} ${russianDays(count)}`;
}

function time(way: Way, instant: Instant): string {
  const local = localTimeOf(instant, way.timeZone);
  return `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
}

/** A phone in the groups people read aloud; what is not a full Uzbek number stays as it is. */
export function phoneWritten(phone: string): string {
  const parts = /^\+998(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  if (!parts) return phone;
  const [, operator, first, second, third] = parts;
  return `+998${noBreakSpace}${operator}${noBreakSpace}${first}-${second}-${third}`;
}

function listed(way: Way, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${way.words.and} ${last}`;
}

/** The way one language writes values, in the shop's time zone. Sums must be whole: a fraction throws RangeError. */
export function createFormat(language: Language, timeZone: string = defaultTimeZone): Format {
  const way: Way = {
    language,
    timeZone,
    words: formatWords[language],
    groupMark: language === 'en' ? ',' : noBreakSpace,
    decimalMark: language === 'en' ? '.' : ',',
  };
  return {
    language,
    number: (value) => whole(way, value),
    som: (sum) => money(way, sum),
    signedSom: (sum) => signed(sum, money(way, sum)),
    signedNumber: (value) => signed(value, whole(way, value)),
    somRange: (from, to) =>
      from === to ? money(way, from) : `${whole(way, from)}${enDash}${money(way, to)}`,
    compact: (sum) => compact(way, sum),
    percent: (rate) => percent(way, rate),
    signedPercent: (rate) => signed(rate, percent(way, rate)),
    quantity: (thousandths, unit) => quantity(way, thousandths, unit),
    unit: (unit) => way.words.units[unit],
    day: shortDay,
    longDay: (day) => longDay(way, day),
    dayWithWeekday: (day) => dayWithWeekday(way, day),
    dayAndMonth: (day) => dayAndMonth(way, partsOf(day).day, partsOf(day).month),
    weekday: (day) => weekday(way, day),
    weekdaysShort: way.words.weekdaysShort,
    month: (day) => month(way, partsOf(day)),
    dayRange: (from, to) => dayRange(way, from, to),
    relativeDay: (day, today) => relativeDay(way, day, today),
    time: (instant) => time(way, instant),
    moment: (instant) => `${shortDay(localTimeOf(instant, timeZone).day)} ${time(way, instant)}`,
    hour: (hour) => `${hour}:00`,
    phone: phoneWritten,
    list: (items) => listed(way, items),
  };
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function isLocalText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && ('uz' in value || 'ru' in value || 'en' in value);
}

/**
 * The data of a refusal as words for its sentence. The unit at the end of a name says how: `…Som` is money,
 * `…BasisPoints` a rate, `…Thousandths` a quantity; days, months and instants are known by their shape. Whole numbers also
 * become `count`, which picks the plural; receipt numbers stay ungrouped.
 */
export function wordsOf(
  data: Readonly<Record<string, unknown>>,
  format: Format,
): Readonly<Record<string, string | number>> {
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'number') {
      if (name.endsWith('Som')) words[name] = format.som(value);
      else if (name.endsWith('BasisPoints')) words[name] = format.percent(value);
      else if (name.endsWith('Thousandths')) words[name] = format.quantity(value);
      else words[name] = words.count = value;
    } else if (typeof value === 'string') {
      if (isBusinessDay(value)) words[name] = format.day(value);
      else if (monthPattern.test(value)) words[name] = format.month(`${value}-01` as BusinessDay);
      else words[name] = instantPattern.test(value) ? format.moment(value as Instant) : value;
    } else if (isLocalText(value)) words[name] = textIn(value, format.language);
  }
  return words;
}
