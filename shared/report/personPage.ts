/** The page that tells a person what the shop holds of them: one file with everything in it, to be read in any browser. */
import { createFormat, type Format } from '../format.ts';
import { textIn } from '../text.ts';
import type { BusinessDay, Instant } from '../time.ts';
import { personChangeWords } from './personChangeWords.ts';
import type { PersonCopy, PersonRow } from './personCopy.ts';
import { type PersonHeading, type PersonPageWords, personPageWords } from './personPageWords.ts';

interface Writer {
  readonly copy: PersonCopy;
  readonly words: PersonPageWords;
  readonly format: Format;
}

/** A column of a list: its heading, and what stands in it; escaped by whoever writes it down. */
type Column = readonly [heading: PersonHeading, cell: (row: PersonRow) => string];

/** Every text in it is escaped: a name that looks like a program stays a name. */
export function personPage(copy: PersonCopy): string {
  const writer: Writer = {
    copy,
    words: personPageWords[copy.language],
    format: createFormat(copy.language, copy.timeZone),
  };
  const { heading } = writer.words;
  const shop = [copy.shop.name, copy.shop.address, copy.shop.phone].filter((part) => part !== '').join(' · ');
  const body = [
    `<header><h1>${escaped(heading.title)}</h1><p>${escaped(shop)}</p>`,
    `<p>${escaped(`${heading.madeAt}: ${moment(writer, copy.madeAt)}`)}</p></header>`,
    who(writer),
    ...lists(writer),
    receipts(writer),
    ...laterLists(writer),
    rest(writer),
  ].join('\n');
  return [
    `<!doctype html>\n<html lang="${copy.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(heading.title)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<style>${look}</style></head><body>\n${body}\n</body></html>\n`,
  ].join('\n');
}

const look = [
  'body{font:16px/1.45 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem;color:#1d2a26}',
  'h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:2px solid #1f7a5c}',
  'table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}',
  'th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d5ddd9}',
  'th{font-weight:600;color:#4a5a54}.sum{text-align:right}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#4a5a54}dd{margin:0}',
  'h3{font-size:1rem;margin:1rem 0 .2rem}img{max-width:200px;border-radius:8px}@media print{body{margin:0}}',
].join('');

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in a page, also inside an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const rowsIn = ({ copy }: Writer, table: string): readonly PersonRow[] => copy.tables[table] ?? [];
const moment = ({ format }: Writer, value: unknown): string =>
  typeof value === 'string' && value !== '' ? format.moment(value as Instant) : '';
const day = ({ format }: Writer, value: unknown): string =>
  typeof value === 'string' && value !== '' ? format.day(value as BusinessDay) : '';
const sum = ({ format }: Writer, value: unknown): string =>
  typeof value === 'number' ? format.som(value as Parameters<Format['som']>[0]) : '';
const said = ({ words }: Writer, value: unknown): string => words.value[text(value)] ?? text(value);
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
const named = ({ copy }: Writer, value: unknown): string =>
  typeof value === 'object' && value !== null
    ? textIn(value as Parameters<typeof textIn>[0], copy.language)
    : '';

function who(writer: Writer): string {
  const { copy, words } = writer;
  const person = rowsIn(writer, 'customer').find(({ id }) => id === copy.customerId) ?? {};
  const all = (table: string, column: string) =>
    joined(...rowsIn(writer, table).map((row) => text(row[column])));
  const hour = typeof person.preferred_hour === 'number' ? writer.format.hour(person.preferred_hour) : '';
  const figures = rowsIn(writer, 'customer_figure').find((row) => row.customer_id === copy.customerId) ?? {};
  const facts: readonly (readonly [PersonHeading, string])[] = [
    ['name', text(person.name)],
    ['phone', writer.format.phone(text(person.phone))],
    ['furtherPhones', all('customer_phone', 'phone')],
    ['formerPhones', all('former_phone', 'phone')],
    ['language', text(person.language)],
    ['birthDate', day(writer, person.birth_date)],
    ['gender', said(writer, person.gender)],
    ['address', joined(text(person.district), text(person.address))],
    ['household', all('household', 'name')],
    ['source', said(writer, person.source)],
    ['preferred', joined(said(writer, person.preferred_channel), hour)],
    ['tags', all('customer_tag', 'tag')],
    ['firm', joined(all('firm', 'legal_name'), all('firm', 'tax_number'))],
    ['visits', figures.visits === undefined ? '' : String(figures.visits)],
    ['paid', sum(writer, figures.paid_som)],
    ['firstVisit', day(writer, figures.first_visit_on)],
    ['lastVisit', day(writer, figures.last_visit_on)],
  ];
  const list = facts
    .filter(([, fact]) => fact !== '')
    .map(([name, fact]) => `<dt>${escaped(words.heading[name])}</dt><dd>${escaped(fact)}</dd>`);
  return `<h2>${escaped(words.heading.who)}</h2>\n<dl>${list.join('\n')}</dl>${photo(writer)}`;
}

