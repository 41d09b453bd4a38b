/** Carries out a checked list of goods: groups, new goods, changed goods, and what is kept to take them out again. */

import { Refusal } from '../../shared/errors.ts';
import type { ProductDraft } from '../../shared/exchange/readProductRow.ts';
import type { LocalText } from '../../shared/text.ts';
import {
  type BulkProduct,
  bulkProductOf,
  groupsNamed,
  insertGoods,
  rewriteProduct,
} from '../catalogue/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { type ItemRow, insertItems } from './queries.ts';

/** A staged row that comes in. */
export interface ComingRow<Draft> {
  readonly row: number;
  readonly subjectId: string | null;
  readonly draft: Draft;
}

export interface Applying {
  readonly scope: WriteScope;
  readonly importId: string;
  /** How long opening bonus lives; 0 for ever. */
  readonly expiryDays: number;
  /** Gives way to whatever waits for the processor; the shop's file stays this transaction's. */
  readonly turn: () => Promise<void>;
}

/** So many rows at once are turned into statements. */
export const appliedAtOnce = 256;

export function* portionsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += appliedAtOnce) yield rows.slice(from, from + appliedAtOnce);
}

export const noBalances = { opening_bonus_som: 0, lot_id: null, debt_id: null, card_number: null } as const;

type GroupIds = Pick<Awaited<ReturnType<typeof groupsNamed>>, 'categories' | 'brands'>;

const vatColumns = (vat: ProductDraft['vat']): Pick<BulkProduct, 'vat_kind' | 'vat_basis_points'> => ({
  vat_kind: vat?.kind ?? 'shop',
  vat_basis_points: vat?.kind === 'rate' ? vat.rateBasisPoints : null,
});

/** Names of other languages stay; those that the file has take their place. */
const joinedName = (before: LocalText, after: LocalText): LocalText => ({ ...before, ...after });

function newProduct(id: string, draft: ProductDraft, groups: GroupIds): BulkProduct {
  return {
    id,
    name: draft.name,
    unit: draft.unit ?? 'piece',
    price_som: draft.priceSom ?? 0,
    cost_som: draft.costSom,
    ...vatColumns(draft.vat),
    category_id: groups.categories.get(draft.category ?? '') ?? null,
    brand_id: groups.brands.get(draft.brand ?? '') ?? null,
    expires_on: draft.expiresOn,
    barcodes: draft.barcodes,
  };
}

/** What the file says goes before what was known; what it does not say stays. Codes are added, never taken away. */
function changedProduct(before: BulkProduct, draft: ProductDraft, groups: GroupIds): BulkProduct {
  return {
    ...before,
    name: joinedName(before.name, draft.name),
    unit: draft.unit ?? before.unit,
    price_som: draft.priceSom ?? before.price_som,
    cost_som: draft.costSom ?? before.cost_som,
    ...(draft.vat === null ? {} : vatColumns(draft.vat)),
    category_id: groups.categories.get(draft.category ?? '') ?? before.category_id,
    brand_id: groups.brands.get(draft.brand ?? '') ?? before.brand_id,
    expires_on: draft.expiresOn ?? before.expires_on,
    barcodes: [...new Set([...before.barcodes, ...draft.barcodes])].sort(),
  };
}

const notNull = <T>(value: T | null): value is T => value !== null;

/** Throws ImportStale when goods that were there at the check are gone. */
export async function applyProducts(
  { scope, importId, turn }: Applying,
  rows: readonly ComingRow<ProductDraft>[],
): Promise<void> {
  const { trx, now } = scope;
  const personId = scope.actor.role === 'system' ? null : scope.actor.personId;
  const groups = await groupsNamed(
    trx,
    {
      categories: rows.map(({ draft }) => draft.category).filter(notNull),
      brands: rows.map(({ draft }) => draft.brand).filter(notNull),
    },
    scope,
  );
  for (const portion of portionsOf(rows.filter(({ subjectId }) => subjectId === null))) {
    const goods = portion.map(({ draft }) => newProduct(scope.newId(), draft, groups));
    await insertGoods(trx, goods, { now, personId });
    await keepItems(
      scope,
      goods.map(({ id }) => added(importId, id)),
    );
    await turn();
  }
  for (const portion of portionsOf(rows.filter(({ subjectId }) => subjectId !== null))) {
    const items: ItemRow[] = [];
    for (const { subjectId, draft } of portion) {
      const known = await bulkProductOf(trx, subjectId ?? '');
      if (known === null) throw new Refusal('ImportStale', { rows: 1 });
      const after = changedProduct(known.product, draft, groups);
      await rewriteProduct(trx, known.product, after, { now, personId, changedAt: now });
      items.push({
        ...added(importId, after.id),
        action: 'updated',
        before_json: JSON.stringify(known),
      });
    }
    await keepItems(scope, items);
    await turn();
  }
}

const added = (importId: string, subjectId: string): ItemRow => ({
  import_id: importId,
  subject_id: subjectId,
  action: 'added',
  before_json: null,
  stamp: '',
  ...noBalances,
});

export async function keepItems({ trx }: Pick<WriteScope, 'trx'>, items: readonly ItemRow[]): Promise<void> {
  await insertItems.many(trx, items);
}
