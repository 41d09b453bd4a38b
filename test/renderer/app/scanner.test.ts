import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  characterOf,
  createScanDecoder,
  type KeyPress,
  type Reading,
  scannerDefaults,
} from '../../../renderer/app/scanner.ts';

interface Typed {
  code: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  key?: string;
  after?: number;
  repeat?: boolean;
  isComposing?: boolean;
}

const codes: Record<string, Typed> = {
  '-': { code: 'Minus' },
  '/': { code: 'Slash' },
  '.': { code: 'Period' },
};
for (const digit of '0123456789') codes[digit] = { code: `Digit${digit}` };
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
  codes[letter] = { code: `Key${letter}`, shiftKey: true };
  codes[letter.toLowerCase()] = { code: `Key${letter}` };
}
/** What a scanner set to a US keyboard sends for a text. */
const keysOf = (text: string): Typed[] => [...text].map((character) => codes[character] ?? { code: 'Space' });
const enter: Typed = { code: 'Enter' };

function readAll(keys: readonly Typed[], gapMs: number, settings = scannerDefaults): Reading[] {
  const decoder = createScanDecoder(settings);
  let timeStamp = 1000;
  return keys.map((key) => {
    timeStamp += key.after ?? gapMs;
    const press: KeyPress = {
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      repeat: false,
      isComposing: false,
      ...key,
      timeStamp,
    };
    return decoder.press(press);
  });
}
const scansIn = (readings: readonly Reading[]) =>
  readings.flatMap((reading) => (reading.kind === 'scanned' ? [reading.text] : []));
const scanned = (keys: readonly Typed[], gapMs = 12) => scansIn(readAll(keys, gapMs));

describe('a scan', () => {
  it('is read by the physical keys, whatever the layout of Windows makes of them', () => {
    const russian = [...'СЗТ-7Л3А9'];
    const uzbek = [...'СЗТғ7Л3А9'];
    for (const layout of [russian, uzbek]) {
      const keys = keysOf('CPN-7K3F9').map((key, place) => ({ ...key, key: layout[place] ?? '' }));
      expect(scanned([...keys, enter])).toEqual(['CPN-7K3F9']);
    }
  });

  it('is the same with CapsLock on, because the scanner holds Shift itself', () => {
    const inverted = keysOf('CPN7K3F').map((key) => ({ ...key, key: 'c' }));
    expect(scanned([{ code: 'CapsLock' }, ...inverted, enter])).toEqual(['CPN7K3F']);
  });

  it('may hold Shift as keys of their own between the letters', () => {
    const keys = keysOf('ABCDEF').flatMap((key) => [{ code: 'ShiftLeft', shiftKey: true }, key]);
    expect(scanned([...keys, enter])).toEqual(['ABCDEF']);
  });

  it('may end with Tab or the Enter of the number pad', () => {
    expect(scanned([...keysOf('4780012345678'), { code: 'Tab' }])).toEqual(['4780012345678']);
    expect(scanned([...keysOf('4780012345678'), { code: 'NumpadEnter' }])).toEqual(['4780012345678']);
  });

  it('is judged by the time of its keys, at most 50 ms apart', () => {
    expect(scanned([...keysOf('478001'), enter], 50)).toEqual(['478001']);
    expect(scanned([...keysOf('478001'), enter], 51)).toEqual([]);
  });

  it('has at least six characters', () => {
    expect(scanned([...keysOf('47800'), enter])).toEqual([]);
    expect(scanned([...keysOf('478001'), enter])).toEqual(['478001']);
  });

  it('keeps the separators of a marking code', () => {
    const keys = [...keysOf('010478'), { code: 'BracketRight', ctrlKey: true }, ...keysOf('21A')];
    expect(scanned([...keys, enter])).toEqual(['010478\u001d21A']);
  });

  it('follows another one at once', () => {
    const two = [...keysOf('4780012345678'), enter, ...keysOf('2900000000018'), enter];
    expect(scanned(two)).toEqual(['4780012345678', '2900000000018']);
  });

  it('comes back as it was sent, for any code of six characters or more', () => {
    const character = fc.constantFrom(...Object.keys(codes));
    fc.assert(
      fc.property(fc.array(character, { minLength: 6, maxLength: 40 }), (characters) => {
        expect(scanned([...keysOf(characters.join('')), enter])).toEqual([characters.join('')]);
      }),
    );
  });
});

describe('typing', () => {
  it('is never a scan when a person types, however long the word', () => {
    expect(scanned([...keysOf('4780012345678'), enter], 120)).toEqual([]);
  });

  it('stays typing when the scanner sends no Enter and a person presses it later', () => {
    expect(scanned([...keysOf('4780012345678'), { ...enter, after: 400 }])).toEqual([]);
  });

  it('before a scan does not become part of it', () => {
    const typedFirst = keysOf('ab').map((key) => ({ ...key, after: 200 }));
    const [first, ...rest] = keysOf('4780012345678');
    const keys = [...typedFirst, { ...(first ?? enter), after: 300 }, ...rest, enter];
    expect(scanned(keys)).toEqual(['4780012345678']);
    const begun = readAll(keys, 12).map((reading) => reading.kind === 'began');
    expect(begun.indexOf(true, 2)).toBe(2);
  });

  it('with a key held down or an input method is no scan', () => {
    const held = keysOf('4444444').map((key) => ({ ...key, repeat: true }));
    expect(scanned([...held, enter])).toEqual([]);
    const composed = keysOf('4780012').map((key) => ({ ...key, isComposing: true }));
    expect(scanned([...composed, enter])).toEqual([]);
  });

  it('with Ctrl or an arrow in between breaks the burst', () => {
    const keys = [...keysOf('4780'), { code: 'ArrowLeft' }, ...keysOf('0123')];
    expect(scanned([...keys, enter])).toEqual([]);
    expect(scanned([...keysOf('4780'), { code: 'KeyV', ctrlKey: true }, ...keysOf('0123'), enter])).toEqual(
      [],
    );
  });
});

describe('a scanner with a prefix key', () => {
  const settings = { ...scannerDefaults, prefixCode: 'F8' };

  it('makes even a short code a scan', () => {
    expect(scansIn(readAll([{ code: 'F8' }, ...keysOf('123'), enter], 12, settings))).toEqual(['123']);
    expect(scansIn(readAll([...keysOf('123'), enter], 12, settings))).toEqual([]);
  });

  it('does not count for what is typed later', () => {
    const later = keysOf('123').map((key) => ({ ...key, after: 200 }));
    expect(scansIn(readAll([{ code: 'F8' }, ...later, enter], 12, settings))).toEqual([]);
  });
});

describe('the US keyboard that scanners assume', () => {
  it('has these characters on its keys', () => {
    const shifted = (code: string) => [
      characterOf({ code, shiftKey: false }),
      characterOf({ code, shiftKey: true }),
    ];
    expect(shifted('Digit8')).toEqual(['8', '*']);
    expect(shifted('Minus')).toEqual(['-', '_']);
    expect(shifted('KeyQ')).toEqual(['q', 'Q']);
    expect(shifted('Numpad7')).toEqual(['7', '7']);
    expect(characterOf({ code: 'F5', shiftKey: false })).toBeNull();
    expect(characterOf({ code: 'Enter', shiftKey: false })).toBeNull();
  });
});
