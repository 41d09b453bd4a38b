/** The life of a special order: its states, which step may follow which, and when its promise is late. */
import type { BusinessDay } from '../time.ts';

export const orderStates = [
  'asked',
  'promised',
  'ordered',
  'arrived',
  'told',
  'collected',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** Steps that a person takes with an order; money that comes and goes is noted beside them. */
export const orderSteps = ['promised', 'ordered', 'arrived', 'told', 'collected', 'cancelled'] as const;
export type OrderStep = (typeof orderSteps)[number];

export const orderStepKinds = ['taken', ...orderSteps, 'deposit', 'depositBack'] as const;
export type OrderStepKind = (typeof orderStepKinds)[number];

/** States of an order that is not over. */
export const livingOrderStates = ['asked', 'promised', 'ordered', 'arrived', 'told'] as const;

const following: Readonly<Record<OrderState, Readonly<Partial<Record<OrderStep, OrderState>>>>> = {
  asked: {
    promised: 'promised',
    ordered: 'ordered',
    arrived: 'arrived',
    cancelled: 'cancelled',
  },
  promised: {
    promised: 'promised',
    ordered: 'ordered',
    arrived: 'arrived',
    cancelled: 'cancelled',
  },
  ordered: { promised: 'ordered', arrived: 'arrived', cancelled: 'cancelled' },
  arrived: { told: 'told', collected: 'collected', cancelled: 'cancelled' },
  told: { told: 'told', collected: 'collected', cancelled: 'cancelled' },
  collected: {},
  cancelled: {},
};

export type OrderFault = 'OrderOver' | 'OrderStepWrong';

/**
 * What a step makes of an order, or why it may not be taken.
 *
 * | state              | step      | then           |
 * |--------------------|-----------|----------------|
 * | asked              | promised  | promised       |
 * | promised           | promised  | promised, with another day |
 * | asked, promised    | ordered   | ordered        |
 * | ordered            | promised  | ordered, with another day |
 * | asked to ordered   | arrived   | arrived        |
 * | arrived            | told      | told           |
 * | arrived, told      | collected | collected      |
 * | ordered            | collected | OrderStepWrong |
 * | all that live      | cancelled | cancelled      |
 * | collected          | any       | OrderOver      |
 */
export function orderAfter(
  state: OrderState,
  step: OrderStep,
): { readonly state: OrderState } | { readonly fault: OrderFault } {
  if (isOver(state)) return { fault: 'OrderOver' };
  const after = following[state][step];
  return after === undefined ? { fault: 'OrderStepWrong' } : { state: after };
}

/** Collected or cancelled: nothing more happens with it. */
export function isOver(state: OrderState): boolean {
  return state === 'collected' || state === 'cancelled';
}

/** The steps that may be taken now, in the order in which they are offered. */
export function stepsFrom(state: OrderState): readonly OrderStep[] {
  return orderSteps.filter((step) => following[state][step] !== undefined);
}

/**
 * Whether the promised day is over and the goods are not there. A promise holds to the end of its day.
 *
 * | promised | state    | today  | late |
 * |----------|----------|--------|------|
 * | 22 Nov   | ordered  | 22 Nov | no   |
 * | 22 Nov   | ordered  | 23 Nov | yes  |
 * | 22 Nov   | arrived  | 23 Nov | no   |
 * | –        | asked    | 23 Nov | no   |
 */
export function isPromiseLate(
  state: OrderState,
  promisedOn: BusinessDay | null,
  today: BusinessDay,
): boolean {
  const isAwaited = state === 'asked' || state === 'promised' || state === 'ordered';
  return isAwaited && promisedOn !== null && promisedOn < today;
}
