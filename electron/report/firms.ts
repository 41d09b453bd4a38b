/** The verbs report.reconciliation and priceLists: a customer's account with the shop, and the prices agreed with some of them. */
import { type Kysely, sql } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { type Som, som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { ReconciledKind } from '../../shared/report/firmContract.ts';
import { type AccountEntry, reconcile } from '../../shared/report/reconciliation.ts';
import type { LocalText } from '../../shared/text.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { firmOf } from '../customer/inTransaction.ts';
import { customerFacts, everyIdOf } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { livePromotions } from '../promotion/inTransaction.ts';
import { readingVerb } from '../verb.ts';

type Db = Kysely<Tables>;

interface Span {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** Where a customer who became another stood, their entries count too. */
export const reconciliation = readingVerb(
  reportContract.reconciliation,
  async ({ db }, { customerId, from, to }) => {
    const customer = await customerFacts(db, customerId);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const ids = (await everyIdOf(db, customer.id).execute()).map(({ id }) => id);
    const firm = await firmOf(db, customer.id);
    const entries = await entriesOf(db, ids, { from, to });
    const openingSom = await openingOf(db, ids, from);
    const { rows, ...sums } = reconcile(openingSom, entries);
    const numbers = await receiptNumbers(
      db,
      rows.map(({ documentId }) => documentId),
    );
    return {
      customerName: tidyName(customer.name),
      legalName: firm?.legalName ?? '',
      taxNumber: firm?.taxNumber ?? '',
      contractNumber: firm?.contractNumber ?? '',
      contractOn: firm?.contractOn ?? null,
      from,
      to,
      openingSom,
      rows: rows.map(({ documentKind, documentId, ...row }) => ({
        ...row,
        kind: kindOf(documentKind),
        receiptNumber: numbers.get(documentId) ?? null,
      })),
      ...sums,
      atOnce: await paidAtOnce(db, ids, { from, to }),
    };
  },
);

const kinds: Readonly<Record<string, ReconciledKind>> = {
  sale: 'sale',
  goodsTakenBack: 'goodsTakenBack',
  goodsTakenBackLoose: 'goodsTakenBack',
  debtRepaid: 'debtRepaid',
  debtForgiven: 'debtForgiven',
  debtNoted: 'debtNoted',
  orderDeposit: 'deposit',
  orderDepositBack: 'deposit',
};

function kindOf(documentKind: string): ReconciledKind {
  return kinds[documentKind] ?? 'corrected';
}

/** Written out rather than bound, as the index over these accounts needs it. */
const accounts = ['customerDebt', 'storeCredit'] as const;

function entriesOfAccount(db: Db, account: (typeof accounts)[number], ids: readonly string[]) {
  return db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .where('posting_entry.account_kind', '=', sql.lit(account))
    .where('posting_entry.subject_id', 'in', [...ids]);
}

async function openingOf(db: Db, ids: readonly string[], from: BusinessDay): Promise<Som> {
  let sum = 0;
  for (const account of accounts) {
    const row = await entriesOfAccount(db, account, ids)
      .select((eb) => eb.fn.sum<number>('posting_entry.amount_som').as('sum'))
      .where('posting.business_day', '<', from)
      .executeTakeFirst();
    sum += row?.sum ?? 0;
  }
  return som(sum);
}

async function entriesOf(db: Db, ids: readonly string[], { from, to }: Span): Promise<AccountEntry[]> {
  const entries: (AccountEntry & { readonly postingId: string })[] = [];
  for (const account of accounts) {
    const rows = await entriesOfAccount(db, account, ids)
      .select([
        'posting.id',
        'posting.business_day',
        'posting.posted_at',
        'posting.document_kind',
        'posting.document_id',
        'posting_entry.amount_som',
      ])
      .where('posting.business_day', '>=', from)
      .where('posting.business_day', '<=', to)
      .execute();
    for (const row of rows) {
      entries.push({
        postingId: row.id,
        day: row.business_day as BusinessDay,
        at: row.posted_at as Instant,
        documentKind: row.document_kind,
        documentId: row.document_id,
        amountSom: som(row.amount_som),
      });
    }
  }
  const place = ({ day, at, postingId }: (typeof entries)[number]) => `${day} ${at} ${postingId}`;
  return entries.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** As many ids as one statement takes. */
const idsAtOnce = 500;

/** Of receipts and of returns, by the document that moved the account. */
async function receiptNumbers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const part = ids.slice(from, from + idsAtOnce);
    for (const table of ['sale', 'sale_return'] as const) {
      const rows = await db.selectFrom(table).select(['id', 'number']).where('id', 'in', part).execute();
      for (const { id, number } of rows) numbers.set(id, number);
    }
  }
  return numbers;
}

/** Money that changed hands with the goods: neither debt nor what the shop kept for the customer, and no bonus. */
async function paidAtOnce(db: Db, ids: readonly string[], { from, to }: Span) {
  const row = await db
    .selectFrom('sale')
    .innerJoin('sale_tender', 'sale_tender.sale_id', 'sale.id')
    .select((eb) => [
      eb.fn.count<number>('sale.id').distinct().as('receipts'),
      eb.fn.sum<number | null>('sale_tender.amount_som').as('sum'),
    ])
    .where('sale.customer_id', 'in', [...ids])
    .where('sale.business_day', '>=', from)
    .where('sale.business_day', '<=', to)
    .where('sale_tender.kind', 'in', ['cash', 'card', 'qr', 'giftCard'])
    .executeTakeFirst();
  return { receipts: row?.receipts ?? 0, sumSom: som(row?.sum ?? 0) };
}

const mostGoods = 500;

export const priceLists = readingVerb(reportContract.priceLists, async (scope) => {
  const { db } = scope;
  const live = await livePromotions(db, await businessDayNow(db, scope));
  const lists = live.flatMap(({ promotionId, name, conditions, benefit, from, to }) => {
    const tags = conditions.flatMap((condition) => (condition.kind === 'customerTag' ? condition.tags : []));
    if (benefit.kind !== 'salePrices' || tags.length === 0) return [];
    return [{ promotionId, name, tags: [...tags], from, to, prices: benefit.prices.slice(0, mostGoods) }];
  });
  const goods = await goodsOf(db, [
    ...new Set(lists.flatMap(({ prices }) => prices.map(({ productId }) => productId))),
  ]);
  return {
    lists: lists.map(({ prices, ...list }) => ({
      ...list,
      goods: prices.flatMap(({ productId, priceSom }) => {
        const product = goods.get(productId);
        return product === undefined ? [] : [{ productId, ...product, priceSom }];
      }),
    })),
  };
});

async function goodsOf(db: Db, ids: readonly string[]) {
  const goods = new Map<string, { readonly name: LocalText; readonly usualSom: Som }>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = await db
      .selectFrom('product')
      .select(['id', 'name_json', 'price_som'])
      .where('id', 'in', ids.slice(from, from + idsAtOnce))
      .execute();
    for (const row of rows) {
      goods.set(row.id, { name: JSON.parse(row.name_json) as LocalText, usualSom: som(row.price_som) });
    }
  }
  return goods;
}

export const firmReportVerbs = { reconciliation, priceLists };
