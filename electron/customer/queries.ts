/** Customers with their figures, cards and bonus: what this room and the rooms above ask of it. */
import type { Kysely } from 'kysely';
import type { Customer } from '../../shared/customer/contract.ts';
import { type Som, som } from '../../shared/money.ts';
import { type Language, tidyName } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

export { subjectsOfActs } from './consents.ts';

/** A customer as the till needs to know them while selling. */
export interface CustomerFacts {
  readonly id: string;
  /** Empty while only a phone or an instant card is known. */
  readonly name: string;
  /** E.164, or null for an instant card that nobody registered yet. */
  readonly phone: string | null;
  /** The language of their receipts; null for the shop's own. */
  readonly language: Language | null;
  readonly isRegistered: boolean;
  readonly birthDate: BusinessDay | null;
  /** Since when the shop knows the birth date; a fresh one brings nothing (docs/rules.md rule 13). */
  readonly birthDateKnownSince: BusinessDay | null;
  /** The day on which a birthday promotion last worked. */
  readonly birthdayUsedOn: BusinessDay | null;
  /** Days on which they bought something. */
  readonly visits: number;
  /** Receipts, of which a day may have several. */
  readonly receipts: number;
  readonly paidSom: Som;
  /** What a visit brings on average, rounded down. */
  readonly averageSom: Som;
  readonly firstVisitOn: BusinessDay | null;
  readonly lastVisitOn: BusinessDay | null;
  /** May be below zero after a return. Lots that are not active yet are part of it. */
  readonly bonusSom: Som;
  readonly createdAt: Instant;
}

function selectFacts(db: Kysely<Tables>) {
  return db
    .selectFrom('customer')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .leftJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'customer.id').on('account.kind', '=', 'bonusLiability'),
    )
    .select([
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer.language',
      'customer.is_registered',
      'customer.created_at',
      'customer.birth_date',
      'customer.birth_date_known_since',
      'customer.birthday_used_on',
      'customer.merged_into_id',
      'customer.erased_at',
      'customer_figure.visits',
      'customer_figure.receipts',
      'customer_figure.paid_som',
      'customer_figure.first_visit_on',
      'customer_figure.last_visit_on',
      'account.balance_som',
    ]);
}

type FactRow = Awaited<ReturnType<ReturnType<typeof selectFacts>['execute']>>[number];

function factsOf(row: FactRow): CustomerFacts {
  const visits = row.visits ?? 0;
  const paid = row.paid_som ?? 0;
  return {
    id: row.id,
    name: tidyName(row.name),
    phone: row.phone,
    language: row.language,
    isRegistered: row.is_registered === 1,
    birthDate: row.birth_date as BusinessDay | null,
    birthDateKnownSince: row.birth_date_known_since as BusinessDay | null,
    birthdayUsedOn: row.birthday_used_on as BusinessDay | null,
    visits,
    receipts: row.receipts ?? 0,
    paidSom: som(paid),
    averageSom: som(visits > 0 && paid > 0 ? Math.floor(paid / visits) : 0),
    firstVisitOn: row.first_visit_on as BusinessDay | null,
    lastVisitOn: row.last_visit_on as BusinessDay | null,
    // What the shop owes stands on the credit side, below zero.
    bonusSom: som(-(row.balance_som ?? 0)),
    createdAt: row.created_at as Instant,
  };
}

const factsOfId = hotQuery((db, value: { id: string }) =>
  selectFacts(db).where('customer.id', '=', value.id),
);

/** One customer, or null when there is none with this id or they were erased; whoever became another customer is that one. */
export async function customerFacts(db: Kysely<Tables>, id: string): Promise<CustomerFacts | null> {
  const row = await factsOfId.first(db, { id });
  if (row === undefined || row.erased_at !== null) return null;
  return row.merged_into_id === null ? factsOf(row) : customerFacts(db, row.merged_into_id);
}

/**
 * The customer's own id and those of everybody who became them, as a query to look among: under all of these receipts may
 * stand, because finished sales are never written anew.
 */
export function everyIdOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('customer')
    .select('customer.id')
    .where(({ eb, or }) => or([eb('customer.id', '=', id), eb('customer.merged_into_id', '=', id)]));
}

/** One customer as the contract shows them, or null. */
export async function customerOfId(db: Kysely<Tables>, id: string): Promise<Customer | null> {
  const facts = await customerFacts(db, id);
  return facts === null ? null : ((await customersOfIds(db, [facts.id]))[0] ?? null);
}

/** The customers with these ids in the order of the ids; an id that nobody has is left out. */
export async function customersOfIds(db: Kysely<Tables>, ids: readonly string[]): Promise<Customer[]> {
  const customers: Customer[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const part = ids.slice(from, from + idsAtOnce);
    const rows = await factsOfIds.all(db, slotsOf(part));
    const cards = await cardsOfIds.all(db, slotsOf(part));
    const tags = await tagsOfIds.all(db, slotsOf(part));
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const id of part) {
      const row = rowOf.get(id);
      if (row === undefined || row.erased_at !== null) continue;
      customers.push({
        ...shownOf(factsOf(row)),
        tags: tags.filter((tag) => tag.customer_id === id).map(({ tag }) => tag),
        ...cardsShown(cards.filter((card) => card.customer_id === id)),
      });
    }
  }
  return customers;
}

