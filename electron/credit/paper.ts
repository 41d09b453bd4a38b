/** Papers of gift cards and debts as blocks: the card itself, what was paid, a repayment, a statement to be signed. */
import { formatCode } from '../../shared/code.ts';
import { createFormat, type Format } from '../../shared/format.ts';
import { type Som, som, subtractSom, sumOf } from '../../shared/money.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { type CreditPaperWords, creditPaperWords } from './paperWords.ts';

/** What every paper of this room stands under. */
export interface PaperHead {
  readonly language: Language;
  readonly settings: Pick<ShopSettings, 'name' | 'address' | 'phone' | 'timeZone'>;
  readonly cashierName: string;
  readonly at: Instant;
}

/** How a sum was paid. */
export interface PaidOnPaper {
  readonly kind: 'cash' | 'card' | 'qr' | 'storeCredit';
  /** As it is written: Humo, Click; empty where there is none. */
  readonly providerName: string;
  readonly receivedCashSom: Som;
  readonly changeSom: Som;
}

interface Writer {
  readonly head: PaperHead;
  readonly words: CreditPaperWords;
  readonly format: Format;
}

function writerFor(head: PaperHead): Writer {
  const { language, settings } = head;
  return { head, words: creditPaperWords[language], format: createFormat(language, settings.timeZone) };
}

const rule: Block = { kind: 'rule' };
const cut: Block = { kind: 'cut' };
const row = (left: string, right: string, bold = false): Block =>
  bold ? { kind: 'row', left, right, bold } : { kind: 'row', left, right };
const centred = (text: string, bold = false): Block =>
  bold ? { kind: 'text', text, align: 'center', bold } : { kind: 'text', text, align: 'center' };

/** Puts a value where the words leave room for it. */
const filled = (words: string, value: string): string => words.replace('{}', value);

function shopLines({ head }: Writer): readonly Block[] {
  const { name, address, phone } = head.settings;
  return [
    { kind: 'heading', text: name },
    ...[address, phone].filter((line) => line !== '').map((line) => centred(line)),
  ];
}

function titleOf({ head, words, format }: Writer, title: string, number: number): readonly Block[] {
  return [
    { kind: 'text', text: title, bold: true },
    row(`№${number}`, format.moment(head.at)),
    row(words.cashier, head.cashierName),
  ];
}

function tendered({ words, format }: Writer, amountSom: Som, paid: PaidOnPaper): readonly Block[] {
  const name = [words.money[paid.kind], paid.providerName].filter((part) => part !== '').join(' ');
  if (paid.changeSom === 0) return [row(name, format.number(amountSom))];
  return [
    row(name, format.number(amountSom)),
    row(words.received, format.number(paid.receivedCashSom)),
    row(words.change, format.number(paid.changeSom), true),
  ];
}

function foot({ words }: Writer): readonly Block[] {
  return [rule, centred(words.thanks), centred(words.notFiscal, true)];
}

export interface GiftCardPaper extends PaperHead {
  readonly kind: 'sold' | 'toppedUp';
  /** Of the document, not of the card. */
  readonly number: number;
  readonly cardNumber: string;
  readonly amountSom: Som;
  readonly balanceSom: Som;
  readonly expiresOn: BusinessDay | null;
  readonly paid: PaidOnPaper;
}

/**
 * A new card is a paper of its own, fit to be given away, and after the cut the buyer's slip follows. A card that is topped up
 * is in its holder's hand: only the slip is printed, and its number is masked, because the number is the money.
 */
export function giftCardPaper(paper: GiftCardPaper): readonly Block[] {
  const writer = writerFor(paper);
  const slip = giftCardSlip(writer, paper);
  return paper.kind === 'toppedUp' ? slip : [...giftCardItself(writer, paper), ...slip];
}

function giftCardItself(writer: Writer, paper: GiftCardPaper): readonly Block[] {
  const { words, format } = writer;
  return [
    ...shopLines(writer),
    rule,
    { kind: 'heading', text: words.giftCard.title },
    { kind: 'heading', text: format.som(paper.balanceSom) },
    centred(lastDayOf(writer, paper.expiresOn), true),
    { kind: 'code', symbology: 'code128', data: paper.cardNumber, caption: formatCode(paper.cardNumber) },
    { kind: 'code', symbology: 'qr', data: paper.cardNumber },
    ...words.giftCard.rules.map((line) => centred(line)),
    cut,
  ];
}

function lastDayOf({ words, format }: Writer, expiresOn: BusinessDay | null): string {
  return expiresOn === null
    ? words.giftCard.neverEnds
    : `${words.giftCard.lastDay}: ${format.day(expiresOn)}`;
}

function giftCardSlip(writer: Writer, paper: GiftCardPaper): readonly Block[] {
  const { words, format } = writer;
  return [
    ...shopLines(writer),
    rule,
    ...titleOf(writer, words.giftCard[paper.kind], paper.number),
    rule,
    row(words.giftCard.title, maskedCode(paper.cardNumber)),
    row(words.giftCard.put, format.number(paper.amountSom)),
    row(words.giftCard.onCard, format.som(paper.balanceSom), true),
    { kind: 'text', text: lastDayOf(writer, paper.expiresOn) },
    rule,
    ...tendered(writer, paper.amountSom, paper.paid),
    ...foot(writer),
    cut,
  ];
}

