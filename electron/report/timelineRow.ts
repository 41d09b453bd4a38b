/** What every source of a customer's timeline answers, and from which place on it is asked. */
import type { ExpressionBuilder, Kysely, StringReference } from 'kysely';
import type { TimelineKind, TimelineTarget } from '../../shared/report/profileContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';

/** One thing that happened. What is left out has nothing to tell. */
export interface TimelineRow {
  /** Of this row among the rows of its source. */
  readonly id: string;
  readonly at: string;
  readonly kind: TimelineKind;
  readonly number?: number | null;
  readonly amountSom?: number | null;
  readonly name?: LocalText | null;
  readonly details?: readonly string[];
  readonly text?: string;
  readonly personId?: string | null;
  readonly link?: { readonly to: TimelineTarget; readonly id: string } | null;
}

/** Asks for rows of an earlier instant, and for those of this instant whose id is smaller. */
export interface Before {
  readonly at: string;
  readonly id: string;
}

/**
 * What a table knows of a customer under any of their ids: at most `limit` rows before a place, falling by instant and then
 * by id.
 */
export type TimelineSource = (
  db: Kysely<Tables>,
  customerIds: readonly string[],
  before: Before,
  limit: number,
) => Promise<readonly TimelineRow[]>;

/** The condition of a place, for columns of instants and ids. The first half lets an index on the instant be used. */
export function isBefore<T extends keyof Tables>(
  at: StringReference<Tables, T>,
  id: StringReference<Tables, T>,
  before: Before,
) {
  return (eb: ExpressionBuilder<Tables, T>) =>
    eb.and([
      eb(at, '<=', before.at as never),
      eb.or([eb(at, '<', before.at as never), eb(id, '<', before.id as never)]),
    ]);
}
