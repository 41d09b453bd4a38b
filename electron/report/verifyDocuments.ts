/** What each kind of document says, and what its rows say: the same amounts, or somebody changed one of them. */
import type { Tables } from '../database/tables.ts';
import type { Db } from './verifyCheck.ts';

/** A link with the content that is looked at. */
interface LinkToCheck {
  readonly sequence: number;
  readonly document_kind: string;
  readonly document_id: string;
  readonly content_json: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Told = ReadonlyMap<string, string>;

/** How one kind is told: from the content, and from the rows of many documents at once. */
interface Comparison {
  readonly fromContent: (content: Fields, document: Fields) => unknown;
  readonly fromRows: (db: Db, ids: readonly string[]) => Promise<Told>;
}

const listIn = (content: Fields, name: string): readonly Fields[] =>
  Array.isArray(content[name]) ? (content[name] as readonly Fields[]) : [];

const told = (value: unknown): string => JSON.stringify(value);

/** Rows of a child table as lists by their parent's id, in their order. */
function grouped<Row>(
  rows: readonly Row[],
  parentOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(parentOf(row));
    if (group === undefined) groups.set(parentOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const tenderOf = (tender: Fields) => [tender.kind, tender.provider, tender.amountSom, tender.reference];

const tenderInRow = (row: {
  readonly kind: string;
  readonly provider: string | null;
  readonly amount_som: number;
  readonly reference: string | null;
}) => [row.kind, row.provider, row.amount_som, row.reference];

const sale: Comparison = {
  fromContent: (content, document) => [
    [content.number, content.receiptCode, content.shift, document.person, document.businessDay],
    [content.grossSom, content.netSom, content.vatSom, content.roundingSom],
    [content.receivedCashSom, content.changeSom, content.bonusEarnedSom],
    listIn(content, 'lines').map((line) => [
      line.product,
      line.quantityThousandths,
      line.priceSom,
      line.grossSom,
      line.netSom,
      line.vatSom,
      listIn(line, 'adjustments').map(({ step, sourceId, amountSom }) => [step, sourceId, amountSom]),
    ]),
    listIn(content, 'tenders').map(tenderOf),
  ],
  async fromRows(db, ids) {
    const [heads, lines, adjustments, tenders] = [
      await db.selectFrom('sale').selectAll().where('id', 'in', ids).execute(),
      await db.selectFrom('sale_line').selectAll().where('sale_id', 'in', ids).orderBy('line_no').execute(),
      await db
        .selectFrom('sale_adjustment')
        .selectAll()
        .where('sale_id', 'in', ids)
        .orderBy('adjustment_no')
        .execute(),
      await db
        .selectFrom('sale_tender')
        .selectAll()
        .where('sale_id', 'in', ids)
        .orderBy('tender_no')
        .execute(),
    ];
    const linesOf = grouped(lines, (row) => row.sale_id);
    const adjustmentsOf = grouped(adjustments, (row) => `${row.sale_id} ${row.line_no}`);
    const tendersOf = grouped(tenders, (row) => row.sale_id);
    return new Map(
      heads.map((head) => [
        head.id,
        told([
          [head.number, head.receipt_code, head.shift_id, head.person_id, head.business_day],
          [head.gross_som, head.net_som, head.vat_som, head.rounding_som],
          [head.received_cash_som, head.change_som, head.bonus_earned_som],
          (linesOf.get(head.id) ?? []).map((line) => [
            line.product_id,
            line.quantity_thousandths,
            line.price_som,
            line.gross_som,
            line.net_som,
            line.vat_som,
            (adjustmentsOf.get(`${head.id} ${line.line_no}`) ?? []).map((row) => [
              row.step,
              row.source_id,
              row.amount_som,
            ]),
          ]),
          (tendersOf.get(head.id) ?? []).map(tenderInRow),
        ]),
      ]),
    );
  },
};

const goodsTakenBack: Comparison = {
  fromContent: (content, document) => [
    [content.number, content.sale, content.shift, document.person, content.reason],
    [content.netSom, content.vatSom, content.bonusTakenBackSom],
    listIn(content, 'lines').map(({ line, quantityThousandths }) => [line, quantityThousandths]),
    listIn(content, 'tenders').map(tenderOf),
  ],
  async fromRows(db, ids) {
    const heads = await db.selectFrom('sale_return').selectAll().where('id', 'in', ids).execute();
    const lines = await db
      .selectFrom('sale_return_line')
      .selectAll()
      .where('return_id', 'in', ids)
      .orderBy('line_no')
      .execute();
    const tenders = await db
      .selectFrom('sale_return_tender')
      .selectAll()
      .where('return_id', 'in', ids)
      .orderBy('tender_no')
      .execute();
    const linesOf = grouped(lines, (row) => row.return_id);
    const tendersOf = grouped(tenders, (row) => row.return_id);
    return new Map(
      heads.map((head) => [
        head.id,
        told([
          [head.number, head.sale_id, head.shift_id, head.person_id, head.reason],
          [head.net_som, head.vat_som, head.bonus_taken_back_som],
          (linesOf.get(head.id) ?? []).map((row) => [row.line_no, row.quantity_thousandths]),
          (tendersOf.get(head.id) ?? []).map(tenderInRow),
        ]),
      ]),
    );
  },
};

/** A kind whose row has the same few facts in columns: what the content calls them, and what the table does. */
function plain(table: keyof Tables & string, fields: Readonly<Record<string, string>>): Comparison {
  return {
    fromContent: (content) => Object.keys(fields).map((name) => content[name] ?? null),
    async fromRows(db, ids) {
      const rows = await db
        .selectFrom(table as 'shift')
        .selectAll()
        .where('id', 'in', ids)
        .execute();
      const facts = (row: Fields) => told(Object.values(fields).map((column) => row[column]));
      return new Map(rows.map((row) => [row.id, facts({ ...row })]));
    },
  };
}

const giftCardSale = plain('gift_card_sale', {
  number: 'number',
  card: 'card_number',
  amountSom: 'amount_som',
});

const orderDeposit = plain('order_deposit', { orderId: 'order_id', amountSom: 'amount_som' });

const comparisons: Readonly<Record<string, Comparison>> = {
  sale,
  goodsTakenBack,
  goodsTakenBackLoose: plain('loose_return', { number: 'number', netSom: 'net_som', vatSom: 'vat_som' }),
  shiftOpened: plain('shift', { number: 'number', floatSom: 'float_som' }),
  shiftClosed: plain('shift', {
    number: 'number',
    countedSom: 'counted_som',
    expectedSom: 'expected_som',
  }),
  cashMoved: plain('cash_move', { number: 'number', kind: 'kind', amountSom: 'amount_som' }),
  debtRepaid: plain('debt_payment', { number: 'number', amountSom: 'amount_som' }),
  giftCardSold: giftCardSale,
  giftCardToppedUp: giftCardSale,
  orderDeposit,
  orderDepositBack: orderDeposit,
  apologyGiven: plain('compensation', {
    complaintId: 'complaint_id',
    kind: 'kind',
    amountSom: 'amount_som',
    seriesId: 'series_id',
    code: 'coupon_code',
  }),
  giftGiven: plain('gift', { customerId: 'customer_id', amountSom: 'amount_som', occasion: 'occasion' }),
  corrected: plain('correction', {
    account: 'account_kind',
    subjectId: 'subject_id',
    amountSom: 'amount_som',
  }),
};

/** Of a page of links: which do not say what their rows say. A document without its row is one of them. */
export async function documentFaults(
  db: Db,
  links: readonly LinkToCheck[],
): Promise<{ readonly looked: number; readonly wrong: readonly number[] }> {
  const wrong: number[] = [];
  let looked = 0;
  for (const [kind, comparison] of Object.entries(comparisons)) {
    const ofKind = links.filter((link) => link.document_kind === kind);
    if (ofKind.length === 0) continue;
    const rows = await comparison.fromRows(
      db,
      ofKind.map((link) => link.document_id),
    );
    for (const link of ofKind) {
      looked += 1;
      if (rows.get(link.document_id) !== contentTold(comparison, link.content_json))
        wrong.push(link.sequence);
    }
  }
  return { looked, wrong: wrong.sort((one, other) => one - other) };
}

/** Null for a text that is no document: it agrees with no row. */
function contentTold(comparison: Comparison, text: string): string | null {
  try {
    const document = JSON.parse(text) as Fields;
    return told(comparison.fromContent(document.content as Fields, document));
  } catch {
    return null;
  }
}
