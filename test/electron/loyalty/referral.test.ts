/** "Bring a friend" on a real file: codes, rewards in lots and ledger, refusals that are noted, and taking back. */
import { expect, test } from 'vitest';
import { createCustomer } from '../../../electron/customer/create.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { bonusBalanceOf, expireLots, noteBonus } from '../../../electron/loyalty/inTransaction.ts';
import { takeFromLot } from '../../../electron/loyalty/queries.ts';
import { judgeReferral, rewardReferral, takeReferralBack } from '../../../electron/loyalty/referral.ts';
import { listReferrals, makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { inTransaction, type WriteScope } from '../../../electron/verb.ts';
import { newCode } from '../../../shared/code.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { isRefused } from '../../../shared/errors.ts';
import { balanced, credit, debit } from '../../../shared/ledger/posting.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { businessDay } from '../../../shared/time.ts';
import { roomWorld } from '../roomWorld.ts';
import { bonusIsRight } from './bonusShop.ts';

const on: Partial<ShopSettings> = { isReferralOn: true };
const today = businessDay('2026-11-22');
let phones = 0;

async function referralShop(different: Partial<ShopSettings> = {}) {
  const settings = { ...on, ...different };
  const world = await roomWorld(settings);
  const within = <T>(work: (scope: WriteScope) => Promise<T>) =>
    inTransaction(
      world.host,
      { key: 'cashier' },
      { personId: world.people.cashier, role: 'cashier', tillId: world.tillId, approver: null, permissions },
      work,
    );
  const register = async (name: string, phone = `+99890${String(1_000_000 + phones++)}`) => {
    const { customer } = await world.ask(createCustomer, {
      phone,
      name,
      language: null,
      consentProfile: true,
      consentMessages: false,
      consentVersion,
      consentLanguage: 'uz',
      cardNumber: null,
    });
    return customer.id;
  };
  const madeOn = async (customerId: string, day: string) => {
    await world.db
      .updateTable('customer')
      .set({ created_till_id: world.tillId, created_on: day })
      .where('id', '=', customerId)
      .execute();
  };
  /** Somebody who has been a customer for long. */
  const regular = async (name: string) => {
    const id = await register(name);
    await madeOn(id, '2026-03-08');
    await world.db
      .insertInto('customer_figure')
      .values({
        customer_id: id,
        visits: 3,
        receipts: 3,
        paid_som: 150_000,
        first_visit_on: '2026-03-08',
        last_visit_on: '2026-11-01',
      })
      .execute();
    return id;
  };
  const codeOf = async (customerId: string) =>
    (await world.ask(makeReferralCode, { customerId }, 'cashier')).code;
  const judge = async (code: string, friendId: string | null) => {
    const judged = await judgeReferral(world.db, {
      code,
      friendId,
      day: today,
      settings: { ...defaultSettings, ...settings },
    });
    return isRefused(judged) ? judged.refused : judged;
  };
  const buy = (friendId: string, code: string, netSom = 60_000, saleId = world.newId()) =>
    within(async (scope) => ({
      saleId,
      reward: await rewardReferral(scope, {
        saleId,
        friendId,
        code,
        netSom: som(netSom),
        day: scope.businessDay,
      }),
    }));
  return {
    ...world,
    within,
    register,
    madeOn,
    regular,
    codeOf,
    judge,
    buy,
    takeBack: (saleId: string) => within((scope) => takeReferralBack(scope, saleId)),
    balance: (customerId: string) => bonusBalanceOf(world.db, customerId),
    states: () => world.db.selectFrom('referral').select(['friend_id', 'state', 'refusal']).execute(),
  };
}
type ReferralShop = Awaited<ReturnType<typeof referralShop>>;

/** Aziza, who has bought for long, her code, and Bobur, who is new. */
async function azizaAndBobur(different: Partial<ShopSettings> = {}) {
  const shop = await referralShop(different);
  const aziza = await shop.regular('Aziza');
  return { shop, aziza, bobur: await shop.register('Bobur'), code: await shop.codeOf(aziza) };
}

async function booksAreRight({ db }: ReferralShop) {
  await bonusIsRight(db);
  const sums = await db
    .selectFrom('posting_entry')
    .select(({ fn }) => [
      'account_kind as kind',
      'subject_id',
      fn.sum<number>('amount_som').as('balance_som'),
    ])
    .groupBy(['account_kind', 'subject_id'])
    .orderBy('account_kind')
    .orderBy('subject_id')
    .execute();
  const accounts = await db.selectFrom('account').selectAll().orderBy('kind').orderBy('subject_id').execute();
  expect(accounts).toEqual(sums);
  expect(sums.reduce((sum, row) => sum + row.balance_som, 0)).toBe(0);
}

test('a customer has one code for friends, which never changes', async () => {
  const shop = await referralShop();
  const aziza = await shop.regular('Aziza');
  const code = await shop.codeOf(aziza);
  expect(code).toMatch(/^F[2-9A-Z]{9}$/);
  expect(await shop.codeOf(aziza)).toBe(code);
  expect((await shop.ask(listReferrals, { customerId: aziza }, 'cashier')).code).toBe(code);
});

test('no code without a phone, for nobody, and in a shop that does not do it', async () => {
  const shop = await referralShop();
  const aziza = await shop.regular('Aziza');
  await shop.db
    .updateTable('customer')
    .set({ is_registered: 0, phone: null })
    .where('id', '=', aziza)
    .execute();
  expect((await shop.refusal(makeReferralCode, { customerId: aziza })).code).toBe('ReferralNeedsCustomer');
  expect((await shop.refusal(makeReferralCode, { customerId: shop.newId() })).code).toBe('NotFound');
  const off = await referralShop({ isReferralOn: false });
  expect((await off.refusal(makeReferralCode, { customerId: await off.register('Bobur') })).code).toBe(
    'ReferralOff',
  );
});

test('a new customer with the code of a regular one counts, whatever way the code was typed', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur();
  expect(await shop.judge(code, bobur)).toEqual({ referrerId: aziza, referrerName: 'Aziza' });
  expect(await shop.judge(` ${code.toLowerCase().slice(0, 5)}-${code.slice(5)}`, bobur)).toMatchObject({
    referrerId: aziza,
  });
});

