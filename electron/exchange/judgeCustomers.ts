/** Checks one row of a list of customers against the rest of its file and against the shop's own customers. */
import { readCardNumber } from '../../shared/customer/cardNumber.ts';
import {
  type CellNote,
  type RowFault,
  type RowWarning,
  samePersonCell,
} from '../../shared/exchange/faults.ts';
import type { CustomerDraft } from '../../shared/exchange/readCustomerRow.ts';
import { foldKeys } from '../../shared/text.ts';
import { productIdOfCode } from '../catalogue/inTransaction.ts';
import { bulkCustomerOf } from '../customer/inTransaction.ts';
import { formerOwnerOfPhone, type IssuedCard, issuedCard, ownerOfPhone } from '../customer/queries.ts';
import { type Judged, type Judging, type ReadRowOf, subjectKey } from './judged.ts';
import { verdictOf } from './judgeProducts.ts';
import type { RowKey } from './knownHere.ts';
import { openedByImport } from './queries.ts';

const isSamePerson = (one: string, other: string): boolean =>
  one === '' || other === '' || foldKeys(one).some((key) => foldKeys(other).includes(key));

export function customerKeys({ phone, card }: CustomerDraft): readonly RowKey[] {
  const keys: RowKey[] = [];
  if (phone !== null) keys.push({ kind: 'phone', code: phone });
  if (card !== null) keys.push({ kind: 'card', code: card });
  return keys;
}

interface InFile {
  readonly otherRow: number | null;
  readonly fault: CellNote | null;
}

/** One phone has one owner: the same person twice is a duplicate, two people with one phone are a question for the shop. */
async function seenInFile({ inFile }: Judging, row: number, draft: CustomerDraft): Promise<InFile> {
  for (const key of customerKeys(draft)) {
    const otherRow = await inFile.holderOf([key], row);
    if (otherRow === null) continue;
    if (isSamePerson(await inFile.nameOf(otherRow), draft.name)) return { otherRow, fault: null };
    const code: RowFault = key.kind === 'phone' ? 'phoneOfTwo' : 'cardTaken';
    return { otherRow, fault: { code, field: key.kind, hint: key.code } };
  }
  return { otherRow: null, fault: null };
}

/** Two rows that mean one customer of the shop, the one by phone and the other by card. */
async function seenAsKnown(
  { inFile }: Judging,
  row: number,
  draft: CustomerDraft,
  customerId: string | null,
): Promise<InFile> {
  const otherRow = await inFile.holderOf(subjectKey(customerId), row);
  if (otherRow === null || isSamePerson(await inFile.nameOf(otherRow), draft.name)) {
    return { otherRow, fault: null };
  }
  return { otherRow, fault: { code: 'phoneOrCardOfTwo', field: 'card', hint: draft.card ?? '' } };
}

/** A card of the shop's own must have been issued; one of another program must not be something else here. */
async function cardFault(
  { scope, here }: Judging,
  number: string,
  card: IssuedCard | null,
): Promise<RowFault | null> {
  if (card?.isBlocked === true) return 'cardBlocked';
  if (card !== null) return null;
  if (readCardNumber(number) !== null) return 'cardNotIssued';
  if (!here.barcode(number)) return null;
  return (await productIdOfCode(scope.trx, number)) === null ? null : 'cardIsBarcode';
}

interface Known {
  readonly customerId: string | null;
  readonly faults: readonly CellNote<RowFault>[];
  readonly warnings: readonly CellNote<RowWarning>[];
}

/**
 * The customer that a row means, by phone and then by card.
 *
 * | phone is      | card is                    | the row is                    |
 * |---------------|----------------------------|-------------------------------|
 * | of A          | of A, of nobody, not told  | A                             |
 * | of A          | of B                       | phoneOrCardOfTwo              |
 * | of nobody     | of B who has no phone      | B, who gets the phone         |
 * | of nobody     | of B who has another phone | cardTaken                     |
 * | not told      | of B                       | B                             |
 *
 * A known phone under another name may be somebody else's by now: with a balance it is `nameOfAnother` until the person says
 * that it is the same one (`samePersonCell`).
 * A phone that A had before, beside A's name, is A's: two customers were joined, and the file knows one of them yet.
 */
