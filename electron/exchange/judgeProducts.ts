/** Checks one row of a list of goods against the rest of its file and against the shop's own goods. */
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import { isSameText } from '../../shared/catalogue/groupName.ts';
import type { Verdict } from '../../shared/exchange/contract.ts';
import type { CellNote } from '../../shared/exchange/faults.ts';
import type { ProductDraft } from '../../shared/exchange/readProductRow.ts';
import { searchTextOf } from '../../shared/text.ts';
import { bulkProductOf, goodsNamed, productIdOfCode } from '../catalogue/inTransaction.ts';
import { type Judged, type Judging, nameOfDraft, type ReadRowOf, subjectKey } from './judged.ts';
import type { RowKey } from './knownHere.ts';

/** A UPC-A and the EAN-13 with a leading zero are one code. */
export const barcodeKey = (code: string): RowKey => ({
  kind: 'barcode',
  code: barcodeSpellings(code).reduce((longest, each) => (each.length > longest.length ? each : longest)),
});

const foldedName = ({ name }: ProductDraft): string =>
  searchTextOf(name.uz ?? '', name.ru ?? '', name.en ?? '');

/** What the rows of one file are told apart by: their codes; a row without one by its name. */
export function productKeys(draft: ProductDraft): readonly RowKey[] {
  if (draft.barcodes.length > 0) return draft.barcodes.map(barcodeKey);
  const name = foldedName(draft);
  return name === '' ? [] : [{ kind: 'name', code: name.slice(0, 1_000) }];
}

/** What the till knows of the goods of a row. */
interface Known {
  readonly productId: string | null;
  readonly fault: CellNote | null;
}

const unknown: Known = { productId: null, fault: null };

/**
 * The goods that a row means: by code, else by name where the row or the goods have no code (docs: barcode, then name).
 *
 * | row             | shop                          | is                 |
 * |-----------------|-------------------------------|--------------------|
 * | code A          | goods with code A             | these              |
 * | codes A and B   | A and B are two goods         | barcodesOfTwo      |
 * | code A, "Choy"  | "Choy" without any code       | these              |
 * | code A, "Choy"  | "Choy" with code B            | new: another pack  |
 * | "Choy"          | two goods called "Choy"       | nameOfSeveral      |
 */
async function knownGoods({ scope, here }: Judging, draft: ProductDraft): Promise<Known> {
  const ids = new Set<string>();
  for (const code of draft.barcodes) {
    const id = here.barcode(code) ? await productIdOfCode(scope.trx, code) : null;
    if (id !== null) ids.add(id);
  }
  const [first = null] = ids;
  if (ids.size > 1) {
    return {
      productId: null,
      fault: { code: 'barcodesOfTwo', field: 'barcode', hint: draft.barcodes.join(', ') },
    };
  }
  if (first !== null) return { productId: first, fault: null };
  const named = (await goodsNamed(scope.trx, draft.name)).filter(
    ({ hasCode }) => !hasCode || draft.barcodes.length === 0,
  );
  if (named.length > 1) {
    return { productId: null, fault: { code: 'nameOfSeveral', field: 'name', hint: nameOfDraft(draft) } };
  }
  return named[0] === undefined ? unknown : { productId: named[0].id, fault: null };
}

/**
 * The article as one more code, if it is free: in many lists the same number stands beside several goods, and then it is
 * nobody's code. Goods that carry it under the same name are the goods of the row.
 */
async function articleCode(
  { scope, inFile, here }: Judging,
  row: number,
  draft: ProductDraft,
): Promise<{ readonly isFree: boolean; readonly productId: string | null }> {
  if (draft.article === null) return { isFree: false, productId: null };
  if ((await inFile.holderOf([barcodeKey(draft.article)], row)) !== null)
    return { isFree: false, productId: null };
  const productId = here.barcode(draft.article) ? await productIdOfCode(scope.trx, draft.article) : null;
  if (productId === null) return { isFree: true, productId: null };
  const carrier = await bulkProductOf(scope.trx, productId);
  const isSame =
    carrier !== null && (nameOfDraft(draft) === '' || isSameText(carrier.product.name, draft.name));
  return { isFree: isSame, productId: isSame ? productId : null };
}

