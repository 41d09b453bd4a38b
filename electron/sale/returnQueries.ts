/** The SQL of returns: what a sale was, what of it has come back, and the rows of a new return. */
import type { Kysely, Selectable } from 'kysely';
import type { Tender } from '../../shared/basket.ts';
import type { CreditLine } from '../../shared/loyalty/repayment.ts';
import { basisPoints, type Som, som, sumOf } from '../../shared/money.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const returnsQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('sale_return')
    .select(['id', 'vat_som', 'bonus_taken_back_som', 'bonus_burnt_som', 'is_whole'])
    .where('sale_id', '=', value.saleId)
    .orderBy('return_no'),
);

const returnedLinesQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('sale_return_line')
    .innerJoin('sale_return', 'sale_return.id', 'sale_return_line.return_id')
    .select([
      'sale_return_line.line_no',
      'sale_return_line.quantity_thousandths',
      'sale_return_line.bonus_som',
      'sale_return_line.gift_card_som',
      'sale_return_line.store_credit_som',
      'sale_return_line.debt_som',
      'sale_return_line.money_som',
    ])
    .where('sale_return.sale_id', '=', value.saleId),
);

/** Earlier returns of a sale, the first one first. */
export function returnsOf(db: Db, saleId: string) {
  return returnsQuery.all(db, { saleId });
}

/** Every line of them. */
export function returnedLinesOf(db: Db, saleId: string) {
  return returnedLinesQuery.all(db, { saleId });
}

/** Where earlier returns of a sale gave its payment back to. */
export function returnedTendersOf(db: Db, saleId: string) {
  return db
    .selectFrom('sale_return_tender')
    .innerJoin('sale_return', 'sale_return.id', 'sale_return_tender.return_id')
    .select(['sale_return_tender.kind', 'sale_return_tender.provider', 'sale_return_tender.amount_som'])
    .where('sale_return.sale_id', '=', saleId)
    .execute();
}

/** What stands as reference on the money that went through the drawer in an exchange, with the number of the return. */
export const exchangeReference = (returnNumber: number) => `exchange:${returnNumber}`;

export function isOfExchange(reference: string | null): boolean {
  return reference?.startsWith('exchange:') ?? false;
}

/** The number of the return in such a reference. */
export function numberOfExchange(reference: string | null): string {
  return reference?.split(':')[1] ?? '';
}

/** How the money had once come that a sale was paid with in an exchange. */
export function exchangeOriginsOf(db: Db, saleId: string) {
  return db
    .selectFrom('sale_exchange_origin')
    .select(['kind', 'provider', 'amount_som'])
    .where('sale_id', '=', saleId)
    .orderBy('origin_no')
    .execute();
}

/** A sale and the return that paid for it. */
export async function insertExchange(
  db: Db,
  exchange: {
    readonly saleId: string;
    readonly returnId: string;
    readonly usedSom: Som;
    readonly restSom: Som;
    readonly origins: readonly Tender[];
  },
): Promise<void> {
  const { saleId, returnId, usedSom, restSom, origins } = exchange;
  await db
    .insertInto('sale_exchange')
    .values({ sale_id: saleId, return_id: returnId, used_som: usedSom, rest_som: restSom })
    .execute();
  if (origins.length === 0) return;
  await db
    .insertInto('sale_exchange_origin')
    .values(
      origins.map(({ kind, provider, amountSom }, index) => ({
        sale_id: saleId,
        origin_no: index + 1,
        kind: kind as Tables['sale_exchange_origin']['kind'],
        provider,
        amount_som: amountSom,
      })),
    )
    .execute();
}

const creditLinesQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('sale_line')
    .innerJoin('sale', 'sale.id', 'sale_line.sale_id')
    .select(['sale_line.line_no', 'sale_line.bonus_basis_points', 'sale_line.debt_share_som'])
    .select('sale.has_debt_earned')
    .where('sale_line.sale_id', '=', value.saleId),
);

