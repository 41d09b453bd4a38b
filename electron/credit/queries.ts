/** The room's SQL: gift cards, limits, debts and what was paid on them; what the sale asks before it is completed. */
import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import { limitOf, type OpenDebt } from '../../shared/credit/debt.ts';
import type { GiftCard } from '../../shared/credit/giftCard.ts';
import { type Som, som, sumOf, zeroSom } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { foldKeys } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { balanceOf } from '../ledger/inTransaction.ts';

type Db = Kysely<Tables>;

export type GiftCardRow = Selectable<Tables['gift_card']>;
export type DebtRow = Selectable<Tables['debt']>;

const giftCardQuery = hotQuery((db: Db, value: { number: string }) =>
  db.selectFrom('gift_card').selectAll().where('number', '=', value.number),
);

/** The row of a gift card by its number as `readCode` of shared/code.ts spells it; null for one that nobody sold. */
export async function giftCardRow(db: Db, number: string): Promise<GiftCardRow | null> {
  return (await giftCardQuery.first(db, { number })) ?? null;
}

/** A gift card with what is on it; null for a number that nobody sold. */
export async function giftCardOf(db: Db, number: string): Promise<GiftCard | null> {
  const row = await giftCardRow(db, number);
  if (row === null) return null;
  return {
    number,
    isBlocked: row.blocked_at !== null,
    expiresOn: row.expires_on as BusinessDay | null,
    balanceSom: await owedOn(db, 'giftCard', number),
  };
}

/** What the shop owes on a gift card or on a customer's account: the credit side, said above zero. */
export async function owedOn(db: Db, account: 'giftCard' | 'storeCredit', subjectId: string): Promise<Som> {
  return som(-(await balanceOf(db, account, subjectId)));
}

/** Written out rather than bound as a parameter: only so does the engine use the indexes over what is open. */
export const nothing = sql.lit(0);

const openDebtsQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('debt')
    .selectAll()
    .where('customer_id', '=', value.customerId)
    .where('open_som', '>', nothing)
    .orderBy('taken_on')
    .orderBy('id'),
);

/** The rows of a customer's debts on which something is open, oldest first. */
export function openDebtRows(db: Db, customerId: string): Promise<readonly DebtRow[]> {
  return openDebtsQuery.all(db, { customerId });
}

export function openDebtOf(row: Pick<DebtRow, 'id' | 'taken_on' | 'due_on' | 'open_som'>): OpenDebt {
  return {
    debtId: row.id,
    takenOn: row.taken_on as BusinessDay,
    dueOn: row.due_on as BusinessDay,
    openSom: som(row.open_som),
  };
}

const limitQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('customer_credit').select('limit_som').where('customer_id', '=', value.customerId),
);

/** The most a customer may owe at once: their own limit, else the shop's for everybody; null for nobody ever allowed it. */
export async function limitOfCustomer(
  db: Db,
  customerId: string,
  settings: Pick<ShopSettings, 'debtLimitSom'>,
): Promise<Som | null> {
  const row = await limitQuery.first(db, { customerId });
  return limitOf(row === undefined ? null : som(row.limit_som), settings.debtLimitSom);
}

/** What a customer has on account and owes. */
export interface CreditFacts {
  /** What the shop owes the customer; it never burns. */
  readonly storeCreditSom: Som;
  readonly limitSom: Som | null;
  /** Oldest first. */
  readonly debts: readonly OpenDebt[];
  readonly openSom: Som;
  /** The part whose last day on time is over. */
  readonly overdueSom: Som;
}

/** Everything that a basket needs to know of a customer's account and debts; three short statements. */
export async function creditFacts(
  db: Db,
  customerId: string,
  { settings, day }: { readonly settings: Pick<ShopSettings, 'debtLimitSom'>; readonly day: BusinessDay },
): Promise<CreditFacts> {
  const debts = (await openDebtRows(db, customerId)).map(openDebtOf);
  return {
    storeCreditSom: await owedOn(db, 'storeCredit', customerId),
    limitSom: await limitOfCustomer(db, customerId, settings),
    debts,
    openSom: sumOf(debts, (debt) => debt.openSom),
    overdueSom: sumOf(debts, (debt) => (debt.dueOn < day ? debt.openSom : zeroSom)),
  };
}

const debtOfSaleQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db.selectFrom('debt').selectAll().where('sale_id', '=', value.saleId),
);

/** The debt that a sale left, whether open or settled; null for a sale without one. */
export async function debtOfSale(db: Db, saleId: string): Promise<DebtRow | null> {
  return (await debtOfSaleQuery.first(db, { saleId })) ?? null;
}