function photo(writer: Writer): string {
  const base64 = text(rowsIn(writer, 'customer_photo')[0]?.image_base64);
  if (base64 === '') return '';
  const kind = base64.startsWith('iVBOR') ? 'png' : 'jpeg';
  const alt = escaped(writer.words.heading.photo);
  return `\n<p><img alt="${alt}" src="data:image/${kind};base64,${escaped(base64)}"></p>`;
}

/** A list of rows, newest first; nothing at all where there are none. */
function list(
  writer: Writer,
  title: PersonHeading,
  rows: readonly PersonRow[],
  columns: readonly Column[],
): string {
  if (rows.length === 0) return '';
  const { heading } = writer.words;
  const cell = (kind: 'th' | 'td', name: PersonHeading, words: string) =>
    `<${kind}${name === 'sum' || name === 'open' ? ' class="sum"' : ''}>${escaped(words)}</${kind}>`;
  const head = columns.map(([name]) => cell('th', name, heading[name])).join('');
  const body = rows.map(
    (row) => `<tr>${columns.map(([name, words]) => cell('td', name, words(row))).join('')}</tr>`,
  );
  const table = `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
  return `<h2>${escaped(heading[title])}</h2>\n${table}`;
}

const newest = (rows: readonly PersonRow[], column: string): readonly PersonRow[] =>
  [...rows].sort((one, other) => (text(one[column]) < text(other[column]) ? 1 : -1));

function lists(writer: Writer): readonly string[] {
  const when = (column: string): Column => ['when', (row) => moment(writer, row[column])];
  return [
    list(writer, 'cards', rowsIn(writer, 'card'), [
      ['number', (row) => text(row.number)],
      ['since', (row) => moment(writer, row.issued_at)],
      ['until', (row) => moment(writer, row.blocked_at)],
    ]),
    list(writer, 'consents', newest(rowsIn(writer, 'consent_entry'), 'at'), [
      when('at'),
      ['what', (row) => `${said(writer, row.channel)}: ${said(writer, row.kind)}`],
      ['how', (row) => joined(said(writer, row.how), text(row.wording_version))],
    ]),
    list(writer, 'facts', newest(rowsIn(writer, 'customer_fact'), 'noted_at'), [
      when('noted_at'),
      ['what', (row) => `${said(writer, row.kind)}: ${text(row.words)}`],
      ['until', (row) => moment(writer, row.removed_at)],
    ]),
  ];
}

function receipts(writer: Writer): string {
  const { heading } = writer.words;
  const sales = newest(rowsIn(writer, 'sale'), 'sold_at');
  if (sales.length === 0) return '';
  const linesOf = Map.groupBy(rowsIn(writer, 'sale_line'), (line) => line.sale_id);
  const parts = sales.map((sale) => {
    const rows = (linesOf.get(sale.id) ?? []).map(
      (line) =>
        `<tr><td>${escaped(named(writer, line.name))}</td><td>${quantity(writer, line)}</td>` +
        `<td class="sum">${escaped(sum(writer, line.net_som))}</td></tr>`,
    );
    const bonus = joined(
      sale.bonus_earned_som ? `${heading.bonusEarned} ${sum(writer, sale.bonus_earned_som)}` : '',
      sale.bonus_spent_som ? `${heading.bonusSpent} ${sum(writer, sale.bonus_spent_som)}` : '',
    );
    const title = `${heading.receipt} ${String(sale.number)}, ${moment(writer, sale.sold_at)}`;
    return [
      `<h3>${escaped(title)}: ${escaped(sum(writer, sale.net_som))}</h3>`,
      `<table><tbody>${rows.join('\n')}</tbody></table>`,
      bonus === '' ? '' : `<p>${escaped(bonus)}</p>`,
    ].join('\n');
  });
  return `<h2>${escaped(heading.receipts)}</h2>\n${parts.join('\n')}`;
}

const quantity = ({ format }: Writer, line: PersonRow): string =>
  escaped(format.quantity(Number(line.quantity_thousandths)));

function laterLists(writer: Writer): readonly string[] {
  const when = (column: string): Column => ['when', (row) => moment(writer, row[column])];
  const amount = (column = 'amount_som'): Column => ['sum', (row) => sum(writer, row[column])];
  const note = (column: string): Column => ['note', (row) => text(row[column])];
  const state: Column = ['state', (row) => said(writer, row.state)];
  const returns = [...rowsIn(writer, 'sale_return'), ...rowsIn(writer, 'loose_return')];
  const gifts = [
    ...rowsIn(writer, 'gift').map((row) => ({ ...row, note: row.words })),
    ...rowsIn(writer, 'deed_given'),
    ...rowsIn(writer, 'donation'),
  ];
  return [
    list(writer, 'returns', newest(returns, 'returned_at'), [
      when('returned_at'),
      note('reason'),
      amount('net_som'),
    ]),
    list(writer, 'bonusMoves', accountMoves(writer), [
      when('posted_at'),
      ['what', (row) => said(writer, row.account_kind)],
      amount(),
    ]),
    list(writer, 'gifts', newest(gifts, 'given_at'), [when('given_at'), note('note'), amount()]),
    list(writer, 'coupons', newest(rowsIn(writer, 'coupon'), 'issued_at'), [
      ['number', (row) => text(row.code)],
      ['until', (row) => day(writer, row.expires_on)],
      state,
    ]),
    list(writer, 'debts', newest(rowsIn(writer, 'debt'), 'created_at'), [
      when('created_at'),
      note('note'),
      ['open', (row) => sum(writer, row.open_som)],
      amount(),
    ]),
    list(writer, 'payments', newest(rowsIn(writer, 'debt_payment'), 'paid_at'), [
      when('paid_at'),
      note('note'),
      amount(),
    ]),
    list(writer, 'giftCards', rowsIn(writer, 'gift_card'), [
      ['number', (row) => text(row.number)],
      ['since', (row) => day(writer, row.sold_on)],
      ['until', (row) => day(writer, row.expires_on)],
    ]),
    ...care(writer, when, note, state),
    list(writer, 'changes', newest(rowsIn(writer, 'customer_change'), 'changed_at'), [
      when('changed_at'),
      [
        'what',
        (row) => {
          const change = personChangeWords[writer.copy.language];
          const parts = [text(row.document_kind), ...((row.changed ?? []) as string[])];
          return joined(...parts.map((part) => change[part] ?? part));
        },
      ],
    ]),
  ];
}

/** What was said and promised. */
function care(
  writer: Writer,
  when: (column: string) => Column,
  note: (column: string) => Column,
  state: Column,
): readonly string[] {
  const steps = Map.groupBy(rowsIn(writer, 'complaint_step'), (step) => step.complaint_id);
  const stepWords = (row: PersonRow) =>
    (steps.get(row.id) ?? []).map((step) => text(step.words)).filter((words) => words !== '');
  return [
    list(writer, 'complaints', newest(rowsIn(writer, 'complaint'), 'opened_at'), [
      when('opened_at'),
      ['what', (row) => [text(row.words), ...stepWords(row)].join(' / ')],
      state,
    ]),
    list(writer, 'feedback', newest(rowsIn(writer, 'feedback'), 'given_at'), [
      when('given_at'),
      note('words'),
      ['what', (row) => String(row.score)],
    ]),
    list(writer, 'contacts', newest(rowsIn(writer, 'contact'), 'at'), [
      when('at'),
      ['how', (row) => joined(said(writer, row.channel), said(writer, row.direction))],
      note('words'),
    ]),
    list(writer, 'wishes', newest(rowsIn(writer, 'wish'), 'asked_at'), [
      when('asked_at'),
      note('words'),
      state,
    ]),
    list(writer, 'orders', newest(rowsIn(writer, 'special_order'), 'taken_at'), [
      when('taken_at'),
      note('words'),
      state,
    ]),
    list(writer, 'tasks', newest(rowsIn(writer, 'task'), 'planned_at'), [
      when('planned_at'),
      note('words'),
      state,
    ]),
  ];
}

/** What moved on the person's accounts; what the shop owes stands on the other side of its books. */
function accountMoves(writer: Writer): readonly PersonRow[] {
  const postings = new Map(rowsIn(writer, 'posting').map((row) => [row.id, row]));
  const moves = rowsIn(writer, 'posting_entry').map((entry) => ({
    ...entry,
    posted_at: postings.get(entry.posting_id)?.posted_at,
    amount_som: entry.account_kind === 'customerDebt' ? entry.amount_som : -Number(entry.amount_som),
  }));
  return newest(moves, 'posted_at');
}

/** The tables of the file for programs, so that nobody needs to guess what is in it. */
function rest(writer: Writer): string {
  const counted = Object.entries(writer.copy.tables).filter(([, rows]) => rows.length > 0);
  const names = counted.map(([table, rows]) => `${table} ${rows.length}`).join(', ');
  return `<h2>${escaped(writer.words.heading.rest)}</h2>\n<p>${escaped(names)}</p>`;
}
