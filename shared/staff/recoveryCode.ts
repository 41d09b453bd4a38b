/** The owner's printed way back into the shop: 24 characters in groups of four, worth 120 bits. */

/** Upper case and digits without 0, O, 1 and I: 32 characters, so that each carries exactly five bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const groupLength = 4;

export const recoveryCodeLength = 24;

/**
 * A new code as it is printed, `K7FQ-2M4X-9TRW-…`. `randomBytes` come from a cryptographic source, one for each character;
 * throws RangeError on fewer, because that is a bug.
 */
export function newRecoveryCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < recoveryCodeLength) throw new RangeError('a recovery code needs 24 random bytes');
  const characters = Array.from(randomBytes.subarray(0, recoveryCodeLength), (byte) =>
    alphabet.charAt(byte % alphabet.length),
  );
  return recoveryCodeGroups(characters.join('')).join('-');
}

/** What was typed, in the spelling whose fingerprint is kept: upper case, without hyphens, dots and spaces. */
export function foldRecoveryCode(typed: string): string {
  return typed.replace(/[\s.\p{Pd}]/gu, '').toUpperCase();
}

/** The groups of four in which the code is read and typed. */
export function recoveryCodeGroups(code: string): readonly string[] {
  return foldRecoveryCode(code).match(new RegExp(`.{1,${groupLength}}`, 'gu')) ?? [];
}