test('every limit of the rule is read from what the till knows', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur({ referralsPerMonth: 1 });
  const off = await azizaAndBobur({ isReferralOn: false }).catch((error: { code: string }) => error.code);
  expect(off).toBe('ReferralOff');
  expect(await shop.judge(newCode('F', new Uint8Array(8)), bobur)).toBe('ReferralUnknown');
  expect(await shop.judge('not a code', bobur)).toBe('ReferralUnknown');
  expect(await shop.judge(code, null)).toBe('ReferralNeedsCustomer');
  expect(await shop.judge(code, aziza)).toBe('ReferralOwnCode');
  expect(await shop.judge(code, await shop.regular('Lola'))).toBe('ReferralNotNew');

  const sameDay = await shop.register('Nodir');
  await shop.madeOn(sameDay, '2026-03-08');
  expect(await shop.judge(code, sameDay)).toBe('ReferralSameDay');

  const samePhone = await shop.register('Karim', '+998935550011');
  await shop.db
    .insertInto('former_phone')
    .values({ phone: '+998935550011', customer_id: aziza, until_at: '2026-05-01T06:00:00.000Z' })
    .execute();
  expect(await shop.judge(code, samePhone)).toBe('ReferralSamePhone');

  const newcomer = await shop.register('Zafar');
  await shop.madeOn(newcomer, '2026-11-21');
  expect(await shop.judge(await shop.codeOf(newcomer), bobur)).toBe('ReferralReferrerNew');

  await shop.buy(bobur, code);
  expect(await shop.judge(code, bobur)).toBe('ReferralAlready');
  expect(await shop.judge(code, await shop.register('Dilshod'))).toBe('ReferralTooMany');
});

