/** What a PIN and a password must be like. */

const leastPasswordCharacters = 8;
const mostPasswordCharacters = 200;

/**
 * Whether a PIN will do: 4 to 8 digits, not all the same, not a run up or down.
 *
 * | PIN                    | will do |
 * |------------------------|---------|
 * | 4821, 19473            | yes     |
 * | 1111, 1234, 8765, 7890 | no      |
 * | 123, 123456789, 12a4   | no      |
 */
export function isGoodPin(pin: string): boolean {
  return /^\d{4,8}$/.test(pin) && ![0, 1, 9].some((step) => isRun(pin, step));
}

/** Every digit is the one before it plus `step`, round the clock of ten. */
function isRun(pin: string, step: number): boolean {
  for (let index = 1; index < pin.length; index += 1) {
    if (Number(pin.charAt(index)) !== (Number(pin.charAt(index - 1)) + step) % 10) return false;
  }
  return true;
}

/** Whether a password will do: 8 to 200 characters of whatever kind, but not one character over and over. */
export function isGoodPassword(password: string): boolean {
  const characters = [...password];
  return (
    characters.length >= leastPasswordCharacters &&
    characters.length <= mostPasswordCharacters &&
    new Set(characters).size > 1
  );
}
