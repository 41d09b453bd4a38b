/** Who came on a day and who is missing, read from a real file: new, returning, merged, late, now and as it was then. */
import { beforeEach, describe, expect, test } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { transact } from '../../../electron/database/transact.ts';
import { lateByFigures } from '../../../electron/report/customerDayQueries.ts';
import { latenessOf } from '../../../shared/report/customerDay.ts';
import { addDays, type BusinessDay, businessDay } from '../../../shared/time.ts';
import { addVisits } from '../customer/addVisits.ts';
import { at, type CustomerDayWorld, customerDayWorld, evening } from './customerDayWorld.ts';

const today = businessDay('2026-11-22');

let world: CustomerDayWorld['world'];
let sell: CustomerDayWorld['sell'];
let report: CustomerDayWorld['report'];
let addCustomer: CustomerDayWorld['addCustomer'];

beforeEach(async () => {
  ({ world, sell, report, addCustomer } = await customerDayWorld());
});

describe('who came', () => {
  test('a day without receipts is zeroes and empty lists', async () => {
    const shown = await report();
    expect(shown).toMatchObject({
      day: '2026-11-22',
      until: evening,
      receipts: { all: 0, withCustomer: 0 },
      customers: { came: 0, new: 0, returning: 0, cameBack: 0, registered: 0 },
      came: [],
      missing: { count: 0, rows: [] },
      birthdays: { on: '2026-11-23', count: 0, rows: [] },
      bonus: { beforeSom: 0, givenSom: 0, spentSom: 0, otherSom: 0, owedSom: 0 },
      coupons: { given: 0, used: 0, broughtSom: 0, tookOffSom: 0, open: 0 },
      debts: { dueSom: 0, overdueSom: 0, openSom: 0, count: 0, rows: [] },
      cashiers: [],
    });
  });

  test('new, returning and come back after a month are told by the receipts before', async () => {
    world.setClock(at('2026-09-01'));
    const nodira = await addCustomer('Nodira', ['2026-11-01', '2026-11-20', '2026-11-22']);
    const malika = await addCustomer('Malika', ['2026-09-01', '2026-10-23', '2026-11-22']);
    world.setClock(evening);
    const aziz = await addCustomer('Aziz', ['2026-11-22']);
    await sell({ at: at('2026-11-22', '10:00'), netSom: 25_000, customerId: aziz });
    await sell({ at: at('2026-11-22', '11:00'), netSom: 7_000, personId: world.people.owner });
    const shown = await report();
    expect(shown.customers).toEqual({ came: 3, new: 1, returning: 2, cameBack: 1, registered: 1 });
    expect(shown.receipts).toEqual({ all: 5, withCustomer: 4 });
    expect(shown.sales).toEqual({ allSom: 62_000, withCustomerSom: 55_000 });
    expect(shown.came).toEqual([
      {
        customerId: aziz,
        name: 'Aziz',
        receipts: 2,
        netSom: 35_000,
        visits: 1,
        isNew: true,
        awayDays: null,
      },
      {
        customerId: malika,
        name: 'Malika',
        receipts: 1,
        netSom: 10_000,
        visits: 3,
        isNew: false,
        awayDays: 30,
      },
      {
        customerId: nodira,
        name: 'Nodira',
        receipts: 1,
        netSom: 10_000,
        visits: 3,
        isNew: false,
        awayDays: 2,
      },
    ]);
    expect(shown.registered).toEqual([{ customerId: aziz, name: 'Aziz' }]);
    expect(shown.cashiers).toEqual([
      { personId: world.people.cashier, name: 'Sardor', receipts: 4, withCustomer: 4 },
      { personId: world.people.owner, name: 'Dilnoza', receipts: 1, withCustomer: 0 },
    ]);
  });

  test('two customers who turned out to be one count as one, with the history of both', async () => {
    const old = await addCustomer('Nodira', ['2026-10-01', '2026-11-22']);
    const twin = await addCustomer('', ['2026-11-22']);
    await world.ask(mergeCustomers, { intoId: twin, fromId: old });
    const shown = await report();
    expect(shown.customers).toMatchObject({ came: 1, new: 0, returning: 1, cameBack: 1, registered: 1 });
    expect(shown.came).toMatchObject([{ customerId: twin, name: 'Nodira', receipts: 2, awayDays: 52 }]);
  });

  test('a receipt that was given to its customer later is theirs, also as the one before', async () => {
    const late = await addCustomer('Nodira');
    await addVisits(world, late, ['2026-10-01', '2026-11-22']);
    await sell({ at: at('2026-10-01'), netSom: 1_000, attached: { customerId: late, at: at('2026-10-01') } });
    await sell({ at: at('2026-11-22'), netSom: 2_000, attached: { customerId: late, at: evening } });
    expect((await report()).came).toMatchObject([
      { customerId: late, receipts: 1, netSom: 2_000, isNew: false, awayDays: 52 },
    ]);
  });

  test('a customer without a name is shown by a masked phone', async () => {
    await addCustomer('', ['2026-11-22']);
    expect((await report()).came[0]?.name).toMatch(/^\+998 90 \*\*\* \*\* 11$/);
  });

  test('yesterday is told as it stood in the evening, whatever came since', async () => {
    const days = ['2026-11-01', '2026-11-21', '2026-11-22'];
    const nodira = await addCustomer('Nodira', days);
    const shown = await report('2026-11-21');
    expect(shown.until).toBeNull();
    expect(shown.came).toMatchObject([{ customerId: nodira, visits: 2, awayDays: 20 }]);
    expect((await report()).came).toMatchObject([{ customerId: nodira, visits: 3, awayDays: 1 }]);
  });
});

