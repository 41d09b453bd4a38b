/** The last lines of a receipt: what the fiscal service answered, or that this is no fiscal receipt. */
import type { Block } from '../../shared/receipt/blocks.ts';
import type { FiscalMark } from '../../shared/sale/fiscalMark.ts';
import type { Language } from '../../shared/text.ts';
import { labelledRow, sentences, type Voice, voiceOf } from './tongues.ts';

interface FiscalWords {
  readonly notFiscal: string;
  readonly title: string;
  readonly module: string;
  readonly number: string;
  readonly sign: string;
  readonly moment: string;
  /** Above the code, for whoever wants to look the receipt up. */
  readonly check: string;
}

export const fiscalWords: Readonly<Record<Language, FiscalWords>> = {
  uz: {
    notFiscal: 'FISKAL CHEK EMAS',
    title: 'FISKAL CHEK',
    module: 'Fiskal modul',
    number: 'Fiskal chek №',
    sign: 'Fiskal belgi',
    moment: 'Qayd etildi',
    check: 'Chekni tekshirish uchun QR-kodni skanerlang:',
  },
  ru: {
    notFiscal: 'НЕ ФИСКАЛЬНЫЙ ЧЕК',
    title: 'ФИСКАЛЬНЫЙ ЧЕК',
    module: 'Фискальный модуль',
    number: 'Фискальный чек №',
    sign: 'Фискальный признак',
    moment: 'Зарегистрирован',
    check: 'Отсканируйте QR, чтобы проверить чек:',
  },
  en: {
    notFiscal: 'NOT A FISCAL RECEIPT',
    title: 'FISCAL RECEIPT',
    module: 'Fiscal module',
    number: 'Fiscal receipt №',
    sign: 'Fiscal sign',
    moment: 'Registered',
    check: 'Scan the QR to check the receipt:',
  },
};

/** The law asks for a code of at least 30 × 30 mm (VM 943 of 23.11.2019); a printer of 203 dpi has 8 dots a millimetre. */
export const fiscalCodeDots = 240;

/**
 * The fiscal block in the languages of the receipt; null is a sale that no fiscal service has taken, and its paper says so.
 */
export function fiscalOnPaper(
  mark: FiscalMark | null,
  languages: readonly Language[],
  timeZone: string,
): readonly Block[] {
  const voice = voiceOf(fiscalWords, languages, timeZone);
  return mark === null ? notFiscal(voice) : fiscalBlock(mark, voice);
}

function notFiscal(voice: Voice<FiscalWords>): readonly Block[] {
  return sentences(voice, ({ words }) => words.notFiscal, { align: 'center', bold: true });
}

function fiscalBlock(mark: FiscalMark, voice: Voice<FiscalWords>): readonly Block[] {
  const row = (name: 'module' | 'number' | 'sign' | 'moment', right: string) =>
    labelledRow(voice, ({ words }) => words[name], right);
  return [
    { kind: 'rule' },
    ...sentences(voice, ({ words }) => words.title, { align: 'center', bold: true }),
    row('module', mark.terminalId),
    row('number', String(mark.receiptNumber)),
    row('sign', mark.sign),
    row('moment', voice.first.format.moment(mark.at)),
    ...sentences(voice, ({ words }) => words.check, { align: 'center' }),
    { kind: 'code', symbology: 'qr', data: mark.checkAddress, leastDots: fiscalCodeDots },
  ];
}
