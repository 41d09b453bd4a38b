/** The rows that are being copied from the paper notebook: typed, on their way to the till, or sent back with a reason. */
import { z } from 'zod';
import type { Som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { idSchema } from '../../shared/wire.ts';
import type { TillError } from '../app/answer.ts';
import { dayWritten } from '../app/typedDay.ts';
import { localDigits } from '../ui/PhoneInput.tsx';
import { dueMeant, sinceMeant } from './notebookDay.ts';

const typedSchema = z.object({
  name: z.string(),
  /** As the phone field keeps it: `+998901234567`, empty for none. */
  phone: z.string(),
  amountSom: z
    .int()
    .min(0)
    .transform((sum) => sum as Som)
    .nullable(),
  /** As typed: `12.10`. */
  since: z.string(),
  due: z.string(),
  note: z.string(),
});
export type TypedRow = z.output<typeof typedSchema>;

/**
 * | state   | what it is                                                                        |
 * |---------|-----------------------------------------------------------------------------------|
 * | typing  | the last row, where the focus is                                                  |
 * | sending | on its way; another row is typed already                                          |
 * | unsure  | the till did not answer: it is sent again as the same intention, so never twice   |
 * | refused | the till said why not: it is corrected and sent again                             |
 */
const rowSchema = z.object({
  intentionId: idSchema,
  state: z.enum(['typing', 'sending', 'unsure', 'refused']),
  typed: typedSchema,
  refusal: z.object({ code: z.string(), data: z.unknown() }).nullable(),
});
export type GridRow = z.output<typeof rowSchema>;

const draftSchema = z.object({ version: z.literal(1), rows: z.array(rowSchema).min(1).max(500) });

/** An empty row below another: most rows of a page are of the same day. */
export function rowAfter(before: GridRow | null, intentionId: string, today: BusinessDay): GridRow {
  const since = before?.typed.since ?? dayWritten(today);
  const typed = { name: '', phone: '', amountSom: null, since, due: '', note: '' };
  return { intentionId, state: 'typing', typed, refusal: null };
}

/** Nothing but the day that stands in every new row. */
export function isEmptyRow({ typed }: GridRow): boolean {
  return (
    typed.name.trim() === '' && typed.phone === '' && typed.amountSom === null && typed.note.trim() === ''
  );
}

export type RowField = 'name' | 'phone' | 'amountSom' | 'since' | 'due';
export type RowProblem = 'nameOrPhone' | 'phoneShort' | 'sum' | 'since' | 'sinceLater' | 'due';

export interface NotedDebt {
  readonly name: string;
  readonly phone: string;
  readonly amountSom: Som;
  readonly since: BusinessDay;
  readonly dueOn: BusinessDay | null;
  readonly note: string;
}

export type ReadRow =
  | { readonly isRight: true; readonly debt: NotedDebt }
  | { readonly isRight: false; readonly field: RowField; readonly problem: RowProblem };

const wrong = (field: RowField, problem: RowProblem): ReadRow => ({ isRight: false, field, problem });

/** Nine digits after +998. */
const phoneDigits = 9;

/**
 * What the row says, or its first field that says nothing the till could keep.
 *
 * | row                       | answer                     |
 * |---------------------------|----------------------------|
 * | no name, no phone         | name: name or phone        |
 * | phone of 7 digits         | phone: not whole           |
 * | no sum, or 0              | sum                        |
 * | since 31.02               | since: no such day         |
 * | since tomorrow            | since: later than today    |
 * | due before since          | due                        |
 */
export function readRow({ name, phone, amountSom, since, due, note }: TypedRow, today: BusinessDay): ReadRow {
  const digits = localDigits(phone.replace(/^\+998/, ''));
  if (name.trim() === '' && digits === '') return wrong('name', 'nameOrPhone');
  if (digits !== '' && digits.length < phoneDigits) return wrong('phone', 'phoneShort');
  if (amountSom === null || amountSom === 0) return wrong('amountSom', 'sum');
  const sinceDay = sinceMeant(since, today);
  if (sinceDay === null) return wrong('since', 'since');
  if (sinceDay > today) return wrong('since', 'sinceLater');
  const dueOn = due.trim() === '' ? null : dueMeant(due, sinceDay);
  if (due.trim() !== '' && (dueOn === null || dueOn < sinceDay)) return wrong('due', 'due');
  const debt = { name: name.trim(), phone, amountSom, since: sinceDay, dueOn, note: note.trim() };
  return { isRight: true, debt };
}

export type RowChange =
  | { readonly kind: 'typed'; readonly intentionId: string; readonly patch: Partial<TypedRow> }
  /** A row goes off; an empty one follows the last. */
  | {
      readonly kind: 'sent';
      readonly intentionId: string;
      readonly debt: NotedDebt;
      readonly nextId: string;
    }
  | { readonly kind: 'saved'; readonly intentionId: string }
  | {
      readonly kind: 'failed';
      readonly intentionId: string;
      readonly error: TillError;
      readonly newId: string;
    }
  | { readonly kind: 'removed'; readonly intentionId: string };

/** Nobody knows whether a row was noted when the till did not answer; then it stays the same intention. */
const isUnsure = ({ code }: TillError) => code === 'TillGone';

export function changeRows(
  rows: readonly GridRow[],
  change: RowChange,
  today: BusinessDay,
): readonly GridRow[] {
  const { intentionId } = change;
  const edit = (how: (row: GridRow) => GridRow) =>
    rows.map((row) => (row.intentionId === intentionId ? how(row) : row));
  switch (change.kind) {
    case 'typed':
      return edit((row) => ({ ...row, typed: { ...row.typed, ...change.patch } }));
    case 'sent': {
      // Days with their year from now on: asked again after midnight, the row must say the same.
      const { since, dueOn } = change.debt;
      const days = { since: dayWritten(since), due: dayWritten(dueOn) };
      const typed = (row: GridRow) => ({ ...row.typed, ...days });
      const sent = edit((row) => ({ ...row, typed: typed(row), state: 'sending', refusal: null }));
      const isLast = rows.at(-1)?.intentionId === intentionId;
      return isLast ? [...sent, rowAfter(sent.at(-1) ?? null, change.nextId, today)] : sent;
    }
    case 'saved':
    case 'removed':
      return rows.filter((row) => row.intentionId !== intentionId);
    case 'failed':
      return edit((row) =>
        isUnsure(change.error)
          ? { ...row, state: 'unsure' }
          : { ...row, intentionId: change.newId, state: 'refused', refusal: change.error },
      );
  }
}

/** The draft as the window keeps it. */
export function draftText(rows: readonly GridRow[]): string {
  return JSON.stringify({ version: 1, rows });
}

/** The rows of a draft; null when there is none that can be read. What was on its way is asked again. */
export function readDraft(text: string | null): readonly GridRow[] | null {
  if (text === null) return null;
  try {
    const read = draftSchema.safeParse(JSON.parse(text));
    if (!read.success) return null;
    return read.data.rows.map((row) => (row.state === 'sending' ? { ...row, state: 'unsure' } : row));
  } catch {
    return null;
  }
}
