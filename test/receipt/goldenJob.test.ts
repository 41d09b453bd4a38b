/** Whole jobs of one small sale, byte by byte, written out by hand from Epson's command reference. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOfDocument } from '../../electron/command/receiptBlocks.ts';
import { receiptDocumentSchema } from '../../electron/command/receiptDocument.ts';
import { printJobBytes } from '../../electron/receipt/printJobBytes.ts';
import { type PrinterProfile, printerProfiles } from '../../shared/receipt/printers.ts';

/** Bytes in hexadecimal; spaces are for the eye. */
const hex = (digits: string): readonly number[] => [...Buffer.from(digits.replaceAll(' ', ''), 'hex')];
/** Words of ASCII. */
const say = (words: string): readonly number[] => Array.from(words, (character) => character.charCodeAt(0));
const spaces = (count: number): readonly number[] => say(' '.repeat(count));
const lf = hex('0a');

async function jobOf(language: 'uz' | 'ru', profile: PrinterProfile): Promise<string> {
  const file = join(import.meta.dirname, 'documents/smallSale.json');
  const document = receiptDocumentSchema.parse({ ...JSON.parse(readFileSync(file, 'utf8')), language });
  const bytes = await printJobBytes(blocksOfDocument(document, profile), profile);
  return linesOf([...bytes]);
}

/** One line of hexadecimal for each line feed, so that a difference shows where it is. */
function linesOf(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('hex').replace(/(..)/g, '$1 ').replaceAll('0a ', '0a\n');
}

test('in Uzbek on 58 mm without a cutter', async () => {
  const rule = say('-'.repeat(32));
  const job = [
    hex('1b 40  1c 2e  1b 4d 00'), // ESC @ initialise, FS . no Kanji, ESC M 0 font A
    hex('1b 74 11'), // ESC t 17: cp866 on an Xprinter
    hex('1b 45 01  1d 21 11'), // ESC E 1 bold, GS ! 11 twice as wide and high
    [...spaces(5), ...say('Baraka'), ...lf], // 6 of 16 wide columns
    hex('1b 45 00  1d 21 00'), // ESC E 0, GS ! 00
    [...rule, ...lf],
    [...say('Chek '), ...hex('fc'), ...say('7'), ...spaces(9), ...say('22.11.2026 10:10'), ...lf], // № is fc
    [...say('Kassir'), ...spaces(21), ...say('Egasi'), ...lf],
    [...rule, ...lf],
    [...say('Non'), ...lf],
    [...say('  2 dona x 4 000'), ...spaces(11), ...say('8 000'), ...lf],
    [...rule, ...lf],
    hex('1b 45 01  1d 21 11'),
    [...say('JAMI'), ...spaces(7), ...say('8 000'), ...lf],
    hex('1b 45 00  1d 21 00'),
    [...say('Naqd'), ...spaces(23), ...say('8 000'), ...lf],
    [...rule, ...lf],
    hex('1b 61 01'), // ESC a 1: in the middle
    hex('1d 68 50  1d 77 02  1d 66 00  1d 48 02'), // GS h 80 dots, GS w 2, GS f font A, GS H below
    [...hex('1d 6b 49 0c 7b 42'), ...say('RHVPXMRBBE')], // GS k 73, 12 bytes: {B and ten characters
    hex('1b 61 00'), // ESC a 0: at the left
    [...spaces(10), ...say('RHVPX MRBBE'), ...lf],
    [...spaces(4), ...say('Xaridingiz uchun rahmat!'), ...lf],
    hex('1b 45 01'),
    [...spaces(8), ...say('FISKAL CHEK EMAS'), ...lf],
    hex('1b 45 00'),
    hex('0a 0a 0a 0a 0a'), // to the tear bar
  ];
  expect(await jobOf('uz', printerProfiles.xprinter58)).toBe(linesOf(job.flat()));
});

test('in Russian on 80 mm of a Rongta', async () => {
  const rule = say('-'.repeat(48));
  const job = [
    hex('1b 40  1c 2e  1b 4d 00'),
    hex('1b 74 07'), // ESC t 7: cp866 on a Rongta
    hex('1b 45 01  1d 21 11'),
    [...spaces(9), ...say('Baraka'), ...lf],
    hex('1b 45 00  1d 21 00'),
    [...rule, ...lf],
    [...hex('97 a5 aa 20 fc'), ...say('7'), ...spaces(26), ...say('22.11.2026 10:10'), ...lf], // Чек №7
    [...hex('8a a0 e1 e1 a8 e0'), ...spaces(37), ...say('Egasi'), ...lf], // Кассир
    [...rule, ...lf],
    [...hex('95 ab a5 a1'), ...lf], // Хлеб
    [...say('  2 '), ...hex('e8 e2'), ...say(' x 4 000'), ...spaces(29), ...say('8 000'), ...lf], // шт
    [...rule, ...lf],
    hex('1b 45 01  1d 21 11'),
    [...hex('88 92 8e 83 8e'), ...spaces(14), ...say('8 000'), ...lf], // ИТОГО
    hex('1b 45 00  1d 21 00'),
    [...hex('8d a0 ab a8 e7 ad eb a5'), ...spaces(35), ...say('8 000'), ...lf], // Наличные
    [...rule, ...lf],
    hex('1b 61 01'),
    hex('1d 68 50  1d 77 03  1d 66 00  1d 48 02'), // on 576 dots the modules are 3 wide
    [...hex('1d 6b 49 0c 7b 42'), ...say('RHVPXMRBBE')],
    hex('1b 61 00'),
    [...spaces(18), ...say('RHVPX MRBBE'), ...lf],
    // Спасибо за покупку!
    [...spaces(14), ...hex('91 af a0 e1 a8 a1 ae 20 a7 a0 20 af ae aa e3 af aa e3 21'), ...lf],
    hex('1b 45 01'),
    // НЕ ФИСКАЛЬНЫЙ ЧЕК
    [...spaces(15), ...hex('8d 85 20 94 88 91 8a 80 8b 9c 8d 9b 89 20 97 85 8a'), ...lf],
    hex('1b 45 00'),
    hex('0a 0a 0a 0a 0a'), // up to the cutter
    hex('1d 56 01'), // GS V 1: partial cut
  ];
  expect(await jobOf('ru', printerProfiles.rongta80)).toBe(linesOf(job.flat()));
});
