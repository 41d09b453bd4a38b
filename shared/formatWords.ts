/** The words of dates, sums and units in three languages; Chromium has no Uzbek ones of its own. */
import type { Unit } from './basket.ts';
import type { Language } from './text.ts';

export interface FormatWords {
  readonly som: string;
  /** January first, in the form that stands beside a day number. */
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly units: Readonly<Record<Unit, string>>;
  /** Thousand, million, milliard: for charts, where a whole sum would not fit. */
  readonly scales: readonly [string, string, string];
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
  readonly and: string;
}

export const formatWords: Readonly<Record<Language, FormatWords>> = {
  uz: {
    som: 'soʻm',
    months: [
      'yanvar',
      'fevral',
      'mart',
      'aprel',
      'may',
      'iyun',
      'iyul',
      'avgust',
      'sentabr',
      'oktabr',
      'noyabr',
      'dekabr',
    ],
    weekdays: ['dushanba', 'seshanba', 'chorshanba', 'payshanba', 'juma', 'shanba', 'yakshanba'],
    units: { piece: 'dona', kilogram: 'kg', litre: 'l', metre: 'm', pack: 'qadoq' },
    scales: ['ming', 'mln', 'mlrd'],
    today: 'bugun',
    yesterday: 'kecha',
    tomorrow: 'ertaga',
    and: 'va',
  },
  ru: {
    som: 'сум',
    months: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    units: { piece: 'шт', kilogram: 'кг', litre: 'л', metre: 'м', pack: 'уп' },
    scales: ['тыс.', 'млн', 'млрд'],
    today: 'сегодня',
    yesterday: 'вчера',
    tomorrow: 'завтра',
    and: 'и',
  },
  en: {
    som: 'soʻm',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    units: { piece: 'pcs', kilogram: 'kg', litre: 'l', metre: 'm', pack: 'pack' },
    scales: ['K', 'M', 'B'],
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    and: 'and',
  },
};
