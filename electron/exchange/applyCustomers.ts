/** Carries out a checked list of customers: who is new, what is new of the known, their cards and their opening balances. */
import { Refusal } from '../../shared/errors.ts';
import type { CustomerDraft } from '../../shared/exchange/readCustomerRow.ts';
import type { Som } from '../../shared/money.ts';
import { openDebts, postOpeningDebts } from '../credit/inTransaction.ts';
import {
  type BulkCustomer,
  bulkCustomerOf,
  giveCard,
  importedBirthDate,
  insertCustomers,
  insertForeignCards,
  rewriteCustomer,
} from '../customer/inTransaction.ts';
import { issuedCard } from '../customer/queries.ts';
import { openBonusLots, postOpeningBonus } from '../loyalty/inTransaction.ts';
import { sha256 } from '../sha256.ts';
import type { WriteScope } from '../verb.ts';
import { type Applying, type ComingRow, keepItems, noBalances, portionsOf } from './applyProducts.ts';
import type { ItemRow } from './queries.ts';

/** A short fingerprint of a customer as the import left them; nobody can be found by it. */
export function customerStamp(customer: BulkCustomer): string {
  const { name, phone, language, birth_date, is_registered, tags } = customer;
  const before = [customer.before_visits, customer.before_spent_som, customer.before_last_visit_on];
  const told = [name, phone, language, birth_date, is_registered, tags, before];
  return sha256(JSON.stringify(told)).slice(0, 8);
}

function newCustomer(id: string, draft: CustomerDraft, scope: WriteScope): BulkCustomer {
  return {
    id,
    name: draft.name,
    phone: draft.phone,
    language: draft.language,
    ...importedBirthDate(null, draft.birthDate, scope.businessDay),
    is_registered: draft.phone === null ? 0 : 1,
    before_visits: draft.before.visits,
    before_spent_som: draft.before.spentSom,
    before_last_visit_on: draft.before.lastVisitOn,
    tags: draft.tags,
  };
}

/** What people told this shop themselves stands; the file fills in what nobody asked them yet. */
function changedCustomer(before: BulkCustomer, draft: CustomerDraft, scope: WriteScope): BulkCustomer {
  const phone = before.phone ?? draft.phone;
  return {
    ...before,
    name: before.name === '' ? draft.name : before.name,
    phone,
    language: before.language ?? draft.language,
    ...importedBirthDate(before, before.birth_date === null ? draft.birthDate : null, scope.businessDay),
    is_registered: before.is_registered === 1 || phone !== null ? 1 : 0,
    before_visits: draft.before.visits ?? before.before_visits,
    before_spent_som: draft.before.spentSom ?? before.before_spent_som,
    before_last_visit_on: draft.before.lastVisitOn ?? before.before_last_visit_on,
    tags: [...new Set([...before.tags, ...draft.tags])].sort(),
  };
}

/** A customer of the import with what the row brings beside the person. */
interface Come {
  readonly customer: BulkCustomer;
  readonly before: BulkCustomer | null;
  readonly draft: CustomerDraft;
}

export interface Opened {
  readonly customerId: string;
  readonly amountSom: Som;
}

export interface OpenedBalances {
  readonly bonus: readonly Opened[];
  readonly debts: readonly Opened[];
}

/** Throws ImportStale when customers who were there at the check are gone. Answers the balances that were opened. */
export async function applyCustomers(
  applying: Applying,
  rows: readonly ComingRow<CustomerDraft>[],
): Promise<OpenedBalances> {
  const { scope, turn } = applying;
  const bonus: Opened[] = [];
  const debts: Opened[] = [];
  for (const portion of portionsOf(rows)) {
    const come: Come[] = [];
    for (const { subjectId, draft } of portion) come.push(await comeOf(scope, subjectId, draft));
    await insertCustomers(
      scope.trx,
      come.filter(({ before }) => before === null).map(({ customer }) => customer),
      { ...scope, personId: scope.actor.role === 'system' ? null : scope.actor.personId },
    );
    for (const { customer, before } of come) {
      if (before !== null) await rewriteCustomer(scope.trx, before, customer, scope.now);
    }
    const opened = await bringAlong(applying, come);
    bonus.push(...opened.bonus);
    debts.push(...opened.debts);
    await turn();
  }
  return { bonus, debts };
}

async function comeOf(scope: WriteScope, subjectId: string | null, draft: CustomerDraft): Promise<Come> {
  if (subjectId === null) return { customer: newCustomer(scope.newId(), draft, scope), before: null, draft };
  const before = await bulkCustomerOf(scope.trx, subjectId);
  if (before === null) throw new Refusal('ImportStale', { rows: 1 });
  return { customer: changedCustomer(before, draft, scope), before, draft };
}

/** Cards, bonus and debts of a portion, and what is kept to take it out again. */
async function bringAlong(
  { scope, importId, expiryDays }: Applying,
  come: readonly Come[],
): Promise<OpenedBalances> {
  const cards = await giveCards(scope, come);
  const bonus = come.flatMap(({ customer, before, draft }) =>
    draft.bonusSom === null
      ? []
      : [{ customerId: customer.id, amountSom: draft.bonusSom, isKnown: before !== null }],
  );
  const lots = await openBonusLots(scope, bonus, expiryDays);
  const debts = come.flatMap(({ customer, draft }) =>
    draft.debtSom === null ? [] : [{ customerId: customer.id, amountSom: draft.debtSom }],
  );
  const debtIds = await openDebts(scope, debts);
  const lotOf = new Map(lots.map((lot) => [lot.customerId, lot.lotId]));
  const bonusOf = new Map(bonus.map(({ customerId, amountSom }) => [customerId, amountSom]));
  const debtOf = new Map(debts.map(({ customerId }, index) => [customerId, debtIds[index] ?? null]));
  const items: ItemRow[] = come.map(({ customer, before }) => ({
    ...noBalances,
    import_id: importId,
    subject_id: customer.id,
    action: before === null ? ('added' as const) : ('updated' as const),
    before_json: before === null ? null : JSON.stringify(before),
    stamp: customerStamp(customer),
    opening_bonus_som: bonusOf.get(customer.id) ?? 0,
    lot_id: lotOf.get(customer.id) ?? null,
    debt_id: debtOf.get(customer.id) ?? null,
    card_number: cards.get(customer.id) ?? null,
  }));
  await keepItems(scope, items);
  return { bonus, debts };
}

/** The cards that were given, by customer. One that its customer has already is not given anew. */
async function giveCards(scope: WriteScope, come: readonly Come[]): Promise<ReadonlyMap<string, string>> {
  const given = new Map<string, string>();
  const foreign: { readonly number: string; readonly customerId: string }[] = [];
  for (const { customer, draft } of come) {
    if (draft.card === null) continue;
    const card = await issuedCard(scope.trx, draft.card);
    if (card?.customerId === customer.id) continue;
    if (card !== null && (card.customerId !== null || card.isBlocked)) {
      throw new Refusal('ImportStale', { rows: 1 });
    }
    if (card === null) foreign.push({ number: draft.card, customerId: customer.id });
    else await giveCard(scope.trx, card.number, customer.id);
    given.set(customer.id, draft.card);
  }
  await insertForeignCards(scope.trx, foreign, scope.now);
  return given;
}

/** The two postings of an import: every customer's balance against the one account of opening balances. */
export async function postOpenings(
  scope: WriteScope,
  documentId: string,
  { bonus, debts }: OpenedBalances,
): Promise<void> {
  const cause = { documentKind: 'imported' as const, documentId };
  await postOpeningBonus(scope, bonus, cause);
  await postOpeningDebts(scope, debts, cause);
}
