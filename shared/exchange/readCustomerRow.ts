/** One row of a list of customers: its cells read into what the till keeps of a person, with everything wrong with them. */

import { readCode } from '../code.ts';
import { isPossibleBirthDate } from '../customer/birthDate.ts';
import { readCardNumber } from '../customer/cardNumber.ts';
import { readPhone } from '../customer/phone.ts';
import type { Som } from '../money.ts';
import { type Language, tidyName } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import type { CustomerField } from './fields.ts';
import { isFormula, readCount, readLanguage, readMoney, wasRead } from './readCell.ts';
import { readDay } from './readDay.ts';
import { type Cells, type ReadRow, type RowReading, rowNotes } from './readProductRow.ts';

/** What a row says of a person; null where it says nothing, so that a known customer keeps what is known. */
export interface CustomerDraft {
  readonly name: string;
  /** E.164. */
  readonly phone: string | null;
  /** As it is read at the till: one of the shop's own, or of the program before. */
  readonly card: string | null;
  readonly birthDate: BusinessDay | null;
  readonly language: Language | null;
  readonly tags: readonly string[];
  readonly bonusSom: Som | null;
  readonly debtSom: Som | null;
  /** What happened before this till: told on the profile, never counted among its own receipts. */
  readonly before: {
    readonly visits: number | null;
    readonly spentSom: Som | null;
    readonly lastVisitOn: BusinessDay | null;
  };
}

const longestName = 80;
const mostTags = 20;
const longestTag = 40;

type Notes = ReturnType<typeof rowNotes<CustomerField>>;

function readPersonName(notes: Notes): string {
  const parts = [notes.text('lastName'), notes.text('firstName')].filter((part) => part !== '');
  const whole = notes.text('name');
  const name = tidyName(whole === '' ? parts.join(' ') : whole);
  if (isFormula(name)) notes.fault('name', 'formula', name.slice(0, 60));
  if (name.length > longestName) notes.fault('name', 'nameTooLong', String(name.length));
  if (/\ufffd|\?{3,}/.test(name)) notes.warn('name', 'spoiltName', name.slice(0, 60));
  return name.slice(0, longestName);
}

/**
 * The phone of a cell; of several the first. A spreadsheet that took it for a figure wrote `9.98901E+11` or `998901234567.0`.
 *
 * | cell                       | read                          |
 * |----------------------------|-------------------------------|
 * | 90 123-45-67, 90 765-43-21 | +998901234567                 |
 * | 998901234567.0             | +998901234567                 |
 * | 9,98901E+11                | phoneWrong: the digits are gone |
 */
function readPhoneCell(notes: Notes): string | null {
  const cell = notes.text('phone');
  if (cell === '') return null;
  const [first = ''] = cell.replace(/[.,]0$/, '').split(/[,;|/]|\s{2,}/);
  const phone = readPhone(first.replace(/[^\d\s+().-]/g, ' ').trim());
  if (phone === null) {
    notes.fault('phone', 'phoneWrong', cell.slice(0, 40));
    return null;
  }
  if (!phone.isUsual) notes.warn('phone', 'phoneUnusual', phone.e164);
  return phone.e164;
}

/** Cards of other programs are kept as they are read; what looks like a code of the till's own would stand for that. */
function readCard(notes: Notes): string | null {
  const cell = notes.text('card');
  if (cell === '') return null;
  const own = readCardNumber(cell);
  if (own !== null) return own;
  const card = cell.replace(/\s+/g, '').toUpperCase();
  const isShort = /^\d(?:[.,]\d+)?E\+\d+$/.test(card);
  if (isShort || !/^[0-9A-Z-]{3,48}$/.test(card) || readCode(card) !== null) {
    notes.fault('card', 'cardWrong', cell.slice(0, 60));
    return null;
  }
  return card;
}

function readTags(cell: string): readonly string[] {
  const tags = cell
    .split(/[,;|]/)
    .map((tag) => tag.trim().toLowerCase().slice(0, longestTag))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].sort().slice(0, mostTags);
}

function readBirthDate(notes: Notes, { dayOrder, today }: RowReading): BusinessDay | null {
  const born = notes.value('birthDate', (cell) => readDay(cell, dayOrder, today));
  if (born === null || isPossibleBirthDate(born, today)) return born;
  notes.fault('birthDate', 'birthDateImpossible', born);
  return null;
}

/** A debt written below zero, as some programs do, is a debt all the same; a bonus is never below zero. */
function readDebt(notes: Notes): Som | null {
  return notes.value('debt', (cell) => {
    const read = readMoney(cell.replace(/^[-−–]\s*/, ''));
    return wasRead(read) ? read : { ...read };
  });
}

const nothingIf = (amount: Som | null): Som | null => (amount === 0 ? null : amount);

/** Reads a row. A row needs a name, a phone or a card; what belongs to nobody cannot be found again. */
export function readCustomerRow(cells: Cells, reading: RowReading): ReadRow<CustomerDraft> {
  const notes = rowNotes<CustomerField>(cells);
  const name = readPersonName(notes);
  const phone = readPhoneCell(notes);
  const card = readCard(notes);
  const draft: CustomerDraft = {
    name,
    phone,
    card,
    birthDate: readBirthDate(notes, reading),
    language: notes.value('language', readLanguage),
    tags: readTags(notes.text('tags')),
    bonusSom: nothingIf(notes.value('bonus', readMoney)),
    debtSom: nothingIf(readDebt(notes)),
    before: {
      visits: notes.value('visits', readCount),
      spentSom: notes.value('spent', readMoney),
      lastVisitOn: notes.value('lastVisit', (cell) => readDay(cell, reading.dayOrder, reading.today)),
    },
  };
  if (name === '' && phone === null && card === null && notes.faults.length === 0) {
    notes.fault('name', 'nameOrPhone');
  }
  if (phone === null && notes.text('phone') === '') notes.warn('phone', 'noPhone');
  return { draft, faults: notes.faults, warnings: notes.warnings };
}
