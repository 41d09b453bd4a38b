/** Tells a barcode scanner from a person: both are keyboards, but only the scanner types evenly fast and ends by itself. */

/** The part of a KeyboardEvent that decides; `code` is the physical key, so the layout of Windows does not matter. */
export interface KeyPress {
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** Milliseconds of the event itself: the page may be busy and hear of it late. */
  readonly timeStamp: number;
}

export interface ScannerSettings {
  /** The longest pause between two characters of one scan. */
  readonly longestGapMs: number;
  /** Fewer characters than this are a person's, however fast. */
  readonly fewestCharacters: number;
  /** A key that the scanner sends before each code (`F8`, `Backquote`), when the shop has set one up. */
  readonly prefixCode: string | null;
}

export const scannerDefaults: ScannerSettings = { longestGapMs: 50, fewestCharacters: 6, prefixCode: null };

export type Reading =
  /** The first character of what may become a scan: remember the field as it was before it. */
  | { readonly kind: 'began' }
  | { readonly kind: 'goesOn' }
  | { readonly kind: 'scanned'; readonly text: string }
  | { readonly kind: 'typing' };

const punctuation: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const shiftedDigits = ')!@#$%^&*(';
/** The separator inside DataMatrix codes; scanners send it as Ctrl+]. */
const groupSeparator = '\u001d';

/**
 * The character of a US keyboard at this physical key, which is what scanners assume; null for other keys. CapsLock does
 * not matter, because the scanner holds Shift itself.
 */
export function characterOf(press: Pick<KeyPress, 'code' | 'shiftKey'>): string | null {
  const { code, shiftKey } = press;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shiftKey ? (shiftedDigits[Number(digit)] ?? null) : digit;
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  if (pad !== undefined) return pad;
  return punctuation[code]?.[shiftKey ? 1 : 0] ?? null;
}

const endings = ['Enter', 'NumpadEnter', 'Tab'];
const modifiers = /^(Shift|Control|Alt|Meta|CapsLock|NumLock)/;

export interface ScanDecoder {
  /** Takes the next key; a key that says nothing (a modifier, a repeat) answers `goesOn` or `typing` like the one before. */
  press(key: KeyPress): Reading;
}

/**
 * | keys                                           | answer                         |
 * |------------------------------------------------|--------------------------------|
 * | 6 or more, each ≤ 50 ms after the last, Enter   | `scanned`, Enter is the scan's |
 * | the same without Enter, then a pause            | `typing`: the text stays typed |
 * | a pause of more than 50 ms anywhere             | what follows may begin a scan  |
 * | fewer than 6 and Enter                          | `typing`: Enter is the person's|
 */
export function createScanDecoder(settings: ScannerSettings = scannerDefaults): ScanDecoder {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  let hasPrefix = false;

  const forget = (): Reading => {
    text = '';
    hasPrefix = false;
    return { kind: 'typing' };
  };
  const isInTime = (press: KeyPress) => press.timeStamp - lastAt <= settings.longestGapMs;

  const end = (press: KeyPress): Reading => {
    const isScan =
      isInTime(press) && (text.length >= settings.fewestCharacters || (hasPrefix && text !== ''));
    const scanned = text;
    forget();
    return isScan ? { kind: 'scanned', text: scanned } : { kind: 'typing' };
  };

  const add = (character: string, press: KeyPress): Reading => {
    const isFirst = text === '' || !isInTime(press);
    if (isFirst && !(hasPrefix && isInTime(press))) hasPrefix = false;
    text = isFirst ? character : text + character;
    lastAt = press.timeStamp;
    return { kind: isFirst ? 'began' : 'goesOn' };
  };

  return {
    press(press) {
      if (modifiers.test(press.code)) return { kind: text === '' ? 'typing' : 'goesOn' };
      if (press.repeat || press.isComposing || press.altKey || press.metaKey) return forget();
      if (endings.includes(press.code)) return end(press);
      if (press.code === settings.prefixCode && !(text !== '' && isInTime(press))) {
        text = '';
        hasPrefix = true;
        lastAt = press.timeStamp;
        return { kind: 'began' };
      }
      if (press.ctrlKey) {
        const isSeparator = press.code === 'BracketRight' && text !== '' && isInTime(press);
        return isSeparator ? add(groupSeparator, press) : forget();
      }
      const character = characterOf(press);
      return character === null ? forget() : add(character, press);
    },
  };
}
