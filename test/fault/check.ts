/**
 * Looks at what a killed till left on the disk: SQL of its own over a copy of the files, nothing of the program but its
 * table names. Every answer is a sentence about what is wrong.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { OutboxLine } from './outbox.ts';

/** What must find nothing: whole sales, balanced books, numbers without gaps. */
const rules: readonly (readonly [what: string, sql: string])[] = [
  [
    'a sale lacks lines',
    'select id from sale where line_count <> (select count(*) from sale_line where sale_id = sale.id)',
  ],
  [
    'lines do not add up to the sale',
    'select id from sale where net_som <> (select sum(net_som) from sale_line where sale_id = sale.id)',
  ],
  [
    'payments do not cover the sale',
    'select id from sale where net_som - rounding_som <> ' +
      '(select sum(amount_som) from sale_tender where sale_id = sale.id)',
  ],
  [
    'discounts do not add up',
    'select id from sale where gross_som - net_som <> ' +
      '(select coalesce(sum(amount_som), 0) from sale_adjustment where sale_id = sale.id)',
  ],
  [
    'a sale has no posting, or more than one',
    "select id from sale where 1 <> (select count(*) from posting where document_kind = 'sale' and document_id = sale.id)",
  ],
  [
    'a sale is not one link of the journal',
    "select id from sale where 1 <> (select count(*) from journal where document_kind = 'sale' and document_id = sale.id)",
  ],
  [
    'the basket of a sale is still open',
    "select id from sale where not exists (select 1 from basket where sale_id = sale.id and state = 'done')",
  ],
  [
    'a basket is done but not sold',
    "select sale_id from basket where state = 'done' and sale_id not in (select id from sale)",
  ],
  [
    'a sale has no original receipt, or more than one',
    'select id from sale where 1 <> (select count(*) from print_job where document_id = sale.id ' +
      "and kind = 'paper' and purpose = 'original')",
  ],
  [
    'a sale that was large enough brought no coupon, or more than one',
    'select id from sale where (net_som >= 50000) <> (select count(*) from coupon where issued_sale_id = sale.id)',
  ],
  [
    'a discount by coupon without its redeemed coupon, or the reverse',
    "select id from sale where (select count(*) from coupon where redeemed_sale_id = sale.id and state = 'redeemed') <> " +
      "(select count(distinct source_id) from sale_adjustment where sale_id = sale.id and step = 'coupon')",
  ],
  [
    'spent bonus was not taken from lots',
    'select id from sale where bonus_spent_som <> (select coalesce(sum(amount_som), 0) from bonus_lot_use ' +
      "where document_id = sale.id and kind = 'spent')",
  ],
  [
    'earned bonus lies in no lot',
    'select id from sale where bonus_earned_som <> ' +
      '(select coalesce(sum(earned_som), 0) from bonus_lot where sale_id = sale.id)',
  ],
  [
    'a lot holds something else than what was earned less what was used',
    'select id from bonus_lot where remaining_som <> earned_som - ' +
      '(select coalesce(sum(amount_som), 0) from bonus_lot_use where lot_id = bonus_lot.id)',
  ],
  [
    'a sale was done without its intention, or with more than one',
    "select id from sale where 1 <> (select count(*) from intention where verb = 'sale.complete' " +
      "and json_extract(answer_json, '$.saleId') = sale.id)",
  ],
  [
    'an intention is kept of a sale that is not there',
    "select id from intention where verb = 'sale.complete' " +
      "and json_extract(answer_json, '$.saleId') not in (select id from sale)",
  ],
  [
    'parts of a sale that is not there',
    'select sale_id from sale_line where sale_id not in (select id from sale) ' +
      'union select sale_id from sale_tender where sale_id not in (select id from sale) ' +
      'union select sale_id from sale_adjustment where sale_id not in (select id from sale) ' +
      "union select document_id from posting where document_kind = 'sale' and document_id not in (select id from sale) " +
      "union select document_id from journal where document_kind = 'sale' and document_id not in (select id from sale) " +
      "union select document_id from print_job where document_kind = 'sale' and document_id not in (select id from sale) " +
      'union select sale_id from bonus_lot where sale_id not in (select id from sale) ' +
      'union select issued_sale_id from coupon where issued_sale_id not in (select id from sale)',
  ],
  [
    'a posting does not sum to zero',
    'select posting_id from posting_entry group by posting_id having sum(amount_som) <> 0',
  ],
  [
    'a posting has no entries',
    'select id from posting where id not in (select posting_id from posting_entry)',
  ],
  [
    'the balance of an account is not the sum of its entries',
    'select kind || subject_id from account where balance_som <> (select coalesce(sum(amount_som), 0) ' +
      'from posting_entry where account_kind = kind and posting_entry.subject_id = account.subject_id)',
  ],
  [
    'entries on an account that is not there',
    'select posting_id from posting_entry left join account on kind = account_kind ' +
      'and account.subject_id = posting_entry.subject_id where kind is null',
  ],
  [
    'what a customer owns in lots is not what the shop owes',
    "select subject_id from account where kind = 'bonusLiability' and -balance_som <> " +
      '(select coalesce(sum(remaining_som), 0) from bonus_lot where holder_id = subject_id)',
  ],
  [
    'the figures of a customer are not those of the sales',
    'select customer_id from customer_figure where paid_som <> (select sum(net_som - bonus_spent_som) ' +
      'from sale where sale.customer_id = customer_figure.customer_id)',
  ],
  [
    'receipt numbers have gaps or repeat',
    'select till_id from sale group by till_id ' +
      'having count(*) <> max(number) or count(distinct number) <> count(*) or min(number) <> 1',
  ],
  [
    'the series of receipt numbers has moved on without a sale',
    "select till_id from number_series where kind = 'sale' and last_number <> " +
      '(select coalesce(max(number), 0) from sale where sale.till_id = number_series.till_id)',
  ],
];

