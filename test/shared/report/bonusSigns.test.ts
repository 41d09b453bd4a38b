import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  farMoreThanOthers,
  type Meeting,
  rareMeetings,
  sameCashierAndCard,
} from '../../../shared/report/bonusSigns.ts';

const met = (personId: string, customerId: string, times: number): Meeting => ({
  personId,
  customerId,
  times,
});

describe('one cashier and one card', () => {
  it('stand out when nearly all receipts of the card are that cashier’s although others sell as well', () => {
    const meetings = [
      met('sardor', 'lola', 19),
      met('dilnoza', 'lola', 1),
      met('sardor', 'x', 11),
      met('dilnoza', 'x', 69),
    ];
    expect(sameCashierAndCard(meetings)).toEqual([{ of: meetings[0], times: 19, usualTimes: 6 }]);
  });

  it('do not when others ring the card up too', () => {
    const meetings = [
      met('sardor', 'lola', 12),
      met('dilnoza', 'lola', 8),
      met('sardor', 'x', 18),
      met('dilnoza', 'x', 62),
    ];
    expect(sameCashierAndCard(meetings)).toEqual([]);
  });

  it('do not when that cashier rings up nearly everything', () => {
    const meetings = [met('sardor', 'lola', 20), met('sardor', 'x', 70), met('dilnoza', 'x', 10)];
    expect(sameCashierAndCard(meetings)).toEqual([]);
  });

  it('do not on seven receipts', () => {
    const meetings = [met('sardor', 'lola', 7), met('sardor', 'x', 23), met('dilnoza', 'x', 70)];
    expect(sameCashierAndCard(meetings)).toEqual([]);
  });

  it('never do in a shop of one person', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 }), (counts) => {
        const meetings = counts.map((times, index) => met('sardor', `customer ${index}`, times));
        expect(sameCashierAndCard(meetings)).toEqual([]);
      }),
    );
  });
});

describe('one person far above the others', () => {
  it('is one with three times what the others do', () => {
    const doings = [
      { personId: 'sardor', times: 12 },
      { personId: 'dilnoza', times: 2 },
      { personId: 'lola', times: 4 },
    ];
    expect(farMoreThanOthers(doings, 3)).toEqual([{ of: doings[0], times: 12, usualTimes: 3 }]);
  });

  it('counts also those who never did it, and is nobody in a shop of one', () => {
    const doings = [{ personId: 'sardor', times: 6 }];
    expect(farMoreThanOthers(doings, 3)).toEqual([{ of: doings[0], times: 6, usualTimes: 0 }]);
    expect(farMoreThanOthers(doings, 1)).toEqual([]);
  });

  it('is nobody when all do about the same, or hardly anything', () => {
    const doings = [
      { personId: 'sardor', times: 12 },
      { personId: 'dilnoza', times: 5 },
      { personId: 'lola', times: 5 },
    ];
    expect(farMoreThanOthers(doings, 3)).toEqual([]);
    expect(farMoreThanOthers([{ personId: 'sardor', times: 4 }], 3)).toEqual([]);
  });
});

describe('something rare between two people', () => {
  it('stands out against the other pairs', () => {
    const meetings = [met('sardor', 'lola', 9), met('sardor', 'nodira', 1), met('dilnoza', 'aziz', 2)];
    expect(rareMeetings(meetings, 3)).toEqual([{ of: meetings[0], times: 9, usualTimes: 2 }]);
  });

  it('does not where it is usual', () => {
    const meetings = [met('sardor', 'lola', 5), met('sardor', 'nodira', 4), met('dilnoza', 'aziz', 4)];
    expect(rareMeetings(meetings, 3)).toEqual([]);
  });
});
