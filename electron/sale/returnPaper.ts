/** The slip of goods that came back, as blocks of paper. */
import type { Unit } from '../../shared/basket.ts';
import { createFormat } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { SaleRows } from './queries.ts';
import { providerNames } from './receiptWords.ts';
import type { ReturnRows } from './returnQueries.ts';
import { returnWords } from './returnWords.ts';

/** Everything that is printed of a return. */
export interface ReturnOnPaper extends ReturnRows {
  readonly sold: Pick<SaleRows, 'sale' | 'lines'>;
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
    { kind: 'rule' },
    ...waysBack(paper, format),
    ...bonusOf(paper, format),
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
    const name = words.back[tender.kind];
    return {
      kind: 'row',
      left: provider === '' ? name : `${name} ${provider}`,
      right: format.number(tender.amount_som),
      bold: tender.kind === 'cash',
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
