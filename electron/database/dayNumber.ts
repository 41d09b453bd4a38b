/** Whole days between two days inside a query: the one place that knows how the engine counts them. */
import type { Expression, ExpressionBuilder } from 'kysely';

/** Days from one day to another, as `daysBetween` counts them; both are days written `YYYY-MM-DD`. */
export function daysFromTo<DB, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  from: Expression<string>,
  to: Expression<string>,
) {
  return eb.parens(eb(eb.fn<number>('julianday', [to]), '-', eb.fn<number>('julianday', [from])));
}
