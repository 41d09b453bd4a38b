/** The slip that shows whether a printer's profile is right: width, letters of three languages, symbols, the cut. */
import type { Block } from './blocks.ts';
import type { PrinterProfile } from './printers.ts';

/**
 * The ruler must fill the paper exactly; every letter must read as written (қ ғ ҳ come as a picture); the symbols must
 * scan. It needs no translation, because it says the same thing in all of them.
 */
export function testSlip(profile: PrinterProfile): readonly Block[] {
  const ruler = '1234567890'.repeat(5).slice(0, profile.columns);
  return [
    { kind: 'heading', text: 'Daftar' },
    { kind: 'text', text: ruler },
    { kind: 'rule' },
    { kind: 'text', text: 'Oʻzbekcha: oʻ gʻ sh ch maʼno' },
    { kind: 'text', text: 'Ўзбекча: ў қ ғ ҳ Қайта, раҳмат' },
    { kind: 'text', text: 'Русский: съешь ещё булок № 1' },
    { kind: 'text', text: 'English: the quick brown fox' },
    { kind: 'rule' },
    { kind: 'row', left: 'Jami / Итого / Total', right: '1 250 000', bold: true },
    { kind: 'row', left: 'JAMI', right: '98 000', size: 'double' },
    { kind: 'rule' },
    { kind: 'code', symbology: 'code128', data: 'DAFTAR-TEST' },
    { kind: 'feed', lines: 1 },
    { kind: 'code', symbology: 'ean13', data: '4006381333931' },
    { kind: 'feed', lines: 1 },
    { kind: 'code', symbology: 'qr', data: 'DAFTAR-TEST', caption: 'QR' },
    { kind: 'cut' },
  ];
}
