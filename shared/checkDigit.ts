/** Check digits of numbers that are printed as bars: GS1's for every barcode, Damm's against swapped neighbours. */

/** The GS1 check digit of the digits before it: from the right they weigh 3, 1, 3, 1 … */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  let weight = 3;
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    sum += Number(digits.charAt(index)) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}

/**
 * Damm's quasigroup of order 10: totally anti-symmetric with zeros on its diagonal, so that one wrong digit and two
 * swapped neighbours always change the result.
 */
const dammTable = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** Damm's check digit of the digits before it; over digits that end in it, it is 0. */
export function dammDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(dammTable[interim]?.charAt(Number(digit)));
  return interim;
}
