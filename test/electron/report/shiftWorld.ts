/** A whole shop with the verbs of its shift, for tests of what a shift comes to. */
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { parkedForClose } from '../../../electron/sale/parking.ts';
import { isBasketOpen, refuseOpenBasket, salesOfShift } from '../../../electron/sale/shiftCheck.ts';
import { currentShift } from '../../../electron/shift/queries.ts';
import { shiftVerbs } from '../../../electron/shift/verbs.ts';
import type { CashMoveKind } from '../../../shared/shift/figures.ts';
import type { WholeShop } from '../sale/wholeShop.ts';

/** VAT of 12 % inside every price. */
export const vat = { vatBasisPoints: 1200 as never };

export function verbsOf({ till }: WholeShop) {
  const lent = { salesOfShift, refuseOpenBasket, isBasketOpen, parkedForClose, figuresOf: shiftFigures };
  return shiftVerbs(till.parts, lent);
}

export async function figuresNow(shop: WholeShop) {
  const shift = await currentShift(shop.db, shop.till.host().tillId);
  return shiftFigures(shop.db, shift?.id ?? '');
}

export const moveCash = (shop: WholeShop, kind: CashMoveKind, amountSom: number) =>
  shop.asOwner(verbsOf(shop).moveCash, { kind, amountSom, reason: 'Sinov' });

/** What the ledger says of every terminal and QR service, by its name. */
export async function nonCashInLedger({ db }: WholeShop) {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('kind', 'in', ['terminal', 'qr'])
    .orderBy('subject_id')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.subject_id, row.balance_som]));
}

export async function wrongIn({ db }: WholeShop): Promise<readonly string[]> {
  const all = await verifyShop(db);
  return all.filter(({ wrong }) => wrong > 0).map(({ proves, examples }) => `${proves}: ${examples.join()}`);
}
