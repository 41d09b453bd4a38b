/** Templates of answers: what is known is filled in, what is not stays to be seen. */
import { expect, test } from 'vitest';
import { fillTemplate, gapsIn } from '../../../shared/service/template.ts';

const known = { name: 'Anvar', shop: 'Daftar', day: '25-noyabr' };

test('every place is filled, as often as it stands there', () => {
  expect(fillTemplate('{name}, {day} kuni keling. {name}, {shop}.', known)).toBe(
    'Anvar, 25-noyabr kuni keling. Anvar, Daftar.',
  );
});

test('what is not known stays a gap that whoever answers sees', () => {
  const filled = fillTemplate('{name}, {day} kuni', { ...known, name: '', day: '' });
  expect(filled).toBe('{name}, {day} kuni');
  expect(gapsIn(filled)).toEqual(['name', 'day']);
  expect(gapsIn(fillTemplate(filled, known))).toEqual([]);
});

test('other braces are only words, and a name with a dollar sign is a name', () => {
  expect(fillTemplate('{price} {NAME} {name}', { ...known, name: '$& $1' })).toBe('{price} {NAME} $& $1');
  expect(gapsIn('{price}')).toEqual([]);
});
