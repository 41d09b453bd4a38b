/** The words of dates, sums and units in three languages; Chromium has no Uzbek ones of its own. */
import type { Unit } from './basket.ts';
import type { Language } from './text.ts';

export interface FormatWords {
  readonly som: string;
  /** January first, in the form that stands beside a day number. */
  readonly months: readonly string[];
  /** A month that stands without a date: Russian has another form for it. */
  readonly monthsAlone: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** For the head of a calendar. */
  readonly weekdaysShort: readonly string[];
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
    monthsAlone: [
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
    weekdaysShort: ['Du', 'Se', 'Ch', 'Pa', 'Ju', 'Sh', 'Ya'],
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
    monthsAlone: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    weekdaysShort: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
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
    monthsAlone: [
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
    weekdaysShort: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    units: { piece: 'pcs', kilogram: 'kg', litre: 'l', metre: 'm', pack: 'pack' },
    scales: ['K', 'M', 'B'],
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    and: 'and',
  },
};
