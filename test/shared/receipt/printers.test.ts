import { describe, expect, test } from 'vitest';
import { blocksSchema } from '../../../shared/receipt/blocks.ts';
import {
  printerConnectionSchema,
  printerProfileSchema,
  printerProfiles,
} from '../../../shared/receipt/printers.ts';
import { testSlip } from '../../../shared/receipt/testSlip.ts';

describe('printers', () => {
  test('every profile to start from is a possible printer', () => {
    for (const profile of Object.values(printerProfiles)) {
      expect(printerProfileSchema.parse(profile)).toEqual(profile);
    }
  });

  test('48 columns do not fit on 58 mm paper', () => {
    expect(printerProfileSchema.safeParse({ ...printerProfiles.xprinter58, columns: 48 }).success).toBe(
      false,
    );
  });

  test('Rongta has Cyrillic on page 7, where the others have 17', () => {
    expect(printerProfiles.rongta80.codePageNumber).toBe(7);
    expect(printerProfiles.epson80.codePageNumber).toBe(17);
  });

  test('a printer is nowhere, in a directory or on the network', () => {
    expect(printerConnectionSchema.parse({ kind: 'none' })).toEqual({ kind: 'none' });
    expect(printerConnectionSchema.parse({ kind: 'tcp', host: ' 192.168.1.87 ', port: 9100 })).toEqual({
      kind: 'tcp',
      host: '192.168.1.87',
      port: 9100,
    });
    expect(printerConnectionSchema.safeParse({ kind: 'tcp', host: '', port: 9100 }).success).toBe(false);
    expect(printerConnectionSchema.safeParse({ kind: 'tcp', host: 'p', port: 0 }).success).toBe(false);
    expect(printerConnectionSchema.safeParse({ kind: 'file', path: '' }).success).toBe(false);
  });
});

describe('blocks', () => {
  test('a print job reads back what it stored', () => {
    const slip = testSlip(printerProfiles.xprinter58);
    expect(blocksSchema.parse(JSON.parse(JSON.stringify(slip)))).toEqual(slip);
  });

  test('a picture must bring all its rows', () => {
    const image = { kind: 'image', widthDots: 9, heightDots: 2 };
    expect(blocksSchema.safeParse([{ ...image, bitsHex: 'ffff00ff' }]).success).toBe(true);
    expect(blocksSchema.safeParse([{ ...image, bitsHex: 'ffff00' }]).success).toBe(false);
    expect(blocksSchema.safeParse([{ ...image, bitsHex: 'gggggggg' }]).success).toBe(false);
  });

  test('a block of an unknown kind is refused', () => {
    expect(blocksSchema.safeParse([{ kind: 'raw', bytes: '1b70' }]).success).toBe(false);
  });
});
