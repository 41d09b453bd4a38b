/** Customers by the thousand, as an import brings them: made, changed and taken out again with few statements. */
import type { Kysely, Transaction } from 'kysely';
import { birthDateAfter } from '../../shared/customer/birthDate.ts';
import { lastFourDigits } from '../../shared/customer/phone.ts';
import { type Language, searchTextOf } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import { forgetMany } from '../database/search.ts';
import type { Tables } from '../database/tables.ts';
import { type Making, refreshSearchText } from './rows.ts';
import { addWords, dropWords, keepWords } from './spelling.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** What an import may know of a person. Whoever comes so has given no consent yet. */
export interface BulkCustomer {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly birth_date: string | null;
  readonly birth_date_known_since: string | null;
  readonly is_registered: 0 | 1;
  readonly before_visits: number | null;
  readonly before_spent_som: number | null;
  readonly before_last_visit_on: string | null;
  readonly tags: readonly string[];
}

const columns = [
  'id',
  'name',
  'phone',
  'language',
  'birth_date',
  'birth_date_known_since',
  'is_registered',
  'before_visits',
  'before_spent_som',
  'before_last_visit_on',
] as const;

const ofId = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('customer')
    .select([...columns])
    .where('id', '=', value.id)
    .where('merged_into_id', 'is', null)
    .where('erased_at', 'is', null),
);

const tagsOfId = hotQuery((db, value: { id: string }) =>
  db.selectFrom('customer_tag').select('tag').where('customer_id', '=', value.id).orderBy('tag'),
);

/** A living customer as an import sees them; null when they are gone or have become another. */
export async function bulkCustomerOf(db: Db, id: string): Promise<BulkCustomer | null> {
  const row = await ofId.first(db, { id });
  if (row === undefined) return null;
  return { ...row, tags: (await tagsOfId.all(db, { id })).map(({ tag }) => tag) };
}

const insertRows = hotInsert('customer', [
  ...columns,
  'phone_last4',
  'search_text',
  'created_at',
  'created_by',
  'created_till_id',
  'created_on',
]);
const insertTags = hotInsert('customer_tag', ['customer_id', 'tag', 'created_at']);

const searchTextFor = ({ name, phone }: Pick<BulkCustomer, 'name' | 'phone'>): string =>
  `${searchTextOf(name)} ${(phone ?? '').replace('+', '')}`.trim();

/** The words of the names of these customers are carried by so many people less. */
async function dropWordsOf(trx: Trx, ids: readonly string[]): Promise<void> {
  const rows = await trx.selectFrom('customer').select('search_text').where('id', 'in', ids).execute();
  await dropWords(
    trx,
    rows.map((row) => row.search_text),
  );
}

const tagRows = (customers: readonly BulkCustomer[], now: Instant) =>
  customers.flatMap(({ id, tags }) => tags.map((tag) => ({ customer_id: id, tag, created_at: now })));

/** Makes customers. A phone makes them registered, as a line of the paper notebook does. */
export async function insertCustomers(
  trx: Trx,
  customers: readonly BulkCustomer[],
  { now, businessDay, tillId, personId }: Making,
): Promise<void> {
  await insertRows.many(
    trx,
    customers.map(({ tags: _, ...customer }) => ({
      ...customer,
      phone_last4: customer.phone === null ? null : lastFourDigits(customer.phone),
      search_text: searchTextFor(customer),
      created_at: now,
      created_by: personId,
      created_till_id: tillId,
      created_on: businessDay,
    })),
  );
  await addWords(
    trx,
    customers.map((customer) => searchTextFor(customer)),
  );
  await insertTags.many(trx, tagRows(customers, now));
}

const update = hotQuery(
  (
    db: Db,
    value: {
      id: string;
      name: string;
      phone: string | null;
      phone_last4: string | null;
      search_text: string;
      language: Language | null;
      birth_date: string | null;
      birth_date_known_since: string | null;
      is_registered: 0 | 1;
      before_visits: number | null;
      before_spent_som: number | null;
      before_last_visit_on: string | null;
    },
  ) =>
    db
      .updateTable('customer')
      .set({
        name: value.name,
        phone: value.phone,
        phone_last4: value.phone_last4,
        search_text: value.search_text,
        language: value.language,
        birth_date: value.birth_date,
        birth_date_known_since: value.birth_date_known_since,
        is_registered: value.is_registered,
        before_visits: value.before_visits,
        before_spent_som: value.before_spent_som,
        before_last_visit_on: value.before_last_visit_on,
      })
      .where('id', '=', value.id),
);

