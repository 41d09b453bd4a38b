/** The floor of a sale: the rows that the till wrote for it, written again by prepared statements and nothing else. */
import Sqlite from 'better-sqlite3';

type Row = Record<string, string | number | null>;

/** Where a sale's rows stand, and by which of its ids they are found. */
const written = [
  { table: 'sale', by: 'id', id: 'sale' },
  { table: 'sale_line', by: 'sale_id', id: 'sale' },
  { table: 'sale_adjustment', by: 'sale_id', id: 'sale' },
  { table: 'sale_tender', by: 'sale_id', id: 'sale' },
  { table: 'bonus_lot', by: 'sale_id', id: 'sale' },
  { table: 'bonus_lot_use', by: 'document_id', id: 'sale' },
  { table: 'posting', by: 'document_id', id: 'sale' },
  { table: 'posting_entry', by: 'posting_id', id: 'posting' },
  { table: 'coupon', by: 'issued_sale_id', id: 'sale' },
  { table: 'coupon_use', by: 'sale_id', id: 'sale' },
  { table: 'sale_reward', by: 'sale_id', id: 'sale' },
  { table: 'promotion_use', by: 'document_id', id: 'sale' },
  { table: 'journal', by: 'document_id', id: 'sale' },
  { table: 'print_job', by: 'document_id', id: 'sale' },
  { table: 'intention', by: 'id', id: 'intention' },
] as const;

/** All rows of one sale, read from the till's own file. */
export interface SaleRows {
  readonly inserted: readonly { readonly table: string; readonly rows: readonly Row[] }[];
  readonly basket: Row;
  readonly number: Row;
  readonly redeemed: Row | undefined;
}

/** A second handle on the till's file that reads what a sale has written. */
export function rowReader(file: string) {
  const handle = new Sqlite(file, { readonly: true });
  const bySale = new Map(
    written.map(({ table, by }) => [table, handle.prepare(`select * from ${table} where ${by} = ?`)]),
  );
  const basket = handle.prepare('select * from basket where sale_id = ?');
  const number = handle.prepare("select * from number_series where kind = 'sale'");
  const redeemed = handle.prepare('select * from coupon where redeemed_sale_id = ?');
  const readBasket = (saleId: string) => basket.get(saleId) as Row;

  function read(saleId: string, intentionId: string): SaleRows {
    const ids: Record<string, unknown> = { sale: saleId, intention: intentionId };
    const inserted = written.map(({ table, id }) => {
      const rows = bySale.get(table)?.all(ids[id]) as Row[];
      if (table === 'posting') ids.posting = rows[0]?.id;
      return { table, rows };
    });
    return {
      inserted,
      basket: readBasket(saleId),
      number: number.get() as Row,
      redeemed: redeemed.get(saleId) as Row | undefined,
    };
  }
  return { read, readBasket, close: () => handle.close() };
}

