/** What the till answers to a screen: the data, or the reason why not; never an exception. */
import { type Client, type NestedClient, ORPCError } from '@orpc/client';
import { TillGone } from './connection.ts';

/** What is wrong with one field of what was sent: `path` leads to it. */
export interface FieldIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Failures that any call may answer with beside the refusals of its contract. */
export type CallFailure =
  /** The till was not reached or went away: the intention may or may not have been carried out. */
  | { readonly code: 'TillGone'; readonly data: Readonly<Record<string, unknown>> }
  /** A fault in the program: logged by the till, nothing was written. */
  | { readonly code: 'Broken'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly code: 'InvalidInput'; readonly data: { readonly issues: readonly FieldIssue[] } };

type RefusalOf<E> =
  E extends ORPCError<infer Code extends string, infer Data>
    ? { readonly code: Code; readonly data: Data }
    : never;

/** Any failure, for components that only show it. */
export interface TillError {
  readonly code: string;
  readonly data: unknown;
}

export type Answer<Output, Failure extends TillError = TillError> =
  | { readonly ok: true; readonly data: Output }
  | { readonly ok: false; readonly error: Failure };

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** One verb of the till as a screen calls it; `path` is its name in the contract, `['sale', 'complete']`. */
export interface Verb<Input, Output, Failure extends TillError = TillError> {
  (input: Input, options?: CallOptions): Promise<Answer<Output, Failure>>;
  readonly path: readonly [string, string];
}

/** A client of the contract whose calls answer instead of throwing. */
export type Answering<C extends NestedClient<Record<never, never>>> =
  C extends Client<Record<never, never>, infer Input, infer Output, infer E>
    ? Verb<Input, Output, RefusalOf<E> | CallFailure>
    : { readonly [K in keyof C]: C[K] extends NestedClient<Record<never, never>> ? Answering<C[K]> : never };

function issuesOf(data: unknown): readonly FieldIssue[] {
  const issues =
    typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues)
      ? data.issues
      : [];
  return issues.map((issue: { path?: unknown; message?: unknown }) => ({
    path: Array.isArray(issue.path) ? issue.path : [],
    message: String(issue.message ?? ''),
  }));
}

/**
 * The failure behind something thrown by a call.
 *
 * | thrown                                  | code           |
 * |-----------------------------------------|----------------|
 * | a refusal declared in the contract      | its own        |
 * | BAD_REQUEST                             | `InvalidInput` |
 * | the connection was or went away         | `TillGone`     |
 * | anything else                           | `Broken`       |
 */
export function failureOf(thrown: unknown, isOpen: boolean): TillError {
  if (thrown instanceof ORPCError) {
    if (thrown.defined) return { code: thrown.code, data: thrown.data ?? {} };
    if (thrown.code === 'BAD_REQUEST')
      return { code: 'InvalidInput', data: { issues: issuesOf(thrown.data) } };
    return { code: 'Broken', data: {} };
  }
  return thrown instanceof TillGone || !isOpen
    ? { code: 'TillGone', data: {} }
    : { code: 'Broken', data: {} };
}

/** Waits for a call and turns what it throws into an answer. */
export async function answered<Output>(
  call: () => Promise<Output>,
  isOpen: () => boolean,
): Promise<Answer<Output>> {
  try {
    return { ok: true, data: await call() };
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown, isOpen()) };
  }
}
