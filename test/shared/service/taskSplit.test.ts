import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTasks } from '../../../shared/service/taskSplit.ts';

const list = (...withPersonIds: readonly (string | null)[]) =>
  withPersonIds.map((withPersonId, at) => ({ customerId: `c${at}`, withPersonId }));

describe('a list split over the people on shift', () => {
  it.each([
    [list(null, null, null), ['X', 'Y'], ['X', 'Y', 'X']],
    [list('Y', null, null), ['X', 'Y'], ['Y', 'X', 'X']],
    [list('Y', 'Y', 'Y', 'Y'), ['X', 'Y'], ['Y', 'Y', 'X', 'X']],
    [list('gone', null), ['X', 'Y'], ['X', 'Y']],
    [list(null, null), [], [null, null]],
  ])('%j over %j is %j', (customers, people, answer) => {
    expect(splitTasks(customers, people)).toEqual(answer);
  });

  const people = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1 });
  const owners = fc.array(fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'gone')), { maxLength: 60 });

  it('is fair within one, whoever had whom', () => {
    fc.assert(
      fc.property(owners, people, (withPersonIds, personIds) => {
        const answer = splitTasks(list(...withPersonIds), personIds);
        const shares = personIds.map((id) => answer.filter((each) => each === id).length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(withPersonIds.length);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps every customer with their person as long as that is no more than an even share', () => {
    fc.assert(
      fc.property(owners, people, (withPersonIds, personIds) => {
        const answer = splitTasks(list(...withPersonIds), personIds);
        const least = Math.floor(withPersonIds.length / personIds.length);
        for (const id of personIds) {
          const own = withPersonIds.filter((each) => each === id).length;
          const kept = withPersonIds.filter((each, at) => each === id && answer[at] === id).length;
          expect(kept).toBeGreaterThanOrEqual(Math.min(own, least));
        }
      }),
    );
  });

  it('answers the same to the same', () => {
    fc.assert(
      fc.property(owners, people, (withPersonIds, personIds) => {
        const customers = list(...withPersonIds);
        expect(splitTasks(customers, personIds)).toEqual(splitTasks(customers, personIds));
      }),
    );
  });
});