/** What is still owed for a sale; 0 when nothing is, or when it was paid at once. */
export async function openDebtOfSale(db: Db, saleId: string): Promise<Som> {
  return som((await debtOfSale(db, saleId))?.open_som ?? 0);
}

export const insertDebt = hotInsert('debt', [
  'id',
  'customer_id',
  'origin',
  'sale_id',
  'taken_on',
  'due_on',
  'amount_som',
  'open_som',
  'note',
  'created_by',
  'created_at',
]);

const lowerQuery = hotQuery((db: Db, value: { debtId: string; amountSom: number }) =>
  db
    .updateTable('debt')
    .set((eb) => ({ open_som: eb('open_som', '-', value.amountSom) }))
    .where('id', '=', value.debtId)
    .where('open_som', '>=', value.amountSom)
    .returning('id'),
);

/** Takes so much off what is open of a debt; throws when less is open, because the caller has just read it. */
export async function lowerDebt(db: Db, debtId: string, amountSom: Som): Promise<void> {
  const row = await lowerQuery.first(db, { debtId, amountSom });
  if (row === undefined) throw new Error('a debt was lowered by more than is open');
}

export const insertPayment = hotInsert('debt_payment', [
  'id',
  'till_id',
  'number',
  'customer_id',
  'kind',
  'tender_kind',
  'tender_provider',
  'amount_som',
  'received_cash_som',
  'bonus_earned_som',
  'note',
  'shift_id',
  'person_id',
  'approver_id',
  'is_alone',
  'business_day',
  'paid_at',
]);

export const insertPaymentParts = hotInsert('debt_payment_part', [
  'payment_id',
  'debt_id',
  'amount_som',
  'bonus_som',
]);

const paidOnDebtQuery = hotQuery((db: Db, value: { debtId: string; money: string; storeCredit: string }) =>
  db
    .selectFrom('debt_payment_part')
    .innerJoin('debt_payment', 'debt_payment.id', 'debt_payment_part.payment_id')
    .select((eb) => eb.fn.sum<number>('debt_payment_part.amount_som').as('paid_som'))
    .where('debt_payment_part.debt_id', '=', value.debtId)
    .where('debt_payment.kind', 'in', [value.money as 'money', value.storeCredit as 'storeCredit']),
);

/** What was paid on a debt until now; what was forgiven or came back with goods was not paid. */
export async function paidOnDebt(db: Db, debtId: string): Promise<Som> {
  const row = await paidOnDebtQuery.first(db, { debtId, money: 'money', storeCredit: 'storeCredit' });
  return som(row?.paid_som ?? 0);
}

/** In which ways money came for the debt of a sale when it was repaid, the first payment first. */
export async function moneyForDebtOf(db: Db, saleId: string) {
  const rows = await db
    .selectFrom('debt')
    .innerJoin('debt_payment_part', 'debt_payment_part.debt_id', 'debt.id')
    .innerJoin('debt_payment', 'debt_payment.id', 'debt_payment_part.payment_id')
    .select(['debt_payment.tender_kind', 'debt_payment.tender_provider', 'debt_payment_part.amount_som'])
    .where('debt.sale_id', '=', saleId)
    .where('debt_payment.kind', '=', 'money')
    .orderBy('debt_payment.id')
    .execute();
  return rows.map((row) => ({
    kind: row.tender_kind,
    provider: row.tender_provider,
    amount_som: row.amount_som,
  }));
}

/** The numbers of receipts by the ids of their sales; ids that are no sale's are left out. */
export async function receiptNumbersOf(
  db: Db,
  saleIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (saleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sale')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(saleIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}

/**
 * The condition that a joined `customer` fits a search: the name in any script and with any apostrophe, or the digits of
 * the phone however they are spaced. Those who owe or hold a card are few, so each is looked at; no index is asked.
 */
export function customerFits(search: string): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'customer'>();
  const isNumber = /^[\d\s+().-]+$/.test(search);
  const keys = isNumber ? [search.replace(/\D/g, '')] : foldKeys(search);
  const like = (pattern: string) => eb('customer.search_text', 'like', pattern);
  // A short word must begin one, a longer may stand anywhere, as in every search of customers.
  const wordFits = (word: string) =>
    word.length < 3 ? eb.or([like(`${word}%`), like(`% ${word}%`)]) : like(`%${word}%`);
  return eb.or(keys.map((key) => eb.and(wordsOf(key).map(wordFits))));
}

/** Without the signs that mean something to LIKE. */
function wordsOf(key: string): readonly string[] {
  return key.split(/[\s%_\\]+/).filter((word) => word !== '');
}
