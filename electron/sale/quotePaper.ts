/** A printed quote: what a basket costs today, on a paper that says it is no receipt and whose code takes it up again. */
import { formatCode, newCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { createFormat } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, textIn } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { writingVerb } from '../verb.ts';
import { type LoadedBasket, loadBasket } from './loadBasket.ts';
import { sourceIn } from './openBasket.ts';
import { livingBasket } from './parking.ts';
import { saveBasket } from './queries.ts';

interface QuoteWords {
  readonly title: string;
  readonly subtotal: string;
  readonly total: string;
  readonly vat: string;
  /** The last day on which the prices hold; `{}` is the day. */
  readonly validOn: string;
  readonly scan: string;
  readonly noReceipt: string;
}

export const quoteWords: Readonly<Record<Language, QuoteWords>> = {
  uz: {
    title: 'NARX HISOBI',
    subtotal: 'Oraliq jami',
    total: 'JAMI',
    vat: 'shu jumladan QQS',
    validOn: 'Narxlar {} kuni amal qiladi.',
    scan: 'Kassada shu kodni koʻrsating: savat ochiladi.',
    noReceipt: 'BU CHEK EMAS. Toʻlov olinmagan.',
  },
  ru: {
    title: 'РАСЧЁТ СТОИМОСТИ',
    subtotal: 'Промежуточный итог',
    total: 'ИТОГО',
    vat: 'в том числе НДС',
    validOn: 'Цены действуют {}.',
    scan: 'Покажите этот код на кассе: корзина откроется.',
    noReceipt: 'ЭТО НЕ ЧЕК. Оплата не получена.',
  },
  en: {
    title: 'QUOTE',
    subtotal: 'Subtotal',
    total: 'TOTAL',
    vat: 'VAT included',
    validOn: 'Prices are valid on {}.',
    scan: 'Show this code at the till: it opens the basket.',
    noReceipt: 'THIS IS NOT A RECEIPT. Nothing has been paid.',
  },
};

/** Everything that is printed of a quote. */
export interface QuoteOnPaper {
  readonly quote: LoadedBasket['quote'];
  readonly code: string;
  readonly language: Language;
  readonly settings: ShopSettings;
  readonly at: Instant;
  readonly validOn: BusinessDay;
}

/** Goods, discounts and the sum; nobody's name stands on it, because it is shown around. */
export function quotePaper({ quote, code, language, settings, at, validOn }: QuoteOnPaper): readonly Block[] {
  const words = quoteWords[language];
  const format = createFormat(language, settings.timeZone);
  const { priced } = quote;
  const lines = priced.lines.flatMap((line): readonly Block[] => [
    { kind: 'text', text: textIn(line.name, language) },
    {
      kind: 'row',
      left: `  ${format.quantity(line.quantityThousandths, line.unit)} × ${format.number(line.priceSom)}`,
      right: format.number(line.grossSom),
    },
    ...line.adjustments.map(
      ({ reason, amountSom }): Block => ({
        kind: 'row',
        left: `  ${textIn(reason, language)}`,
        right: format.number(-amountSom),
      }),
    ),
  ]);
  const subtotal: Block = { kind: 'row', left: words.subtotal, right: format.number(priced.grossSom) };
  const vat: Block = { kind: 'row', left: words.vat, right: format.number(priced.vatSom) };
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'heading', text: words.title },
    { kind: 'text', text: words.noReceipt, align: 'center', bold: true },
    { kind: 'row', left: format.moment(at), right: '' },
    { kind: 'rule' },
    ...lines,
    { kind: 'rule' },
    ...(priced.discountSom === 0 ? [] : [subtotal]),
    { kind: 'row', left: words.total, right: format.number(quote.totalSom), bold: true, size: 'double' },
    ...(priced.vatSom === 0 ? [] : [vat]),
    { kind: 'rule' },
    { kind: 'text', text: words.validOn.replace('{}', format.day(validOn)), align: 'center' },
    { kind: 'code', symbology: 'code128', data: code, caption: formatCode(code) },
    { kind: 'text', text: words.scan, align: 'center' },
    { kind: 'text', text: words.noReceipt, align: 'center', bold: true },
    { kind: 'cut' },
  ];
}

/**
 * Prints what the basket costs now. The basket keeps one code however often its quote is printed, and neither its
 * revision nor its place: whoever works on it goes on.
 */
export const printQuote = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.printQuote, async (scope, { saleId }) => {
    const basket = await livingBasket(scope, saleId);
    const printer = await defaultPrinter(scope.trx);
    if (basket.content.lines.length === 0) throw new Refusal('BasketEmpty');
    if (printer === null) throw new Refusal('NoPrinter');
    const code = basket.content.quoteCode ?? newCode('P', scope.random(8));
    await saveBasket(scope.trx, { ...basket, content: { ...basket.content, quoteCode: code } });
    const { quote, customer } = await loadBasket(sourceIn(scope, false), basket.content);
    const document = documentOf(scope, 'quotePrinted', { saleId, totalSom: quote.totalSom });
    await scope.follow(document);
    const { settings, now: at, businessDay: validOn } = scope;
    const language = customer?.language ?? settings.language;
    await queuePrint(scope.trx, {
      id: scope.newId(),
      documentKind: 'quotePrinted',
      documentId: document.id,
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      at,
      blocks: quotePaper({ quote, code, language, settings, at, validOn }),
    });
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { code };
  });
