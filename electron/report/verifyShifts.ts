/** Checks of the shifts: the drawer holds what its documents moved, and every Z still says what its shift did. */
import { type ShiftFigures, shiftFiguresSchema } from '../../shared/shift/figures.ts';
import { agree, type Check, type Checked, type Db, mostExamples, rowsOf } from './verifyCheck.ts';

/** What the ledger says of the drawer: a closed shift remembers it, an open one and a till without one have it now. */
function drawerInLedger(db: Db) {
  return [
    db
      .selectFrom('shift')
      .select(['id as subject', 'expected_som as amount'])
      .where('closed_at', 'is not', null)
      .$castTo<{ subject: string; amount: number }>(),
    db
      .selectFrom('account')
      .leftJoin('shift', (join) =>
        join.onRef('shift.till_id', '=', 'account.subject_id').on('shift.closed_at', 'is', null),
      )
      .select(({ fn }) => [
        fn.coalesce('shift.id', 'account.subject_id').as('subject'),
        'account.balance_som as amount',
      ])
      .where('account.kind', '=', 'cashDrawer'),
  ];
}

/** What documents say of it, shift by shift. */
function drawerInDocuments(db: Db) {
  return [
    db.selectFrom('shift').select(['id as subject', 'float_som as amount']),
    db
      .selectFrom('sale')
      .select(({ eb, ref }) => [
        'shift_id as subject',
        eb(ref('received_cash_som'), '-', ref('change_som')).as('amount'),
      ]),
    db
      .selectFrom('sale_exchange')
      .innerJoin('sale', 'sale.id', 'sale_exchange.sale_id')
      .select(['sale.shift_id as subject', 'sale_exchange.used_som as amount']),
    db
      .selectFrom('sale_return')
      .innerJoin('sale_return_tender', 'sale_return_tender.return_id', 'sale_return.id')
      .select(({ eb, ref }) => ['shift_id as subject', eb.neg(ref('amount_som')).as('amount')])
      .where('kind', '=', 'cash'),
    db
      .selectFrom('loose_return')
      .select(({ eb, ref }) => ['shift_id as subject', eb.neg(ref('net_som')).as('amount')])
      .where('money_back', '=', 'cash'),
    db
      .selectFrom('gift_card_sale')
      .select(['shift_id as subject', 'amount_som as amount'])
      .where('tender_kind', '=', 'cash'),
    db
      .selectFrom('debt_payment')
      .select(['shift_id as subject', 'amount_som as amount'])
      .where('kind', '=', 'money')
      .where('tender_kind', '=', 'cash')
      .$castTo<{ subject: string; amount: number }>(),
    db
      .selectFrom('cash_move')
      .select(['shift_id as subject', 'amount_som as amount'])
      .where('kind', '=', 'in'),
    db
      .selectFrom('cash_move')
      .select(({ eb, ref }) => ['shift_id as subject', eb.neg(ref('amount_som')).as('amount')])
      .where('kind', '!=', 'in'),
    db
      .selectFrom('order_deposit')
      .select(['shift_id as subject', 'amount_som as amount'])
      .where('kind', '=', 'taken'),
    db
      .selectFrom('order_deposit')
      .select(({ eb, ref }) => ['shift_id as subject', eb.neg(ref('amount_som')).as('amount')])
      .where('kind', '=', 'givenBack'),
    paidFromDrawer(db),
  ];
}

/** Documents that name no shift belong to the one around their place in the journal. */
function paidFromDrawer(db: Db) {
  return db
    .selectFrom('journal')
    .innerJoin('shift', (join) =>
      join
        .onRef('shift.till_id', '=', 'journal.till_id')
        .onRef('shift.opened_sequence', '<', 'journal.sequence')
        .on(({ eb, or, ref }) =>
          or([
            eb('shift.closed_sequence', 'is', null),
            eb('shift.closed_sequence', '>=', ref('journal.sequence')),
          ]),
        ),
    )
    .innerJoin('posting', (join) =>
      join
        .onRef('posting.document_id', '=', 'journal.document_id')
        .onRef('posting.document_kind', '=', 'journal.document_kind'),
    )
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(['shift.id as subject', 'posting_entry.amount_som as amount'])
    .where('journal.document_kind', 'in', ['bonusPaidOut', 'fundPaid'])
    .where('posting_entry.account_kind', '=', 'cashDrawer');
}

/** What the documents of a shift say of the figures that its Z kept. */
interface Sold {
  readonly receipts: number;
  readonly net: number;
}

async function soldByShift(db: Db): Promise<ReadonlyMap<string, Sold>> {
  const rows = await db
    .selectFrom('sale')
    .select(({ fn }) => [
      'shift_id',
      fn.countAll<number>().as('receipts'),
      fn.sum<number>('net_som').as('net'),
    ])
    .groupBy('shift_id')
    .execute();
  return new Map(rows.map(({ shift_id: id, ...sold }) => [id, sold]));
}

/** What of a kept Z is not what its shift was, in words; empty when all is. */
function faultsOf(
  figures: ShiftFigures,
  row: { readonly counted_som: number | null; readonly expected_som: number | null },
  sold: Sold,
): readonly string[] {
  const drawerSom = figures.drawer.reduce((sum, { sumSom }) => sum + sumSom, 0);
  const pairs = [
    ['counted', figures.countedSom, row.counted_som],
    ['expected', figures.expectedSom, row.expected_som],
    ['causes of the drawer', drawerSom, row.expected_som],
    ['receipts', figures.receipts, sold.receipts],
    ['sold', figures.soldSom, sold.net],
  ] as const;
  return pairs.filter(([, kept, now]) => kept !== now).map(([what, kept, now]) => `${what} ${kept}, ${now}`);
}

async function keptReports(db: Db): Promise<Checked> {
  const sold = await soldByShift(db);
  const rows = await db
    .selectFrom('shift')
    .select(['id', 'number', 'counted_som', 'expected_som', 'figures_json'])
    .where('figures_json', 'is not', null)
    .orderBy('number')
    .execute();
  const wrong = rows.flatMap((row) => {
    const figures = shiftFiguresSchema.safeParse(JSON.parse(row.figures_json ?? ''));
    if (!figures.success) return [`Z ${row.number}: cannot be read`];
    const faults = faultsOf(figures.data, row, sold.get(row.id) ?? { receipts: 0, net: 0 });
    return faults.length === 0 ? [] : [`Z ${row.number}: ${faults.join('; ')}`];
  });
  return { count: rows.length, wrong: wrong.length, examples: wrong.slice(0, mostExamples) };
}

export const shiftChecks: readonly Check[] = [
  agree({
    proves: 'the drawer of every shift should hold what its documents brought and took',
    of: 'shifts',
    names: ['ledger', 'documents'],
    left: drawerInLedger,
    right: drawerInDocuments,
    looked: rowsOf('shift'),
  }),
  {
    proves: 'every Z report says what its shift did',
    of: 'Z reports',
    run: keptReports,
  },
];