describe('regulars who are missing', () => {
  /** Every third day, five times, the last time nine days ago. */
  const regularDays = ['2026-11-01', '2026-11-04', '2026-11-07', '2026-11-10', '2026-11-13'];

  test('are late for their own habit, those who paid most first', async () => {
    const nodira = await addCustomer('Nodira', regularDays);
    const rich = await addCustomer('Boy', ['2026-10-31', ...regularDays]);
    await addCustomer('Yangi', regularDays.slice(1));
    await addCustomer('Keldi', [...regularDays, '2026-11-22']);
    const { missing } = await report();
    expect(missing).toEqual({
      count: 2,
      rows: [
        { customerId: rich, name: 'Boy', visits: 6, usualDays: 3, lastOn: '2026-11-13', silentDays: 9 },
        { customerId: nodira, name: 'Nodira', visits: 5, usualDays: 3, lastOn: '2026-11-13', silentDays: 9 },
      ],
    });
  });

  test('who came today were missing yesterday, and are taken back to that evening', async () => {
    const nodira = await addCustomer('Nodira', [...regularDays, '2026-11-22']);
    expect((await report()).missing?.count).toBe(0);
    expect((await report('2026-11-21')).missing).toEqual({
      count: 1,
      rows: [
        { customerId: nodira, name: 'Nodira', visits: 5, usualDays: 3, lastOn: '2026-11-13', silentDays: 8 },
      ],
    });
  });

  test('nobody is told for a day more than a month ago', async () => {
    expect((await report('2026-10-22')).missing).not.toBeNull();
    expect((await report('2026-10-21')).missing).toBeNull();
  });

  test('the query finds exactly those whom the rule finds', async () => {
    const last = (silent: number) => addDays(today, -silent);
    const habits: { visits: number; firstOn: BusinessDay; lastOn: BusinessDay }[] = [];
    for (const visits of [4, 5, 6, 13]) {
      for (const span of [4, 9, 12, 40, 121, 150, 360]) {
        for (const silent of [1, 2, 3, 5, 6, 7, 20, 59, 60, 61, 90]) {
          habits.push({ visits, firstOn: addDays(last(silent), -span), lastOn: last(silent) });
        }
      }
    }
    const ids = habits.map(() => world.newId());
    const template = await world.db
      .selectFrom('customer')
      .selectAll()
      .where('id', '=', await addCustomer('Asl'))
      .executeTakeFirstOrThrow();
    await transact(world.db, async (trx) => {
      for (const [index, id] of ids.entries()) {
        const habit = habits[index];
        if (habit === undefined) throw new Error('as many ids as habits');
        await trx
          .insertInto('customer')
          .values({ ...template, id, phone: `+99890${2_000_000 + index}` })
          .execute();
        await trx
          .insertInto('customer_figure')
          .values({
            customer_id: id,
            visits: habit.visits,
            receipts: habit.visits,
            paid_som: 1,
            first_visit_on: habit.firstOn,
            last_visit_on: habit.lastOn,
          })
          .execute();
      }
    });
    const found = new Set((await lateByFigures(world.db, today).execute()).map(({ id }) => id));
    const expected = ids.filter((_, index) => {
      const habit = habits[index];
      return habit !== undefined && latenessOf(habit, today) !== null;
    });
    expect(expected.length).toBeGreaterThan(20);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});
