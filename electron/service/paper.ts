/** The slip of a special order as blocks: what was ordered, for when, what was paid in advance, or that it is cancelled. */
import type { Unit } from '../../shared/basket.ts';
import { createFormat } from '../../shared/format.ts';
import { type Som, som, type Thousandths } from '../../shared/money.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { type OrderPaperWords, orderPaperWords } from './orderPaperWords.ts';

export interface OrderPaper {
  readonly language: Language;
  readonly settings: Pick<ShopSettings, 'name' | 'address' | 'phone' | 'timeZone'>;
  readonly cashierName: string;
  readonly at: Instant;
  readonly number: number;
  readonly customerName: string;
  /** The product's name, or the words of the order. */
  readonly what: string;
  readonly note: string;
  readonly quantityThousandths: Thousandths;
  /** Of a known product; null for words. */
  readonly unit: Unit | null;
  readonly agreedSom: Som | null;
  readonly depositSom: Som;
  readonly promisedOn: BusinessDay | null;
  /** Above zero on the slip of an order that was cancelled and paid back. */
  readonly givenBackSom: Som;
}

const rule: Block = { kind: 'rule' };
const cut: Block = { kind: 'cut' };
const row = (left: string, right: string, bold = false): Block =>
  bold ? { kind: 'row', left, right, bold } : { kind: 'row', left, right };
const centred = (text: string, bold = false): Block =>
  bold ? { kind: 'text', text, align: 'center', bold } : { kind: 'text', text, align: 'center' };

/** For the customer to keep; one that gives money back is signed and stays with the shop. */
export function orderSlip(paper: OrderPaper): readonly Block[] {
  const words = orderPaperWords[paper.language];
  const format = createFormat(paper.language, paper.settings.timeZone);
  const isCancelled = paper.givenBackSom > 0;
  const { name, address, phone } = paper.settings;
  const quantity = [
    format.quantity(paper.quantityThousandths),
    paper.unit === null ? '' : format.unit(paper.unit),
  ];
  return [
    { kind: 'heading', text: name },
    ...[address, phone].filter((line) => line !== '').map((line) => centred(line)),
    rule,
    { kind: 'heading', text: `${isCancelled ? words.cancelled : words.title} №${paper.number}` },
    row(words.cashier, paper.cashierName),
    { kind: 'text', text: format.moment(paper.at) },
    ...(paper.customerName === '' ? [] : [{ kind: 'text', text: paper.customerName, bold: true } as const]),
    rule,
    { kind: 'text', text: paper.what, bold: true },
    ...(paper.note === '' ? [] : [{ kind: 'text', text: paper.note } as const]),
    row(words.quantity, quantity.filter((part) => part !== '').join(' ')),
    ...(isCancelled ? givenBack(paper, words) : awaited(paper, words)),
    rule,
    centred(words.notFiscal, true),
    cut,
  ];
}

function awaited(paper: OrderPaper, words: OrderPaperWords): readonly Block[] {
  const format = createFormat(paper.language, paper.settings.timeZone);
  const { agreedSom, depositSom, promisedOn } = paper;
  return [
    ...(agreedSom === null ? [] : [row(words.agreed, format.number(agreedSom))]),
    ...(depositSom === 0 ? [] : [row(words.deposit, format.number(depositSom), true)]),
    ...(agreedSom === null || depositSom === 0
      ? []
      : [row(words.left, format.som(som(agreedSom - depositSom)), true)]),
    rule,
    promisedOn === null ? centred(words.notPromised) : row(words.promised, format.day(promisedOn), true),
    ...(depositSom === 0 ? [] : words.rules.map((line) => centred(line))),
  ];
}

function givenBack(paper: OrderPaper, words: OrderPaperWords): readonly Block[] {
  const format = createFormat(paper.language, paper.settings.timeZone);
  return [
    rule,
    {
      kind: 'row',
      left: words.givenBack,
      right: format.number(paper.givenBackSom),
      bold: true,
      size: 'double',
    },
    { kind: 'text', text: words.received },
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: `${words.signature}: ${'_'.repeat(16)}` },
  ];
}
