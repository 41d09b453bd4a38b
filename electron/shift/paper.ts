/** The papers of the shift as blocks: the X, the Z with its lines for signatures, and the slip of cash that moved. */
import type { PaymentProvider, TenderKind } from '../../shared/basket.ts';
import { createFormat, type Format } from '../../shared/format.ts';
import type { Som } from '../../shared/money.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { CashMoveKind, ShiftFigures } from '../../shared/shift/figures.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { providerNames, type ShiftPaperWords, shiftPaperWords } from './paperWords.ts';

/** What every paper of this room stands under. */
export interface ShiftPaperHead {
  readonly language: Language;
  readonly settings: Pick<ShopSettings, 'name' | 'address' | 'stir' | 'timeZone'>;
  /** Who prints it. */
  readonly personName: string;
  readonly at: Instant;
}

interface Writer {
  readonly head: ShiftPaperHead;
  readonly words: ShiftPaperWords;
  readonly format: Format;
}

const rule: Block = { kind: 'rule' };
const cut: Block = { kind: 'cut' };
const row = (left: string, right: string, bold = false): Block =>
  bold ? { kind: 'row', left, right, bold } : { kind: 'row', left, right };
const centred = (text: string, bold = false): Block =>
  bold ? { kind: 'text', text, align: 'center', bold } : { kind: 'text', text, align: 'center' };
const filled = (words: string, value: string | number): string => words.replace('{}', String(value));

function writerFor(head: ShiftPaperHead): Writer {
  const { language, settings } = head;
  return { head, words: shiftPaperWords[language], format: createFormat(language, settings.timeZone) };
}

/** A part of the paper under its own title; one without rows is left out. */
function part(title: string, rows: readonly Block[]): readonly Block[] {
  return rows.length === 0 ? [] : [rule, { kind: 'text', text: title, bold: true }, ...rows];
}

function shopLines({ head, words }: Writer): readonly Block[] {
  const { name, address, stir } = head.settings;
  const below = [address, stir === '' ? '' : `${words.stir} ${stir}`];
  return [
    { kind: 'heading', text: name },
    ...below.filter((line) => line !== '').map((line) => centred(line)),
    rule,
  ];
}

export interface ShiftReport extends ShiftPaperHead {
  readonly figures: ShiftFigures;
  /** What was written for the next shift. */
  readonly notes: readonly {
    readonly text: string;
    readonly writtenByName: string;
    readonly writtenAt: Instant;
  }[];
}

/** The X of an open shift; of a closed one the Z, with the notes for the next shift and lines to sign on. */
export function shiftReport(report: ShiftReport): readonly Block[] {
  const { figures } = report;
  const writer = writerFor(report);
  return [
    ...shopLines(writer),
    ...titleOf(writer, figures),
    ...part(writer.words.sales, salesOf(writer, figures)),
    ...part(writer.words.vat, vatOf(writer, figures)),
    ...part(writer.words.payments, paymentsOf(writer, figures)),
    ...part(writer.words.besides, besidesOf(writer, figures)),
    ...part(writer.words.drawer, drawerOf(writer, figures)),
    ...part(writer.words.terminals, terminalsOf(writer, figures)),
    ...part(writer.words.handOvers, handOversOf(writer, figures)),
    ...part(writer.words.sellers, sellersOf(writer, figures)),
    ...part(writer.words.looked, signsOf(writer, figures)),
    ...part(writer.words.notes, notesOf(writer, report)),
    ...part(writer.words.journal, journalOf(writer, figures)),
    ...footOf(writer, figures),
  ];
}

function titleOf({ head, words, format }: Writer, figures: ShiftFigures): readonly Block[] {
  const { number, businessDay, openedAt, openedByName, closedAt, closedByName, closedOn } = figures;
  const begin = [
    row(words.ofDay, format.day(businessDay)),
    row(words.opened, format.moment(openedAt)),
    row('', openedByName),
  ];
  if (closedAt === null) {
    return [
      { kind: 'heading', text: words.xReport },
      row(words.shift, `№${number}`),
      row('', format.moment(head.at)),
      ...begin,
    ];
  }
  const isLate = closedOn !== null && closedOn !== businessDay;
  return [
    { kind: 'heading', text: `${words.zReport} №${number}` },
    ...begin,
    row(words.closed, format.moment(closedAt)),
    row('', closedByName ?? ''),
    ...(isLate ? [row(words.closedOn, format.day(closedOn), true)] : []),
  ];
}

