/** What the shop owes on a day and what it is owed, birthdays, and the report on the receipt printer, from a real file. */
import { beforeEach, describe, expect, test } from 'vitest';
import { writeConsents } from '../../../electron/customer/consents.ts';
import { transact } from '../../../electron/database/transact.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { savePrinter } from '../../../electron/receipt/inTransaction.ts';
import { bonusEarnedPosting, bonusExpiredPosting } from '../../../shared/ledger/otherPostings.ts';
import { som } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { at, type CustomerDayWorld, customerDayWorld, evening } from './customerDayWorld.ts';

let shop: CustomerDayWorld;
let world: CustomerDayWorld['world'];
let sell: CustomerDayWorld['sell'];
let report: CustomerDayWorld['report'];
let addCustomer: CustomerDayWorld['addCustomer'];

beforeEach(async () => {
  shop = await customerDayWorld();
  ({ world, sell, report, addCustomer } = shop);
});

describe('birthdays tomorrow', () => {
  const bornOn = (id: string, day: string) =>
    world.db.updateTable('customer').set({ birth_date: day }).where('id', '=', id).execute();

  test('are those of whoever agreed, and nobody is older for it', async () => {
    const nodira = await addCustomer('Nodira');
    await bornOn(nodira, '1990-11-23');
    await bornOn(await addCustomer('Bugun'), '1991-11-22');
    const withdrew = await addCustomer('Qaytib oldi');
    await bornOn(withdrew, '1985-11-23');
    const act = { id: world.newId(), kind: 'withdrawn', customerId: withdrew, how: 'spoken' } as const;
    const told = { subjects: ['profile'], wording: null, personId: null, at: evening as Instant } as const;
    const said = { ...act, ...told };
    await transact(world.db, (trx) => writeConsents(trx, said));
    expect((await report()).birthdays).toEqual({
      on: '2026-11-23',
      count: 1,
      rows: [{ customerId: nodira, name: 'Nodira' }],
    });
  });
});

describe('bonus', () => {
  const postBonus = (posting: Parameters<typeof post>[1], documentKind: string, day: string) =>
    transact(world.db, (trx) =>
      post(trx, posting, {
        id: world.newId(),
        documentKind,
        documentId: world.newId(),
        businessDay: businessDay(day),
        at: at(day) as Instant,
        reason: documentKind,
      }),
    );

  test('owed at the end of the day is what the ledger says, on both of two days', async () => {
    const nodira = await addCustomer('Nodira');
    await postBonus(bonusEarnedPosting(nodira, som(5_000)), 'sale', '2026-11-21');
    await postBonus(bonusEarnedPosting(nodira, som(800)), 'deedGiven', '2026-11-22');
    await postBonus(bonusExpiredPosting(nodira, som(300)), 'bonusExpired', '2026-11-22');
    expect((await report('2026-11-21')).bonus).toEqual({
      beforeSom: 0,
      givenSom: 5_000,
      spentSom: 0,
      otherSom: 0,
      owedSom: 5_000,
    });
    expect((await report()).bonus).toEqual({
      beforeSom: 5_000,
      givenSom: 800,
      spentSom: 0,
      otherSom: -300,
      owedSom: 5_500,
    });
  });
});

describe('coupons', () => {
  test('those made one by one on the day, those used, what they brought, and what is still open', async () => {
    const saleId = await sell({ at: at('2026-11-22'), netSom: 60_000, couponRedeemed: true });
    await sell({ at: at('2026-11-22', '10:00'), netSom: 30_000, couponsGiven: 3 });
    const [one, two, three] = await world.db.selectFrom('coupon').select('code').orderBy('code').execute();
    const set = (code: string | undefined, values: object) =>
      world.db
        .updateTable('coupon')
        .set(values)
        .where('code', '=', code ?? '')
        .execute();
    await set(one?.code, { issued_at: at('2026-11-22', '10:00') });
    // Used up a day later, as seen from the morning after.
    await set(two?.code, {
      state: 'redeemed',
      redeemed_sale_id: saleId,
      redeemed_at: at('2026-11-23'),
      redeemed_receipt_number: 1,
    });
    await set(three?.code, { expires_on: '2026-11-22' });
    expect((await report()).coupons).toEqual({
      given: 1,
      used: 1,
      broughtSom: 60_000,
      tookOffSom: 5_000,
      open: 1,
    });
    world.setClock('2026-11-23T15:00:00.000Z');
    expect((await report('2026-11-22')).coupons.open).toBe(2);
  });
});

