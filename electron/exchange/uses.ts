/** What of an import was used already: then it can no longer be taken out again. */
import type { Kysely } from 'kysely';
import type { ImportUses, UseKind } from '../../shared/exchange/contract.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import { bulkCustomerOf } from '../customer/inTransaction.ts';
import type { Tables } from '../database/tables.ts';
import { createTurns } from '../turns.ts';
import { customerStamp } from './applyCustomers.ts';
import { type ImportRow, type ItemRow, itemsOf } from './queries.ts';

type Db = Kysely<Tables>;

const mostExamples = 3;

type Uses = Map<UseKind, Set<string>>;

function note(uses: Uses, kind: UseKind, subjectIds: Iterable<string>): void {
  const known = uses.get(kind) ?? new Set();
  for (const id of subjectIds) known.add(id);
  if (known.size > 0) uses.set(kind, known);
}

const itemIds = (db: Db, importId: string) =>
  db.selectFrom('import_item').select('subject_id').where('import_id', '=', importId);

/** Goods that were sold since, that were changed by hand, or that lie in a basket that is still open. */
async function usesOfGoods(db: Db, found: ImportRow): Promise<Uses> {
  const uses: Uses = new Map();
  const since = found.finished_at ?? '';
  const sold = await db
    .selectFrom('sale_line')
    .innerJoin('sale', 'sale.id', 'sale_line.sale_id')
    .innerJoin('import_item', 'import_item.subject_id', 'sale_line.product_id')
    .select('sale_line.product_id as id')
    .distinct()
    .where('import_item.import_id', '=', found.id)
    // A sale from paper bears the hour of the paper, which may lie before the import that brought its goods.
    .where(({ eb, or, fn, ref }) =>
      or([
        eb('import_item.action', '=', 'added'),
        eb(fn.coalesce(ref('sale.entered_at'), ref('sale.sold_at')), '>=', since),
      ]),
    )
    .execute();
  note(
    uses,
    'sold',
    sold.map(({ id }) => id),
  );
  const changed = await db
    .selectFrom('import_item')
    .leftJoin('product', 'product.id', 'import_item.subject_id')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', found.id)
    .where(({ eb, or }) => or([eb('product.changed_at', 'is', null), eb('product.changed_at', '!=', since)]))
    .execute();
  note(
    uses,
    'changed',
    changed.map(({ id }) => id),
  );
  for (const table of ['partner_goods', 'loose_return_line'] as const) {
    const named = await db
      .selectFrom(table as 'partner_goods')
      .select('product_id as id')
      .distinct()
      .where('product_id', 'in', itemIds(db, found.id))
      .execute();
    note(
      uses,
      'namedElsewhere',
      named.map(({ id }) => id),
    );
  }
  note(uses, 'inBasket', await inBaskets(db, found.id));
  return uses;
}

/** Baskets are few and their lines name goods inside a text. */
async function inBaskets(db: Db, importId: string): Promise<readonly string[]> {
  const baskets = await db.selectFrom('basket').select('content_json').execute();
  const ids = new Set(baskets.flatMap(({ content_json }) => content_json.match(/[0-9a-f-]{36}/g) ?? []));
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('import_item')
    .select('subject_id')
    .where('import_id', '=', importId)
    .where('subject_id', 'in', [...ids])
    .execute();
  return rows.map((row) => row.subject_id);
}

/**
 * Every table that names a customer and that no import writes, with what it means that they stand there. A test asks the
 * file itself for them, so that a new table cannot be forgotten.
 */
