import { describe, expect, test } from 'vitest';
import { drawnHours, reachedHours } from '../../../renderer/report/chartHours.ts';

const sold = (hour: number, netSom: number, comparedNetSom = 0) => ({ hour, netSom, comparedNetSom });

describe('the hours that are drawn', () => {
  test('the first sale of a day stands among six hours, one of them before it', () => {
    const drawn = drawnHours([sold(12, 99_800)]);
    expect(drawn.map(({ hour }) => hour)).toEqual([11, 12, 13, 14, 15, 16]);
    expect(drawn.map(({ netSom }) => netSom)).toEqual([0, 99_800, 0, 0, 0, 0]);
  });

  test('a sale before midnight is followed by the night', () => {
    expect(drawnHours([sold(23, 1000)]).map(({ hour }) => hour)).toEqual([22, 23, 0, 1, 2, 3]);
  });

  test('a long day is drawn as it was, and a day without sales not at all', () => {
    const long = [8, 9, 10, 11, 12, 13, 14].map((hour) => sold(hour, 1000));
    expect(drawnHours(long)).toEqual(long);
    expect(drawnHours([])).toEqual([]);
  });
});

describe('how far the line of a day goes', () => {
  const hours = [sold(8, 1000), sold(9, 2000), sold(10, 0, 500), sold(11, 0, 700)];

  test.each([
    { says: 'a day that is over goes to its end', runningHour: null, reached: 4 },
    { says: 'an hour that has begun without a sale is left out', runningHour: 10, reached: 2 },
    { says: 'quiet hours that are over count as nothing sold', runningHour: 11, reached: 3 },
    { says: 'an hour with a sale counts while it runs', runningHour: 9, reached: 2 },
    { says: 'after the last drawn hour the last sale decides', runningHour: 20, reached: 2 },
  ])('$says', ({ runningHour, reached }) => {
    expect(reachedHours(hours, runningHour)).toBe(reached);
  });
});