const removeTag = hotQuery((db, value: { id: string; tag: string }) =>
  db.deleteFrom('customer_tag').where('customer_id', '=', value.id).where('tag', '=', value.tag),
);

/** Writes a known customer anew; their tags become exactly these. */
export async function rewriteCustomer(
  trx: Trx,
  before: BulkCustomer,
  after: BulkCustomer,
  now: Instant,
): Promise<void> {
  const { tags, ...rest } = after;
  await update.all(trx, {
    ...rest,
    phone_last4: after.phone === null ? null : lastFourDigits(after.phone),
    search_text: searchTextFor(after),
  });
  // Further phones stand in the search text too.
  await refreshSearchText(trx, after.id);
  await keepWords(trx, searchTextFor(before), searchTextFor(after));
  for (const tag of before.tags) if (!tags.includes(tag)) await removeTag.all(trx, { id: after.id, tag });
  const added = tags.filter((tag) => !before.tags.includes(tag));
  await insertTags.many(trx, tagRows([{ ...after, tags: added }], now));
}

/** Since when the shop knows a birthday that an import named: from today on, so that nobody has one at once (rule 13). */
export function importedBirthDate(
  before: Pick<BulkCustomer, 'birth_date' | 'birth_date_known_since'> | null,
  named: BusinessDay | null,
  today: BusinessDay,
): Pick<BulkCustomer, 'birth_date' | 'birth_date_known_since'> {
  const known = {
    birthDate: (before?.birth_date ?? null) as BusinessDay | null,
    birthDateKnownSince: (before?.birth_date_known_since ?? null) as BusinessDay | null,
  };
  const after = named === null ? known : birthDateAfter(known, named, today);
  return { birth_date: after.birthDate, birth_date_known_since: after.birthDateKnownSince };
}

const insertAliases = hotInsert('card', ['number', 'batch_id', 'customer_id', 'kind', 'issued_at']);

/** Cards of another program stand for their customers from now on, under the numbers they carry. */
export async function insertForeignCards(
  trx: Trx,
  cards: readonly { readonly number: string; readonly customerId: string }[],
  now: Instant,
): Promise<void> {
  await insertAliases.many(
    trx,
    cards.map(({ number, customerId }) => ({
      number,
      batch_id: null,
      customer_id: customerId,
      kind: 'alias' as const,
      issued_at: now,
    })),
  );
}

const removeAlias = hotQuery((db, value: { number: string; kind: 'alias' }) =>
  db.deleteFrom('card').where('number', '=', value.number).where('kind', '=', value.kind),
);
const freeCard = hotQuery((db, value: { number: string; nobody: null }) =>
  db.updateTable('card').set({ customer_id: value.nobody }).where('number', '=', value.number),
);

/** Takes a card from whom an import gave it to: a foreign one goes, one of the shop's own is free again. */
export async function takeCardBack(trx: Trx, number: string): Promise<void> {
  await removeAlias.all(trx, { number, kind: 'alias' });
  await freeCard.all(trx, { number, nobody: null });
}

/** So many ids go into one statement. */
const withdrawnAtOnce = 250;

/**
 * Takes customers out as if they had never been: rows without a name or a phone stay for the postings that name them, and
 * no letter of theirs stays in the search index.
 */
export async function withdrawCustomers(trx: Trx, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await forgetMany(trx, 'customer', () => emptyRows(trx, ids, now));
}

async function emptyRows(trx: Trx, ids: readonly string[], now: Instant): Promise<void> {
  for (let from = 0; from < ids.length; from += withdrawnAtOnce) {
    const part = ids.slice(from, from + withdrawnAtOnce);
    await trx.deleteFrom('customer_tag').where('customer_id', 'in', part).execute();
    await trx.deleteFrom('segment_member').where('customer_id', 'in', part).execute();
    await dropWordsOf(trx, part);
    await trx
      .updateTable('customer')
      .set({
        name: '',
        phone: null,
        phone_last4: null,
        search_text: '',
        language: null,
        birth_date: null,
        birth_date_known_since: null,
        is_registered: 0,
        before_visits: null,
        before_spent_som: null,
        before_last_visit_on: null,
        withdrawn_at: now,
      })
      .where('id', 'in', part)
      .execute();
  }
}
