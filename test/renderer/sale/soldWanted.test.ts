import { describe, expect, it } from 'vitest';
import { type Filters, soldInput, typedAs } from '../../../renderer/sale/soldWanted.ts';
import { newCode } from '../../../shared/code.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const none: Filters = { day: null, customer: null, product: null };
const receiptCode = newCode('R', new Uint8Array(8).fill(7));
const couponCode = newCode('K', new Uint8Array(8).fill(7));

describe('what is typed to find a receipt', () => {
  it.each([
    ['1042', { kind: 'number', number: 1042 }],
    ['№1042', { kind: 'number', number: 1042 }],
    ['No. 7', { kind: 'number', number: 7 }],
    ['901234567', { kind: 'words', words: '901234567' }],
    ['choy', { kind: 'words', words: 'choy' }],
    ['c', { kind: 'nothing' }],
    ['', { kind: 'nothing' }],
    ['0', { kind: 'nothing' }],
    [receiptCode.toLowerCase(), { kind: 'code', code: receiptCode }],
  ])('%s', (text, meant) => {
    expect(typedAs(text)).toEqual(meant);
  });

  it('takes no other code of the shop for a receipt', () => {
    expect(typedAs(couponCode).kind).toBe('words');
  });
});

describe('the receipts that are asked for', () => {
  it('are those of today while nothing narrows them', () => {
    expect(soldInput({ kind: 'nothing' }, none, today)).toMatchObject({
      from: today,
      to: today,
      number: null,
    });
    expect(soldInput({ kind: 'words', words: 'choy' }, none, today)).toMatchObject({ from: today });
  });

  it('are of any day when a number, a customer or a product narrows them', () => {
    expect(soldInput({ kind: 'number', number: 7 }, none, today)).toMatchObject({ number: 7, from: null });
    const customer = { id: 'c1', name: 'Nodira' };
    const asked = soldInput({ kind: 'nothing' }, { ...none, customer }, today);
    expect(asked).toMatchObject({ customerId: 'c1', from: null, to: null });
  });

  it('are of the chosen day beside anything else', () => {
    const day = '2026-11-20';
    const product = { id: 'p1', name: 'Choy' };
    expect(soldInput({ kind: 'nothing' }, { ...none, day, product }, today)).toEqual({
      code: null,
      number: null,
      from: day,
      to: day,
      customerId: null,
      productId: 'p1',
    });
  });
});