/** How many rows a sale inserts or changes. */
export function rowCount({ inserted, redeemed }: SaleRows): number {
  const entries = inserted.find(({ table }) => table === 'posting_entry')?.rows.length ?? 0;
  const uses = inserted.find(({ table }) => table === 'bonus_lot_use')?.rows.length ?? 0;
  const worked = inserted.find(({ table }) => table === 'promotion_use')?.rows.length ?? 0;
  const months = 1 + (uses > 0 ? 1 : 0);
  const paidDay = 1;
  const series = ['coupon', 'coupon_use'].flatMap((name) =>
    inserted.filter(({ table, rows }) => table === name && rows.length > 0),
  ).length;
  const changed =
    entries + uses + series + 2 * worked + months + paidDay + 3 + (redeemed === undefined ? 0 : 1);
  return changed + inserted.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Prepared statements on a copy of the till's file, with the same safety and the same triggers. */
export function preparedWriter(file: string) {
  const handle = new Sqlite(file);
  handle.pragma('journal_mode = wal');
  handle.pragma('synchronous = full');
  handle.pragma('foreign_keys = on');
  handle.pragma('recursive_triggers = on');
  handle.pragma('secure_delete = on');
  const columns = new Map(
    [...written.map(({ table }) => table), 'basket'].map((table) => [
      table as string,
      (handle.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name),
    ]),
  );
  const inserts = new Map(
    [...columns].map(([table, names]) => [
      table,
      handle.prepare(
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      ),
    ]),
  );
  const statements = {
    begin: handle.prepare('begin immediate'),
    commit: handle.prepare('commit'),
    number: handle.prepare('update number_series set last_number = ? where till_id = ? and kind = ?'),
    lot: handle.prepare('update bonus_lot set remaining_som = remaining_som - ? where id = ?'),
    account: handle.prepare(
      'insert into account (kind, subject_id, balance_som) values (?, ?, ?) ' +
        'on conflict (kind, subject_id) do update set balance_som = balance_som + excluded.balance_som',
    ),
    redeem: handle.prepare(
      'update coupon set state = ?, uses_count = ?, redeemed_sale_id = ?, redeemed_at = ?, ' +
        'redeemed_receipt_number = ? where code = ?',
    ),
    series: handle.prepare(
      'update coupon_series set issued_count = issued_count + ?, redeemed_count = redeemed_count + ?, ' +
        'spent_som = spent_som + ? where id = ?',
    ),
    promotion: handle.prepare(
      'insert into promotion_count (promotion_id, subject, times, spent_som, last_day, times_last_day) ' +
        'values (?, ?, 1, ?, ?, 1) on conflict (promotion_id, subject) do update set times = times + 1, ' +
        'spent_som = spent_som + excluded.spent_som, times_last_day = times_last_day + 1',
    ),
    figure: handle.prepare(
      'update customer_figure set visits = visits + ?, receipts = receipts + 1, paid_som = paid_som + ?, ' +
        'last_visit_on = ? where customer_id = ?',
    ),
    month: handle.prepare(
      'insert into bonus_month (month, kind, amount_som) values (?, ?, ?) ' +
        'on conflict (month, kind) do update set amount_som = amount_som + excluded.amount_som',
    ),
    paidDay: handle.prepare(
      'insert into customer_paid_day (customer_id, business_day, paid_som) values (?, ?, ?) ' +
        'on conflict (customer_id, business_day) do update set paid_som = paid_som + excluded.paid_som',
    ),
    basket: handle.prepare(
      'update basket set window_key = ?, revision = ?, state = ?, content_json = ?, last_intention_id = ?, ' +
        'changed_at = ? where sale_id = ?',
    ),
  };
  const valuesOf = (table: string, row: Row) => columns.get(table)?.map((name) => row[name]) ?? [];

  /** The values are laid out beforehand, so that only statements are measured. */
  function layOut(sale: SaleRows): () => void {
    const { basket, number, redeemed } = sale;
    const rowsOf = (wanted: string) => sale.inserted.find(({ table }) => table === wanted)?.rows ?? [];
    const inserts1 = sale.inserted.flatMap(({ table, rows }) =>
      rows.map((row) => ({ statement: inserts.get(table), values: valuesOf(table, freshRow(table, row)) })),
    );
    const [soldRow] = rowsOf('sale');
    const accounts = rowsOf('posting_entry').map((row) => [row.account_kind, row.subject_id, row.amount_som]);
    const uses = rowsOf('bonus_lot_use').map((row) => [row.amount_som, row.lot_id]);
    const counts = [
      ...rowsOf('coupon').map((row) => [1, 0, 0, row.series_id]),
      ...rowsOf('coupon_use').map((row) => [0, 1, row.amount_som, row.series_id]),
    ];
    const worked = rowsOf('promotion_use').flatMap((row) =>
      ['', row.customer_id ?? ''].map((subject) => [
        row.promotion_id,
        subject,
        row.amount_som,
        row.business_day,
      ]),
    );
    const day = String(soldRow?.business_day);
    const month = day.slice(0, 7);
    const paidSom = Number(soldRow?.net_som) - Number(soldRow?.bonus_spent_som);
    return () => {
      statements.begin.run();
      statements.number.run(number.last_number, number.till_id, number.kind);
      for (const { statement, values } of inserts1) statement?.run(values);
      for (const values of accounts) statements.account.run(values);
      for (const values of uses) statements.lot.run(values);
      for (const values of counts) statements.series.run(values);
      for (const values of worked) statements.promotion.run(values);
      if (redeemed !== undefined) {
        const { state, uses_count, redeemed_sale_id, redeemed_at, redeemed_receipt_number, code } = redeemed;
        statements.redeem.run(
          state,
          uses_count,
          redeemed_sale_id,
          redeemed_at,
          redeemed_receipt_number,
          code,
        );
      }
      statements.month.run(month, 'earned', soldRow?.bonus_earned_som);
      if (uses.length > 0) statements.month.run(month, 'spent', soldRow?.bonus_spent_som);
      statements.paidDay.run(soldRow?.customer_id, day, paidSom);
      statements.figure.run(0, soldRow?.net_som, soldRow?.business_day, soldRow?.customer_id);
      statements.basket.run(
        basket.window_key,
        basket.revision,
        basket.state,
        basket.content_json,
        basket.last_intention_id,
        basket.changed_at,
        basket.sale_id,
      );
      statements.commit.run();
    };
  }
  return {
    layOut,
    addBasket: (basket: Row) => inserts.get('basket')?.run(valuesOf('basket', basket)),
    close: () => handle.close(),
  };
}

/** A row as it was when it was inserted: a coupon that this very block redeemed later was new then. */
function freshRow(table: string, row: Row): Row {
  if (table !== 'coupon') return row;
  return {
    ...row,
    state: 'issued',
    uses_count: 0,
    redeemed_sale_id: null,
    redeemed_at: null,
    redeemed_receipt_number: null,
  };
}