export const tablesNamingCustomers: readonly (readonly [keyof Tables & string, string, UseKind])[] = [
  ['sale', 'customer_id', 'visited'],
  ['sale_attachment', 'customer_id', 'visited'],
  ['sale_return', 'customer_id', 'visited'],
  ['loose_return', 'customer_id', 'visited'],
  ['customer_figure', 'customer_id', 'visited'],
  ['customer_paid_day', 'customer_id', 'visited'],
  ['bonus_day_limit', 'customer_id', 'bonusUsed'],
  ['consent_entry', 'customer_id', 'changed'],
  ['former_phone', 'customer_id', 'changed'],
  ['customer_credit', 'customer_id', 'changed'],
  ['correction', 'customer_id', 'moneyMoved'],
  ['debt_payment', 'customer_id', 'debtPaid'],
  ['gift_card', 'customer_id', 'namedElsewhere'],
  ['coupon', 'customer_id', 'namedElsewhere'],
  ['coupon_use', 'customer_id', 'namedElsewhere'],
  ['promotion_use', 'customer_id', 'namedElsewhere'],
  ['referral_code', 'customer_id', 'namedElsewhere'],
  ['referral', 'referrer_id', 'namedElsewhere'],
  ['referral', 'friend_id', 'namedElsewhere'],
  ['deed_given', 'customer_id', 'namedElsewhere'],
  ['stamp_balance', 'customer_id', 'namedElsewhere'],
  ['stamp_move', 'customer_id', 'namedElsewhere'],
  ['challenge_reached', 'customer_id', 'namedElsewhere'],
  ['game_reward', 'customer_id', 'namedElsewhere'],
  ['draw_ticket', 'customer_id', 'namedElsewhere'],
  ['draw_winner', 'customer_id', 'namedElsewhere'],
  ['contest_entry', 'customer_id', 'namedElsewhere'],
  ['donation', 'customer_id', 'namedElsewhere'],
  ['customer_change', 'customer_id', 'changed'],
  ['customer_fact', 'customer_id', 'changed'],
  ['customer_phone', 'customer_id', 'changed'],
  ['customer_photo', 'customer_id', 'changed'],
  ['firm', 'customer_id', 'changed'],
  ['merge', 'into_id', 'changed'],
  ['merge', 'from_id', 'changed'],
  ['distinct_pair', 'one_id', 'changed'],
  ['distinct_pair', 'other_id', 'changed'],
  ['erasure', 'customer_id', 'changed'],
  ['erasure', 'person_of', 'changed'],
  ['gift', 'customer_id', 'namedElsewhere'],
  ['complaint', 'customer_id', 'namedElsewhere'],
  ['contact', 'customer_id', 'namedElsewhere'],
  ['feedback', 'customer_id', 'namedElsewhere'],
  ['poll_answer', 'customer_id', 'namedElsewhere'],
  ['special_order', 'customer_id', 'namedElsewhere'],
  ['task', 'customer_id', 'namedElsewhere'],
  ['wish', 'customer_id', 'namedElsewhere'],
];

/** Known customers had all this before: for them it counts only when it happened since. */
async function namedSince(db: Db, found: ImportRow, uses: Uses): Promise<void> {
  const addedIds = itemIds(db, found.id).where('action', '=', 'added');
  for (const [table, column, kind] of tablesNamingCustomers) {
    const rows = await db
      .selectFrom(table as 'sale')
      .select(`${column} as id` as 'customer_id as id')
      .distinct()
      .where(column as 'customer_id', 'in', addedIds)
      .execute();
    note(
      uses,
      kind,
      rows.map(({ id }) => id ?? ''),
    );
  }
  const sales = await db
    .selectFrom('sale')
    .select('customer_id as id')
    .distinct()
    .where(({ eb, fn, ref }) =>
      eb(fn.coalesce(ref('entered_at'), ref('sold_at')), '>=', found.finished_at ?? ''),
    )
    .where('customer_id', 'in', itemIds(db, found.id))
    .execute();
  note(
    uses,
    'visited',
    sales.map(({ id }) => id ?? ''),
  );
}

/** Opening balances that moved: bonus that was spent or burnt, debts that were paid, anything else on their accounts. */
async function balancesMoved(db: Db, found: ImportRow, uses: Uses): Promise<void> {
  const lots = await db
    .selectFrom('import_item')
    .innerJoin('bonus_lot', 'bonus_lot.id', 'import_item.lot_id')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', found.id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('bonus_lot.remaining_som', '!=', eb.ref('import_item.opening_bonus_som')),
        exists(
          selectFrom('bonus_lot_use').select('bonus_lot_use.id').whereRef('lot_id', '=', 'bonus_lot.id'),
        ),
      ]),
    )
    .execute();
  note(
    uses,
    'bonusUsed',
    lots.map(({ id }) => id),
  );
  const repaid = await db
    .selectFrom('import_item')
    .select('subject_id as id')
    .where('import_id', '=', found.id)
    .where('opening_bonus_som', '>', 0)
    .where('lot_id', 'is', null)
    .execute();
  note(
    uses,
    'bonusUsed',
    repaid.map(({ id }) => id),
  );
  const debts = await db
    .selectFrom('import_item')
    .innerJoin('debt', 'debt.id', 'import_item.debt_id')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', found.id)
    .whereRef('debt.open_som', '!=', 'debt.amount_som')
    .execute();
  note(
    uses,
    'debtPaid',
    debts.map(({ id }) => id),
  );
  const moved = await db
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select('posting_entry.subject_id as id')
    .distinct()
    .where('posting.posted_at', '>=', found.finished_at ?? '')
    .where('posting.document_id', '!=', found.id)
    .where('posting_entry.subject_id', 'in', itemIds(db, found.id))
    .execute();
  note(
    uses,
    'moneyMoved',
    moved.map(({ id }) => id),
  );
}

