/** The paper of a finished sale: the blocks that were printed, or laid out anew where there was no printer. */
import type { Kysely } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import { couponsOfSale } from '../coupon/queries.ts';
import { firmOf } from '../customer/inTransaction.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { friendBonusOfSale } from '../loyalty/queries.ts';
import { blocksOfOriginal, defaultPrinter } from '../receipt/queries.ts';
import { namesOf } from '../staff/queries.ts';
import type { Scope } from '../verb.ts';
import { couponsUnderReceipt } from './couponsOnReceipt.ts';
import { saleReceipt } from './paper.ts';
import { fundOfSale, type SaleRows } from './queries.ts';
import { adviceOfSale, receiptExtras } from './receiptExtras.ts';
import { progressOf } from './saleProgress.ts';

type Db = Kysely<Tables>;

/** The document that a sale's papers belong to. */
export const saleDocumentOf = (rows: SaleRows) => ({ documentKind: 'sale', documentId: rows.sale.id });

/** A sale from before there was a printer is laid out anew from its rows, in the form that receipts have now. */
export async function receiptOfSale(
  db: Db,
  { settings }: Pick<Scope, 'settings'>,
  rows: SaleRows,
): Promise<readonly Block[]> {
  const printed = await blocksOfOriginal(db, saleDocumentOf(rows));
  if (printed !== null) return printed;
  const { sale } = rows;
  const names = await namesOf(db, [sale.person_id]);
  const customer = sale.customer_id === null ? null : await customerFacts(db, sale.customer_id);
  const profile = (await defaultPrinter(db))?.profile ?? printerProfiles.epson80;
  return saleReceipt({
    ...rows,
    settings,
    cashierName: names.get(sale.person_id) ?? '',
    customerName: customer?.name ?? '',
    buyer: customer === null ? null : await firmOf(db, customer.id),
    friendBonusSom: await friendBonusOfSale(db, sale.id),
    progress: await progressOf(db, sale.id),
    fundName: await fundOfSale(db, sale.id),
    coupons: await couponsUnderReceipt(db, await couponsOfSale(db, sale.id), {
      languages: receiptLanguages(settings.receiptForm, sale.language),
      business_day: sale.business_day,
    }),
    ...(await receiptExtras(db, settings, profile.dots, () => adviceOfSale(db, sale.id))),
  });
}
