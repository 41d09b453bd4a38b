/** The lines of a receipt that speak of its customer: what is on account and owed, the tier, stamps, challenges, tickets. */

import type { Format } from '../../shared/format.ts';
import type { ChallengeStanding, StampStanding } from '../../shared/loyalty/contract.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type Language, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { filled, type ReceiptWords } from './receiptWords.ts';
import type { SaleProgress } from './saleProgress.ts';

export interface ProgressWriter {
  readonly progress: SaleProgress;
  readonly words: ReceiptWords;
  readonly format: Format;
  readonly language: Language;
}

/** What was sold on credit: its last day, all that is owed, and a line for the debtor's signature. */
export function debtOnPaper(
  { progress, words, format }: ProgressWriter,
  debt: { readonly dueOn: BusinessDay | null } | null,
): readonly Block[] {
  if (debt === null) return [];
  const due: Block[] =
    debt.dueOn === null
      ? []
      : [{ kind: 'row', left: words.debtDue, right: format.day(debt.dueOn), bold: true }];
  const inAll: Block[] =
    progress.owesSom === null
      ? []
      : [{ kind: 'row', left: words.debtInAll, right: format.som(progress.owesSom) }];
  return [
    { kind: 'rule' },
    ...due,
    ...inAll,
    { kind: 'feed', lines: 1 },
    { kind: 'row', left: words.signature, right: '_'.repeat(16) },
  ];
}

/** What is left on the customer's account, where the receipt touched it. */
export function accountOnPaper({ progress, words, format }: ProgressWriter): readonly Block[] {
  if (progress.accountSom === null) return [];
  return [{ kind: 'row', left: words.account, right: format.som(progress.accountSom) }];
}

/** What came beside what the goods earned, and from when on the new bonus may be spent. */
export function bonusBesideOnPaper({ progress, words, format }: ProgressWriter): readonly Block[] {
  const { deedBonusSom, gameBonusSom, bonusActiveFrom } = progress;
  const rows = [
    { left: words.bonusOfFirstPurchase, sum: deedBonusSom },
    { left: words.bonusOfGames, sum: gameBonusSom },
  ];
  const brought = rows
    .filter(({ sum }) => sum !== 0)
    .map(({ left, sum }): Block => ({ kind: 'row', left, right: format.signedNumber(sum) }));
  if (bonusActiveFrom === null) return brought;
  return [...brought, { kind: 'text', text: filled(words.bonusFrom, format.day(bonusActiveFrom)) }];
}

/** Tier, stamps, challenges and tickets, each on lines of its own; nothing where there is none. */
export function progressOnPaper(writer: ProgressWriter): readonly Block[] {
  const { progress } = writer;
  const lines = [
    ...tierLines(writer),
    ...progress.stamps.map((standing) => stampLine(writer, standing)),
    ...progress.challenges.map((standing) => challengeLine(writer, standing)),
    ...progress.reached.flatMap((reached) => reachedLines(writer, reached)),
    ...progress.tickets.map((given) => ticketLine(writer, given)),
  ];
  return lines.length === 0 ? [] : [{ kind: 'rule' }, ...lines];
}

function tierLines({ progress, words, format, language }: ProgressWriter): readonly Block[] {
  if (progress.tier === null) return [];
  const { name, next } = progress.tier;
  const now: Block[] =
    name === null ? [] : [{ kind: 'row', left: words.tier, right: textIn(name, language), bold: true }];
  if (next === null) return now;
  const nextName = textIn(next.name, language);
  const text =
    next.missingSom === 0
      ? filled(words.tierTomorrow, nextName)
      : filled(words.tierMissing, nextName, format.som(next.missingSom));
  return [...now, { kind: 'text', text }];
}

/** "Coffee 4/9", and the free pieces that wait beside it. */
function stampLine({ words, language }: ProgressWriter, standing: StampStanding): Block {
  const { name, stamps, needed, fullCards } = standing;
  const count = `${stamps}/${needed}`;
  const waiting = fullCards === 0 ? '' : ` · ${filled(words.freePieces, String(fullCards))}`;
  return { kind: 'row', left: textIn(name, language), right: `${count}${waiting}` };
}

function challengeLine({ words, format, language }: ProgressWriter, standing: ChallengeStanding): Block {
  const { name, goal, done, needed, daysLeft } = standing;
  const number = (value: number) => (goal === 'visits' ? String(value) : format.number(value));
  const term = daysLeft === null ? '' : ` · ${filled(words.challengeDaysLeft, String(daysLeft))}`;
  return { kind: 'row', left: textIn(name, language), right: `${number(done)}/${number(needed)}${term}` };
}

function reachedLines(
  { words, language }: ProgressWriter,
  { name, badge }: SaleProgress['reached'][number],
): readonly Block[] {
  const reached: Block = {
    kind: 'row',
    left: textIn(name, language),
    right: words.challengeReached,
    bold: true,
  };
  return badge === null
    ? [reached]
    : [reached, { kind: 'text', text: textIn(badge, language), align: 'right' }];
}

/** Tickets that follow each other are printed as from and to. */
function ticketLine(
  { words, language }: ProgressWriter,
  { name, numbers }: SaleProgress['tickets'][number],
): Block {
  return { kind: 'text', text: `${textIn(name, language)}. ${words.tickets} №${spans(numbers).join(', ')}` };
}

/** `[3, 4, 5, 9]` as `3–5` and `9`. */
function spans(numbers: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}