function salesOf({ words, format }: Writer, figures: ShiftFigures): readonly Block[] {
  const { firstReceipt, lastReceipt, discountSom, returns, looseReturns } = figures;
  const numbers =
    firstReceipt === null ? [] : [row(words.numbers, `№${firstReceipt} – №${lastReceipt ?? firstReceipt}`)];
  const before =
    discountSom === 0
      ? []
      : [
          row(words.gross, format.number(figures.grossSom)),
          row(words.discounts, format.number(-discountSom)),
        ];
  return [
    row(words.receipts, String(figures.receipts)),
    ...numbers,
    ...before,
    row(words.sold, format.number(figures.soldSom)),
    ...counted(format, words.returns, returns, -1),
    ...counted(format, words.looseReturns, looseReturns, -1),
    { kind: 'row', left: words.net, right: format.number(figures.netSom), bold: true, size: 'double' },
  ];
}

/** A count and a sum on one line; nothing when there was nothing. */
function counted(
  format: Format,
  words: string,
  { count, sumSom }: { readonly count: number; readonly sumSom: Som },
  sign: 1 | -1 = 1,
): readonly Block[] {
  return count === 0 ? [] : [row(filled(words, count), format.number(sign * sumSom))];
}

function sum({ format }: Writer, words: string, sumSom: Som): readonly Block[] {
  return sumSom === 0 ? [] : [row(words, format.number(sumSom))];
}

function vatOf({ words, format }: Writer, { vat }: ShiftFigures): readonly Block[] {
  return vat.flatMap(({ rateBasisPoints, netSom, vatSom }) =>
    rateBasisPoints === null
      ? [row(words.noVat, format.number(netSom))]
      : [
          row(filled(words.rate, format.percent(rateBasisPoints)), format.number(netSom)),
          row(`  ${words.vat}`, format.number(vatSom)),
        ],
  );
}

function nameOfTender(words: ShiftPaperWords, kind: string, provider: string | null): string {
  const by = provider === null ? '' : (providerNames[provider as PaymentProvider] ?? '');
  const name = words.tender[kind as TenderKind];
  return by === '' ? name : `${name} ${by}`;
}

function paymentsOf({ words, format }: Writer, { tenders }: ShiftFigures): readonly Block[] {
  return tenders.flatMap(({ kind, provider, inSom, backSom }) => [
    row(nameOfTender(words, kind, provider), format.number(inSom)),
    ...(backSom === 0 ? [] : [row(`  ${words.wentBack}`, format.number(-backSom))]),
  ]);
}

function besidesOf(writer: Writer, figures: ShiftFigures): readonly Block[] {
  const { words, format } = writer;
  return [
    ...counted(format, words.giftCards, figures.giftCardsSold),
    ...counted(format, words.debts, figures.debtsRepaid),
    ...counted(format, words.bonusPaidOut, figures.bonusPaidOut, -1),
    ...sum(writer, words.donations, figures.donationsSom),
    ...sum(writer, words.rounding, figures.roundingSom),
    ...sum(writer, words.bonusEarned, figures.bonusEarnedSom),
    ...sum(writer, words.bonusSpent, figures.bonusSpentSom),
  ];
}

function drawerOf({ words, format }: Writer, figures: ShiftFigures): readonly Block[] {
  const { countedSom, differenceSom, differenceReason, approvedByName, isAlone } = figures;
  const causes = figures.drawer.map(({ cause, sumSom }) => row(words.cause[cause], format.number(sumSom)));
  const count =
    countedSom === null || differenceSom === null
      ? []
      : [
          row(words.counted, format.number(countedSom)),
          row(words.difference, format.signedNumber(differenceSom), true),
        ];
  return [
    ...causes,
    row(words.expected, format.number(figures.expectedSom), true),
    ...count,
    ...(differenceReason === ''
      ? []
      : [{ kind: 'text', text: `${words.reason}: ${differenceReason}` } as const]),
    ...(approvedByName === null ? [] : [row(words.approver, approvedByName)]),
    ...(isAlone ? [{ kind: 'text', text: words.alone } as const] : []),
  ];
}

