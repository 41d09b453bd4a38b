import { describe, expect, it } from 'vitest';
import { createFormat, wordsOf } from '../../shared/format.ts';
import { businessDay, type Instant } from '../../shared/time.ts';

const uz = createFormat('uz');
const ru = createFormat('ru');
const en = createFormat('en');
/** Non-breaking spaces made visible, so that an expectation can be read. */
const seen = (text: string) => text.replaceAll('\u00A0', '_');

describe('money', () => {
  it('stands in groups of three before the word, which Russian never inflects', () => {
    expect(seen(uz.som(125_000))).toBe('125_000_soʻm');
    expect(seen(ru.som(125_000))).toBe('125_000_сум');
    expect(seen(en.som(125_000))).toBe('125,000_soʻm');
    expect(seen(uz.som(1_234_567))).toBe('1_234_567_soʻm');
    expect(seen(uz.som(0))).toBe('0_soʻm');
    expect(seen(uz.som(999))).toBe('999_soʻm');
  });

  it('has a real minus, and a plus where the direction matters', () => {
    expect(seen(uz.som(-500))).toBe('\u2212500_soʻm');
    expect(seen(ru.signedSom(365_000))).toBe('+365_000_сум');
    expect(seen(uz.signedNumber(-4))).toBe('\u22124');
    expect(seen(uz.signedNumber(0))).toBe('0');
  });

  it('is refused when it is not a whole number', () => {
    expect(() => uz.som(0.5)).toThrow(RangeError);
    expect(() => uz.som(Number.NaN)).toThrow(RangeError);
  });

  it('names the word once in a range', () => {
    expect(seen(uz.somRange(13_000, 15_000))).toBe('13_000\u201315_000_soʻm');
    expect(seen(uz.somRange(13_000, 13_000))).toBe('13_000_soʻm');
  });

  it('is shortened to two figures on a chart', () => {
    const shortened = [0, 950, 1000, 1250, 12_500, 999_499, 999_950, 1_250_000, 4_710_000_000];
    expect(shortened.map(uz.compact).map(seen)).toEqual([
      '0',
      '950',
      '1_ming',
      '1,3_ming',
      '13_ming',
      '999_ming',
      '1_mln',
      '1,3_mln',
      '4,7_mlrd',
    ]);
    expect(seen(ru.compact(12_500))).toBe('13_тыс.');
    expect(en.compact(-1_250_000)).toBe('\u22121.3M');
  });
});

describe('rates and quantities', () => {
  it('writes basis points as a percent with as many decimals as it has', () => {
    expect([840, 1500, 825, 5, 0].map(uz.percent)).toEqual(['8,4%', '15%', '8,25%', '0,05%', '0%']);
    expect(seen(ru.percent(840))).toBe('8,4_%');
    expect(en.percent(-840)).toBe('\u22128.4%');
    expect(uz.signedPercent(510)).toBe('+5,1%');
  });

  it('writes weights with three decimals and pieces with none', () => {
    expect(seen(uz.quantity(1250, 'kilogram'))).toBe('1,250_kg');
    expect(seen(ru.quantity(1250, 'kilogram'))).toBe('1,250_кг');
    expect(seen(en.quantity(1250, 'kilogram'))).toBe('1.250_kg');
    expect(seen(uz.quantity(3000, 'piece'))).toBe('3_dona');
    expect(seen(ru.quantity(5, 'litre'))).toBe('0,005_л');
    expect(uz.quantity(-2000)).toBe('\u22122');
  });
});

describe('days and times', () => {
  const day = businessDay('2026-03-08');
  const sunday = businessDay('2026-11-22');

  it('writes a date as people in Uzbekistan do', () => {
    expect([uz, ru, en].map((format) => format.day(day))).toEqual(['08.03.2026', '08.03.2026', '08.03.2026']);
    expect([uz, ru, en].map((format) => seen(format.longDay(day)))).toEqual([
      '2026-yil 8-mart',
      '8_марта 2026_г.',
      '8_March 2026',
    ]);
  });

  it('names the weekday', () => {
    expect([uz, ru, en].map((format) => seen(format.dayWithWeekday(sunday)))).toEqual([
      '22-noyabr, yakshanba',
      '22_ноября, воскресенье',
      'Sunday, 22_November',
    ]);
    expect(uz.weekday(businessDay('2026-11-23'))).toBe('dushanba');
  });

  it('writes a range of days in as few words as possible', () => {
    const to = businessDay('2026-03-14');
    expect([uz, ru, en].map((format) => seen(format.dayRange(day, to)))).toEqual([
      '8\u201314-mart',
      '8\u201314_марта',
      '8\u201314_March',
    ]);
    expect(seen(uz.dayRange(day, businessDay('2026-04-01')))).toBe('8-mart \u2013 1-aprel');
    expect(uz.dayRange(businessDay('2025-12-30'), day)).toBe('30.12.2025 \u2013 08.03.2026');
    expect(uz.dayRange(day, day)).toBe('2026-yil 8-mart');
  });

  it('counts days back and ahead', () => {
    const relative = (format: typeof uz, other: string) => format.relativeDay(businessDay(other), sunday);
    expect(['2026-11-22', '2026-11-21', '2026-11-23'].map((d) => relative(uz, d))).toEqual([
      'bugun',
      'kecha',
      'ertaga',
    ]);
    expect(relative(uz, '2026-11-19')).toBe('3 kun oldin');
    expect(relative(uz, '2026-11-25')).toBe('3 kundan keyin');
    expect(relative(en, '2026-11-25')).toBe('in 3 days');
    expect(['2026-11-20', '2026-11-17', '2026-11-11', '2026-11-01'].map((d) => relative(ru, d))).toEqual([
      '2 дня назад',
      '5 дней назад',
      '11 дней назад',
      '21 день назад',
    ]);
    expect(relative(ru, '2026-12-04')).toBe('через 12 дней');
  });

  it('shows the wall clock of the shop, not of the computer', () => {
    const instant = '2026-03-08T20:05:00.000Z' as Instant;
    expect(uz.time(instant)).toBe('01:05');
    expect(uz.moment(instant)).toBe('09.03.2026 01:05');
    expect(createFormat('uz', 'Europe/Moscow').moment(instant)).toBe('08.03.2026 23:05');
  });
});

describe('phones and lists', () => {
  it('groups a phone as it is read aloud', () => {
    expect(seen(uz.phone('+998901234567'))).toBe('+998_90_123-45-67');
    expect(uz.phone('+77011234567')).toBe('+77011234567');
  });

  it('joins names with and', () => {
    expect(uz.list(['A', 'B', 'C'])).toBe('A, B va C');
    expect(ru.list(['A', 'B'])).toBe('A и B');
    expect(en.list(['A'])).toBe('A');
    expect(en.list([])).toBe('');
  });
});

describe('the data of a refusal', () => {
  it('is written by the unit at the end of its name', () => {
    const words = wordsOf(
      {
        missingSom: 12_000,
        expiredOn: '2026-03-08',
        redeemedAt: '2026-03-08T09:05:00.000Z',
        receiptNumber: 1042,
        name: { ru: 'Чай' },
        folder: '/mnt/usb',
      },
      uz,
    );
    expect({ ...words, missingSom: seen(String(words.missingSom)) }).toEqual({
      missingSom: '12_000_soʻm',
      expiredOn: '08.03.2026',
      redeemedAt: '08.03.2026 14:05',
      receiptNumber: 1042,
      count: 1042,
      name: 'Чай',
      folder: '/mnt/usb',
    });
  });
});
