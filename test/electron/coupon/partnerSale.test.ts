/** A partner's coupon at the counter: scanned, used, and owed by the partner. */
import { expect, test } from 'vitest';
import { finishImport, importRows, startImport } from '../../../electron/coupon/partnerImport.ts';
import { partnerSettlement } from '../../../electron/coupon/partnerSettlement.ts';
import { listPartners, savePartner } from '../../../electron/coupon/partners.ts';
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import { takeBack } from '../../../electron/sale/takeBack.ts';
import { accountsAndSums, type Counter, openCounter } from '../sale/counter.ts';
import { listContent } from './partnerShop.ts';

/** The bakery next door bears 60 % of 5 000 off a purchase from 20 000. */
async function bakeryNextDoor() {
  const shop = await openCounter();
  shop.workAs(shop.ownerId, 'office');
  const intention = () => ({ intentionId: shop.newId() });
  const { partnerId } = await shop.call(
    savePartner,
    { ...intention(), partnerId: null, kind: 'shop', name: 'Non uyi', contact: '', note: '', isActive: true },
    'office',
  );
  const content = { ...listContent, partnerBearsBasisPoints: 6_000 };
  const { seriesId } = await shop.call(
    saveSeries,
    { ...intention(), seriesId: null, name: { uz: 'Non uyi' }, content, partnerId, isGiven: true },
    'office',
  );
  const list = { seriesId, fileName: 'kodlar.csv', usesAllowed: 1 };
  const { importId } = await shop.call(startImport(shop.till.parts), { ...intention(), ...list }, 'office');
  const rows = [{ row: 1, code: 'non-001' }];
  await shop.call(importRows, { ...intention(), importId, rows }, 'office');
  await shop.call(finishImport, { ...intention(), importId }, 'office');
  return { shop, partnerId, seriesId };
}

const owedBy = async (shop: Counter) => (await shop.call(listPartners, {}, 'office')).partners[0]?.balanceSom;

test('the customer pays 5 000 less, and the partner owes its 3 000', async () => {
  const { shop, partnerId, seriesId } = await bakeryNextDoor();
  await shop.cashier.put('b');
  expect(await shop.cashier.scan('NON-001')).toMatchObject({ kind: 'coupon' });
  expect(shop.cashier.seen().totalSom).toBe(40_500);
  await shop.cashier.pay();
  expect(await owedBy(shop)).toBe(3_000);
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(await shop.call(partnerSettlement, { partnerId, month: '2026-11' }, 'office')).toMatchObject({
    openingSom: 0,
    series: [{ seriesId, used: 1, discountSom: 5_000, partnerShareSom: 3_000, broughtSom: 40_500 }],
    usedSom: 3_000,
    closingSom: 3_000,
  });
});

test('the second who brings the same code hears when and where it was used', async () => {
  const { shop } = await bakeryNextDoor();
  await shop.cashier.put('b');
  await shop.cashier.scan('NON-001');
  const { number } = await shop.cashier.pay();
  await shop.cashier.put('b');
  expect(await shop.refusal(shop.cashier.scan('NON-001'))).toMatchObject({
    code: 'CouponUsed',
    data: { receiptNumber: number },
  });
  expect(await owedBy(shop)).toBe(3_000);
});

test('the month of a partner adds up after goods came back, in part and whole', async () => {
  const { shop, partnerId } = await bakeryNextDoor();
  const month = () => shop.call(partnerSettlement, { partnerId, month: '2026-11' }, 'office');
  const back = (saleId: string, lineNumber: number) =>
    shop.call(
      takeBack(shop.till.parts),
      {
        intentionId: shop.newId(),
        saleId,
        lines: [{ lineNumber, quantityThousandths: 1_000 }],
        reason: 'changedMind',
      },
      'office',
    );
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan('NON-001');
  const { saleId } = await shop.cashier.pay();
  await back(saleId, 1);
  // Of the 5 000 the bread's line had 4 229, of which the partner bore its part of 3 000 by what each line got.
  expect(await month()).toMatchObject({ usedSom: 3_000, returnedSom: 2_537, closingSom: 463 });
  await back(saleId, 2);
  expect(await month()).toMatchObject({ usedSom: 0, returnedSom: 0, closingSom: 0, series: [] });
});
