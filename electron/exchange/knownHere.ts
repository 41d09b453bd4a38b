/** What the shop may know of a portion's phones, cards and codes, asked once for all its rows: most of a new list is unknown. */
import type { Kysely } from 'kysely';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import { rowsAtOnce } from '../../shared/exchange/contract.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import type { KeyKind } from './queries.ts';

type Db = Kysely<Tables>;

export interface RowKey {
  readonly kind: KeyKind;
  readonly code: string;
}
type Slots = Readonly<Record<string, string>>;

/** A portion's phones, or its cards, fit into one question; the names of the values are its places. */
const slotNames = Array.from({ length: rowsAtOnce }, (_, slot) => `s${slot}`);
const valuesOf = (slots: Slots): string[] => slotNames.map((name) => slots[name] as string);

const phonesOfCustomers = hotQuery((db: Db, slots: Slots) =>
  db.selectFrom('customer').select('phone as code').where('phone', 'in', valuesOf(slots)),
);
const furtherPhones = hotQuery((db: Db, slots: Slots) =>
  db.selectFrom('customer_phone').select('phone as code').where('phone', 'in', valuesOf(slots)),
);
const formerPhones = hotQuery((db: Db, slots: Slots) =>
  db.selectFrom('former_phone').select('phone as code').where('phone', 'in', valuesOf(slots)),
);
const cardNumbers = hotQuery((db: Db, slots: Slots) =>
  db.selectFrom('card').select('number as code').where('number', 'in', valuesOf(slots)),
);
const barcodes = hotQuery((db: Db, slots: Slots) =>
  db.selectFrom('product_barcode').select('barcode as code').where('barcode', 'in', valuesOf(slots)),
);
const keysInFile = hotQuery((db: Db, slots: Slots) =>
  db
    .selectFrom('import_key')
    .select('code')
    .where('import_id', '=', slots.importId as string)
    .where('kind', '=', slots.kind as KeyKind)
    .where('code', 'in', valuesOf(slots)),
);

type Finder = (db: Db, slots: Slots) => Promise<readonly { readonly code: string | null }[]>;

/** Those of the codes that a question finds. */
async function foundOf(db: Db, finder: Finder, codes: readonly string[], more: Slots = {}) {
  const distinct = [...new Set(codes)];
  const found = new Set<string>();
  for (let from = 0; from < distinct.length; from += rowsAtOnce) {
    const slots: Record<string, string> = { ...more };
    for (const [slot, name] of slotNames.entries()) slots[name] = distinct[from + slot] ?? '';
    for (const { code } of await finder(db, slots)) if (code !== null) found.add(code);
  }
  return found;
}

export interface KnownHere {
  /** Whether anybody has a phone or had it. */
  readonly phone: (phone: string) => boolean;
  readonly card: (number: string) => boolean;
  /** Whether any goods carry a code, in either of its spellings. */
  readonly barcode: (code: string) => boolean;
}

/** What to look for: every phone, card and code of a portion's rows. */
export interface CodesOfPortion {
  readonly phones: readonly string[];
  readonly cards: readonly string[];
  readonly barcodes: readonly string[];
}

export async function knownHere(db: Db, codes: CodesOfPortion): Promise<KnownHere> {
  const phones = new Set<string>();
  for (const finder of [phonesOfCustomers.all, furtherPhones.all, formerPhones.all]) {
    for (const phone of await foundOf(db, finder, codes.phones)) phones.add(phone);
  }
  const cards = await foundOf(db, cardNumbers.all, codes.cards);
  const goods = await foundOf(db, barcodes.all, codes.barcodes.flatMap(barcodeSpellings));
  return {
    phone: (phone) => phones.has(phone),
    card: (number) => cards.has(number),
    barcode: (code) => barcodeSpellings(code).some((each) => goods.has(each)),
  };
}

/** Those of the keys that earlier portions of the file have, as `keyText` spells them. */
export async function keysKnownInFile(
  db: Db,
  importId: string,
  keys: readonly RowKey[],
  keyText: (key: RowKey) => string,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const kind of new Set(keys.map((key) => key.kind))) {
    const codes = keys.filter((key) => key.kind === kind).map(({ code }) => code);
    for (const code of await foundOf(db, keysInFile.all, codes, { importId, kind })) {
      known.add(keyText({ kind, code }));
    }
  }
  return known;
}
