/** Printed codes: nobody can guess one, and no slip of hand or eye turns one into another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLength, codeLetters, formatCode, looksLikeCode, newCode, readCode } from '../../shared/code.ts';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const anyCode = fc
  .tuple(fc.constantFrom(...Object.values(codeLetters)), fc.uint8Array({ minLength: 8, maxLength: 8 }))
  .map(([letter, bytes]) => newCode(letter, bytes));

describe('a printed code', () => {
  it('has its letter, eight random characters and a check character, ten in all', () => {
    const code = newCode('K', Uint8Array.from([0, 1, 2, 3, 28, 29, 30, 31]));
    expect(code).toMatch(/^K2345WXYZ[2-9A-HJ-NP-Z]$/);
    expect(code).toHaveLength(codeLength);
    expect(codeLength).toBeLessThanOrEqual(14);
  });

  it('uses all 32 characters equally, whatever the random byte', () => {
    const drawn = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const character = newCode('K', new Uint8Array(8).fill(byte)).charAt(1);
      drawn.set(character, (drawn.get(character) ?? 0) + 1);
    }
    expect([...drawn.keys()].sort().join('')).toBe(alphabet);
    expect([...drawn.values()].every((times) => times === 8)).toBe(true);
  });

  it('is refused with too little randomness', () => {
    expect(() => newCode('K', new Uint8Array(7))).toThrow(RangeError);
  });

  it('is read back, with its kind', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readCode(code)).toEqual({ kind: expect.any(String), code });
      }),
    );
    const read = (letter: 'K' | 'R' | 'P' | 'C' | 'S') => readCode(newCode(letter, new Uint8Array(8)))?.kind;
    expect((['K', 'R', 'P', 'C', 'S'] as const).map(read)).toEqual([
      'coupon',
      'receipt',
      'parked',
      'claim',
      'badge',
    ]);
  });

  it('may be typed in lower case, in groups, with hyphens', () => {
    const code = newCode('C', Uint8Array.from([9, 18, 27, 4, 13, 22, 31, 8]));
    expect(readCode(formatCode(code))?.code).toBe(code);
    expect(readCode(` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `)?.code).toBe(code);
    expect(formatCode(code)).toMatch(/^\w{5} \w{5}$/);
  });

  it('catches every single mistyped character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let at = 0; at < code.length; at += 1) {
          for (const wrong of alphabet) {
            if (wrong === code.charAt(at)) continue;
            expect(readCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('catches every two characters that changed places, neighbours or not', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let first = 0; first < code.length; first += 1) {
          for (let second = first + 1; second < code.length; second += 1) {
            if (code.charAt(first) === code.charAt(second)) continue;
            const characters = [...code];
            characters[first] = code.charAt(second);
            characters[second] = code.charAt(first);
            expect(readCode(characters.join(''))).toBeNull();
          }
        }
      }),
    );
  });

  it('never contains a character that is taken for another: 0, O, 1 or I', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).not.toMatch(/[01OI]/);
      }),
    );
    expect(readCode('K0O1I2345A')).toBeNull();
  });

  it('says what a mistyped code was meant to be, and never takes a word for one', () => {
    expect(looksLikeCode('K23456789X')).toBe('coupon');
    expect(looksLikeCode('R2345678')).toBeNull();
    expect(looksLikeCode('KARTOSHKA')).toBeNull();
    expect(looksLikeCode('4780012345')).toBeNull();
  });
});
