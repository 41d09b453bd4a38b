/** The receipt's form while somebody edits it: where it begins, its blocks, and what of it can be shown already. */
import {
  type BlockPlace,
  hasWords,
  linkSchema,
  mostOwnBlocks,
  type OwnBlock,
  ownBlockSchema,
  type ReceiptForm,
} from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, languages } from '../../shared/text.ts';

/** The form of now; a footer of before the form had one stands in it, in the shop's language. */
export function draftOf({ receiptForm, receiptFooter, language }: ShopSettings): ReceiptForm {
  if (receiptFooter === '' || hasWords(receiptForm.footer)) return receiptForm;
  return { ...receiptForm, footer: { [language]: receiptFooter } };
}

/** The settings with the form: the older footer has moved into it. */
export function settingsWith(settings: ShopSettings, receiptForm: ReceiptForm): ShopSettings {
  return { ...settings, receiptForm, receiptFooter: '' };
}

/** What can be shown while it is typed: a block or an address that is not complete yet is left out. */
export function shownForm(draft: ReceiptForm): ReceiptForm {
  return {
    ...draft,
    blocks: draft.blocks.filter((block) => ownBlockSchema.safeParse(block).success),
    link: linkSchema.safeParse(draft.link).success ? draft.link : null,
  };
}

/**
 * A language that is chosen comes last; one that is chosen already is taken away. The first three clicks of a shop that wants
 * all of them put Uzbek first when it is clicked first.
 *
 * | chosen | clicked | then   |
 * |--------|---------|--------|
 * | –      | uz      | uz     |
 * | uz     | ru      | uz, ru |
 * | uz, ru | uz      | ru     |
 */
export function withLanguage(chosen: readonly Language[], clicked: Language): Language[] {
  const others = chosen.filter((language) => language !== clicked);
  return others.length === chosen.length ? [...chosen, clicked] : others;
}

/** All languages, as the law wants them: Uzbek first. */
export function everyLanguage(): Language[] {
  return [...languages];
}

const newBlocks: Readonly<Record<OwnBlock['kind'], (place: BlockPlace) => OwnBlock>> = {
  text: (place) => ({ kind: 'text', place, text: {}, isBold: false }),
  rule: (place) => ({ kind: 'rule', place }),
  qr: (place) => ({ kind: 'qr', place, data: '', caption: {} }),
};

/** One more block at the end of the receipt; as many as there may be stay as they are. */
export function withBlock(blocks: readonly OwnBlock[], kind: OwnBlock['kind']): OwnBlock[] {
  return blocks.length >= mostOwnBlocks ? [...blocks] : [...blocks, newBlocks[kind]('bottom')];
}

/** A block one place up (−1) or down (1); at the edge nothing moves. */
export function movedBlock(blocks: readonly OwnBlock[], index: number, by: -1 | 1): OwnBlock[] {
  const moved = [...blocks];
  const block = moved[index];
  const other = moved[index + by];
  if (block === undefined || other === undefined) return moved;
  moved[index] = other;
  moved[index + by] = block;
  return moved;
}
