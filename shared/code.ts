/** Printed codes a person can type: coupons, receipts, parked baskets, claims and badges share one scheme (docs/rules.md rule 15). */

/** What a code stands for, by its first letter (docs/rules.md rule 22). */
export const codeLetters = {
  coupon: 'K',
  receipt: 'R',
  parked: 'P',
  claim: 'C',
  badge: 'S',
  /** A customer's own code for friends. */
  referral: 'F',
  /** A gift card: whoever brings it pays with it. */
  giftCard: 'G',
} as const;
export type CodeKind = keyof typeof codeLetters;
export type CodeLetter = (typeof codeLetters)[CodeKind];

/** Upper case and digits without 0, O, 1 and I: 32 characters, so that each carries exactly five bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const valueOfCharacter = new Map([...alphabet].map((character, value) => [character, value]));

/** Characters drawn at random; 32^8 is a million million, so a guess among ten thousand live codes fails. */
export const randomCharacters = 8;
/** Letter, random characters and check character. */
export const codeLength = randomCharacters + 2;

const kindOf = new Map<string, CodeKind>(
  Object.entries(codeLetters).map(([kind, letter]) => [letter, kind as CodeKind]),
);
const shape = new RegExp(`^[${Object.values(codeLetters).join('')}][${alphabet}]{${codeLength - 1}}$`);

/**
 * A new code: its letter, eight random characters and a check character. `randomBytes` come from a cryptographic source
 * and must be at least eight; five bits of each are used. Throws RangeError on fewer, because that is a bug.
 */
export function newCode(letter: CodeLetter, randomBytes: Uint8Array): string {
  if (randomBytes.length < randomCharacters) throw new RangeError('a code needs eight random bytes');
  let body: string = letter;
  for (const byte of randomBytes.subarray(0, randomCharacters)) body += alphabet.charAt(byte % 32);
  return body + checkCharacter(body);
}

/** A code as it was read: what it stands for, in the one spelling that is stored. */
export interface ReadCode {
  readonly kind: CodeKind;
  readonly code: string;
}

/**
 * Reads a code from a scanner or a hand: lower case, spaces and hyphens are tolerated, a wrong check character is not.
 * Null when the text is no code of ours; `looksLikeCode` tells whether it was meant to be one.
 */
export function readCode(text: string): ReadCode | null {
  const code = foldCode(text);
  if (!shape.test(code)) return null;
  const kind = kindOf.get(code.charAt(0));
  if (kind === undefined || checkCharacter(code.slice(0, -1)) !== code.at(-1)) return null;
  return { kind, code };
}

/** What a text that is no valid code was probably meant to be: it has the letter and the length of one. */
export function looksLikeCode(text: string): CodeKind | null {
  const code = foldCode(text);
  if (!/^[0-9A-Z]+$/.test(code) || !/\d/.test(code) || Math.abs(code.length - codeLength) > 1) return null;
  return kindOf.get(code.charAt(0)) ?? null;
}

/** The code in two groups of five, as it is printed under its bars: `K7FQ2 M4X9T`. */
export function formatCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}

function foldCode(text: string): string {
  return text.replace(/[\s-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * A weighted sum in the field of 32 elements. The weights are the powers of a generator, all different and none zero:
 * so one wrong character, and any two characters changing places, always give another sum.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) sum = timesGenerator(sum ^ (valueOfCharacter.get(character) ?? 0));
  return alphabet.charAt(sum);
}

/** Multiplies by x modulo x⁵ + x² + 1, which is primitive: its powers run through all 31 elements that are not zero. */
function timesGenerator(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