function terminalsOf({ words, format }: Writer, { terminals }: ShiftFigures): readonly Block[] {
  return terminals.flatMap(({ kind, provider, expectedSom, toldSom }) => {
    const name: Block = { kind: 'text', text: nameOfTender(words, kind, provider) };
    const expected = row(`  ${words.byProgram}`, format.number(expectedSom));
    if (toldSom === null) return [name, expected];
    const told = row(`  ${words.byTerminal}`, format.number(toldSom));
    const differenceSom = toldSom - expectedSom;
    return differenceSom === 0
      ? [name, expected, told]
      : [name, expected, told, row(`  ${words.difference}`, format.signedNumber(differenceSom), true)];
  });
}

function handOversOf({ words, format }: Writer, { handOvers }: ShiftFigures): readonly Block[] {
  return handOvers.flatMap(({ countedAt, personName, toPersonName, countedSom, differenceSom }) => [
    row(toPersonName === null ? personName : `${personName} > ${toPersonName}`, format.time(countedAt)),
    row(`  ${words.counted}`, format.number(countedSom)),
    ...(differenceSom === 0 ? [] : [row(`  ${words.difference}`, format.signedNumber(differenceSom), true)]),
  ]);
}

function sellersOf({ format }: Writer, { sellers }: ShiftFigures): readonly Block[] {
  return sellers.map(({ personName, receipts, netSom }) =>
    row(`${personName} (${receipts})`, format.number(netSom)),
  );
}

function signsOf({ words, format }: Writer, figures: ShiftFigures): readonly Block[] {
  const times = (left: string, count: number) => (count === 0 ? [] : [row(left, String(count))]);
  const { ticked, items } = figures.checklist;
  return [
    ...counted(format, words.discountsByHand, figures.discountsByHand),
    ...counted(format, words.shelfPrices, figures.shelfPrices),
    ...counted(format, words.writtenOnPaper, figures.writtenOnPaper),
    ...times(words.linesRemoved, figures.linesRemoved),
    ...times(words.basketsCleared, figures.basketsCleared),
    ...times(words.drawerOpened, figures.drawerOpened),
    ...times(words.refusedCounts, figures.refusedCounts),
    ...(items === 0 ? [] : [row(words.checklist, `${ticked} / ${items}`)]),
  ];
}

function notesOf({ format }: Writer, { notes }: ShiftReport): readonly Block[] {
  return notes.flatMap(({ text, writtenByName, writtenAt }): Block[] => [
    { kind: 'text', text: `${writtenByName}, ${format.moment(writtenAt)}` },
    { kind: 'text', text },
  ]);
}

/** The head of the journal on paper: whoever changes a document before it can no longer make this hash. */
function journalOf({ words }: Writer, { journal }: ShiftFigures): readonly Block[] {
  const groups = journal.hashHead.match(/.{1,4}/g) ?? [];
  return [row(words.document, `№${journal.sequence}`), centred(groups.join(' '))];
}

function footOf({ words }: Writer, { closedAt }: ShiftFigures): readonly Block[] {
  const signatures =
    closedAt === null ? [] : [...signatureLine(words.cashier), ...signatureLine(words.responsible)];
  return [rule, ...signatures, centred(words.notFiscal, true), cut];
}

/** Room to write on, and a line under it. */
function signatureLine(words: string): readonly Block[] {
  return [{ kind: 'feed', lines: 1 }, row(words, '_'.repeat(16))];
}

export interface CashMoveSlip extends ShiftPaperHead {
  readonly number: number;
  readonly kind: CashMoveKind;
  readonly amountSom: Som;
  readonly reason: string;
}

/** What came in or went out, why, and a line for both who had it in their hands. */
export function cashMoveSlip(slip: CashMoveSlip): readonly Block[] {
  const writer = writerFor(slip);
  const { words, format } = writer;
  const { number, kind, amountSom, reason } = slip;
  return [
    ...shopLines(writer),
    { kind: 'text', text: `${words.move[kind]} №${number}`, align: 'center', bold: true },
    centred(format.moment(slip.at)),
    rule,
    { kind: 'row', left: words.amount, right: format.som(amountSom), bold: true, size: 'double' },
    { kind: 'text', text: `${words.reason}: ${reason}` },
    row(words.person, slip.personName),
    rule,
    ...signatureLine(words.person),
    ...signatureLine(kind === 'in' ? words.broughtBy : words.takenBy),
    centred(words.notFiscal, true),
    cut,
  ];
}
