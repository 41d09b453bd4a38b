import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentView, tendersOf } from '../../../renderer/sale/payment.ts';
import { type Som, som } from '../../../shared/money.ts';
import { noCashRounding, settlePayment } from '../../../shared/sale/tenders.ts';

const attempt = (id: string, amountSom: number, state: 'asked' | 'uncertain' | 'taken' | 'notTaken') =>
  ({ id, kind: 'card', provider: 'uzcard', amountSom: som(amountSom), state }) as const;

const nothing = {
  begunHere: new Set<string>(),
  heldCashSom: som(0),
  typedSom: null,
  rounding: noCashRounding,
};
const due = (dueSom: number, attempts: readonly ReturnType<typeof attempt>[] = []) => ({
  dueSom: som(dueSom),
  bonusToSpendSom: som(0),
  attempts: [...attempts],
});

describe('what is still to be paid', () => {
  it('is offered exactly, so that exact cash is one more key', () => {
    const view = paymentView({ ...nothing, basket: due(115_950) });
    expect(view).toMatchObject({ amountSom: 115_950, changeSom: 0, missingSom: 0 });
  });

  it('gives change for a larger note and says how much a smaller one lacks', () => {
    const basket = due(115_950);
    expect(paymentView({ ...nothing, basket, typedSom: som(150_000) }).changeSom).toBe(34_050);
    expect(paymentView({ ...nothing, basket, typedSom: som(100_000) }).missingSom).toBe(15_950);
  });

  it('is less by what a card pays here, and by what was taken before the page was reloaded', () => {
    const begunHere = new Set(['a']);
    const basket = due(115_950, [attempt('a', 50_000, 'asked'), attempt('b', 15_950, 'taken')]);
    expect(paymentView({ ...nothing, basket, begunHere })).toMatchObject({
      leftSom: 50_000,
      amountSom: 50_000,
    });
  });

  it('does not count a payment whose end nobody knows, nor one that was not taken', () => {
    const basket = due(115_950, [
      attempt('a', 115_950, 'asked'),
      attempt('b', 9_000, 'uncertain'),
      attempt('c', 9_000, 'notTaken'),
    ]);
    const view = paymentView({ ...nothing, basket });
    expect(view.uncertain.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(view.parts).toEqual([]);
    expect(view.leftSom).toBe(115_950);
  });

  it('counts cash that was put down before', () => {
    const view = paymentView({ ...nothing, basket: due(115_950), heldCashSom: som(15_950) });
    expect(view).toMatchObject({ amountSom: 100_000, receivedSom: 115_950, changeSom: 0 });
  });

  it('rounds only the cash', () => {
    const rounding = { stepSom: 100, direction: 'down' } as const;
    expect(paymentView({ ...nothing, rounding, basket: due(20_540) }).cashDueSom).toBe(20_500);
    const basket = due(20_540, [attempt('a', 540, 'taken')]);
    expect(paymentView({ ...nothing, rounding, basket }).cashDueSom).toBe(20_000);
  });
});

describe('the tenders', () => {
  it('name the bonus, the card and the cash that stays in the drawer', () => {
    const basket = { ...due(80_000, [attempt('a', 50_000, 'taken')]), bonusToSpendSom: som(20_000) };
    const view = paymentView({ ...nothing, basket, typedSom: som(50_000) });
    expect(tendersOf(basket, view)).toEqual([
      { kind: 'bonus', provider: null, amountSom: 20_000, reference: null },
      { kind: 'card', provider: 'uzcard', amountSom: 50_000, reference: null },
      { kind: 'cash', provider: null, amountSom: 30_000, reference: null },
    ]);
  });

  it('are always accepted by the till when nothing is missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 0, max: 6_000_000 }),
        fc.constantFrom(0, 100, 500, 1000),
        (dueSom, cardSom, typed, stepSom) => {
          const rounding = { stepSom, direction: 'down' } as const;
          const part = Math.min(cardSom, dueSom);
          const basket = due(dueSom, part > 0 ? [attempt('a', part, 'taken')] : []);
          const view = paymentView({ ...nothing, basket, rounding, typedSom: som(typed) });
          fc.pre(view.missingSom === 0);
          const settled = settlePayment({
            netSom: basket.dueSom,
            donationSom: 0 as Som,
            tenders: tendersOf(basket, view),
            receivedCashSom: view.receivedSom,
            rounding,
          });
          expect(settled).toMatchObject({ cashSom: view.cashDueSom, changeSom: view.changeSom });
        },
      ),
    );
  });
});
