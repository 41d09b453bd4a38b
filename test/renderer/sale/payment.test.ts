import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextKeeping, paymentView, tendersOf } from '../../../renderer/sale/payment.ts';
import { type Som, som } from '../../../shared/money.ts';
import { noCashRounding, settlePayment } from '../../../shared/sale/tenders.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const attempt = (id: string, amountSom: number, state: 'asked' | 'uncertain' | 'taken' | 'notTaken') =>
  ({ id, kind: 'card', provider: 'uzcard', amountSom: som(amountSom), state }) as const;

const nothing = {
  begunHere: new Set<string>(),
  heldCashSom: som(0),
  typedSom: null,
  rounding: noCashRounding,
  keeping: 'none',
  changeStepSom: 1000,
} as const;
const due = (dueSom: number, attempts: readonly ReturnType<typeof attempt>[] = []) => ({
  dueSom: som(dueSom),
  bonusToSpendSom: som(0),
  giftCard: null,
  storeCreditPaysSom: som(0),
  debt: null,
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

  it('forgets the note that was typed once nothing is due in cash: nobody gets change for it', () => {
    const view = paymentView({ ...nothing, basket: due(0), typedSom: som(60_000), keeping: 'all' });
    expect(view).toMatchObject({ amountSom: 0, receivedSom: 0, changeSom: 0, keptSom: 0 });
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

describe('change that stays on the account', () => {
  it('is what the drawer cannot give in notes, and by the next key all of it', () => {
    const basket = due(46_550);
    const typedSom = som(50_000);
    const small = paymentView({ ...nothing, basket, typedSom, keeping: 'small' });
    expect(small).toMatchObject({ changeSom: 3_000, keptSom: 450 });
    const all = paymentView({ ...nothing, basket, typedSom, keeping: 'all' });
    expect(all).toMatchObject({ changeSom: 0, keptSom: 3_450 });
  });

  it('is nothing where no cash is due', () => {
    const basket = due(10_000, [attempt('a', 10_000, 'taken')]);
    expect(paymentView({ ...nothing, basket, keeping: 'all' }).keptSom).toBe(0);
  });

  it('goes from none to small to all and back; without small change straight to all', () => {
    expect(nextKeeping('none', som(3_450), 1000)).toBe('small');
    expect(nextKeeping('small', som(3_450), 1000)).toBe('all');
    expect(nextKeeping('all', som(3_450), 1000)).toBe('none');
    expect(nextKeeping('none', som(3_000), 1000)).toBe('all');
    expect(nextKeeping('none', som(450), 1000)).toBe('all');
  });
});

describe('the tenders', () => {
  it('name gift card, account and debt before money, the card by its number', () => {
    const basket = {
      ...due(5_000),
      giftCard: { number: 'G234567892', balanceSom: som(20_000), paysSom: som(15_000) },
      storeCreditPaysSom: som(3_000),
      debt: { amountSom: som(25_000), dueOn: '2026-12-22' as BusinessDay },
    };
    const view = paymentView({ ...nothing, basket });
    expect(tendersOf(basket, view)).toEqual([
      { kind: 'giftCard', provider: null, amountSom: 15_000, reference: 'G234567892' },
      { kind: 'storeCredit', provider: null, amountSom: 3_000, reference: null },
      { kind: 'debt', provider: null, amountSom: 25_000, reference: null },
      { kind: 'cash', provider: null, amountSom: 5_000, reference: null },
    ]);
  });

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
