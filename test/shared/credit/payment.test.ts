/** Money for a gift card or a debt: what was handed over, what is missing, what goes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeMoney } from '../../../shared/credit/payment.ts';
import { som } from '../../../shared/money.ts';

describe('money that is taken', () => {
  it('gives change of cash, and says what is missing', () => {
    expect(takeMoney(som(40_000), { kind: 'cash', receivedSom: som(50_000) })).toEqual({
      kind: 'cash',
      provider: null,
      receivedCashSom: 50_000,
      changeSom: 10_000,
    });
    expect(takeMoney(som(40_000), { kind: 'cash', receivedSom: som(30_000) })).toEqual({
      refused: 'CashTooLittle',
      data: { missingSom: 10_000 },
    });
  });

  it('is exact where it is no cash', () => {
    expect(takeMoney(som(40_000), { kind: 'card', provider: 'humo' })).toEqual({
      kind: 'card',
      provider: 'humo',
      receivedCashSom: 0,
      changeSom: 0,
    });
  });

  it('keeps exactly the sum, whatever was handed over', () => {
    const sums = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(sums, sums, (amount, received) => {
        const taken = takeMoney(som(amount), { kind: 'cash', receivedSom: som(received) });
        if ('refused' in taken) return taken.data.missingSom === amount - received && received < amount;
        return taken.receivedCashSom - taken.changeSom === amount && taken.changeSom >= 0;
      }),
    );
  });
});
