import { describe, expect, test } from 'vitest';
import { type CodePage, canEncode, encode } from '../../../shared/receipt/codePages.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

describe('code pages', () => {
  test('Russian words leave as the bytes of cp866 and cp1251', () => {
    expect(hex(encode('Кассовый чек', 'cp866'))).toBe('8a a0 e1 e1 ae a2 eb a9 20 e7 a5 aa');
    expect(hex(encode('Кассовый чек', 'cp1251'))).toBe('ca e0 f1 f1 ee e2 fb e9 20 f7 e5 ea');
  });

  test('ў and № are on both pages, « » only on cp1251', () => {
    expect(hex(encode('ўЎ№', 'cp866'))).toBe('f7 f6 fc');
    expect(hex(encode('ўЎ№', 'cp1251'))).toBe('a2 a1 b9');
    expect(hex(encode('«»', 'cp1251'))).toBe('ab bb');
    expect(canEncode('«', 'cp866')).toBe(false);
  });

  test.each(['қ', 'Қ', 'ғ', 'Ғ', 'ҳ', 'Ҳ', 'ʻ', 'ʼ', '₽', '😀'])('%s is on no page', (character) => {
    for (const page of ['cp866', 'cp1251', 'ascii'] as const) expect(canEncode(character, page)).toBe(false);
  });

  test.each([
    ['cp866', 'ibm866'],
    ['cp1251', 'windows-1251'],
  ] as const)('every letter of %s reads back by the table that browsers use', (page, label) => {
    const decoder = new TextDecoder(label);
    let letters = 0;
    for (let byte = 0x20; byte < 0x100; byte += 1) {
      const character = decoder.decode(Uint8Array.of(byte));
      if (byte === 0x7f || !canEncode(character, page)) continue;
      expect(hex(encode(character, page))).toBe(byte.toString(16));
      letters += 1;
    }
    // 95 of ASCII and the upper half; windows-1251 leaves 0x98 unassigned.
    expect(letters).toBe(page === 'cp866' ? 223 : 222);
  });

  test('a control character can never be printed', () => {
    for (const page of ['cp866', 'cp1251', 'ascii'] satisfies CodePage[]) {
      for (let code = 0; code < 0x20; code += 1)
        expect(canEncode(String.fromCharCode(code), page)).toBe(false);
      expect(canEncode('\u007f', page)).toBe(false);
    }
  });

  test('encoding what the page lacks is a mistake of the program', () => {
    expect(() => encode('раҳмат', 'cp866')).toThrow(RangeError);
  });
});