async function knownCustomer(judging: Judging, draft: CustomerDraft, isConfirmed: boolean): Promise<Known> {
  const { here, scope } = judging;
  const { trx } = scope;
  const { phone, name } = draft;
  const owner = phone === null || !here.phone(phone) ? null : await phoneMeans(trx, phone, name);
  const card = draft.card === null || !here.card(draft.card) ? null : await issuedCard(trx, draft.card);
  const wrongCard = draft.card === null ? null : await cardFault(judging, draft.card, card);
  const faults: CellNote<RowFault>[] = [];
  const fault = (code: RowFault, hint: string) => faults.push({ code, field: 'card', hint });
  if (wrongCard !== null) fault(wrongCard, draft.card ?? '');
  const holderId = card?.customerId ?? null;
  if (owner !== null && holderId !== null && owner.id !== holderId)
    fault('phoneOrCardOfTwo', draft.card ?? '');
  if (owner === null && holderId !== null && draft.phone !== null) {
    const holder = await bulkCustomerOf(trx, holderId);
    if (holder?.phone !== null && holder?.phone !== undefined) fault('cardTaken', draft.card ?? '');
  }
  const customerId = owner?.id ?? holderId;
  if (customerId === null || faults.length > 0) return { customerId, faults, warnings: [] };
  return notesOfKnown(judging, customerId, draft, isConfirmed);
}

async function phoneMeans(trx: Judging['scope']['trx'], phone: string, name: string) {
  const owner = await ownerOfPhone(trx, phone);
  if (owner !== null) return owner;
  const former = await formerOwnerOfPhone(trx, phone);
  const isNamed = former !== null && former.name !== '' && name !== '';
  return isNamed && isSamePerson(former.name, name) ? former : null;
}

async function notesOfKnown(
  { scope: { trx } }: Judging,
  customerId: string,
  draft: CustomerDraft,
  isConfirmed: boolean,
): Promise<Known> {
  const faults: CellNote<RowFault>[] = [];
  const warnings: CellNote<RowWarning>[] = [];
  const known = await bulkCustomerOf(trx, customerId);
  const bringsBalances = draft.bonusSom !== null || draft.debtSom !== null;
  const number = bringsBalances ? await openedByImport(trx, customerId) : null;
  if (known !== null && !isSamePerson(known.name, draft.name)) {
    const isQuestion = bringsBalances && number === null && !isConfirmed;
    if (isQuestion) faults.push({ code: 'nameOfAnother', field: 'name', hint: known.name });
    else warnings.push({ code: 'nameKept', field: 'name', hint: known.name });
  }
  if (number !== null) warnings.push({ code: 'openedBefore', field: 'bonus', hint: String(number) });
  return { customerId, faults, warnings };
}

export async function judgeCustomer(
  judging: Judging,
  { row, cells, read }: ReadRowOf<CustomerDraft>,
): Promise<Judged> {
  const known = await knownCustomer(judging, read.draft, cells[samePersonCell] === 'yes');
  const byKeys = await seenInFile(judging, row, read.draft);
  const seen =
    byKeys.otherRow === null ? await seenAsKnown(judging, row, read.draft, known.customerId) : byKeys;
  const faults: readonly CellNote[] = [
    ...read.faults,
    ...(seen.fault === null ? [] : [seen.fault]),
    ...known.faults,
  ];
  const isOpened = known.warnings.some(({ code }) => code === 'openedBefore');
  const draft = isOpened ? { ...read.draft, bonusSom: null, debtSom: null } : read.draft;
  const verdict = verdictOf(judging, {
    faults,
    isDouble: seen.otherRow !== null,
    isKnown: known.customerId !== null,
  });
  const isNobodysDouble = verdict === 'error' || verdict === 'duplicate';
  const judged: Judged = {
    row,
    cells,
    verdict,
    notes: [...faults, ...read.warnings, ...known.warnings],
    otherRow: seen.otherRow,
    subjectId: known.customerId,
    draft,
    bonusSom: draft.bonusSom ?? 0,
    debtSom: draft.debtSom ?? 0,
    keys: isNobodysDouble ? [] : [...customerKeys(draft), ...subjectKey(known.customerId)],
  };
  judging.inFile.keep(judged, draft.name);
  return judged;
}