/** Who is not as the import left them: renamed, another phone, merged, gone, or with another card. */
async function changedByHand(db: Db, items: readonly ItemRow[], uses: Uses): Promise<void> {
  const changed: string[] = [];
  const turn = createTurns();
  for (const item of items) {
    await turn();
    const customer = await bulkCustomerOf(db, item.subject_id);
    if (customer === null || customerStamp(customer) !== item.stamp) changed.push(item.subject_id);
  }
  note(uses, 'changed', changed);
  const joined = await db
    .selectFrom('customer')
    .innerJoin('import_item', 'import_item.subject_id', 'customer.merged_into_id')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', items[0]?.import_id ?? '')
    .where('import_item.action', '=', 'added')
    .execute();
  note(
    uses,
    'changed',
    joined.map(({ id }) => id),
  );
}

/** Cards that were given to them by hand, or taken from them, since. */
async function cardsChanged(db: Db, found: ImportRow, uses: Uses): Promise<void> {
  const given = await db
    .selectFrom('card')
    .innerJoin('import_item', 'import_item.subject_id', 'card.customer_id')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', found.id)
    .where('import_item.action', '=', 'added')
    .where(({ eb, or }) =>
      or([
        eb('import_item.card_number', 'is', null),
        eb('import_item.card_number', '!=', eb.ref('card.number')),
        eb('card.blocked_at', 'is not', null),
      ]),
    )
    .execute();
  note(
    uses,
    'changed',
    given.map(({ id }) => id),
  );
  const moved = await db
    .selectFrom('import_item')
    .innerJoin('card', 'card.number', 'import_item.card_number')
    .select('import_item.subject_id as id')
    .where('import_item.import_id', '=', found.id)
    .where(({ eb, or }) =>
      or([
        eb('card.customer_id', 'is', null),
        eb('card.customer_id', '!=', eb.ref('import_item.subject_id')),
        eb('card.blocked_at', 'is not', null),
      ]),
    )
    .execute();
  note(
    uses,
    'changed',
    moved.map(({ id }) => id),
  );
}

async function usesOfCustomers(db: Db, found: ImportRow): Promise<Uses> {
  const uses: Uses = new Map();
  await namedSince(db, found, uses);
  await balancesMoved(db, found, uses);
  await cardsChanged(db, found, uses);
  await changedByHand(db, await itemsOf(db, found.id), uses);
  note(uses, 'inBasket', await inBaskets(db, found.id));
  return uses;
}

async function namesOf(db: Db, found: ImportRow, ids: readonly string[]): Promise<readonly string[]> {
  if (found.kind === 'products') {
    const rows = await db.selectFrom('product').select('name_json').where('id', 'in', ids).execute();
    return rows.map((row) => textIn(JSON.parse(row.name_json) as LocalText, 'uz'));
  }
  const rows = await db.selectFrom('customer').select('name').where('id', 'in', ids).execute();
  return rows.map(({ name }) => name).filter((name) => name !== '');
}

/** Everything that stands in the way of taking an import out again, each with a few names; empty when nothing does. */
export async function usesOfImport(db: Db, found: ImportRow): Promise<ImportUses> {
  const uses = found.kind === 'products' ? await usesOfGoods(db, found) : await usesOfCustomers(db, found);
  const told: ImportUses = [];
  for (const [kind, ids] of uses) {
    const examples = await namesOf(db, found, [...ids].slice(0, mostExamples));
    told.push({ kind, count: ids.size, examples: [...examples] });
  }
  return told;
}
