/** The slip of an import as blocks: what came in, the opening balances of all together, and a line to sign on. */
import type { ImportSummary } from '../../shared/exchange/contract.ts';
import { createFormat } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { importPaperWords } from './paperWords.ts';

export interface ImportSlip {
  readonly language: Language;
  readonly settings: Pick<ShopSettings, 'name' | 'timeZone'>;
  readonly personName: string;
  readonly at: Instant;
  readonly summary: ImportSummary;
}

const rule: Block = { kind: 'rule' };
const row = (left: string, right: string, bold = false): Block =>
  bold ? { kind: 'row', left, right, bold } : { kind: 'row', left, right };

/** Totals alone: no name and no phone of anybody stands on it. */
export function importSlip({ language, settings, personName, at, summary }: ImportSlip): readonly Block[] {
  const words = importPaperWords[language];
  const format = createFormat(language, settings.timeZone);
  const { counts } = summary;
  const figures: readonly (readonly [string, number])[] = [
    [words.rows, summary.rows],
    [words.added, counts.add],
    [words.updated, counts.update],
    [words.skipped, counts.skip],
    [words.duplicates, counts.duplicate],
    [words.errors, counts.error],
  ];
  const balances: readonly Block[] =
    summary.kind === 'products'
      ? []
      : [
          rule,
          row(words.openingBonus, format.som(summary.openingBonusSom), true),
          row(words.openingDebt, format.som(summary.openingDebtSom), true),
        ];
  return [
    { kind: 'heading', text: settings.name },
    {
      kind: 'text',
      text: words.title.replace('{}', String(summary.number ?? '')),
      align: 'center',
      bold: true,
    },
    { kind: 'text', text: words[summary.kind], align: 'center' },
    ...(summary.undoneAt === null
      ? []
      : [{ kind: 'text' as const, text: words.undone, align: 'center' as const, bold: true }]),
    rule,
    row(words.file, summary.fileName),
    ...figures.map(([name, count]) => row(name, format.number(count))),
    ...balances,
    rule,
    row(words.printedBy, personName),
    { kind: 'text', text: format.moment(at) },
    { kind: 'text', text: '' },
    row(words.signature, '____________'),
    { kind: 'cut' },
  ];
}
