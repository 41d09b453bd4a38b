import { expect, test } from 'vitest';
import {
  draftOf,
  movedBlock,
  settingsWith,
  shownForm,
  withBlock,
  withLanguage,
} from '../../../renderer/sale/receiptFormDraft.ts';
import { defaultReceiptForm, mostOwnBlocks, type OwnBlock } from '../../../shared/shop/receiptForm.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';

const text = (words: string): OwnBlock => ({
  kind: 'text',
  place: 'bottom',
  text: { uz: words },
  isBold: false,
});

test('the older footer stands in the form in the shop’s language, and moves into it when the form is saved', () => {
  const settings = { ...defaultSettings, language: 'ru' as const, receiptFooter: 'Ждём вас' };
  const draft = draftOf(settings);
  expect(draft.footer).toEqual({ ru: 'Ждём вас' });
  expect(settingsWith(settings, draft)).toMatchObject({
    receiptFooter: '',
    receiptForm: { footer: { ru: 'Ждём вас' } },
  });
});

test('a footer of the form is not overwritten by the older one', () => {
  const receiptForm = { ...defaultReceiptForm, footer: { uz: 'Yangi' } };
  expect(draftOf({ ...defaultSettings, receiptFooter: 'Eski', receiptForm }).footer).toEqual({ uz: 'Yangi' });
});

test('what is not complete yet is left out of the preview, the rest is shown', () => {
  const draft = {
    ...defaultReceiptForm,
    header: { uz: 'Salom' },
    blocks: [text('Bir'), { kind: 'qr' as const, place: 'top' as const, data: '', caption: {} }, text('')],
    link: { address: 'https://', shows: 'page' as const, caption: {} },
  };
  expect(shownForm(draft)).toMatchObject({ header: { uz: 'Salom' }, blocks: [text('Bir')], link: null });
  expect(shownForm(draft).blocks).toHaveLength(1);
});

test('languages stand in the order in which they were chosen', () => {
  expect(withLanguage([], 'uz')).toEqual(['uz']);
  expect(withLanguage(['uz'], 'ru')).toEqual(['uz', 'ru']);
  expect(withLanguage(['uz', 'ru'], 'uz')).toEqual(['ru']);
});

test('blocks move by one place and stop at the edges', () => {
  const blocks = [text('1'), text('2'), text('3')];
  const order = (moved: readonly OwnBlock[]) =>
    moved.map((block) => (block.kind === 'text' ? block.text.uz : '')).join('');
  expect(order(movedBlock(blocks, 2, -1))).toBe('132');
  expect(order(movedBlock(blocks, 0, 1))).toBe('213');
  expect(order(movedBlock(blocks, 0, -1))).toBe('123');
  expect(order(movedBlock(blocks, 2, 1))).toBe('123');
});

test('there are never more blocks than a receipt takes', () => {
  let blocks: OwnBlock[] = [];
  for (let count = 0; count < mostOwnBlocks + 3; count += 1) blocks = withBlock(blocks, 'rule');
  expect(blocks).toHaveLength(mostOwnBlocks);
});
