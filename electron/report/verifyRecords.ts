/** Checks of the records themselves: numbers without gaps, the journal's chain, and a link for every receipt. */
import { type ChainEnd, chainBegin, firstFault } from '../../shared/journal/chain.ts';
import { linksAfter } from '../journal/queries.ts';
import { sha256 } from '../sha256.ts';
import { agree, type Check, type Checked, type Db, none, rowsOf } from './verifyCheck.ts';

/** Each series of numbers, with the table of its documents. */
const numbered = [
  { series: 'sale', table: 'sale', of: 'receipts' },
  { series: 'shift', table: 'shift', of: 'shifts' },
  { series: 'goodsTakenBack', table: 'sale_return', of: 'returns' },
  { series: 'debtPayment', table: 'debt_payment', of: 'repayments' },
  { series: 'giftCardSale', table: 'gift_card_sale', of: 'gift card slips' },
] as const;

/** Numbers begin with 1 and none is taken twice (the engine refuses that), so the last one must be how many there are. */
function numberCheck({ series, table, of }: (typeof numbered)[number]): Check {
  return agree({
    proves: `the numbers of ${of} have no gaps`,
    of,
    names: ['series', of],
    looked: rowsOf(table),
    left: (db) => [seriesOf(db, series, 'last number'), seriesOf(db, series, 'how many')],
    right: (db) => [
      db
        .selectFrom(table as 'sale')
        .select(({ fn, val }) => [
          fn<string>('concat', ['till_id', val(' last number')]).as('subject'),
          fn.max<number>('number').as('amount'),
        ])
        .groupBy('till_id'),
      db
        .selectFrom(table as 'sale')
        .select(({ fn, val }) => [
          fn<string>('concat', ['till_id', val(' how many')]).as('subject'),
          fn.countAll<number>().as('amount'),
        ])
        .groupBy('till_id'),
    ],
  });
}

function seriesOf(db: Db, series: string, end: string) {
  return db
    .selectFrom('number_series')
    .select(({ fn, val }) => [
      fn<string>('concat', ['till_id', val(` ${end}`)]).as('subject'),
      'last_number as amount',
    ])
    .where('kind', '=', series);
}

const linksPerPage = 2000;

/** Follows every till's chain from its first document; a long one is read in pages. */
async function followChains(db: Db): Promise<Checked> {
  const tills = await db.selectFrom('till').select('id').orderBy('number').execute();
  const examples: string[] = [];
  let count = 0;
  for (const { id } of tills) {
    let end: ChainEnd = chainBegin;
    for (;;) {
      const rows = await linksAfter(db, id, end.sequence, linksPerPage);
      const links = rows.map((row) => ({
        sequence: row.sequence,
        previousHash: row.previous_hash,
        hash: row.hash,
        contentText: row.content_json,
      }));
      const fault = firstFault(links, sha256, end);
      const last = links.at(-1);
      if (fault !== null) examples.push(`${id} document ${fault.sequence}: ${fault.fault}`);
      count += links.length;
      if (fault !== null || last === undefined) break;
      end = last;
    }
  }
  return { count, wrong: examples.length, examples };
}

export const recordChecks: readonly Check[] = [
  ...numbered.map(numberCheck),
  {
    proves: 'no document of the journal was changed, taken out or put in',
    of: 'documents',
    run: followChains,
  },
  none({
    proves: 'every receipt stands in the journal',
    of: 'receipts',
    found: 'number',
    faults: (db) =>
      db
        .selectFrom('sale')
        .select(['sale.id as subject', 'sale.number as found'])
        .where('sale.id', 'not in', (eb) =>
          eb.selectFrom('journal').select('journal.document_id').where('document_kind', '=', 'sale'),
        ),
    looked: rowsOf('sale'),
  }),
];
