/** What a receipt is made from, and the voice in which it is written. */
import type { Firm } from '../../shared/customer/firmContract.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { FiscalMark } from '../../shared/sale/fiscalMark.ts';
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import type { SaleRows } from './queries.ts';
import { type ReceiptWords, receiptWords } from './receiptWords.ts';
import type { SaleProgress } from './saleProgress.ts';
import { type Voice, voiceOf } from './tongues.ts';

/** Everything that is printed of a sale. */
export interface SaleOnPaper extends SaleRows {
  readonly settings: ShopSettings;
  readonly cashierName: string;
  readonly customerName: string;
  /** The firm that buys; null for people who buy for themselves. */
  readonly buyer: Pick<Firm, 'legalName' | 'taxNumber'> | null;
  /** What being sent by a friend brought the customer. */
  readonly friendBonusSom: number;
  /** What the receipt tells of tier, stamps and accounts. */
  readonly progress: SaleProgress;
  /** The name of the fund for which the total was rounded up; null where it was not. */
  readonly fundName: LocalText | null;
  /** The coupons that the sale brought, laid out by their own room. */
  readonly coupons: readonly Block[];
  /** The shop's logo as a picture; null where none is printed. */
  readonly logo: Block | null;
  /** What the shop advises on goods of this sale, by product. */
  readonly advice: Readonly<Record<string, LocalText>>;
  /** What a fiscal service answered; null while the shop has none, and then the paper says that it is not fiscal. */
  readonly fiscal: FiscalMark | null;
}

/** What every part of the receipt writes with. */
export interface SaleWriter {
  readonly paper: SaleOnPaper;
  readonly voice: Voice<ReceiptWords>;
}

/** The writer in the languages of the shop's receipts, or in the customer's where the shop chose none. */
export function writerOf(paper: SaleOnPaper): SaleWriter {
  const { settings, sale } = paper;
  const languages = receiptLanguages(settings.receiptForm, sale.language);
  return { paper, voice: voiceOf(receiptWords, languages, settings.timeZone) };
}
