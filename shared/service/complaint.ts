/** The life of a complaint: its states, which step may follow which, and what stops its clock. */
import type { BusinessDay, Instant } from '../time.ts';
import { type Clock, clockOf } from './responseClock.ts';

export const complaintTopics = ['quality', 'service', 'price', 'choice', 'other'] as const;
export type ComplaintTopic = (typeof complaintTopics)[number];

/** Nobody has answered; a person has, and the solution is on its way; it is over. */
export const complaintStates = ['open', 'answered', 'closed'] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const complaintOutcomes = ['solved', 'partly', 'refused', 'unreachable'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export const stepKinds = [
  'opened',
  'assigned',
  'noted',
  'answered',
  'promised',
  'compensated',
  'escalated',
  'closed',
  'reopened',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The state after a step; what is not named may not be done in that state. */
const following: Readonly<Record<ComplaintState, Readonly<Partial<Record<StepKind, ComplaintState>>>>> = {
  open: {
    assigned: 'open',
    noted: 'open',
    answered: 'answered',
    promised: 'open',
    compensated: 'open',
    escalated: 'open',
    closed: 'closed',
  },
  answered: {
    assigned: 'answered',
    noted: 'answered',
    answered: 'answered',
    promised: 'answered',
    compensated: 'answered',
    closed: 'closed',
  },
  closed: { noted: 'closed', reopened: 'open' },
};

export type StepFault = 'ComplaintClosed' | 'ComplaintNotClosed' | 'AnswerMissing';

export type StepAllowed = { readonly state: ComplaintState } | { readonly fault: StepFault };

/**
 * What a step makes of a complaint, or why it may not be taken. Nobody's complaint is closed without an answer, unless
 * the customer cannot be reached.
 *
 * | state    | step                | then               |
 * |----------|---------------------|--------------------|
 * | open     | answered            | answered           |
 * | open     | compensated         | open: money is no answer |
 * | open     | closed, solved      | AnswerMissing      |
 * | open     | closed, unreachable | closed             |
 * | answered | closed              | closed             |
 * | closed   | noted               | closed             |
 * | closed   | answered            | ComplaintClosed    |
 * | closed   | reopened            | open, with a new clock |
 * | open     | reopened            | ComplaintNotClosed |
 */
export function stepAfter(
  state: ComplaintState,
  step: StepKind,
  outcome: ComplaintOutcome | null = null,
): StepAllowed {
  const next = following[state][step];
  if (next === undefined) return { fault: state === 'closed' ? 'ComplaintClosed' : 'ComplaintNotClosed' };
  if (state === 'open' && step === 'closed' && outcome !== 'unreachable') return { fault: 'AnswerMissing' };
  return { state: next };
}

/** A step as the clock sees it; `isByPerson` is false for what the till did by itself. */
export interface TakenStep {
  readonly kind: StepKind;
  readonly at: Instant;
  readonly isByPerson: boolean;
}

/**
 * The clocks of a complaint, oldest first: one for the opening and one for every time the customer came back. Only the
 * answer of a person stops one; a note, a promise for the shop's own calendar, an owner, money and what the till sends do
 * not. What was closed without an answer waits no longer than until then.
 *
 * | steps                                              | clocks                        |
 * |----------------------------------------------------|-------------------------------|
 * | opened 09:00, assigned 09:05, answered 10:00       | in time after 60 min          |
 * | opened 09:00, compensated 09:10                    | runs                          |
 * | opened Mon 09:00, answered 10:00, closed, reopened Tue 09:00 | in time after 60 min; runs |
 */
export function clocksOfComplaint(steps: readonly TakenStep[], now: Instant): readonly Clock[] {
  return steps.flatMap((asked, at) => {
    if (!asks(asked)) return [];
    const next = steps.findIndex((step, place) => place > at && asks(step));
    const since = steps.slice(at + 1, next === -1 ? steps.length : next);
    const answers = since
      .filter(({ kind }) => kind === 'answered')
      .map(({ at: answeredAt, isByPerson }) => ({
        at: answeredAt,
        by: isByPerson ? ('person' as const) : ('program' as const),
      }));
    const closed = since.find(({ kind }) => kind === 'closed');
    return [clockOf(asked.at, answers, closed?.at ?? now)];
  });
}

function asks({ kind }: TakenStep): boolean {
  return kind === 'opened' || kind === 'reopened';
}

/** How a promised day stands: nobody promised, there is time, it is today, it was not kept. A closed complaint is kept. */
export type PromiseState = 'none' | 'ahead' | 'today' | 'broken' | 'kept';

/**
 * | promised | today  | state  | answer |
 * |----------|--------|--------|--------|
 * | 25 Nov   | 24 Nov | open   | ahead  |
 * | 25 Nov   | 25 Nov | open   | today  |
 * | 25 Nov   | 26 Nov | open   | broken |
 * | 25 Nov   | 26 Nov | closed on 25 Nov | kept |
 * | 25 Nov   | 30 Nov | closed on 26 Nov | broken |
 */
export function promiseOf(
  promisedOn: BusinessDay | null,
  today: BusinessDay,
  closedOn: BusinessDay | null,
): PromiseState {
  if (promisedOn === null) return 'none';
  if (closedOn !== null) return closedOn <= promisedOn ? 'kept' : 'broken';
  if (today === promisedOn) return 'today';
  return today < promisedOn ? 'ahead' : 'broken';
}
