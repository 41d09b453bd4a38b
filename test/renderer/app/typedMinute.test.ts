import { expect, test } from 'vitest';
import { minuteTyped, minuteWritten } from '../../../renderer/app/typedMinute.ts';

test.each([
  ['9', 540],
  ['14', 840],
  ['14:30', 870],
  ['1430', 870],
  ['14.30', 870],
  ['0', 0],
  ['24', 1440],
  ['24:00', 1440],
])('%s is a time of the day', (text, minute) => {
  expect(minuteTyped(text)).toBe(minute);
});

test.each(['', '14:', '25', '24:30', '14:60', '14:5', 'noon'])('%j is none', (text) => {
  expect(minuteTyped(text)).toBeNull();
});

test.each([
  [0, '00:00'],
  [870, '14:30'],
  [1440, '24:00'],
])('%i minutes are written %s', (minute, text) => {
  expect(minuteWritten(minute)).toBe(text);
  expect(minuteTyped(text)).toBe(minute);
});
