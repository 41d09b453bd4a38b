/** The report of a day's customers as blocks for the receipt printer: the same lines as on the screen, the lists cut short. */
import { createFormat, type Format } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import {
  customerDayLines,
  type FigureLine,
  type ListSection,
  type PersonLine,
  type Value,
} from '../../shared/report/customerDayLines.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { type CustomerDayWords, customerDayWords } from './paperCustomerDayWords.ts';

/** As many people of each list as a slip of a hand's length takes; the rest is counted. */
export const peopleOnSlip = { debts: 20, missing: 10, birthdays: 20, cashiers: 20, came: 20 } as const;

export interface CustomerDaySlip {
  readonly report: CustomerDay;
  readonly language: Language;
  readonly settings: Pick<ShopSettings, 'name' | 'timeZone'>;
  /** Who prints it, and when. */
  readonly personName: string;
  readonly at: Instant;
}

interface Writer {
  readonly words: CustomerDayWords;
  readonly format: Format;
}

const rule: Block = { kind: 'rule' };
const filled = (words: string, value: string | number) => words.replace('{}', String(value));
const row = (left: string, right: string): Block => ({ kind: 'row', left, right });
const centred = (text: string): Block => ({ kind: 'text', text, align: 'center' });

/** It names customers and what they owe, so it is for whoever runs the shop; it is no receipt. */
export function customerDaySlip(slip: CustomerDaySlip): readonly Block[] {
  const { report, language, settings } = slip;
  const writer: Writer = {
    words: customerDayWords[language],
    format: createFormat(language, settings.timeZone),
  };
  const { words, format } = writer;
  const { figures, lists } = customerDayLines(report);
  return [
    centred(settings.name),
    { kind: 'text', text: words.title, align: 'center', bold: true },
    centred(format.dayWithWeekday(report.day)),
    ...(report.until === null ? [] : [centred(filled(words.until, format.time(report.until)))]),
    ...figures.flatMap((section) => [
      ...titled(words.section[section.key]),
      ...section.figures.map((figure) => figureRow(figure, writer)),
    ]),
    ...lists.flatMap((section) => listRows(section, writer)),
    rule,
    row(words.printed, format.moment(slip.at)),
    row('', slip.personName),
    { kind: 'cut' },
  ];
}

const titled = (text: string): readonly Block[] => [rule, { kind: 'text', text, bold: true }];

/** A count and its sum stand on one line: `42 · 1 250 000`. */
function figureRow({ word, values }: FigureLine, { words, format }: Writer): Block {
  return row(words.figure[word], values.map((value) => written(value, format)).join(' / '));
}

function written(value: Value, format: Format): string {
  switch (value.kind) {
    case 'share':
      return value.value === null ? '-' : format.percent(value.value);
    case 'day':
      return format.day(value.value);
    case 'signedSom':
      return format.signedNumber(value.value);
    default:
      return format.number(value.value);
  }
}

function listRows(section: ListSection, writer: Writer): readonly Block[] {
  const { words } = writer;
  const title = titled(words.section[section.key]);
  const sums = section.figures.map((figure) => figureRow(figure, writer));
  if (section.isUnknown) return [...title, { kind: 'text', text: words.unknown }];
  if (section.count === 0) return [...title, ...sums, ...(sums.length > 0 ? [] : [row(words.nobody, '')])];
  const people = section.people.slice(0, peopleOnSlip[section.key]);
  const left = section.count - people.length;
  return [
    ...title,
    ...sums,
    ...people.flatMap((person) => personRows(section.key, person, writer)),
    ...(left > 0 ? [{ kind: 'text', text: filled(words.more, left), align: 'right' } as const] : []),
  ];
}

/** The name with its figure; what explains it stands below, a step to the right. */
function personRows(
  key: ListSection['key'],
  person: PersonLine,
  { words, format }: Writer,
): readonly Block[] {
  const name = person.name === '' ? words.unnamed : person.name;
  const [first, second, third] = person.values.map((value) => written(value, format));
  const below = (text: string, right = ''): Block => row(`  ${text}`, right);
  switch (key) {
    case 'debts': {
      const [, due, overdue] = person.values;
      return [
        { kind: 'text', text: name },
        ...(due?.value === 0 ? [] : [below(words.due, second)]),
        ...(overdue?.value === 0 ? [] : [below(filled(words.overdueSince, first ?? ''), third)]),
      ];
    }
    case 'missing':
      return [
        row(name, filled(words.visits, first ?? '')),
        below(filled(words.usual, second ?? ''), filled(words.silent, third ?? '')),
      ];
    case 'cashiers':
      return [row(name, third ?? ''), below(`${second} / ${first}`)];
    case 'came': {
      const [receipts] = person.values;
      const note = person.note === null ? '' : filled(words.note[person.note.word], person.note.count);
      const times = receipts?.value === 1 ? '' : `, ${filled(words.receiptsOfOne, first ?? '')}`;
      return [row(name, second ?? ''), below(`${note}${times}`)];
    }
    case 'birthdays':
      return [{ kind: 'text', text: name }];
  }
}