/** What was taken on credit with a sale and is still with the customer; and whether it earned at once. */
export async function creditLinesOf(
  db: Db,
  saleId: string,
): Promise<{ readonly lines: readonly CreditLine[]; readonly hasDebtEarned: boolean }> {
  const rows = await creditLinesQuery.all(db, { saleId });
  const back = await returnedLinesOf(db, saleId);
  const backOf = (lineNo: number) =>
    sumOf(
      back.filter((line) => line.line_no === lineNo),
      (line) => som(line.debt_som),
    );
  return {
    lines: rows.map((row) => ({
      bonusBasisPoints: basisPoints(row.bonus_basis_points),
      debtShareSom: som(row.debt_share_som - backOf(row.line_no)),
    })),
    hasDebtEarned: rows.some((row) => row.has_debt_earned === 1),
  };
}

/** What repaying a sale's debt has earned. */
export async function repaymentBonusOf(db: Db, saleId: string): Promise<Som> {
  const row = await db
    .selectFrom('debt_payment_part')
    .innerJoin('debt', 'debt.id', 'debt_payment_part.debt_id')
    .select((eb) => eb.fn.sum<number | null>('debt_payment_part.bonus_som').as('bonus'))
    .where('debt.sale_id', '=', saleId)
    .executeTakeFirst();
  return som(row?.bonus ?? 0);
}

/** The coupon that a sale used and what its partner owes for it; undefined without one, or when it was given back. */
export function couponUseOf(db: Db, saleId: string) {
  return db
    .selectFrom('coupon_use')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon_use.series_id')
    .select([
      'coupon_use.code',
      'coupon_use.series_id',
      'coupon_use.partner_share_som',
      'coupon_series.partner_id',
    ])
    .where('coupon_use.sale_id', '=', saleId)
    .executeTakeFirst();
}

/** The promotions that worked on a sale, with what each took off. */
export async function promotionUsesOf(db: Db, saleId: string) {
  const rows = await db
    .selectFrom('promotion_use')
    .select(['promotion_id', 'amount_som'])
    .where('document_id', '=', saleId)
    .where('document_kind', '=', 'sale')
    .execute();
  return rows.map((row) => ({ promotionId: row.promotion_id, amountSom: som(row.amount_som) }));
}

/** Who a customer is now: whoever was merged into somebody else acts as that person. */
export async function livingCustomerId(db: Db, customerId: string): Promise<string> {
  const row = await db
    .selectFrom('customer')
    .select('merged_into_id')
    .where('id', '=', customerId)
    .executeTakeFirst();
  const next = row?.merged_into_id ?? null;
  return next === null ? customerId : livingCustomerId(db, next);
}

/** Whether somebody was erased since. */
export async function isErasedCustomer(db: Db, customerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('customer')
    .select('erased_at')
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined && row.erased_at !== null;
}

const insertReturn = hotInsert('sale_return', [
  'id',
  'till_id',
  'number',
  'sale_id',
  'return_no',
  'shift_id',
  'person_id',
  'approver_id',
  'customer_id',
  'business_day',
  'returned_at',
  'reason',
  'net_som',
  'vat_som',
  'rounding_som',
  'donation_som',
  'bonus_taken_back_som',
  'bonus_burnt_som',
  'withheld_som',
  'bonus_balance_som',
  'is_whole',
]);

const insertReturnLines = hotInsert('sale_return_line', [
  'return_id',
  'line_no',
  'quantity_thousandths',
  'bonus_som',
  'gift_card_som',
  'store_credit_som',
  'debt_som',
  'money_som',
]);

const insertReturnTenders = hotInsert('sale_return_tender', [
  'return_id',
  'tender_no',
  'kind',
  'provider',
  'amount_som',
  'reference',
]);

/** The rows of one return. */
export interface ReturnRows {
  readonly back: Selectable<Tables['sale_return']>;
  readonly lines: readonly Selectable<Tables['sale_return_line']>[];
  readonly tenders: readonly Selectable<Tables['sale_return_tender']>[];
}

export async function insertReturnRows(db: Db, rows: ReturnRows): Promise<void> {
  await insertReturn.one(db, rows.back);
  await insertReturnLines.many(db, rows.lines);
  await insertReturnTenders.many(db, rows.tenders);
}
