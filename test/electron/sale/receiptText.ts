/** A receipt as text, for tests: what stands on each line of the paper. */
import { saleReceipt } from '../../../electron/sale/paper.ts';
import type { SaleOnPaper } from '../../../electron/sale/saleOnPaper.ts';
import { sampleReceipt } from '../../../electron/sale/sampleReceipt.ts';
import { basisPoints } from '../../../shared/money.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import { type ReceiptForm, receiptFormSchema } from '../../../shared/shop/receiptForm.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import type { Language } from '../../../shared/text.ts';
import type { BusinessDay, Instant } from '../../../shared/time.ts';

/** The three widths of paper that printers have. */
export const papers = {
  32: printerProfiles.xprinter58,
  42: { ...printerProfiles.epson80, columns: 42, dots: 512 },
  48: printerProfiles.epson80,
} as const satisfies Readonly<Record<number, PrinterProfile>>;
export type Columns = keyof typeof papers;

/** A form where only some things are said. */
export function formWith(said: Parameters<typeof receiptFormSchema.parse>[0]): ReceiptForm {
  return receiptFormSchema.parse(said);
}

/** The sample sale in a shop in Tashkent that pays VAT. */
export function sampleSale(
  language: Language,
  form: ReceiptForm,
  settings: Partial<ShopSettings> = {},
): SaleOnPaper {
  return sampleReceipt({
    settings: {
      ...defaultSettings,
      name: 'Baraka',
      address: 'Toshkent shahri, Navoiy koʻchasi, 12-uy',
      stir: '301234567',
      phone: '+998 90 123-45-67',
      vatBasisPoints: basisPoints(1200),
      receiptFooter: 'Har kuni 8:00–23:00',
      ...settings,
      receiptForm: form,
    },
    language,
    at: '2026-11-22T09:00:00.000Z' as Instant,
    day: '2026-11-22' as BusinessDay,
    logo: null,
  });
}

/** Lines with what they are in front: nothing, `b` for bold, `2` for double; codes in brackets. */
export function textOf(blocks: readonly Block[], columns: Columns): string {
  const lines = layOut(blocks, papers[columns]).map((line) => {
    if (line.kind === 'text') return `${line.double ? '2' : line.bold ? 'b' : ' '}|${line.text}`;
    if (line.kind === 'symbol') return `[${line.symbology} ${line.data}]`;
    return `[${line.kind}]`;
  });
  return `${lines.join('\n')}\n`;
}

export function sampleText(language: Language, columns: Columns, form: ReceiptForm): string {
  return textOf(saleReceipt(sampleSale(language, form)), columns);
}
