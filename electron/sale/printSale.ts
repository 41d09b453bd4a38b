/** Queues the receipt of a sale, and the drawer when cash moved, in the sale's own transaction. */
import { receiptLanguages } from '../../shared/shop/receiptForm.ts';
import type { LocalText } from '../../shared/text.ts';
import type { GivenCoupon } from '../coupon/inTransaction.ts';
import { couponToPrint } from '../coupon/paper.ts';
import { firmOf } from '../customer/inTransaction.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { couponsUnderReceipt } from './couponsOnReceipt.ts';
import type { DecidedSale } from './decidedSale.ts';
import { saleReceipt } from './paper.ts';
import type { SaleRows } from './queries.ts';
import { receiptExtras } from './receiptExtras.ts';
import { isOfExchange } from './returnQueries.ts';
import type { SaleOnPaper } from './saleOnPaper.ts';

export async function printSale(
  scope: WriteScope,
  sale: DecidedSale,
  rows: SaleRows,
  coupons: readonly GivenCoupon[],
): Promise<void> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return;
  const person = await personOf(scope.trx, scope.actor.personId);
  const target = {
    documentKind: 'sale',
    documentId: rows.sale.id,
    printerId: printer.id,
    at: scope.now,
  };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: 'original',
    copyNumber: 0,
    blocks: saleReceipt({
      ...rows,
      settings: scope.settings,
      cashierName: person?.name ?? '',
      customerName: sale.loaded.customer?.name ?? '',
      buyer: sale.loaded.customer === null ? null : await firmOf(scope.trx, sale.loaded.customer.id),
      friendBonusSom: sale.brings.friendBonusSom,
      progress: sale.progress,
      fundName: sale.loaded.quote.donation?.name ?? null,
      coupons: await couponsUnderReceipt(scope.trx, coupons.map(couponToPrint), {
        languages: receiptLanguages(scope.settings.receiptForm, rows.sale.language),
        business_day: rows.sale.business_day,
      }),
      ...(await receiptExtras(scope.trx, scope.settings, printer.profile.dots, () => adviceOn(sale))),
    }),
  });
  const movesCash = rows.tenders.some(({ kind, reference }) => kind === 'cash' && !isOfExchange(reference));
  if (movesCash && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
}

/** What the basket's goods say of themselves: they were read when it was priced. */
function adviceOn({ loaded }: DecidedSale): SaleOnPaper['advice'] {
  const said: Record<string, LocalText> = {};
  for (const { id, advice } of loaded.goods.values()) if (advice !== null) said[id] = advice;
  return said;
}
