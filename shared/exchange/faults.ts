/** What can be wrong with a row of a file, and what the person should know of it although it comes in. */

/** A row with one of these does not come in. */
export const rowFaults = [
  'formula', // a formula without its answer
  'nameMissing',
  'nameTooLong',
  'priceMissing', // new goods need a price
  'priceZero',
  'notNumber',
  'dateNotNumber', // a spreadsheet made 1 May of 1.5
  'foreignMoney',
  'negative',
  'tooLarge',
  'barcodeShortened', // 4,78E+12
  'barcodeZeroLost',
  'barcodeCharacters',
  'barcodeReserved', // what the till reads as a card or a coupon
  'barcodesTooMany',
  'barcodesOfTwo', // two codes in one row, of two different goods
  'nameOfSeveral', // several goods have this name, and no code says which
  'vatWrong',
  'unitUnknown',
  'dateWrong',
  'birthDateImpossible',
  'phoneWrong',
  'phoneOfTwo', // another row of the file has the phone under another name
  'nameOrPhone',
  'phoneOrCardOfTwo', // phone and card belong to two customers
  'cardWrong',
  'cardNotIssued',
  'cardTaken',
  'cardIsBarcode',
  'cardBlocked',
  'languageUnknown',
  'nameOfAnother', // a known phone under another name brings a balance: whose is it?
] as const;
export type RowFault = (typeof rowFaults)[number];

/** A row with these comes in all the same. */
export const rowWarnings = [
  'rounded', // tiyin in a price
  'readAsThousands', // 12.500 was read as 12 500
  'checkDigitWrong',
  'articleLeftOut',
  'twoDigitYear',
  'serialDate', // a day that a spreadsheet counts from 1900
  'phoneUnusual',
  'noPhone',
  'nameKept', // the till knows the customer under another name
  'openedBefore', // an earlier import brought the balances already
  'spoiltName',
] as const;
export type RowWarning = (typeof rowWarnings)[number];

/** Beside the cells of a row: `yes` where the person said that a known phone under another name is the same person’s. */
export const samePersonCell = 'samePerson';

/** Something to say about one cell; `hint` is what it was read as, or should perhaps be. */
export interface CellNote<Code extends string = RowFault | RowWarning> {
  readonly code: Code;
  /** The field of the cell; null for the row as a whole. */
  readonly field: string | null;
  readonly hint: string;
}

const faulty: ReadonlySet<string> = new Set(rowFaults);

/** Whether a note keeps its row out. */
export function isFault(code: string): code is RowFault {
  return faulty.has(code);
}
