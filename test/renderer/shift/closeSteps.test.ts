import { expect, test } from 'vitest';
import {
  type BeforeClose,
  hasToLook,
  type NonCash,
  stepBeside,
  stepsOf,
  toldTerminals,
} from '../../../renderer/shift/closeSteps.ts';
import { som } from '../../../shared/money.ts';

const humo: NonCash = { kind: 'card', provider: 'humo' };
const payme: NonCash = { kind: 'qr', provider: 'payme' };
const quiet: BeforeClose = { isBasketOpen: false, parked: [], nonCash: [], unticked: 0 };

test('terminals are asked for only in a shift in which one took money', () => {
  expect(stepsOf(quiet)).toEqual(['look', 'count']);
  expect(stepsOf({ nonCash: [humo] })).toEqual(['look', 'count', 'terminals']);
});

test('an open basket, a parked one and an unticked item are looked at before the count', () => {
  expect(hasToLook(quiet)).toBe(false);
  expect(hasToLook({ ...quiet, isBasketOpen: true })).toBe(true);
  expect(hasToLook({ ...quiet, unticked: 1 })).toBe(true);
});

test('the way leads on to the last step and back to the first', () => {
  const steps = stepsOf({ nonCash: [humo] });
  expect(stepBeside(steps, 'look', 1)).toBe('count');
  expect(stepBeside(steps, 'terminals', 1)).toBeNull();
  expect(stepBeside(steps, 'terminals', -1)).toBe('count');
  expect(stepBeside(steps, 'look', -1)).toBeNull();
});

test('a terminal that nobody looked at says nothing, and one that says 0 says so', () => {
  expect(toldTerminals([humo, payme], {})).toEqual([]);
  expect(toldTerminals([humo, payme], { humo: null, payme: som(0) })).toEqual([{ ...payme, toldSom: 0 }]);
  // What was typed for a terminal that has no money in the shift any more is not sent.
  expect(toldTerminals([humo], { humo: som(45_500), payme: som(1) })).toEqual([{ ...humo, toldSom: 45_500 }]);
});