/** Enough to tell two cards apart, far too little to spend one. */
export function maskedCode(code: string): string {
  return `${code.charAt(0)}***${code.slice(-3)}`;
}

/** Where a debt comes from and when: a receipt, or the paper notebook. */
export interface DebtOnPaper {
  readonly takenOn: BusinessDay;
  readonly receiptNumber: number | null;
  readonly note: string;
}

function sourceOf({ words, format }: Writer, debt: DebtOnPaper): string {
  const source =
    debt.receiptNumber === null
      ? words.debt.notebook
      : filled(words.debt.receipt, String(debt.receiptNumber));
  return [`${format.day(debt.takenOn)}, ${source}`, debt.note].filter((part) => part !== '').join(': ');
}

export interface RepaymentPaper extends PaperHead {
  readonly number: number;
  readonly customerName: string;
  readonly parts: readonly (DebtOnPaper & { readonly amountSom: Som })[];
  readonly amountSom: Som;
  readonly paid: PaidOnPaper;
  /** What is still owed, and the day by which the next part of it is due; null when nothing is. */
  readonly openSom: Som;
  readonly nextDueOn: BusinessDay | null;
  readonly bonusEarnedSom: Som;
}

/** What was paid, on which debts, and what is left. */
export function repaymentPaper(paper: RepaymentPaper): readonly Block[] {
  const writer = writerFor(paper);
  const { words, format } = writer;
  const left: readonly Block[] =
    paper.openSom === 0
      ? [centred(words.repayment.nothingLeft, true)]
      : [row(words.repayment.left, format.som(paper.openSom), true)];
  return [
    ...shopLines(writer),
    rule,
    ...titleOf(writer, words.repayment.title, paper.number),
    ...(paper.customerName === '' ? [] : [{ kind: 'text', text: paper.customerName, bold: true } as const]),
    rule,
    ...paper.parts.map((part) => row(sourceOf(writer, part), format.number(part.amountSom))),
    rule,
    {
      kind: 'row',
      left: words.repayment.paid,
      right: format.number(paper.amountSom),
      bold: true,
      size: 'double',
    },
    ...tendered(writer, paper.amountSom, paper.paid),
    rule,
    ...left,
    ...(paper.nextDueOn === null ? [] : [row(words.repayment.dueOn, format.day(paper.nextDueOn))]),
    ...(paper.bonusEarnedSom === 0
      ? []
      : [row(words.repayment.bonus, format.signedNumber(paper.bonusEarnedSom))]),
    ...foot(writer),
    cut,
  ];
}

export interface StatementPaper extends PaperHead {
  readonly customerName: string;
  readonly phone: string | null;
  readonly day: BusinessDay;
  /** Open debts, oldest first. */
  readonly debts: readonly (DebtOnPaper & {
    readonly dueOn: BusinessDay;
    readonly amountSom: Som;
    readonly openSom: Som;
  })[];
  /** What a customer who gave no consent yet is asked to sign as well; null for one who gave it. */
  readonly consent: string | null;
}

/** The statement that the customer signs: every open debt, the sum of them, and the lines for both signatures. */
export function statementPaper(paper: StatementPaper): readonly Block[] {
  const writer = writerFor(paper);
  const { words, format } = writer;
  const owedSom = sumOf(paper.debts, (debt) => debt.openSom);
  const lateSom = sumOf(paper.debts, (debt) => (debt.dueOn < paper.day ? debt.openSom : som(0)));
  return [
    ...shopLines(writer),
    rule,
    { kind: 'heading', text: words.statement.title },
    row(words.statement.day, format.day(paper.day)),
    ...(paper.customerName === '' ? [] : [{ kind: 'text', text: paper.customerName, bold: true } as const]),
    ...(paper.phone === null ? [] : [{ kind: 'text', text: format.phone(paper.phone) } as const]),
    rule,
    ...paper.debts.flatMap((debt) => statedDebt(writer, debt, paper.day)),
    rule,
    { kind: 'row', left: words.statement.owes, right: format.number(owedSom), bold: true, size: 'double' },
    ...(lateSom === 0 ? [] : [row(words.statement.late, format.som(lateSom))]),
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: words.statement.acknowledges },
    ...signed(words.statement.signature),
    ...signed(words.statement.shop),
    ...(paper.consent === null
      ? []
      : [rule, { kind: 'text', text: paper.consent } as const, ...signed(words.statement.agrees)]),
    cut,
  ];
}

function statedDebt(
  writer: Writer,
  debt: StatementPaper['debts'][number],
  day: BusinessDay,
): readonly Block[] {
  const { words, format } = writer;
  const settledSom = subtractSom(debt.amountSom, debt.openSom);
  const before =
    settledSom === 0
      ? []
      : [
          row(`  ${words.debt.taken}`, format.number(debt.amountSom)),
          row(`  ${words.debt.settled}`, format.number(-settledSom)),
        ];
  const due = `  ${words.debt.dueOn}: ${format.day(debt.dueOn)}`;
  return [
    row(sourceOf(writer, debt), format.number(debt.openSom), true),
    ...before,
    { kind: 'text', text: debt.dueOn < day ? `${due}, ${words.debt.late}` : due },
  ];
}

/** Room to write on, and a line under it. */
function signed(words: string): readonly Block[] {
  return [
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: `${words}: ${'_'.repeat(16)}` },
  ];
}