interface Link {
  readonly till_id: string;
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly content_json: string;
}

function chainFaults(links: readonly Link[]): readonly string[] {
  let previous = '0'.repeat(64);
  for (const [index, link] of links.entries()) {
    const text = `${index + 1}\n${previous}\n${link.content_json}`;
    const hash = createHash('sha256').update(text).digest('hex');
    if (link.sequence !== index + 1 || link.previous_hash !== previous || link.hash !== hash) {
      return [`the journal is broken at link ${index + 1}`];
    }
    previous = link.hash;
  }
  return [];
}

/** The journal file may be behind the database by its last group, never beside it or ahead of it. */
function journalFileFaults(file: string, links: readonly Link[]): readonly string[] {
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  if (whole.length > links.length) return ['the journal file is ahead of the database'];
  for (const [index, line] of whole.entries()) {
    const { sequence, hash } = JSON.parse(line) as { sequence: number; hash: string };
    if (sequence !== index + 1 || hash !== links[index]?.hash) {
      return [`line ${index + 1} of the journal file is not what the database holds`];
    }
  }
  return [];
}

/** What was promised to the client against what is there. */
function promiseFaults(handle: Sqlite.Database, outbox: readonly OutboxLine[]): readonly string[] {
  const faults: string[] = [];
  const sales = new Map(
    (handle.prepare('select id, number, net_som from sale').all() as SaleHead[]).map((sale) => [
      sale.id,
      sale,
    ]),
  );
  const wanted = new Map<number, Set<string>>();
  for (const line of outbox) {
    const ids = wanted.get(line.purchase) ?? new Set();
    wanted.set(line.purchase, ids);
    if (line.kind === 'asked') {
      ids.add(line.input.saleId);
      continue;
    }
    const { saleId, number, netSom } = line.answer;
    const found = sales.get(saleId);
    if (found === undefined) faults.push(`purchase ${line.purchase} was acknowledged and is lost`);
    else if (found.number !== number || found.net_som !== netSom) {
      faults.push(`purchase ${line.purchase} was acknowledged with other figures`);
    }
  }
  for (const [purchase, ids] of wanted) {
    const sold = [...ids].filter((id) => sales.has(id));
    if (sold.length > 1) faults.push(`purchase ${purchase} was sold ${sold.length} times`);
    for (const id of ids) sales.delete(id);
  }
  if (sales.size > 0) faults.push(`${sales.size} sales were never asked for`);
  return faults;
}

interface SaleHead {
  readonly id: string;
  readonly number: number;
  readonly net_som: number;
}

export interface Checked {
  readonly faults: readonly string[];
  readonly sales: number;
}

/** Checks the files of a dead till. They are copied first, so that the till itself recovers what the kill left. */
export function checkFiles(directory: string, copyTo: string, outbox: readonly OutboxLine[]): Checked {
  rmSync(copyTo, { recursive: true, force: true });
  mkdirSync(copyTo, { recursive: true });
  for (const name of ['daftar.db', 'daftar.db-wal', 'journal.ndjson']) {
    if (existsSync(join(directory, name))) copyFileSync(join(directory, name), join(copyTo, name));
  }
  const handle = new Sqlite(join(copyTo, 'daftar.db'));
  try {
    const faults = rules.flatMap(([what, sql]) => {
      const found = handle.prepare(sql).pluck().all();
      return found.length === 0 ? [] : [`${what}: ${found.slice(0, 3).join(', ')}`];
    });
    const links = handle.prepare('select * from journal order by sequence').all() as Link[];
    const integrity = handle.pragma('integrity_check(1)', { simple: true });
    return {
      faults: [
        ...(integrity === 'ok' ? [] : [`the file is damaged: ${integrity}`]),
        ...faults,
        ...chainFaults(links),
        ...journalFileFaults(join(copyTo, 'journal.ndjson'), links),
        ...promiseFaults(handle, outbox),
      ],
      sales: handle.prepare('select count(*) from sale').pluck().get() as number,
    };
  } finally {
    handle.close();
  }
}
