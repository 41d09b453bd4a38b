/** The sources of a customer's timeline that need more than a sale: coupons, gift cards, receipts given later, consents. */
import { expect, test } from 'vitest';
import { sellGiftCard } from '../../../electron/credit/sellGiftCards.ts';
import { withdrawConsent } from '../../../electron/customer/consentVerbs.ts';
import { profileReportVerbs } from '../../../electron/report/profileVerbs.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import type { Instant } from '../../../shared/time.ts';
import { openWholeShop } from '../sale/wholeShop.ts';

test('coupons, gift cards, receipts given later and consents stand in the list, each with what it was about', async () => {
  const shop = await openWholeShop({ now: '2026-11-02T04:00:00.000Z' });
  const { customerId, card } = await shop.cardHolder('901110001');
  const seriesId = await shop.makeSeries({ benefit: { kind: 'amount', amountSom: 10_000 } });
  const code = await shop.newCoupon(seriesId, customerId);
  shop.clock.now = '2026-11-03T04:00:00.000Z' as Instant;
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  const { saleId } = await shop.payAll();
  shop.clock.now = '2026-11-04T04:00:00.000Z' as Instant;
  await shop.cashier.put('b');
  const later = await shop.payAll();
  const claimCode = later.claimCode ?? '';
  shop.clock.now = '2026-11-05T04:00:00.000Z' as Instant;
  await shop.call(attachLater, { intentionId: shop.newId(), code: claimCode, customerId });
  shop.clock.now = '2026-11-06T04:00:00.000Z' as Instant;
  const money = { kind: 'cash', receivedSom: 50_000 } as const;
  await shop.asOwner(sellGiftCard(shop.till.parts), { amountSom: 50_000, money, customerId });
  shop.clock.now = '2026-11-07T04:00:00.000Z' as Instant;
  await shop.asOwner(withdrawConsent, { customerId, subjects: ['profile'] });

  const asked = { customerId, group: null, cursor: null, limit: 100 };
  const { customerTimeline } = profileReportVerbs(shop.till.parts);
  const { entries } = await shop.asOwner(customerTimeline, asked);
  const days = entries.map(({ at, kind }) => `${at.slice(0, 10)} ${kind}`);
  expect(days.slice(0, 3)).toEqual([
    '2026-11-07 consentWithdrawn',
    '2026-11-06 giftCard',
    '2026-11-05 purchaseAttached',
  ]);
  expect(days).not.toContain('2026-11-04 purchase');
  const one = (kind: string) => entries.find((entry) => entry.kind === kind);
  expect(one('giftCard')).toMatchObject({
    amountSom: 50_000,
    details: ['sold'],
    personName: expect.any(String),
  });
  expect(one('purchaseAttached')).toMatchObject({
    details: ['claim'],
    link: { to: 'sale', id: later.saleId },
  });
  expect(one('couponUsed')).toMatchObject({
    name: { uz: 'Kupon' },
    amountSom: 10_000,
    link: { to: 'sale', id: saleId },
  });
  expect(days).toContain('2026-11-02 couponGiven');
});
