/** The codes of a paper on the screen: each once, each as one that a telephone reads. */
import { describe, expect, it } from 'vitest';
import { codesOfPreview, codesToShow } from '../../../renderer/receipt/codesToShow.ts';
import { previewOf } from '../../../shared/receipt/preview.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';

describe('codes to show', () => {
  it('a code that stands on paper as bars and as a square is one code, with its caption', () => {
    expect(
      codesToShow([
        { symbology: 'code128', data: 'K7FQM2X', caption: 'K7FQM 2X' },
        { symbology: 'qr', data: 'K7FQM2X', caption: '' },
      ]),
    ).toEqual([{ data: 'K7FQM2X', caption: 'K7FQM 2X' }]);
  });

  it('the caption is found whichever of the two carries it', () => {
    expect(
      codesToShow([
        { symbology: 'qr', data: 'K7FQM2X', caption: 'K7FQM2X' },
        { symbology: 'code128', data: 'K7FQM2X', caption: 'K7FQM 2X' },
      ]),
    ).toEqual([{ data: 'K7FQM2X', caption: 'K7FQM 2X' }]);
  });

  it('a code without a caption stands under itself, to be typed', () => {
    expect(codesToShow([{ symbology: 'ean13', data: '2900000012349', caption: '' }])).toEqual([
      { data: '2900000012349', caption: '2900000012349' },
    ]);
  });

  it('the order is that of the paper', () => {
    const codes = ['B', 'A', 'C'].map((data) => ({ symbology: 'qr', data, caption: '' }) as const);
    expect(codesToShow(codes).map(({ data }) => data)).toEqual(['B', 'A', 'C']);
  });
});

it('a preview tells its codes with the captions that stand under them, and takes no other line for one', () => {
  const preview = previewOf(
    [
      { kind: 'text', text: '50 ball kutmoqda' },
      { kind: 'code', symbology: 'qr', data: 'K7FQM2X', caption: 'K7FQM 2X' },
      { kind: 'code', symbology: 'code128', data: 'R123456' },
      { kind: 'text', text: 'Rahmat!', align: 'center' },
    ],
    printerProfiles.xprinter58,
  );
  expect(codesOfPreview(preview)).toEqual([
    { symbology: 'qr', data: 'K7FQM2X', caption: 'K7FQM 2X' },
    { symbology: 'code128', data: 'R123456', caption: 'R123456' },
  ]);
});
