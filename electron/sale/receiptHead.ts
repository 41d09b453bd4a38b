/** The head of a receipt: logo, shop, the shop's own words, number, moment and cashier. */
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { freeWords, ownBlocksAt } from './ownBlocks.ts';
import { filled, type ReceiptWords } from './receiptWords.ts';
import type { SaleWriter } from './saleOnPaper.ts';
import { label, sentences, type Voice } from './tongues.ts';

/** Everything above the goods. */
export function headOf({ paper, voice }: SaleWriter): readonly Block[] {
  const { settings, sale, cashierName } = paper;
  const cashier: Block = {
    kind: 'row',
    left: label(voice, ({ words }) => words.cashier),
    right: cashierName,
  };
  return [
    ...shopOnPaper(settings, voice, paper.logo),
    ...ownBlocksAt(settings.receiptForm, 'top', voice),
    { kind: 'rule' },
    {
      kind: 'row',
      left: `${label(voice, ({ words }) => words.receipt)} №${sale.number}`,
      right: voice.first.format.moment(sale.sold_at as Instant),
    },
    ...enteredLater(sale.entered_at, voice),
    ...(settings.receiptForm.parts.cashier ? [cashier] : []),
    ...buyerOf({ paper, voice }),
    { kind: 'rule' },
  ];
}

/** A firm that buys stands on its receipt with its tax number, as its books need it. */
function buyerOf({ paper: { buyer }, voice }: SaleWriter): readonly Block[] {
  if (buyer === null) return [];
  const stir = label(voice, ({ words }) => words.stir);
  return [
    { kind: 'text', text: `${label(voice, ({ words }) => words.buyer)}: ${buyer.legalName}` },
    { kind: 'text', text: `${stir} ${buyer.taxNumber}` },
  ];
}

/** Who sells: logo, name, the shop's own words, address, tax number and phone, as far as the shop shows them. */
export function shopOnPaper(
  settings: ShopSettings,
  voice: Voice<Pick<ReceiptWords, 'stir'>>,
  logo: Block | null,
): readonly Block[] {
  const { header, parts } = settings.receiptForm;
  const below = [
    parts.address ? settings.address : '',
    parts.stir ? settings.stir && `${label(voice, ({ words }) => words.stir)} ${settings.stir}` : '',
    parts.phone ? settings.phone : '',
  ];
  return [
    ...(logo === null ? [] : [logo]),
    { kind: 'heading', text: settings.name },
    ...freeWords(header, voice),
    ...below.filter((line) => line !== '').map((text): Block => ({ kind: 'text', text, align: 'center' })),
  ];
}

/** The moment above is the paper's; this one tells when the till learnt of it. */
function enteredLater(enteredAt: string | null, voice: Voice<ReceiptWords>): readonly Block[] {
  if (enteredAt === null) return [];
  return sentences(voice, ({ words, format }) => filled(words.onPaper, format.moment(enteredAt as Instant)), {
    bold: true,
  });
}
