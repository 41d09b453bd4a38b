/** A copy of everything a shop holds of a person: what stands in the file that programs read. */
import type { Language } from '../text.ts';

/** One row as the shop keeps it, columns by their names; sums in so'm, quantities in thousandths, moments in UTC. */
export type PersonRow = Readonly<Record<string, unknown>>;

export interface PersonCopy {
  readonly format: 'daftar-person-1';
  /** UTC. */
  readonly madeAt: string;
  readonly timeZone: string;
  /** Of the person, else of the shop: the page to read is written in it. */
  readonly language: Language;
  readonly shop: { readonly name: string; readonly address: string; readonly phone: string };
  readonly customerId: string;
  /** Every id the person ever had: two entries of one person become one. */
  readonly customerIds: readonly string[];
  /** Names of the people of the shop who are named in the rows. */
  readonly staff: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly PersonRow[]>>;
}
