/** Lists of groups that somebody is looking through: kept for a while, so that all pages are of one list. */
import type { Database } from '../database/open.ts';

/** More looks at once than anybody takes; the oldest goes first. */
const mostKept = 8;

interface Kept {
  readonly key: string;
  /** The rule and the order as they were asked. */
  readonly asked: string;
  readonly ids: readonly string[];
  readonly paidSom: number;
}

export interface MemberLook extends Kept {
  /** Where the page begins. */
  readonly from: number;
}

const looks = new WeakMap<Database, Kept[]>();
let lastKey = 0;

/** Keeps a list. A cursor of one that is kept no more goes on at the same place of the new one. */
export function keepLook(
  database: Database,
  asked: string,
  cursor: string | null,
  list: Pick<Kept, 'ids' | 'paidSom'>,
): MemberLook {
  lastKey += 1;
  const look = { ...list, asked, key: String(lastKey) };
  looks.set(database, [look, ...(looks.get(database) ?? [])].slice(0, mostKept));
  return { ...look, from: placeIn(cursor) };
}

/** The list that a cursor goes on with; null for a first page and for a list that is kept no more. */
export function lookAgain(database: Database, asked: string, cursor: string | null): MemberLook | null {
  if (cursor === null) return null;
  const [key] = cursor.split(':');
  const look = looks.get(database)?.find((each) => each.key === key && each.asked === asked);
  return look === undefined ? null : { ...look, from: placeIn(cursor) };
}

function placeIn(cursor: string | null): number {
  const place = Number(cursor?.split(':')[1] ?? 0);
  return Number.isSafeInteger(place) && place >= 0 ? place : 0;
}
