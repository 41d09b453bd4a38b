/** The slip of goods that came back, as blocks of paper. */
import type { Unit } from '../../shared/basket.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { fiscalOnPaper } from './fiscalPaper.ts';
import { languagesOf } from './ownBlocks.ts';
import type { SaleRows } from './queries.ts';
import { providerNames } from './receiptWords.ts';
import { isOfExchange, type ReturnRows } from './returnQueries.ts';
import { type ReturnWords, returnWords } from './returnWords.ts';
import { label, labelledRow, nameLines, type Tongue, type Voice, voiceOf } from './tongues.ts';

/** Everything that is printed of a return. */
export interface ReturnOnPaper extends ReturnRows {
  readonly sold: Pick<SaleRows, 'sale' | 'lines'>;
  readonly settings: ShopSettings;
  readonly cashierName: string;
}

/** Everything that is printed of goods that came back without a receipt. */
export interface LooseReturnOnPaper {
  readonly back: Pick<
    Tables['loose_return'],
    'number' | 'returned_at' | 'reason' | 'net_som' | 'vat_som' | 'money_back'
  >;
  readonly lines: readonly Tables['loose_return_line'][];
  readonly settings: ShopSettings;
  readonly cashierName: string;
}

type Say = (tongue: Tongue<ReturnWords>) => string;

/** In the languages of the receipt. The customer signs for what was handed back in money. */
export function returnSlip(paper: ReturnOnPaper): readonly Block[] {
  const { back, sold, settings, cashierName } = paper;
  const languages = receiptLanguages(settings.receiptForm, sold.sale.language);
  const voice = voiceOf(returnWords, languages, settings.timeZone);
  const { format } = voice.first;
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'rule' },
    titleOf(voice, ({ words }) => words.title, back),
    {
      kind: 'row',
      left: `${label(voice, ({ words }) => words.receipt)} №${sold.sale.number}`,
      right: format.day(sold.sale.business_day as BusinessDay),
    },
    ...whoAndWhy(voice, cashierName, back.reason),
    ...linesOf(paper, voice),
    { kind: 'rule' },
    totalOf(voice, back.net_som),
    ...rowUnlessZero(voice, ({ words }) => words.vat, back.vat_som),
    ...rowUnlessZero(voice, ({ words }) => words.rounding, -back.rounding_som),
    ...rowUnlessZero(voice, ({ words }) => words.donation, back.donation_som),
    ...rowUnlessZero(voice, ({ words }) => words.withheld, -back.withheld_som),
    { kind: 'rule' },
    ...waysBack(paper, voice),
    ...bonusOf(paper, voice),
    ...footOf(voice, settings.timeZone),
  ];
}

/** Without a receipt: the goods at what was given for each, and where the money went. */
export function looseReturnSlip(paper: LooseReturnOnPaper): readonly Block[] {
  const { back, lines, settings, cashierName } = paper;
  const languages = receiptLanguages(settings.receiptForm, settings.language);
  const voice = voiceOf(returnWords, languages, settings.timeZone);
  const { format } = voice.first;
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'rule' },
    titleOf(voice, ({ words }) => words.looseTitle, back),
    ...whoAndWhy(voice, cashierName, back.reason),
    ...lines.flatMap((line): readonly Block[] => [
      ...nameOnPaper(line.name_json, voice),
      {
        kind: 'row',
        left: `  ${format.quantity(line.quantity_thousandths, line.unit as Unit)} × ${format.number(line.price_som)}`,
        right: format.number(line.net_som),
      },
    ]),
    { kind: 'rule' },
    totalOf(voice, back.net_som),
    ...rowUnlessZero(voice, ({ words }) => words.vat, back.vat_som),
    { kind: 'rule' },
    labelledRow(voice, ({ words }) => words.back[back.money_back], format.number(back.net_som), {
      bold: true,
    }),
    ...footOf(voice, settings.timeZone),
  ];
}

function titleOf(
  voice: Voice<ReturnWords>,
  say: Say,
  { number, returned_at: at }: { readonly number: number; readonly returned_at: string },
): Block {
  const left = `${label(voice, say)} №${number}`;
  return { kind: 'row', left, right: voice.first.format.moment(at as Instant), bold: true };
}

function whoAndWhy(
  voice: Voice<ReturnWords>,
  cashierName: string,
  reason: keyof ReturnWords['reasons'],
): readonly Block[] {
  return [
    labelledRow(voice, ({ words }) => words.cashier, cashierName),
    labelledRow(
      voice,
      ({ words }) => words.reason,
      label(voice, ({ words }) => words.reasons[reason]),
    ),
    { kind: 'rule' },
  ];
}

function totalOf(voice: Voice<ReturnWords>, netSom: number): Block {
  const style = { bold: true, size: 'double' } as const;
  return labelledRow(voice, ({ words }) => words.total, voice.first.format.number(netSom), style);
}

/** The customer signs for what was handed back. */
function footOf(voice: Voice<ReturnWords>, timeZone: string): readonly Block[] {
  return [
    { kind: 'feed', lines: 1 },
    labelledRow(voice, ({ words }) => words.signature, '_'.repeat(12)),
    ...fiscalOnPaper(null, languagesOf(voice), timeZone),
    { kind: 'cut' },
  ];
}

function nameOnPaper(nameJson: string, voice: Voice<ReturnWords>): readonly Block[] {
  const names = nameLines(voice, JSON.parse(nameJson) as LocalText);
  return names.map((text) => ({ kind: 'text', text }));
}

function linesOf({ lines, sold }: ReturnOnPaper, voice: Voice<ReturnWords>): readonly Block[] {
  const { format } = voice.first;
  return lines.flatMap((line): readonly Block[] => {
    const known = sold.lines.find((each) => each.line_no === line.line_no);
    if (known === undefined) return [];
    const { bonus_som, gift_card_som, store_credit_som, debt_som, money_som } = line;
    const backSom = bonus_som + gift_card_som + store_credit_som + debt_som + money_som;
    const quantity = format.quantity(line.quantity_thousandths, known.unit as Unit);
    return [
      ...nameOnPaper(known.name_json, voice),
      { kind: 'row', left: `  ${quantity}`, right: format.number(backSom) },
    ];
  });
}

function waysBack({ tenders }: ReturnOnPaper, voice: Voice<ReturnWords>): readonly Block[] {
  return tenders.map((tender): Block => {
    const provider = tender.provider === null ? '' : (providerNames[tender.provider] ?? '');
    const isExchange = isOfExchange(tender.reference);
    const name = label(voice, ({ words }) => (isExchange ? words.usedForExchange : words.back[tender.kind]));
    return {
      kind: 'row',
      left: provider === '' ? name : `${name} ${provider}`,
      right: voice.first.format.number(tender.amount_som),
      bold: tender.kind === 'cash' && !isExchange,
    };
  });
}

function bonusOf({ back }: ReturnOnPaper, voice: Voice<ReturnWords>): readonly Block[] {
  if (back.bonus_balance_som === null) return [];
  const { format } = voice.first;
  return [
    ...rowUnlessZero(voice, ({ words }) => words.bonusTakenBack, -back.bonus_taken_back_som),
    labelledRow(voice, ({ words }) => words.bonusBalance, format.number(back.bonus_balance_som)),
  ];
}

function rowUnlessZero(voice: Voice<ReturnWords>, say: Say, sum: number): readonly Block[] {
  return sum === 0 ? [] : [labelledRow(voice, say, voice.first.format.number(sum))];
}
