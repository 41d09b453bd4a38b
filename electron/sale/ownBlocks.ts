/** The blocks of the shop's own on a receipt, and the code that leads everyone to the shop's page or its place on a map. */
import type { Block } from '../../shared/receipt/blocks.ts';
import { type BlockPlace, hasWords, type OwnBlock, type ReceiptForm } from '../../shared/shop/receiptForm.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import { sentences, type Voice } from './tongues.ts';

type Link = NonNullable<ReceiptForm['link']>;

const linkWords: Readonly<Record<Link['shows'], Required<LocalText>>> = {
  page: {
    uz: 'Sahifamiz: kodni telefon bilan skanerlang',
    ru: 'Наша страница: наведите камеру на код',
    en: 'Our page: point your camera at the code',
  },
  map: {
    uz: 'Biz xaritada: kodni telefon bilan skanerlang',
    ru: 'Мы на карте: наведите камеру на код',
    en: 'Find us: point your camera at the code',
  },
};

/** What the shop put at a place of its receipts, in its order. */
export function ownBlocksAt(form: ReceiptForm, place: BlockPlace, voice: Voice<unknown>): readonly Block[] {
  return form.blocks.filter((block) => block.place === place).flatMap((block) => ownBlock(block, voice));
}

function ownBlock(block: OwnBlock, voice: Voice<unknown>): readonly Block[] {
  switch (block.kind) {
    case 'text':
      return freeWords(block.text, voice, block.isBold);
    case 'rule':
      return [{ kind: 'rule' }];
    default:
      // White above it: a code that touches another one, or words, is hard to read for a phone.
      return [
        { kind: 'feed', lines: 1 },
        { kind: 'code', symbology: 'qr', data: block.data },
        ...freeWords(block.caption, voice),
      ];
  }
}

/** The shop's own words in the middle of the paper, in every language of the receipt that they exist in. */
export function freeWords(text: LocalText, voice: Voice<unknown>, isBold = false): readonly Block[] {
  const style = isBold ? ({ align: 'center', bold: true } as const) : ({ align: 'center' } as const);
  return sentences(voice, ({ language }) => textIn(text, language), style);
}

/** The code for everyone with its words above it; nothing in a shop that gave no address. */
export function linkOnPaper({ link }: ReceiptForm, voice: Voice<unknown>): readonly Block[] {
  if (link === null) return [];
  return [
    { kind: 'rule' },
    ...freeWords(hasWords(link.caption) ? link.caption : linkWords[link.shows], voice),
    { kind: 'code', symbology: 'qr', data: link.address },
  ];
}

/** The languages that a voice speaks, for papers of other rooms. */
export function languagesOf(voice: Voice<unknown>): readonly Language[] {
  return voice.all.map(({ language }) => language);
}
