import { describe, expect, test } from 'vitest';
import { decodeJob } from './decodeJob.ts';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe('the decoder reads the reference', () => {
  test('Cyrillic of page 17, bold and double', () => {
    const job = decodeJob(bytes('1b40 1c2e 1b4d00 1b7411 1b4501 1d2111 8aa0e1e1a0 0a 1b4500 1d2100 f7 0a'));
    expect(job.events).toEqual([
      { kind: 'line', text: 'Касса', bold: true, double: true, centred: false },
      { kind: 'line', text: 'ў', bold: false, double: false, centred: false },
    ]);
  });

  test('a Code128, a QR code, a drawer and a cut', () => {
    const job = decodeJob(
      bytes(
        '1b6101 1d6850 1d7703 1d4802 1d6b49 0d 7b42 43504e2d374b3346392d32' +
          '1d286b0400314132 00 1d286b0300314306 1d286b0300314531 1d286b0500315030 4142 1d286b0300315130' +
          '1b700032fa 1d5601',
      ),
    );
    expect(job.barcodes).toEqual([
      {
        kind: 'barcode',
        system: 'CODE128',
        data: 'CPN-7K3F9-2',
        moduleDots: 3,
        heightDots: 80,
        readable: 'below',
        centred: true,
      },
    ]);
    expect(job.qrCodes).toEqual([
      { kind: 'qr', data: 'AB', model: 2, moduleDots: 6, level: 'M', centred: true },
    ]);
    expect(job.drawerKicks).toEqual([{ kind: 'drawer', pin: 2, onMilliseconds: 100, offMilliseconds: 500 }]);
    expect(job.cuts).toEqual([{ kind: 'cut', partial: true }]);
  });

  test('GS ( H asks for an answer with an id of its own', () => {
    expect(decodeJob(bytes('1d284806003030 41423132')).events).toEqual([
      { kind: 'processIdRequest', id: 'AB12' },
    ]);
  });

  test('one job may try several pages, and each number means what this printer says', () => {
    const job = decodeJob(bytes('1b7411 97a5aa 0a 1b7407 97a5aa 0a 1b7449 d7e5ea 0a'), {
      17: 'ibm866',
      7: 'iso-8859-7',
      73: 'windows-1251',
    });
    expect(job.lines).toEqual(['Чек', '\u0097\u20afͺ', 'Чек']);
  });

  test.each([
    ['bold that begins in the middle of a line', '41 1b4501 42 0a'],
    ['a size that the till never asks for', '1d2101 41 0a'],
    ['an id of two characters', '1d284806003030 4142'],
    ['a GS ( command nobody knows', '1d28460400 00000000'],
    ['a Code128 without its code set', '1d6b49 0b 43504e2d374b3346392d32'],
    ['a drawer pulse through UTF-8', '1b7000 19 c3ba 0a'],
    ['the italics that Epson does not have', '1b35'],
    ['a symbol in the middle of a line', '41 1d6b43 0d 34303036333831333333393331 0a'],
    ['a picture shorter than it says', '1d763000 0200 0200 ffffff'],
    ['a line that is never fed', '1b7411 41'],
    ['Cyrillic without a page', '8a 0a'],
  ])('%s is no job', (_, hex) => {
    const page17 = { 17: 'ibm866', 0: 'us-ascii' };
    expect(() => decodeJob(bytes(hex), page17)).toThrow();
  });
});
