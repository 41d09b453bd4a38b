/** The sums of the months tell what the shop owes. */
import { expect, test } from 'vitest';
import {
  bonusMonthKinds,
  broughtKinds,
  givenKinds,
  goneKinds,
  monthKeyOf,
  owedBy,
} from '../../../shared/loyalty/bonusMonth.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

test('what is owed is what was given less what has gone', () => {
  const sums = [
    { kind: 'earned', amountSom: som(9_000) },
    { kind: 'deed', amountSom: som(1_000) },
    { kind: 'correction', amountSom: som(-500) },
    { kind: 'spent', amountSom: som(4_000) },
    { kind: 'expired', amountSom: som(700) },
  ];
  expect(owedBy(sums)).toBe(4_800);
  expect(owedBy([])).toBe(0);
});

test('every kind either gives or takes', () => {
  expect(givenKinds.filter((kind) => (goneKinds as readonly string[]).includes(kind))).toEqual([]);
  for (const kind of bonusMonthKinds) {
    const owesMore: readonly string[] = [...givenKinds, ...broughtKinds];
    const sign = owesMore.includes(kind) ? 1 : -1;
    expect(owedBy([{ kind, amountSom: som(5) }])).toBe(5 * sign);
  }
});

test('a day belongs to its own month', () => {
  expect(monthKeyOf(businessDay('2026-11-30'))).toBe('2026-11');
  expect(monthKeyOf(businessDay('2026-12-01'))).toBe('2026-12');
});
