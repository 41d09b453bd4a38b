/** The SQL of the checklists: items in use, what a shift has ticked, and how well the last shifts kept them. */
import type { Kysely } from 'kysely';
import type { ChecklistCount } from '../../shared/shift/checklist.ts';
import type { ChecklistMoment } from '../../shared/shift/checklistContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export interface ChecklistItem {
  readonly id: string;
  readonly moment: ChecklistMoment;
  readonly name: LocalText;
}

/** The items in use, in the order in which they are shown. */
export async function itemsInUse(db: Db): Promise<readonly ChecklistItem[]> {
  const rows = await db
    .selectFrom('checklist_item')
    .select(['id', 'moment', 'name_json'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    moment: row.moment,
    name: JSON.parse(row.name_json) as LocalText,
  }));
}

/** Who ticked what in a shift of a till, and when. */
export async function ticksOf(db: Db, tillId: string, shiftNumber: number) {
  const rows = await db
    .selectFrom('checklist_tick')
    .innerJoin('person', 'person.id', 'checklist_tick.person_id')
    .select(['item_id', 'person.name', 'ticked_at'])
    .where('till_id', '=', tillId)
    .where('shift_number', '=', shiftNumber)
    .execute();
  return new Map(
    rows.map((row) => [row.item_id, { personName: row.name, tickedAt: row.ticked_at as Instant }]),
  );
}

interface ShiftLists {
  readonly till_id: string;
  readonly number: number;
  readonly closed_at: string | null;
}

interface ItemLife {
  readonly created_at: string;
  readonly removed_at: string | null;
}

/** To an open shift belong the items in use; to a closed one those that were in use when it closed. */
function wasInUse(
  { created_at: createdAt, removed_at: removedAt }: ItemLife,
  closedAt: string | null,
): boolean {
  if (closedAt === null) return removedAt === null;
  return createdAt <= closedAt && (removedAt === null || removedAt > closedAt);
}

/** The items that belong to each shift, with whether they were ticked there. */
async function itemsOfShifts(db: Db, shifts: readonly ShiftLists[]) {
  const [first] = shifts;
  if (first === undefined) return [];
  const items = await db
    .selectFrom('checklist_item')
    .select(['id', 'moment', 'created_at', 'removed_at'])
    .execute();
  const ticks = await db
    .selectFrom('checklist_tick')
    .select(['shift_number', 'item_id'])
    .where('till_id', '=', first.till_id)
    .where('shift_number', '>=', Math.min(...shifts.map(({ number }) => number)))
    .execute();
  const ticked = new Set(ticks.map((tick) => `${tick.shift_number} ${tick.item_id}`));
  return shifts.map(({ number, closed_at: closedAt }) =>
    items
      .filter((item) => wasInUse(item, closedAt))
      .map(({ id, moment }) => ({ moment, isTicked: ticked.has(`${number} ${id}`) })),
  );
}

type ItemInShift = Awaited<ReturnType<typeof itemsOfShifts>>[number][number];

const countOf = (items: readonly ItemInShift[]): ChecklistCount => ({
  ticked: items.filter(({ isTicked }) => isTicked).length,
  items: items.length,
});

async function itemsOfShift(db: Db, shiftId: string): Promise<readonly ItemInShift[]> {
  const shift = await db
    .selectFrom('shift')
    .select(['till_id', 'number', 'closed_at'])
    .where('id', '=', shiftId)
    .executeTakeFirstOrThrow();
  return (await itemsOfShifts(db, [shift]))[0] ?? [];
}

/** The items that belong to a shift, open or closed, in their order, with who ticked them there; null for no such shift. */
export async function tickedItemsOf(db: Db, shiftId: string) {
  const shift = await db
    .selectFrom('shift')
    .select(['till_id', 'number', 'closed_at'])
    .where('id', '=', shiftId)
    .executeTakeFirst();
  if (shift === undefined) return null;
  const items = await db
    .selectFrom('checklist_item')
    .select(['id', 'moment', 'name_json', 'created_at', 'removed_at'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const ticks = await ticksOf(db, shift.till_id, shift.number);
  return items
    .filter((item) => wasInUse(item, shift.closed_at))
    .map(({ id, moment, name_json: name }) => ({
      id,
      moment,
      name: JSON.parse(name) as LocalText,
      tick: ticks.get(id) ?? null,
    }));
}

/**
 * How many items the lists of a shift have, and how many of them were ticked. What is put on a list or taken off it
 * later changes nothing for a closed shift.
 */
export async function checklistOfShift(db: Db, shiftId: string): Promise<ChecklistCount> {
  return countOf(await itemsOfShift(db, shiftId));
}

/** How many items of the closing list are not ticked yet in a shift. */
export async function uncheckedOfShift(db: Db, shiftId: string): Promise<number> {
  const items = await itemsOfShift(db, shiftId);
  return items.filter(({ moment, isTicked }) => moment === 'closing' && !isTicked).length;
}

/** The figures of the shifts that a till closed since a moment. */
export async function countsSince(
  db: Db,
  tillId: string,
  since: Instant,
): Promise<readonly ChecklistCount[]> {
  const shifts = await db
    .selectFrom('shift')
    .select(['till_id', 'number', 'closed_at'])
    .where('till_id', '=', tillId)
    .where('closed_at', '>=', since)
    .execute();
  return (await itemsOfShifts(db, shifts)).map(countOf);
}

/** When a shift was closed last, on any till; null before the first. */
export async function lastClosing(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('shift')
    .select(({ fn }) => fn.max('closed_at').as('at'))
    .executeTakeFirst();
  return (row?.at ?? null) as Instant | null;
}
