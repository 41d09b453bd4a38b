/** Money that changes by hand: another person stands for it, nothing goes below zero, and the owner sees it. */
import { expect, test } from 'vitest';
import { correctCredit, forgiveDebt } from '../../../electron/credit/corrections.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { som } from '../../../shared/money.ts';
import { testWindow } from '../../till.ts';
import { type CreditShop, humo, office, openCreditShop } from './creditShop.ts';

const seniorPin = '7913';

/** A second person beside the owner who may stand for what the owner does. */
async function hireSenior(shop: CreditShop) {
  const { person } = await shop.call(
    addPerson,
    { intentionId: shop.newId(), name: 'Yordamchi', role: 'senior', pin: seniorPin },
    office,
  );
  return { personId: person.id, secret: seniorPin };
}

type Approval = { personId: string; secret: string };
const forgive = (
  shop: CreditShop,
  customerId: string,
  amountSom: number,
  approval?: Approval,
  key = office,
) =>
  shop.call(
    forgiveDebt,
    { intentionId: shop.newId(), approval, customerId, amountSom: som(amountSom), reason: 'Yordam' },
    key,
  );
type Subject = { kind: 'storeCredit'; customerId: string } | { kind: 'giftCard'; number: string };
const correct = (shop: CreditShop, subject: Subject, amountSom: number, approval?: Approval) =>
  shop.call(
    correctCredit,
    { intentionId: shop.newId(), approval, subject, amountSom: som(amountSom), reason: 'Xato' },
    office,
  );

const corrections = (shop: CreditShop) =>
  shop.db
    .selectFrom('correction')
    .select(['account_kind', 'amount_som', 'approver_id', 'is_alone'])
    .orderBy('amount_som', 'desc')
    .execute();

test('forgiving lowers the oldest debt first and costs the shop what it gives up', async () => {
  const shop = await openCreditShop();
  const { customerId } = await shop.note({ name: 'Ali', amountSom: 30_000, since: '2026-05-01' });
  expect(await forgive(shop, customerId, 10_000)).toEqual({ openSom: 20_000 });
  expect([await shop.balance('expense'), await shop.balance('customerDebt', customerId)]).toEqual([
    10_000, 20_000,
  ]);
  expect(
    await shop.db.selectFrom('debt_payment').select(['kind', 'amount_som', 'is_alone']).execute(),
  ).toEqual([{ kind: 'forgiven', amount_som: 10_000, is_alone: 1 }]);
  const { movements } = await shop.account(customerId);
  expect(movements.map(({ kind, amountSom }) => [kind, amountSom])).toContainEqual(['forgiven', -10_000]);
  await shop.proveBalance();
});

test('no more is forgiven than is owed', async () => {
  const shop = await openCreditShop();
  const { customerId } = await shop.note({ name: 'Ali', amountSom: 30_000 });
  const before = await shop.everyRow();
  expect(await shop.refusal(forgive(shop, customerId, 30_001))).toEqual({
    code: 'RepaymentTooMuch',
    data: { openSom: 30_000 },
  });
  expect(await shop.everyRow()).toBe(before);
});

test('where another may stand for it they must; who is alone does it alone, marked for the owner', async () => {
  const shop = await openCreditShop();
  const { customerId } = await shop.note({ name: 'Ali', amountSom: 30_000 });
  await forgive(shop, customerId, 1_000);
  const senior = await hireSenior(shop);
  expect((await shop.refusal(forgive(shop, customerId, 1_000))).code).toBe('SecondPersonNeeded');
  expect((await shop.refusal(forgive(shop, customerId, 1_000, undefined, testWindow))).code).toBe(
    'NotAllowed',
  );
  await forgive(shop, customerId, 2_000, senior);
  expect(await corrections(shop)).toEqual([
    { account_kind: 'customerDebt', amount_som: -1_000, approver_id: null, is_alone: 1 },
    { account_kind: 'customerDebt', amount_som: -2_000, approver_id: senior.personId, is_alone: 0 },
  ]);
});

test('a customer’s account is corrected up and down, never below zero', async () => {
  const shop = await openCreditShop();
  const customerId = await shop.newCustomer('+998901112233');
  const subject = { kind: 'storeCredit', customerId } as const;
  expect(await correct(shop, subject, 5_000)).toEqual({ balanceSom: 5_000 });
  expect(await shop.refusal(correct(shop, subject, -5_001))).toEqual({
    code: 'StoreCreditNotEnough',
    data: { balanceSom: 5_000 },
  });
  expect(await correct(shop, subject, -5_000)).toEqual({ balanceSom: 0 });
  expect(await shop.balance('expense')).toBe(0);
  await shop.proveBalance();
});

test('a gift card is corrected by its number, never below zero', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(20_000, humo);
  const subject = { kind: 'giftCard', number: giftCard.number } as const;
  expect(await correct(shop, subject, -20_000)).toEqual({ balanceSom: 0 });
  expect(await shop.refusal(correct(shop, subject, -1))).toEqual({
    code: 'GiftCardNotEnough',
    data: { balanceSom: 0 },
  });
  expect((await shop.refusal(correct(shop, { ...subject, number: 'G2345678XX' }, 1))).code).toBe(
    'GiftCardUnknown',
  );
  expect(await corrections(shop)).toMatchObject([{ account_kind: 'giftCard', amount_som: -20_000 }]);
  await shop.proveBalance();
});
