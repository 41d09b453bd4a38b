/** The foot of a receipt: its own code, how goods come back, the shop's words and codes, and whether it is fiscal. */
import { formatCode } from '../../shared/code.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { hasWords } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { sameText } from '../../shared/text.ts';
import { fiscalOnPaper } from './fiscalPaper.ts';
import { freeWords, languagesOf, linkOnPaper, ownBlocksAt } from './ownBlocks.ts';
import { filled, type ReceiptWords } from './receiptWords.ts';
import type { SaleWriter } from './saleOnPaper.ts';
import { sentences, type Voice } from './tongues.ts';

/** Everything below what the sale brought, but for the coupons. */
export function footOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { settings, sale } = paper;
  const { receiptForm: form } = settings;
  const thanks = sentences(voice, ({ words }) => words.thanks, { align: 'center' });
  return [
    { kind: 'rule' },
    receiptCodeOnPaper(sale.receipt_code),
    ...returnTermOnPaper(settings, voice),
    ...footerOf(settings, voice),
    ...(form.parts.thanks ? thanks : []),
    ...linkOnPaper(form, voice),
    ...ownBlocksAt(form, 'bottom', voice),
    ...fiscalOnPaper(paper.fiscal, languagesOf(voice), settings.timeZone),
  ];
}

/** The code that finds the sale again when something comes back. */
export function receiptCodeOnPaper(receiptCode: string): Block {
  return { kind: 'code', symbology: 'code128', data: receiptCode, caption: formatCode(receiptCode) };
}

/** Until when goods may come back with the receipt; nothing where the shop gives no term, or does not print it. */
export function returnTermOnPaper(
  { returnDays, receiptForm }: ShopSettings,
  voice: Voice<Pick<ReceiptWords, 'returnDays'>>,
): readonly Block[] {
  if (returnDays === 0 || !receiptForm.parts.returnTerm) return [];
  return sentences(voice, ({ words }) => filled(words.returnDays, String(returnDays)), { align: 'center' });
}

/** The footer of the form, else the older one. */
function footerOf({ receiptForm, receiptFooter }: ShopSettings, voice: Voice<unknown>): readonly Block[] {
  return freeWords(hasWords(receiptForm.footer) ? receiptForm.footer : sameText(receiptFooter), voice);
}