describe('debts', () => {
  const owe = async (customerId: string, dueOn: string, amountSom: number, openSom = amountSom) => {
    const id = world.newId();
    await world.db
      .insertInto('debt')
      .values({
        id,
        customer_id: customerId,
        origin: 'notebook',
        sale_id: null,
        taken_on: '2026-11-01',
        due_on: dueOn,
        amount_som: amountSom,
        open_som: openSom,
        note: '',
        created_by: world.people.owner,
        created_at: at('2026-11-01'),
      })
      .execute();
    return id;
  };

  test('due today and overdue, by name; one that was paid this morning was open last night', async () => {
    const nodira = await addCustomer('Nodira');
    const aziz = await addCustomer('Aziz');
    await owe(nodira, '2026-11-22', 30_000);
    const paid = await owe(aziz, '2026-11-20', 50_000, 0);
    const paymentId = world.newId();
    await transact(world.db, async (trx) => {
      await trx
        .insertInto('debt_payment')
        .values({
          id: paymentId,
          till_id: world.tillId,
          number: 1,
          customer_id: aziz,
          kind: 'money',
          tender_kind: 'card',
          tender_provider: null,
          amount_som: 50_000,
          received_cash_som: 0,
          bonus_earned_som: 0,
          note: '',
          shift_id: null,
          person_id: world.people.cashier,
          approver_id: null,
          is_alone: 0,
          business_day: '2026-11-22',
          paid_at: at('2026-11-22'),
        })
        .execute();
      await trx
        .insertInto('debt_payment_part')
        .values({ payment_id: paymentId, debt_id: paid, amount_som: 50_000, bonus_som: 0 })
        .execute();
    });
    expect((await report()).debts).toEqual({
      dueSom: 30_000,
      overdueSom: 0,
      openSom: 30_000,
      count: 1,
      rows: [{ customerId: nodira, name: 'Nodira', dueSom: 30_000, overdueSom: 0, dueOn: '2026-11-22' }],
    });
    expect((await report('2026-11-21')).debts).toEqual({
      dueSom: 0,
      overdueSom: 50_000,
      openSom: 80_000,
      count: 1,
      rows: [{ customerId: aziz, name: 'Aziz', dueSom: 0, overdueSom: 50_000, dueOn: '2026-11-20' }],
    });
  });
});

describe('on the receipt printer', () => {
  const addPrinter = () =>
    transact(world.db, (trx) =>
      savePrinter(trx, {
        id: world.newId(),
        name: 'Kassa',
        connection: { kind: 'none' },
        profile: printerProfiles.epson80,
        isDefault: true,
        at: evening as Instant,
      }),
    );

  test('the report goes to the printer, and the journal knows of it without a name', async () => {
    await addPrinter();
    await addCustomer('Nodira', ['2026-11-22']);
    await world.ask(shop.verbs.printCustomerDay, { day: null, language: 'ru' });
    const jobs = await world.db.selectFrom('print_job').selectAll().execute();
    expect(jobs).toMatchObject([{ document_kind: 'customerDay', purpose: 'original', copy_number: 0 }]);
    expect(jobs[0]?.blocks_json).toContain('КЛИЕНТЫ ДНЯ');
    expect(jobs[0]?.blocks_json).toContain('Nodira');
    const document = world.documents.at(-1);
    expect(document).toMatchObject({ kind: 'customerDay', id: jobs[0]?.document_id });
    expect(document?.content).toEqual({ day: '2026-11-22' });
    expect(shop.woken()).toBe(1);
  });

  test('a shop without a printer is told so, and nothing is written', async () => {
    const before = await world.everyRow();
    expect(await world.refusal(shop.verbs.printCustomerDay, { day: null })).toMatchObject({
      code: 'NoPrinter',
    });
    expect(await world.everyRow()).toBe(before);
  });

  test('the report is for whoever may see the day, not for a cashier', async () => {
    expect(await world.refusal(shop.verbs.customerDay, { day: null }, 'cashier')).toMatchObject({
      code: 'NotAllowed',
    });
    expect(await world.refusal(shop.verbs.printCustomerDay, { day: null }, 'cashier')).toMatchObject({
      code: 'NotAllowed',
    });
  });
});
