/** Refusals: what a rule or a verb answers when the user may not do what was asked. Bugs are thrown as ordinary errors. */

/** The codes and their data of a group of refusals, e.g. `{ CouponExpired: { expiredOn: string } }`. */
export type RefusalData = Readonly<Record<string, unknown>>;

/**
 * Thrown inside a verb to roll its transaction back and answer with a code of the contract. `data` holds only what the
 * screen needs to say what is wrong and what to do.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly data: RefusalData;

  constructor(code: string, data: RefusalData = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }
}

/** A rule's own refusal, returned rather than thrown: pure rules never throw for what a user can cause. */
export interface Refused<Code extends string, Data extends RefusalData = RefusalData> {
  readonly refused: Code;
  readonly data: Data;
}

export function refuse<Code extends string, Data extends RefusalData>(
  code: Code,
  data: Data,
): Refused<Code, Data> {
  return { refused: code, data };
}

export function isRefused<T>(answer: T | Refused<string>): answer is Refused<string> {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** Marks a branch that the types say cannot happen. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