test('the first purchase from 50 000 brings both 10 000, in lots that live as long as any bonus', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur();
  const { saleId, reward } = await shop.buy(bobur, code, 50_000);
  expect(reward).toMatchObject({ friendBonusSom: 10_000, referrerBonusSom: 10_000 });
  expect([await shop.balance(bobur), await shop.balance(aziza)]).toEqual([10_000, 10_000]);
  for (const customerId of [aziza, bobur]) {
    expect(await shop.ask(bonusAccount, { customerId })).toMatchObject({
      balanceSom: 10_000,
      spendableSom: 10_000,
      movements: [{ kind: 'earned', amountSom: 10_000, receiptNumber: null }],
    });
  }
  const lots = await shop.db
    .selectFrom('bonus_lot')
    .select(['active_from', 'expires_on', 'sale_id'])
    .execute();
  expect(lots).toEqual([1, 2].map(() => ({ active_from: today, expires_on: '2027-11-22', sale_id: null })));
  expect(shop.documents.at(-1)).toMatchObject({
    kind: 'referral',
    customerId: bobur,
    content: { saleId, friendId: bobur, referrerId: aziza, kind: 'rewarded', friendBonusSom: 10_000 },
  });
  await booksAreRight(shop);
  expect(await shop.ask(listReferrals, { customerId: aziza })).toMatchObject({
    broughtBy: null,
    friends: [{ customerId: bobur, name: 'Bobur', state: 'rewarded', refusal: null, bonusSom: 10_000 }],
  });
  expect((await shop.ask(listReferrals, { customerId: bobur })).broughtBy).toEqual({
    customerId: aziza,
    name: 'Aziza',
  });
});

test('a first purchase below the sum brings nothing and decides for good', async () => {
  const { shop, bobur, code } = await azizaAndBobur();
  expect((await shop.buy(bobur, code, 49_999)).reward).toBeNull();
  expect(await shop.states()).toEqual([{ friend_id: bobur, state: 'refused', refusal: 'ReferralBelowSum' }]);
  expect((await shop.buy(bobur, code, 90_000)).reward).toBeNull();
  expect(await shop.states()).toHaveLength(1);
  expect(await shop.balance(bobur)).toBe(0);
});

test('the friend after the last of a month is noted, brings nothing, and the next month begins anew', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur({ referralsPerMonth: 1 });
  await shop.buy(bobur, code);
  const second = await shop.register('Dilshod');
  expect((await shop.buy(second, code)).reward).toBeNull();
  expect(await shop.states()).toContainEqual({
    friend_id: second,
    state: 'refused',
    refusal: 'ReferralTooMany',
  });
  expect(await shop.balance(aziza)).toBe(10_000);
  shop.setClock('2026-11-30T19:30:00.000Z'); // 1 December in Tashkent
  const third = await shop.register('Gulnora');
  expect((await shop.buy(third, code)).reward).toMatchObject({ referrerBonusSom: 10_000 });
});

test('a code that counts no more when the sale is completed is noted and stops no sale', async () => {
  const { shop, bobur, code } = await azizaAndBobur();
  await shop.db
    .insertInto('customer_figure')
    .values({
      customer_id: bobur,
      visits: 1,
      receipts: 1,
      paid_som: 1,
      first_visit_on: today,
      last_visit_on: today,
    })
    .execute();
  expect((await shop.buy(bobur, code)).reward).toBeNull();
  expect(await shop.states()).toEqual([{ friend_id: bobur, state: 'refused', refusal: 'ReferralNotNew' }]);
});

test('a code of nobody, or one’s own, leaves no trace', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur();
  expect((await shop.buy(bobur, newCode('F', new Uint8Array(8)))).reward).toBeNull();
  expect((await shop.buy(aziza, code)).reward).toBeNull();
  expect(await shop.states()).toEqual([]);
});

