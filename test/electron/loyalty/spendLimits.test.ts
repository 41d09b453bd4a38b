/** Rule 20: who may spend how much bonus, by what the customer has in hand. */
import { expect, test } from 'vitest';
import { lookAtCoupon } from '../../../electron/coupon/list.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { cashierPin, ownerPassword } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const som = (amount: number) => amount as never;
const spend = (amountSom: number) => ({ kind: 'spendBonus', amountSom: som(amountSom) }) as const;
const phone = '+998901112233';

/** A customer with a registered card and 100 000 of bonus, from five televisions. */
async function richCustomer(shop: Counter) {
  const known = await shop.cardHolder(phone);
  await shop.cashier.put('tv', 'tv', 'tv', 'tv', 'tv');
  await shop.cashier.scan(known.card);
  await shop.cashier.pay();
  return known;
}

async function spends(shop: Counter, code: string, amountSom: number): Promise<void> {
  await shop.cashier.put('tv');
  await shop.cashier.scan(code);
  await shop.cashier.change(spend(amountSom));
  await shop.cashier.pay();
}

test('with the card in hand there is no limit but the ceiling and the bonus', async () => {
  const shop = await openCounter();
  const { card } = await richCustomer(shop);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  const tooMuch = shop.cashier.change(spend(100_001));
  expect(await shop.refusal(tooMuch)).toEqual({ code: 'BonusNotEnough', data: { spendableSom: 100_000 } });
  expect((await shop.cashier.change(spend(100_000))).bonusToSpendSom).toBe(100_000);
  await shop.cashier.pay();
});

test('with the phone alone 20 000 a day may be spent, over all sales of the day', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  await spends(shop, phone, 15_000);
  await shop.cashier.put('tv');
  await shop.cashier.scan(phone);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(5_000);
  expect(await shop.refusal(shop.cashier.change(spend(5_001)))).toEqual({
    code: 'BonusNeedsCard',
    data: { atMostSom: 5_000 },
  });
  await shop.cashier.change(spend(5_000));
  await shop.cashier.pay();
  shop.clock.pass(24 * 3_600);
  await shop.cashier.put('tv');
  await shop.cashier.scan(phone);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(20_000);
});

test('a customer found by search has the limit of the phone; the card scanned after it lifts it', async () => {
  const shop = await openCounter();
  const { customerId, card } = await richCustomer(shop);
  await shop.cashier.put('tv');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  expect(shop.cashier.seen().bonusAtMostSom).toBe(20_000);
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    bonusAtMostSom: 100_000,
    customer: { identification: 'card' },
  });
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  expect(shop.cashier.seen().customer?.identification).toBe('card');
});

test('the owner may allow more in place, with their secret; whoever may not allow it, cannot', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  shop.workAs(shop.ownerId, 'office');
  const added = { intentionId: shop.newId(), name: 'Shogird', role: 'cashier', pin: '8624' } as const;
  const { person: apprentice } = await shop.call(addPerson, added, 'office');
  await shop.cashier.put('tv');
  await shop.cashier.scan(phone);
  const approve = (personId: string, secret: string) =>
    shop.cashier.change(spend(60_000), { personId, secret });
  expect((await shop.refusal(shop.cashier.change(spend(60_000)))).code).toBe('BonusNeedsCard');
  expect((await shop.refusal(approve(apprentice.id, '8624'))).code).toBe('BonusNeedsCard');
  expect(await shop.refusal(approve(shop.ownerId, 'a wrong password'))).toEqual({
    code: 'ApprovalRefused',
    data: { reason: 'wrongPin' },
  });
  expect(await shop.refusal(approve(shop.cashierId, cashierPin))).toEqual({
    code: 'ApprovalRefused',
    data: { reason: 'samePerson' },
  });
  expect((await approve(shop.ownerId, ownerPassword)).bonusToSpendSom).toBe(60_000);
  await shop.cashier.pay();
  const sale = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'sale')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(sale.content_json)).toMatchObject({ person: shop.cashierId, approver: shop.ownerId });
});

test('what was allowed in place counts towards the day, and is allowed for that sum only', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  await shop.cashier.put('tv');
  await shop.cashier.scan(phone);
  await shop.cashier.change(spend(30_000), { personId: shop.ownerId, secret: ownerPassword });
  expect((await shop.refusal(shop.cashier.change(spend(30_001)))).code).toBe('BonusNeedsCard');
  await shop.cashier.pay();
  await shop.cashier.put('tv');
  await shop.cashier.scan(phone);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(0);
});

test('an owner at the till needs nobody to allow it', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  const owner = shop.desk('owner at the till', shop.ownerId);
  await owner.put('tv');
  await owner.scan(phone);
  expect((await owner.change(spend(60_000))).bonusToSpendSom).toBe(60_000);
});

test('an instant card spends 50 000 a day until a phone is registered to it; nobody can allow more', async () => {
  const shop = await openCounter();
  const [card = ''] = await shop.newCards();
  await shop.cashier.put('tv', 'tv', 'tv', 'tv', 'tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await spends(shop, card, 30_000);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    bonusAtMostSom: 20_000,
    customer: { identification: 'instantCard', isRegistered: false },
  });
  const approved = shop.cashier.change(spend(20_001), { personId: shop.ownerId, secret: ownerPassword });
  expect(await shop.refusal(approved)).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 20_000 } });
  await shop.newCustomer(phone, card);
  await shop.cashier.open();
  expect(shop.cashier.seen().bonusAtMostSom).toBe(89_400);
});

test('the last receipt of a customer stands for the card, an older one does not', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  const codes = await receiptCodes(shop);
  await spends(shop, codes[0] ?? '', 60_000);
  await shop.cashier.put('tv');
  const outcome = await shop.cashier.scan(codes[0] ?? '');
  expect(outcome).toMatchObject({ kind: 'receipt', number: 1, mayAttach: false });
  expect(shop.cashier.seen().customer).toBeNull();
  shop.clock.pass(1);
  const newer = (await receiptCodes(shop))[1] ?? '';
  await shop.cashier.scan(newer);
  expect(shop.cashier.seen().customer).toMatchObject({ identification: 'receipt' });
});

async function receiptCodes(shop: Counter): Promise<readonly string[]> {
  const rows = await shop.db.selectFrom('sale').select('receipt_code').orderBy('number').execute();
  return rows.map((row) => row.receipt_code);
}

test('a coupon is no proof of who somebody is', async () => {
  const shop = await openCounter();
  await richCustomer(shop);
  const { code } = await shop.db.selectFrom('coupon').select('code').executeTakeFirstOrThrow();
  expect((await shop.call(lookAtCoupon, { code })).coupon.state).toBe('issued');
  await shop.cashier.put('tv');
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('CouponNeedsCustomer');
});
