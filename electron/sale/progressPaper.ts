/** The lines of a receipt that speak of its customer: what is on account and owed, the tier, stamps, challenges, tickets. */

import type { ChallengeStanding, StampStanding } from '../../shared/loyalty/contract.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { filled, type ReceiptWords } from './receiptWords.ts';
import type { SaleProgress } from './saleProgress.ts';
import { label, labelledRow, labelOf, sentences, type Voice } from './tongues.ts';

export interface ProgressWriter {
  readonly progress: SaleProgress;
  readonly voice: Voice<ReceiptWords>;
}

/** What was sold on credit: its last day, all that is owed, and a line for the debtor's signature. */
export function debtOnPaper(
  { progress, voice }: ProgressWriter,
  debt: { readonly dueOn: BusinessDay | null } | null,
): readonly Block[] {
  if (debt === null) return [];
  const { format } = voice.first;
  const due: Block[] =
    debt.dueOn === null
      ? []
      : [labelledRow(voice, ({ words }) => words.debtDue, format.day(debt.dueOn), { bold: true })];
  const inAll: Block[] =
    progress.owesSom === null
      ? []
      : [labelledRow(voice, ({ words }) => words.debtInAll, format.som(progress.owesSom))];
  return [
    { kind: 'rule' },
    ...due,
    ...inAll,
    { kind: 'feed', lines: 1 },
    labelledRow(voice, ({ words }) => words.signature, '_'.repeat(16)),
  ];
}

/** What is left on the customer's account, where the receipt touched it. */
export function accountOnPaper({ progress, voice }: ProgressWriter): readonly Block[] {
  if (progress.accountSom === null) return [];
  const left = voice.first.format.som(progress.accountSom);
  return [labelledRow(voice, ({ words }) => words.account, left)];
}

/** What came beside what the goods earned, and from when on the new bonus may be spent. */
export function bonusBesideOnPaper({ progress, voice }: ProgressWriter): readonly Block[] {
  const { deedBonusSom, gameBonusSom, bonusActiveFrom } = progress;
  const rows = [
    { name: 'bonusOfFirstPurchase', sum: deedBonusSom },
    { name: 'bonusOfGames', sum: gameBonusSom },
  ] as const;
  const brought: readonly Block[] = rows
    .filter(({ sum }) => sum !== 0)
    .map(({ name, sum }) =>
      labelledRow(voice, ({ words }) => words[name], voice.first.format.signedNumber(sum)),
    );
  if (bonusActiveFrom === null) return brought;
  const from = sentences(voice, ({ words, format }) => filled(words.bonusFrom, format.day(bonusActiveFrom)));
  return [...brought, ...from];
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

function tierLines({ progress, voice }: ProgressWriter): readonly Block[] {
  if (progress.tier === null) return [];
  const { name, next } = progress.tier;
  const now: Block[] =
    name === null
      ? []
      : [labelledRow(voice, ({ words }) => words.tier, labelOf(voice, name), { bold: true })];
  if (next === null) return now;
  const ahead = sentences(voice, ({ words, format, language }) => {
    const nextName = textIn(next.name, language);
    return next.missingSom === 0
      ? filled(words.tierTomorrow, nextName)
      : filled(words.tierMissing, nextName, format.som(next.missingSom));
  });
  return [...now, ...ahead];
}

/** "Coffee 4/9", and the free pieces that wait beside it. */
function stampLine({ voice }: ProgressWriter, standing: StampStanding): Block {
  const { name, stamps, needed, fullCards } = standing;
  const count = `${stamps}/${needed}`;
  const waiting =
    fullCards === 0 ? '' : ` · ${label(voice, ({ words }) => filled(words.freePieces, String(fullCards)))}`;
  return { kind: 'row', left: labelOf(voice, name), right: `${count}${waiting}` };
}

function challengeLine({ voice }: ProgressWriter, standing: ChallengeStanding): Block {
  const { name, goal, done, needed, daysLeft } = standing;
  const number = (value: number) => (goal === 'visits' ? String(value) : voice.first.format.number(value));
  const term =
    daysLeft === null
      ? ''
      : ` · ${label(voice, ({ words }) => filled(words.challengeDaysLeft, String(daysLeft)))}`;
  return { kind: 'row', left: labelOf(voice, name), right: `${number(done)}/${number(needed)}${term}` };
}

function reachedLines(
  { voice }: ProgressWriter,
  { name, badge }: SaleProgress['reached'][number],
): readonly Block[] {
  const reached: Block = {
    kind: 'row',
    left: labelOf(voice, name),
    right: label(voice, ({ words }) => words.challengeReached),
    bold: true,
  };
  return badge === null
    ? [reached]
    : [reached, { kind: 'text', text: labelOf(voice, badge), align: 'right' }];
}

/** Tickets that follow each other are printed as from and to. */
function ticketLine({ voice }: ProgressWriter, { name, numbers }: SaleProgress['tickets'][number]): Block {
  const tickets = label(voice, ({ words }) => words.tickets);
  return { kind: 'text', text: `${labelOf(voice, name)}. ${tickets} №${spans(numbers).join(', ')}` };
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
