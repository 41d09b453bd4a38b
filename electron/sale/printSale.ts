/** Queues the receipt of a sale, and the drawer when cash moved, in the sale's own transaction. */

import type { GivenCoupon } from '../coupon/inTransaction.ts';
import type { CustomerFacts } from '../customer/queries.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { type CouponOnPaper, saleReceipt } from './paper.ts';
import type { SaleRows } from './queries.ts';

export async function printSale(
  scope: WriteScope,
  rows: SaleRows,
  customer: CustomerFacts | null,
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
      customerName: customer?.name ?? '',
      coupons: coupons.map(couponOnPaper),
    }),
  });
  const movesCash = rows.tenders.some((tender) => tender.kind === 'cash');
  if (movesCash && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
}

function couponOnPaper(coupon: GivenCoupon): CouponOnPaper {
  return {
    code: coupon.code,
    name: coupon.series.name,
    minimumSom: coupon.series.minimumSom,
    expiresOn: coupon.expiresOn,
    isBound: coupon.holder.kind !== 'bearer' && !coupon.series.mayBeGivenOn,
  };
}
