import { describe, expect, test } from 'vitest';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { previewOf, previewSchema } from '../../../shared/receipt/preview.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { testSlip } from '../../../shared/receipt/testSlip.ts';

const profile = printerProfiles.xprinter58;

describe('the preview', () => {
  test('shows the very lines that are printed', () => {
    const slip = testSlip(profile);
    const printed = layOut(slip, profile).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
    const shown = previewOf(slip, profile).rows.flatMap((row) =>
      row.kind === 'text' && row.text !== '' ? [row.text] : [],
    );
    expect(shown).toEqual(printed);
  });

  test('tells which lines go out as a picture', () => {
    const blocks: Block[] = [
      { kind: 'text', text: 'Қайта' },
      { kind: 'text', text: 'Oʻzbek' },
    ];
    const pictures = (imageMode: 'lines' | 'whole') =>
      previewOf(blocks, { ...profile, imageMode }).rows.map((row) => row.kind === 'text' && row.asPicture);
    expect(pictures('lines')).toEqual([true, false]);
    expect(pictures('whole')).toEqual([true, true]);
  });

  test('symbols carry their width and the characters under them', () => {
    const blocks: Block[] = [
      { kind: 'code', symbology: 'code128', data: 'K7H3Q9XM' },
      { kind: 'code', symbology: 'qr', data: 'K7H3Q9XM' },
      { kind: 'code', symbology: 'ean13', data: '4006381333930' },
      { kind: 'feed', lines: 2 },
      { kind: 'cut' },
    ];
    expect(previewOf(blocks, profile).rows).toEqual([
      { kind: 'code', symbology: 'code128', data: 'K7H3Q9XM', caption: 'K7H3Q9XM', widthShare: 369 / 384 },
      { kind: 'code', symbology: 'qr', data: 'K7H3Q9XM', caption: '', widthShare: 168 / 384 },
      { kind: 'text', text: '         4006381333930', bold: true, double: false, asPicture: false },
      { kind: 'text', text: '', bold: false, double: false, asPicture: false },
      { kind: 'text', text: '', bold: false, double: false, asPicture: false },
      { kind: 'cut' },
    ]);
  });

  test('is plain data of its schema', () => {
    const image: Block = { kind: 'image', widthDots: 16, heightDots: 1, bitsHex: 'ffff' };
    const preview = previewOf([...testSlip(profile), image], profile);
    expect(previewSchema.parse(JSON.parse(JSON.stringify(preview)))).toEqual(preview);
  });
});