/** New goods need a name and a price; known ones keep theirs. */
function missingOf(draft: ProductDraft, told: readonly CellNote[]): readonly CellNote[] {
  const isTold = (field: string) => told.some((note) => note.field === field);
  const missing: CellNote[] = [];
  if (nameOfDraft(draft) === '' && !isTold('name'))
    missing.push({ code: 'nameMissing', field: 'name', hint: '' });
  if (draft.priceSom === null && !isTold('price'))
    missing.push({ code: 'priceMissing', field: 'price', hint: '' });
  return missing;
}

interface InFile {
  readonly otherRow: number | null;
  readonly fault: CellNote | null;
}

/** The same code twice is the same row twice, unless the names say that it stands on two different goods. */
async function seenInFile({ inFile }: Judging, row: number, draft: ProductDraft): Promise<InFile> {
  const otherRow = await inFile.holderOf(productKeys(draft), row);
  if (otherRow === null) return { otherRow, fault: null };
  const other = searchTextOf(await inFile.nameOf(otherRow));
  const own = searchTextOf(nameOfDraft(draft));
  if (own === '' || other === '' || own === other) return { otherRow, fault: null };
  return { otherRow, fault: { code: 'barcodesOfTwo', field: 'barcode', hint: draft.barcodes.join(', ') } };
}

export async function judgeProduct(
  judging: Judging,
  { row, cells, read }: ReadRowOf<ProductDraft>,
): Promise<Judged> {
  const notes: CellNote[] = [...read.faults, ...read.warnings];
  const faults: CellNote[] = [...read.faults];
  const seen = await seenInFile(judging, row, read.draft);
  const article = await articleCode(judging, row, read.draft);
  const known = await knownGoods(judging, read.draft);
  const productId = known.productId ?? article.productId;
  if (read.draft.article !== null && !article.isFree) {
    notes.push({ code: 'articleLeftOut', field: 'article', hint: read.draft.article });
  }
  for (const fault of [seen.fault, known.fault]) if (fault !== null) faults.push(fault);
  // Lists of other programs have a row for each code of the same goods.
  const otherRow = seen.otherRow ?? (await judging.inFile.holderOf(subjectKey(productId), row));
  if (productId === null && otherRow === null) faults.push(...missingOf(read.draft, faults));
  notes.push(...faults.filter((fault) => !read.faults.includes(fault as (typeof read.faults)[number])));

  const codes = article.isFree && read.draft.article !== null ? [read.draft.article] : [];
  const draft = { ...read.draft, article: null, barcodes: [...new Set([...read.draft.barcodes, ...codes])] };
  const verdict = verdictOf(judging, {
    faults,
    isDouble: otherRow !== null,
    isKnown: productId !== null,
  });
  const isNobodysDouble = verdict === 'error' || verdict === 'duplicate';
  const keys = isNobodysDouble
    ? []
    : [...productKeys(read.draft), ...codes.map(barcodeKey), ...subjectKey(productId)];
  const judged: Judged = {
    row,
    cells,
    verdict,
    notes,
    otherRow,
    subjectId: productId,
    draft,
    bonusSom: 0,
    debtSom: 0,
    keys,
  };
  judging.inFile.keep(judged, nameOfDraft(draft));
  return judged;
}

/** What becomes of a row: an error goes before everything, and what the person chose comes last. */
export function verdictOf(
  { options }: Pick<Judging, 'options'>,
  found: { readonly faults: readonly CellNote[]; readonly isDouble: boolean; readonly isKnown: boolean },
): Verdict {
  if (found.faults.length > 0) return 'error';
  if (found.isDouble) return 'duplicate';
  if (found.isKnown) return options.known === 'update' ? 'update' : 'skip';
  return options.unknown === 'add' ? 'add' : 'skip';
}
