import { expect, test } from 'vitest';
import {
  accountPays,
  cashBalance,
  cashTyped,
  moneyOf,
  newMoneyOf,
} from '../../../renderer/credit/moneyTyped.ts';
import { som } from '../../../shared/money.ts';

const sum = som(115_000);

test.each([
  [null, 0, 0],
  [115_000, 0, 0],
  [120_000, 5000, 0],
  [100_000, 0, 15_000],
])('for 115 000 the customer hands over %s: change %i, missing %i', (received, changeSom, missingSom) => {
  const typed = { ...cashTyped, receivedSom: received === null ? null : som(received) };
  expect(cashBalance(typed, sum)).toEqual({ changeSom, missingSom });
});

test('a card gives no change, whatever stood in the field of cash', () => {
  expect(cashBalance({ ...cashTyped, kind: 'card', receivedSom: som(500_000) }, sum)).toEqual({
    changeSom: 0,
    missingSom: 0,
  });
});

test('each kind of money says what the till needs to know of it', () => {
  expect(moneyOf(cashTyped, sum)).toEqual({ kind: 'cash', receivedSom: 115_000 });
  expect(moneyOf({ ...cashTyped, kind: 'card', card: 'humo' }, sum)).toEqual({
    kind: 'card',
    provider: 'humo',
  });
  expect(moneyOf({ ...cashTyped, kind: 'qr', qr: 'payme' }, sum)).toEqual({ kind: 'qr', provider: 'payme' });
  expect(moneyOf({ ...cashTyped, kind: 'storeCredit' }, sum)).toEqual({ kind: 'storeCredit' });
});

test('a gift card is never bought from an account', () => {
  expect(newMoneyOf({ ...cashTyped, kind: 'storeCredit' }, sum).kind).toBe('cash');
});

test.each([
  [115_000, true],
  [200_000, true],
  [114_999, false],
  [-5000, false],
])('an account of %i pays 115 000: %s', (balance, pays) => {
  expect(accountPays(balance, sum)).toBe(pays);
});
