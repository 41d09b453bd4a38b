/** Which codes a product may carry: none that the till reads as something else, none that another product has. */
import type { Transaction } from 'kysely';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import { readCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';

/**
 * Whether a code is kept for the shop's own papers, because the till would never look for a product under it
 * (docs/rules.md rule 22).
 *
 * | code          | reserved | why                                              |
 * |---------------|----------|--------------------------------------------------|
 * | 2912345678905 | yes      | thirteen digits from 29 are a customer card's     |
 * | KABCDEFGH2    | if valid | a coupon, when its check character fits           |
 * | 4780012345677 | no       |                                                  |
 */
export function isReserved(code: string): boolean {
  return /^29\d{11}$/.test(code) || readCode(code) !== null;
}

/** Throws BarcodeReserved or BarcodeTaken when a product may not carry these codes. */
export async function refuseBarcodes(
  trx: Transaction<Tables>,
  codes: readonly string[],
  productId: string,
  language: Language,
): Promise<void> {
  const reserved = codes.find(isReserved);
  if (reserved !== undefined) throw new Refusal('BarcodeReserved', { barcode: reserved });
  if (codes.length === 0) return;
  const taken = await trx
    .selectFrom('product_barcode')
    .innerJoin('product', 'product.id', 'product_barcode.product_id')
    .select(['product_barcode.barcode', 'product.name_json'])
    .where('product_barcode.barcode', 'in', codes.flatMap(barcodeSpellings))
    .where('product.id', '!=', productId)
    .orderBy('product_barcode.barcode')
    .executeTakeFirst();
  if (taken === undefined) return;
  const name = JSON.parse(taken.name_json) as LocalText;
  throw new Refusal('BarcodeTaken', { barcode: taken.barcode, productName: textIn(name, language) });
}

/** Gives the product exactly these codes. */
export async function writeBarcodes(
  trx: Transaction<Tables>,
  productId: string,
  codes: readonly string[],
  before: readonly string[],
): Promise<void> {
  const gone = before.filter((code) => !codes.includes(code));
  const added = codes.filter((code) => !before.includes(code));
  if (gone.length > 0) {
    await trx
      .deleteFrom('product_barcode')
      .where('product_id', '=', productId)
      .where('barcode', 'in', gone)
      .execute();
  }
  if (added.length > 0) {
    await trx
      .insertInto('product_barcode')
      .values(added.map((barcode) => ({ barcode, product_id: productId })))
      .execute();
  }
}
