/** The customers of a day: hand-computed cases of every rule, and what must hold for any day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import {
  birthDatesOn,
  bonusOf,
  cashiersOf,
  comersOf,
  countsOf,
  debtsOf,
  hasComeBack,
  type KnownComer,
  latenessOf,
  receiptsOf,
  type SoldTo,
} from '../../../shared/report/customerDay.ts';
import { addDays, businessDay } from '../../../shared/time.ts';

const day = businessDay('2026-11-22');
const on = (text: string) => businessDay(`2026-${text}`);

function known(customerId: string, more: Partial<KnownComer> = {}): readonly [string, KnownComer] {
  return [customerId, { customerId, name: customerId, visits: 1, firstOn: day, lastBefore: null, ...more }];
}

const sold = (customerId: string | null, personId: string, receipts: number, netSom: number): SoldTo => ({
  customerId,
  personId,
  receipts,
  netSom: som(netSom),
});

describe('a regular is late for their own habit', () => {
  const everyThirdDay = { visits: 5, firstOn: on('11-01'), lastOn: on('11-13') };

  test('only after more than twice their usual interval', () => {
    expect(latenessOf(everyThirdDay, on('11-19'))).toBeNull();
    expect(latenessOf(everyThirdDay, on('11-20'))).toEqual({ usualDays: 3, silentDays: 7 });
  });

  test('only with at least five visits', () => {
    expect(latenessOf({ ...everyThirdDay, visits: 4 }, on('11-30'))).toBeNull();
  });

  test('only when they come at least once in thirty days', () => {
    // Four intervals of 30 days are 120: 120 days are a habit, 121 are none.
    const last = on('09-28');
    expect(
      latenessOf({ visits: 5, firstOn: addDays(last, -121), lastOn: last }, addDays(last, 60)),
    ).toBeNull();
    expect(latenessOf({ visits: 5, firstOn: addDays(last, -112), lastOn: last }, addDays(last, 57))).toEqual({
      usualDays: 28,
      silentDays: 57,
    });
  });

  test('for sixty days; later they are lost and stand on another list', () => {
    const last = on('09-22');
    const habit = { visits: 9, firstOn: addDays(last, -40), lastOn: last };
    expect(latenessOf(habit, addDays(last, 60))).toEqual({ usualDays: 5, silentDays: 60 });
    expect(latenessOf(habit, addDays(last, 61))).toBeNull();
  });

  test('the usual interval is shown half up, and decided in whole numbers', () => {
    // 10 days in 4 intervals: 2.5 is shown as 3; twice 2.5 is 5, so 6 silent days are late and 5 are not.
    const habit = { visits: 5, firstOn: on('11-01'), lastOn: on('11-11') };
    expect(latenessOf(habit, on('11-16'))).toBeNull();
    expect(latenessOf(habit, on('11-17'))).toEqual({ usualDays: 3, silentDays: 6 });
  });

  test('whoever is late today was late or on time yesterday, and stays late until they are lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 59 }),
        (visits, span, silent) => {
          const habit = { visits, firstOn: addDays(day, -silent - span), lastOn: addDays(day, -silent) };
          const now = latenessOf(habit, day);
          if (now === null) return;
          expect(now.silentDays).toBe(silent);
          // More than twice the exact average, by the definition in words.
          expect(silent / (span / (visits - 1))).toBeGreaterThan(2);
          expect(latenessOf(habit, addDays(day, 1))).not.toBeNull();
        },
      ),
    );
  });
});

describe('who came', () => {
  const comers = comersOf(
    [
      sold('nodira', 'sardor', 2, 60_000),
      sold('nodira', 'gulnora', 1, 15_000),
      sold('aziz', 'sardor', 1, 90_000),
      sold('malika', 'sardor', 1, 20_000),
      sold('jasur', 'sardor', 1, 20_000),
      sold(null, 'gulnora', 3, 33_000),
    ],
    new Map([
      known('nodira', { visits: 12, firstOn: on('02-01'), lastBefore: on('11-20') }),
      known('aziz'),
      known('malika', { visits: 4, firstOn: on('08-01'), lastBefore: on('10-23') }),
      known('jasur', { visits: 3, firstOn: on('08-01'), lastBefore: on('10-24') }),
    ]),
    day,
  );

  test('receipts with several cashiers are one customer, and the largest sums stand first', () => {
    expect(comers.map(({ customerId, receipts, netSom }) => [customerId, receipts, netSom])).toEqual([
      ['aziz', 1, 90_000],
      ['nodira', 3, 75_000],
      ['jasur', 1, 20_000],
      ['malika', 1, 20_000],
    ]);
  });

  test('thirty days away is come back, twenty-nine are not', () => {
    expect(comers.filter(hasComeBack).map(({ customerId, awayDays }) => [customerId, awayDays])).toEqual([
      ['malika', 30],
    ]);
    expect(countsOf(comers)).toEqual({ came: 4, new: 1, returning: 3, cameBack: 1 });
  });

  test('a customer who was here before under figures of old is not new, though no receipt is known', () => {
    const [comer] = comersOf(
      [sold('sayyora', 'sardor', 1, 10_000)],
      new Map([known('sayyora', { visits: 7, firstOn: on('01-10') })]),
      day,
    );
    expect(comer).toMatchObject({ isNew: false, visits: 7, awayDays: null });
  });

  test('everybody who came is new or returning, and nobody both', () => {
    const rows = fc.array(
      fc.record({
        customerId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
        personId: fc.constantFrom('x', 'y'),
        receipts: fc.integer({ min: 1, max: 9 }),
        netSom: fc.integer({ min: 0, max: 1_000_000 }).map(som),
      }),
    );
    fc.assert(
      fc.property(rows, fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }), (all, away) => {
        const lastBefore = away === null ? null : addDays(day, -away);
        const people = comersOf(all, new Map([known('a', { lastBefore })]), day);
        const counts = countsOf(people);
        expect(counts.new + counts.returning).toBe(counts.came);
        expect(counts.cameBack).toBeLessThanOrEqual(counts.returning);
        const { receipts, sales } = receiptsOf(all);
        expect(people.reduce((sum, one) => sum + one.receipts, 0)).toBe(receipts.withCustomer);
        expect(people.reduce((sum, one) => sum + one.netSom, 0)).toBe(sales.withCustomerSom);
        const cashiers = cashiersOf(all, (id) => id);
        expect(cashiers.reduce((sum, one) => sum + one.receipts, 0)).toBe(receipts.all);
        expect(cashiers.reduce((sum, one) => sum + one.withCustomer, 0)).toBe(receipts.withCustomer);
      }),
    );
  });
});

test('receipts and sums tell with and without a customer apart', () => {
  expect(receiptsOf([sold('nodira', 'sardor', 2, 60_000), sold(null, 'sardor', 1, 5_000)])).toEqual({
    receipts: { all: 3, withCustomer: 2 },
    sales: { allSom: 65_000, withCustomerSom: 60_000 },
  });
});

test('each cashier is told by how many of their receipts have a customer', () => {
  const rows = [sold('nodira', 'sardor', 2, 1), sold(null, 'sardor', 1, 1), sold(null, 'gulnora', 4, 1)];
  expect(cashiersOf(rows, (id) => id.toUpperCase())).toEqual([
    { personId: 'gulnora', name: 'GULNORA', receipts: 4, withCustomer: 0 },
    { personId: 'sardor', name: 'SARDOR', receipts: 3, withCustomer: 2 },
  ]);
});

describe('bonus of the day', () => {
  const cause = (documentKind: string, isDebit: boolean, amountSom: number) => ({
    documentKind,
    isDebit,
    amountSom,
  });

  test('what was owed in the morning, given, spent and moved otherwise comes to the evening', () => {
    expect(
      bonusOf(
        [
          cause('sale', false, -9_000),
          cause('sale', true, 4_000),
          cause('deedGiven', false, -1_000),
          cause('deedGiven', true, 500),
          cause('bonusExpired', true, 700),
          cause('goodsTakenBack', true, 300),
          cause('goodsTakenBack', false, -200),
        ],
        som(24_700),
      ),
    ).toEqual({ beforeSom: 20_000, givenSom: 10_000, spentSom: 4_000, otherSom: -1_300, owedSom: 24_700 });
  });

  test('bonus that only changed its holder is no gift; what the receipt earned with it is', () => {
    const bonus = bonusOf(
      [
        cause('saleAttached', true, 300),
        cause('saleAttached', false, -1_100),
        cause('customerMerged', true, 50),
      ],
      som(850),
    );
    expect(bonus).toMatchObject({ givenSom: 750, otherSom: 0, beforeSom: 100 });
  });

  test('the morning and all that moved always come to the evening', () => {
    const kinds = fc.constantFrom('sale', 'saleAttached', 'corrected', 'goodsTakenBack', 'gameReward', 'new');
    const causes = fc.array(fc.tuple(kinds, fc.boolean(), fc.integer({ min: 0, max: 1_000_000 })));
    fc.assert(
      fc.property(causes, fc.integer({ min: -1000, max: 9_000_000 }), (all, owed) => {
        const bonus = bonusOf(
          all.map(([kind, isDebit, sum]) => cause(kind, isDebit, isDebit ? sum : -sum)),
          som(owed),
        );
        const moved = all.reduce((sum, [, isDebit, amount]) => sum + (isDebit ? -amount : amount), 0);
        expect(bonus.givenSom - bonus.spentSom + bonus.otherSom).toBe(moved + 0);
        expect(bonus.beforeSom + moved).toBe(owed);
      }),
    );
  });
});

describe('debts to be paid', () => {
  const debt = (customerId: string, dueOn: string, openSom: number) => ({
    customerId,
    name: customerId,
    dueOn: on(dueOn),
    openSom: som(openSom),
  });

  test('a debt is due on its last day and overdue from the next; the oldest stands first', () => {
    expect(
      debtsOf(
        [
          debt('nodira', '11-22', 30_000),
          debt('aziz', '11-21', 10_000),
          debt('aziz', '11-22', 5_000),
          debt('malika', '11-23', 99_000),
          debt('jasur', '10-01', 0),
        ],
        day,
        som(144_000),
      ),
    ).toEqual({
      dueSom: 35_000,
      overdueSom: 10_000,
      openSom: 144_000,
      count: 2,
      rows: [
        { customerId: 'aziz', name: 'aziz', dueSom: 5_000, overdueSom: 10_000, dueOn: on('11-21') },
        { customerId: 'nodira', name: 'nodira', dueSom: 30_000, overdueSom: 0, dueOn: on('11-22') },
      ],
    });
  });
});

test.each([
  ['2026-11-23', ['11-23']],
  ['2027-02-28', ['02-28', '02-29']],
  ['2028-02-28', ['02-28']],
  ['2028-02-29', ['02-29']],
  ['2100-02-28', ['02-28', '02-29']],
])('birthdays on %s are those of %j', (which, dates) => {
  expect(birthDatesOn(businessDay(which))).toEqual(dates);
});
