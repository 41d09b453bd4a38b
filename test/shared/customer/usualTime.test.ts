import { expect, test } from 'vitest';
import { usualTimeOf } from '../../../shared/customer/usualTime.ts';

const monday = (hour: number) => ({ weekday: 1, hour });
const friday = (hour: number) => ({ weekday: 5, hour });

test('three visits of five on a Monday make Monday usual, by six tenths', () => {
  expect(usualTimeOf([monday(9), friday(18), monday(9), monday(18), friday(9)])).toEqual({
    weekday: { value: 1, shareBasisPoints: 6_000 },
    hour: { value: 9, shareBasisPoints: 6_000 },
  });
});

test('of two days equally frequent the earlier of the week is told, whichever came first', () => {
  const visits = [friday(18), friday(18), friday(18), monday(9), monday(9), monday(9)];
  expect(usualTimeOf(visits)?.weekday).toEqual({ value: 1, shareBasisPoints: 5_000 });
  expect(usualTimeOf(visits)?.hour).toEqual({ value: 9, shareBasisPoints: 5_000 });
});

test('four visits are no habit yet', () => {
  expect(usualTimeOf([monday(9), monday(9), monday(9), monday(9)])).toBeNull();
});
