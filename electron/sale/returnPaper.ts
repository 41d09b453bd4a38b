/** The slip of goods that came back, as blocks of paper. */
import type { Unit } from '../../shared/basket.ts';
import { createFormat } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { SaleRows } from './queries.ts';
import { providerNames } from './receiptWords.ts';
import { isOfExchange, type ReturnRows } from './returnQueries.ts';
import { returnWords } from './returnWords.ts';

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

/** In the language of the receipt. The customer signs for what was handed back in money. */
export function returnSlip(paper: ReturnOnPaper): readonly Block[] {
  const { back, sold, settings, cashierName } = paper;
  const { language } = sold.sale;
  const words = returnWords[language];
  const format = createFormat(language, settings.timeZone);
  const soldOn = format.day(sold.sale.business_day as BusinessDay);
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'rule' },
    {
      kind: 'row',
      left: `${words.title} №${back.number}`,
      right: format.moment(back.returned_at as Instant),
      bold: true,
    },
    { kind: 'row', left: `${words.receipt} №${sold.sale.number}`, right: soldOn },
    { kind: 'row', left: words.cashier, right: cashierName },
    { kind: 'row', left: words.reason, right: words.reasons[back.reason] },
    { kind: 'rule' },
    ...linesOf(paper, format),
    { kind: 'rule' },
    { kind: 'row', left: words.total, right: format.number(back.net_som), bold: true, size: 'double' },
    ...rowUnlessZero(words.vat, back.vat_som, format.number),
    ...rowUnlessZero(words.rounding, -back.rounding_som, format.number),
    ...rowUnlessZero(words.donation, back.donation_som, format.number),
    ...rowUnlessZero(words.withheld, -back.withheld_som, format.number),
    { kind: 'rule' },
    ...waysBack(paper, format),
    ...bonusOf(paper, format),
    ...footOf(language),
  ];
}

/** Without a receipt: the goods at what was given for each, and where the money went. */
export function looseReturnSlip(paper: LooseReturnOnPaper): readonly Block[] {
  const { back, lines, settings, cashierName } = paper;
  const { language } = settings;
  const words = returnWords[language];
  const format = createFormat(language, settings.timeZone);
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'rule' },
    {
      kind: 'row',
      left: `${words.looseTitle} №${back.number}`,
      right: format.moment(back.returned_at as Instant),
      bold: true,
    },
    { kind: 'row', left: words.cashier, right: cashierName },
    { kind: 'row', left: words.reason, right: words.reasons[back.reason] },
    { kind: 'rule' },
    ...lines.flatMap((line): readonly Block[] => [
      { kind: 'text', text: textIn(JSON.parse(line.name_json) as LocalText, language) },
      {
        kind: 'row',
        left: `  ${format.quantity(line.quantity_thousandths, line.unit as Unit)} × ${format.number(line.price_som)}`,
        right: format.number(line.net_som),
      },
    ]),
    { kind: 'rule' },
    { kind: 'row', left: words.total, right: format.number(back.net_som), bold: true, size: 'double' },
    ...rowUnlessZero(words.vat, back.vat_som, format.number),
    { kind: 'rule' },
    { kind: 'row', left: words.back[back.money_back], right: format.number(back.net_som), bold: true },
    ...footOf(language),
  ];
}

/** The customer signs for what was handed back. */
function footOf(language: Language): readonly Block[] {
  const words = returnWords[language];
  return [
    { kind: 'feed', lines: 1 },
    { kind: 'row', left: words.signature, right: '_'.repeat(12) },
    { kind: 'text', text: words.notFiscal, align: 'center', bold: true },
    { kind: 'cut' },
  ];
}

type Format = ReturnType<typeof createFormat>;

function linesOf({ lines, sold }: ReturnOnPaper, format: Format): readonly Block[] {
  return lines.flatMap((line): readonly Block[] => {
    const known = sold.lines.find((each) => each.line_no === line.line_no);
    if (known === undefined) return [];
    const { bonus_som, gift_card_som, store_credit_som, debt_som, money_som } = line;
    const backSom = bonus_som + gift_card_som + store_credit_som + debt_som + money_som;
    const name = textIn(JSON.parse(known.name_json) as LocalText, sold.sale.language);
    const quantity = format.quantity(line.quantity_thousandths, known.unit as Unit);
    return [
      { kind: 'text', text: name },
      { kind: 'row', left: `  ${quantity}`, right: format.number(backSom) },
    ];
  });
}

function waysBack({ tenders, sold }: ReturnOnPaper, format: Format): readonly Block[] {
  const words = returnWords[sold.sale.language];
  return tenders.map((tender): Block => {
    const provider = tender.provider === null ? '' : (providerNames[tender.provider] ?? '');
    const name = isOfExchange(tender.reference) ? words.usedForExchange : words.back[tender.kind];
    return {
      kind: 'row',
      left: provider === '' ? name : `${name} ${provider}`,
      right: format.number(tender.amount_som),
      bold: tender.kind === 'cash' && !isOfExchange(tender.reference),
    };
  });
}

function bonusOf({ back, sold }: ReturnOnPaper, format: Format): readonly Block[] {
  const words = returnWords[sold.sale.language];
  if (back.bonus_balance_som === null) return [];
  return [
    ...rowUnlessZero(words.bonusTakenBack, -back.bonus_taken_back_som, format.number),
    { kind: 'row', left: words.bonusBalance, right: format.number(back.bonus_balance_som) },
  ];
}

function rowUnlessZero(left: string, sum: number, written: (value: number) => string): readonly Block[] {
  return sum === 0 ? [] : [{ kind: 'row', left, right: written(sum) }];
}
