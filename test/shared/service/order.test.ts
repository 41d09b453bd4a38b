import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOver,
  isPromiseLate,
  orderAfter,
  orderStates,
  orderSteps,
  stepsFrom,
} from '../../../shared/service/order.ts';
import { businessDay } from '../../../shared/time.ts';

describe('the life of a special order', () => {
  it.each([
    ['asked', 'promised', 'promised'],
    ['promised', 'promised', 'promised'],
    ['asked', 'ordered', 'ordered'],
    ['promised', 'ordered', 'ordered'],
    ['ordered', 'promised', 'ordered'],
    ['asked', 'arrived', 'arrived'],
    ['ordered', 'arrived', 'arrived'],
    ['arrived', 'told', 'told'],
    ['arrived', 'collected', 'collected'],
    ['told', 'collected', 'collected'],
    ['told', 'cancelled', 'cancelled'],
  ] as const)('%s, then %s, is %s', (state, step, after) => {
    expect(orderAfter(state, step)).toEqual({ state: after });
  });

  it('goods that did not arrive are neither told nor collected', () => {
    for (const state of ['asked', 'promised', 'ordered'] as const) {
      expect(orderAfter(state, 'told')).toEqual({ fault: 'OrderStepWrong' });
      expect(orderAfter(state, 'collected')).toEqual({ fault: 'OrderStepWrong' });
    }
  });

  it('an order that is over stays as it is', () => {
    for (const step of orderSteps) {
      expect(orderAfter('collected', step)).toEqual({ fault: 'OrderOver' });
      expect(orderAfter('cancelled', step)).toEqual({ fault: 'OrderOver' });
    }
  });

  it('every living order can be given up, and only offered steps can be taken', () => {
    for (const state of orderStates) {
      expect(stepsFrom(state).includes('cancelled')).toBe(!isOver(state));
      for (const step of orderSteps) {
        expect('state' in orderAfter(state, step)).toBe(stepsFrom(state).includes(step));
      }
    }
  });

  it('from every state any steps end in a known state, and never live again after the end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...orderSteps)), (steps) => {
        let state: (typeof orderStates)[number] = 'asked';
        for (const step of steps) {
          const after = orderAfter(state, step);
          if (isOver(state)) expect(after).toEqual({ fault: 'OrderOver' });
          if ('state' in after) state = after.state;
        }
        expect(orderStates).toContain(state);
      }),
    );
  });
});

describe('a promise is late', () => {
  const promised = businessDay('2026-11-22');
  const next = businessDay('2026-11-23');
  it.each([
    ['ordered', promised, promised, false],
    ['ordered', promised, next, true],
    ['asked', promised, next, true],
    ['promised', promised, next, true],
    ['arrived', promised, next, false],
    ['told', promised, next, false],
    ['cancelled', promised, next, false],
    ['asked', null, next, false],
  ] as const)('%s, promised for %s, on %s: %s', (state, day, today, isLate) => {
    expect(isPromiseLate(state, day, today)).toBe(isLate);
  });
});
