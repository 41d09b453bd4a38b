/** A customer's card on the receipt printer: the number as bars and as a square, with a word on what it is for. */
import { formatCardNumber, readCardNumber } from '../../shared/customer/cardNumber.ts';
import { cardWords } from '../../shared/customer/cardWords.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { Language } from '../../shared/text.ts';

export interface CardOnPaper {
  readonly shopName: string;
  readonly language: Language;
  /** As issued, or of the program before; a paper never makes a number. */
  readonly number: string;
  /** False for a card whose holder gave no phone yet. */
  readonly isRegistered: boolean;
}

/** No name and no phone: a paper that is lost tells nobody whose it was. */
export function customerCardPaper(card: CardOnPaper): readonly Block[] {
  const words = cardWords[card.language];
  return [
    { kind: 'heading', text: card.shopName },
    { kind: 'text', text: words.title, align: 'center', bold: true },
    { kind: 'feed', lines: 1 },
    {
      kind: 'code',
      symbology: readCardNumber(card.number) === null ? 'code128' : 'ean13',
      data: card.number,
      caption: formatCardNumber(card.number),
    },
    { kind: 'feed', lines: 1 },
    { kind: 'code', symbology: 'qr', data: card.number },
    { kind: 'text', text: words.show, align: 'center' },
    ...(card.isRegistered ? [] : [{ kind: 'text', text: words.phone, align: 'center' } as const]),
    { kind: 'cut' },
  ];
}