test('a power cut after everything was written leaves no reward', async () => {
  const { shop, bobur, code } = await azizaAndBobur();
  const before = await shop.everyRow();
  shop.breakAtTheEnd();
  await expect(shop.buy(bobur, code)).rejects.toThrow('the power went');
  expect(await shop.everyRow()).toBe(before);
});

test('a full return takes both rewards back, once', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur();
  const { saleId } = await shop.buy(bobur, code);
  shop.setClock('2026-12-02T08:00:00.000Z');
  expect(await shop.takeBack(saleId)).toEqual({ friendBonusSom: 10_000, referrerBonusSom: 10_000 });
  expect([await shop.balance(bobur), await shop.balance(aziza)]).toEqual([0, 0]);
  expect(await shop.states()).toEqual([{ friend_id: bobur, state: 'takenBack', refusal: null }]);
  expect(await shop.takeBack(saleId)).toBeNull();
  expect(await shop.takeBack(shop.newId())).toBeNull();
  await booksAreRight(shop);
});

test('after the days for returns the rewards stay', async () => {
  const { shop, bobur, code } = await azizaAndBobur({ returnDays: 10 });
  const { saleId } = await shop.buy(bobur, code);
  shop.setClock('2026-12-03T08:00:00.000Z');
  expect(await shop.takeBack(saleId)).toBeNull();
  expect(await shop.balance(bobur)).toBe(10_000);
});

test('a reward that was spent is taken back as a debt, which the next earning repays', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur();
  const { saleId } = await shop.buy(bobur, code);
  const [lot] = await shop.db.selectFrom('bonus_lot').select('id').where('holder_id', '=', aziza).execute();
  await shop.within(async (scope) => {
    await takeFromLot(scope.trx, lot?.id ?? '', som(7_000));
    await noteBonus(scope, 'spent', som(7_000));
    await post(
      scope.trx,
      balanced([debit('bonusLiability', som(7_000), aziza), credit('sales', som(7_000))]),
      {
        id: scope.newId(),
        documentKind: 'sale',
        documentId: scope.newId(),
        businessDay: scope.businessDay,
        at: scope.now,
        reason: 'sale',
      },
    );
  });
  await shop.takeBack(saleId);
  expect(await shop.balance(aziza)).toBe(-7_000);
  expect((await shop.ask(bonusAccount, { customerId: aziza })).spendableSom).toBe(0);
  await booksAreRight(shop);

  const second = await shop.register('Dilshod');
  await shop.buy(second, code);
  expect(await shop.balance(aziza)).toBe(3_000);
  expect((await shop.ask(bonusAccount, { customerId: aziza })).spendableSom).toBe(3_000);
});

test('a reward that had burnt already is not owed again', async () => {
  const { shop, bobur, code } = await azizaAndBobur({ bonusExpiryDays: 30, returnDays: 60 });
  const { saleId } = await shop.buy(bobur, code);
  shop.setClock('2026-12-23T08:00:00.000Z');
  await shop.within((scope) => expireLots(scope, 100));
  expect(await shop.balance(bobur)).toBe(0);
  expect(await shop.takeBack(saleId)).toEqual({ friendBonusSom: 0, referrerBonusSom: 0 });
  expect(await shop.balance(bobur)).toBe(0);
  await booksAreRight(shop);
});

test('rewards of nothing on one side make no lot', async () => {
  const { shop, aziza, bobur, code } = await azizaAndBobur({ referralFriendBonusSom: som(0) });
  const { saleId } = await shop.buy(bobur, code);
  expect([await shop.balance(bobur), await shop.balance(aziza)]).toEqual([0, 10_000]);
  expect(await shop.db.selectFrom('bonus_lot').select('holder_id').execute()).toEqual([{ holder_id: aziza }]);
  expect(await shop.takeBack(saleId)).toEqual({ friendBonusSom: 0, referrerBonusSom: 10_000 });
});
