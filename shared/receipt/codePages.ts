/** The code pages of receipt printers: which characters a page holds and the bytes that print them. */

/** 'ascii' is what every printer prints whatever its page: U+0020 to U+007E. */
export const codePages = ['cp866', 'cp1251', 'ascii'] as const;
export type CodePage = (typeof codePages)[number];

/** Bytes 0x80–0xFF of the IBM page 866, sixteen a row. It has the Uzbek ў Ў, but not қ ғ ҳ. */
const upperHalfOfCp866 = [
  'АБВГДЕЖЗИЙКЛМНОП',
  'РСТУФХЦЧШЩЪЫЬЭЮЯ',
  'абвгдежзийклмноп',
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧',
  '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
  'рстуфхцчшщъыьэюя',
  'ЁёЄєЇїЎў°∙·√№¤■\u00a0',
].join('');

/** Bytes 0x80–0xFF of Windows-1251, sixteen a row; 0x98 is not assigned (U+0000 here). */
const upperHalfOfCp1251 = [
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ',
  'ђ‘’“”•–—\u0000™љ›њќћџ',
  '\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї',
  '°±Ііґµ¶·ё№є»јЅѕї',
  'АБВГДЕЖЗИЙКЛМНОП',
  'РСТУФХЦЧШЩЪЫЬЭЮЯ',
  'абвгдежзийклмноп',
  'рстуфхцчшщъыьэюя',
].join('');

const bytesOf: Readonly<Record<CodePage, ReadonlyMap<string, number>>> = {
  cp866: byteTable(upperHalfOfCp866),
  cp1251: byteTable(upperHalfOfCp1251),
  ascii: byteTable(''),
};

function byteTable(upperHalf: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x20; byte < 0x7f; byte += 1) table.set(String.fromCharCode(byte), byte);
  for (let index = 0; index < upperHalf.length; index += 1) {
    const character = upperHalf.charAt(index);
    if (character !== '\u0000') table.set(character, 0x80 + index);
  }
  return table;
}

/** Whether every character of the line is on the page. A control character never is. */
export function canEncode(line: string, page: CodePage): boolean {
  return Array.from(line).every((character) => bytesOf[page].has(character));
}

/** The bytes that print the line. Throws RangeError when a character is not on the page: ask `canEncode` first. */
export function encode(line: string, page: CodePage): Uint8Array {
  return Uint8Array.from(Array.from(line), (character) => {
    const byte = bytesOf[page].get(character);
    if (byte === undefined) throw new RangeError(`${JSON.stringify(character)} is not on ${page}`);
    return byte;
  });
}
