/** What of a customer's complaints is not over: how many, how urgent, and whether a promised day has passed. */
import type { Kysely } from 'kysely';
import { promiseOf } from '../../shared/service/complaint.ts';
import { type Clock, type ClockState, clockOf } from '../../shared/service/responseClock.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

/** The most urgent first. */
const urgency: readonly ClockState[] = ['overdue', 'warning', 'running', 'answeredLate', 'answeredInTime'];

/** `customerId` is of a customer of today: a merge brings the complaints along. */
export async function openComplaintsOf(
  db: Kysely<Tables>,
  customerId: string,
  now: Instant,
  today: BusinessDay,
) {
  const rows = await db
    .selectFrom('complaint')
    .select(['asked_at', 'answered_at', 'promised_on'])
    .where('customer_id', '=', customerId)
    .where('state', '!=', 'closed')
    .execute();
  const clocks = rows.map((row) => {
    const answers =
      row.answered_at === null ? [] : [{ at: row.answered_at as Instant, by: 'person' as const }];
    return clockOf(row.asked_at as Instant, answers, now);
  });
  return {
    count: rows.length,
    worst: mostUrgent(clocks),
    hasBrokenPromise: rows.some(
      (row) => promiseOf(row.promised_on as BusinessDay | null, today, null) === 'broken',
    ),
  };
}

function mostUrgent(clocks: readonly Clock[]): Clock | null {
  const [first] = [...clocks].sort(
    (one, other) =>
      urgency.indexOf(one.state) - urgency.indexOf(other.state) || one.leftMinutes - other.leftMinutes,
  );
  return first ?? null;
}
