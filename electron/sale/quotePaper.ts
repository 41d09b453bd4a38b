/** A printed quote: what a basket costs today, on a paper that says it is no receipt and whose code takes it up again. */
import { formatCode, newCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
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
import { label, labelledRow, labelOf, nameLines, sentences, type Voice, voiceOf } from './tongues.ts';

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
  /** The customer's; the shop's receipts may speak others. */
  readonly language: Language;
  readonly settings: ShopSettings;
  readonly at: Instant;
  readonly validOn: BusinessDay;
}

/** Goods, discounts and the sum; nobody's name stands on it, because it is shown around. */
export function quotePaper({ quote, code, language, settings, at, validOn }: QuoteOnPaper): readonly Block[] {
  const languages = receiptLanguages(settings.receiptForm, language);
  const voice = voiceOf(quoteWords, languages, settings.timeZone);
  const { format } = voice.first;
  const { priced } = quote;
  const subtotal = labelledRow(voice, ({ words }) => words.subtotal, format.number(priced.grossSom));
  const total = labelledRow(voice, ({ words }) => words.total, format.number(quote.totalSom));
  const vat = labelledRow(voice, ({ words }) => words.vat, format.number(priced.vatSom));
  const noReceipt = sentences(voice, ({ words }) => words.noReceipt, { align: 'center', bold: true });
  return [
    { kind: 'heading', text: settings.name },
    { kind: 'heading', text: label(voice, ({ words }) => words.title) },
    ...noReceipt,
    { kind: 'row', left: format.moment(at), right: '' },
    { kind: 'rule' },
    ...priced.lines.flatMap((line) => quotedLine(line, voice)),
    { kind: 'rule' },
    ...(priced.discountSom === 0 ? [] : [subtotal]),
    { ...total, bold: true, size: 'double' },
    ...(priced.vatSom === 0 ? [] : [vat]),
    { kind: 'rule' },
    ...sentences(voice, ({ words, format: own }) => words.validOn.replace('{}', own.day(validOn)), {
      align: 'center',
    }),
    { kind: 'code', symbology: 'code128', data: code, caption: formatCode(code) },
    ...sentences(voice, ({ words }) => words.scan, { align: 'center' }),
    ...noReceipt,
    { kind: 'cut' },
  ];
}

type QuotedLine = QuoteOnPaper['quote']['priced']['lines'][number];

function quotedLine(line: QuotedLine, voice: Voice<QuoteWords>): readonly Block[] {
  const { format } = voice.first;
  return [
    ...nameLines(voice, line.name).map((text): Block => ({ kind: 'text', text })),
    {
      kind: 'row',
      left: `  ${format.quantity(line.quantityThousandths, line.unit)} × ${format.number(line.priceSom)}`,
      right: format.number(line.grossSom),
    },
    ...line.adjustments.map(
      ({ reason, amountSom }): Block => ({
        kind: 'row',
        left: `  ${labelOf(voice, reason)}`,
        right: format.number(-amountSom),
      }),
    ),
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
