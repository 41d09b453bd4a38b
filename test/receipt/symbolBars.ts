/** The bars of Code128 and EAN-13 by the tables of their standards, for drawing what a printer makes of its commands. */

/** ISO/IEC 15417 table 1: the widths of bars and spaces by the number of the symbol character; 104 starts set B, 106 stops. */
const code128Characters = [
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231',
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211',
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131',
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111',
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211',
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141',
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214',
  '211232 2331112',
]
  .join(' ')
  .split(' ');

const startB = 104;
const stop = 106;

/** Widths of bars and spaces in modules, a bar first. All characters in code set B. */
export function code128Widths(data: string): readonly number[] {
  const values = Array.from(data, (character) => character.charCodeAt(0) - 32);
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), startB) % 103;
  return [startB, ...values, check, stop].flatMap((value) => digitsOf(code128Characters[value] ?? ''));
}

/** ISO/IEC 15420: the widths of a digit of set A (and, begun with a bar, of set C); set B is the mirror of set C. */
const eanDigits = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
/** Which sets the six left digits have tells the first one. */
const eanLeftSets = [
  ...['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB'],
  ...['ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'],
];

/** Widths in modules, a bar first: guards 1 1 1 at both ends and 1 1 1 1 1 in the middle. */
export function ean13Widths(data: string): readonly number[] {
  const [first = 0, ...digits] = digitsOf(data);
  const sets = eanLeftSets[first] ?? '';
  const left = digits.slice(0, 6).flatMap((digit, place) => {
    const widths = digitsOf(eanDigits[digit] ?? '');
    return sets[place] === 'B' ? widths.reverse() : widths;
  });
  const right = digits.slice(6).flatMap((digit) => digitsOf(eanDigits[digit] ?? ''));
  return [1, 1, 1, ...left, 1, 1, 1, 1, 1, ...right, 1, 1, 1];
}

function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}