function cardsShown(cards: readonly { readonly number: string; readonly blocked_at: string | null }[]) {
  const numbersOf = (isBlocked: boolean) =>
    cards.filter((card) => (card.blocked_at !== null) === isBlocked).map((card) => card.number);
  return { cardNumbers: numbersOf(false), blockedCards: numbersOf(true) };
}

/** What the contract tells of the facts. */
function shownOf(facts: CustomerFacts) {
  const {
    firstVisitOn: _,
    receipts: _receipts,
    birthDateKnownSince: _since,
    birthdayUsedOn: _used,
    ...shown
  } = facts;
  return shown;
}

/** A search shows this many, so that its answer is three statements, compiled once. */
const idsAtOnce = 20;
const slotNames = Array.from({ length: idsAtOnce }, (_, slot) => `id${slot}`);
type Slots = Readonly<Record<string, string>>;

/** The ids by the names of their slots; slots that are left over hold no id. */
const slotsOf = (ids: readonly string[]): Slots =>
  Object.fromEntries(slotNames.map((name, slot) => [name, ids[slot] ?? '']));

const valuesOf = (slots: Slots): string[] => slotNames.map((name) => slots[name] as string);

const factsOfIds = hotQuery((db, slots: Slots) =>
  selectFacts(db).where('customer.id', 'in', valuesOf(slots)),
);

const cardsOfIds = hotQuery((db, slots: Slots) =>
  db
    .selectFrom('card')
    .select(['card.customer_id', 'card.number', 'card.blocked_at'])
    .where('card.customer_id', 'in', valuesOf(slots))
    .orderBy('card.issued_at')
    .orderBy('card.number'),
);

const tagsOfIds = hotQuery((db, slots: Slots) =>
  db
    .selectFrom('customer_tag')
    .select(['customer_tag.customer_id', 'customer_tag.tag'])
    .where('customer_tag.customer_id', 'in', valuesOf(slots))
    .orderBy('customer_tag.tag'),
);

const tagsOfId = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('customer_tag')
    .select('customer_tag.tag')
    .where('customer_tag.customer_id', '=', value.id)
    .orderBy('customer_tag.tag'),
);

/** The words by which the shop groups a customer, in the order of the alphabet. */
export async function tagsOfCustomer(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  return (await tagsOfId.all(db, { id })).map(({ tag }) => tag);
}

const firstCardOfId = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('card')
    .select('card.number')
    .where('card.customer_id', '=', value.id)
    .where('card.blocked_at', 'is', null)
    .limit(1),
);

/** Whether the customer holds any card of the shop. */
export async function hasCard(db: Kysely<Tables>, id: string): Promise<boolean> {
  return (await firstCardOfId.first(db, { id })) !== undefined;
}

const idOfPhone = hotQuery((db, value: { phone: string }) =>
  db
    .selectFrom('customer')
    .select(['customer.id', 'customer.name'])
    .where('customer.phone', '=', value.phone),
);

const idOfFurtherPhone = hotQuery((db, value: { phone: string }) =>
  db
    .selectFrom('customer_phone')
    .innerJoin('customer', 'customer.id', 'customer_phone.customer_id')
    .select(['customer.id', 'customer.name'])
    .where('customer_phone.phone', '=', value.phone),
);

/** Who has a phone (E.164), as the main one or a further one: one living owner at most. */
export async function ownerOfPhone(
  db: Kysely<Tables>,
  phone: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const owner = (await idOfPhone.first(db, { phone })) ?? (await idOfFurtherPhone.first(db, { phone }));
  return owner === undefined ? null : { id: owner.id, name: tidyName(owner.name) };
}

const formerOfPhone = hotQuery((db, value: { phone: string }) =>
  db
    .selectFrom('former_phone')
    .innerJoin('customer as told', 'told.id', 'former_phone.customer_id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('told.merged_into_id'), ref('told.id'))),
      ),
    )
    .select(['customer.id', 'customer.name'])
    .where('former_phone.phone', '=', value.phone)
    .orderBy('former_phone.until_at', 'desc')
    .limit(1),
);

/** Who had a phone last, as they live now; that they had it lets nobody spend (docs/rules.md rule 20). */
export async function formerOwnerOfPhone(
  db: Kysely<Tables>,
  phone: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const owner = await formerOfPhone.first(db, { phone });
  return owner === undefined ? null : { id: owner.id, name: tidyName(owner.name) };
}

const cardOfNumber = hotQuery((db, value: { number: string }) =>
  db
    .selectFrom('card')
    .leftJoin('customer', 'customer.id', 'card.customer_id')
    .select(['card.number', 'card.customer_id', 'card.blocked_at', 'customer.is_registered'])
    .where('card.number', '=', value.number),
);

export interface IssuedCard {
  readonly number: string;
  /** Null until it is scanned or registered for the first time. */
  readonly customerId: string | null;
  /** Whether its customer gave a phone. */
  readonly isRegistered: boolean;
  /** Lost: it still tells whose it was, but stands for nobody. */
  readonly isBlocked: boolean;
}

/** An issued card, or null for a number that nobody issued. */
export async function issuedCard(db: Kysely<Tables>, number: string): Promise<IssuedCard | null> {
  const row = await cardOfNumber.first(db, { number });
  if (row === undefined) return null;
  return {
    number: row.number,
    customerId: row.customer_id,
    isRegistered: row.is_registered === 1,
    isBlocked: row.blocked_at !== null,
  };
}
