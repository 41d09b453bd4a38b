import { expect, test } from 'vitest';
import { giftCardState } from '../../../renderer/credit/giftCardState.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const card = (isBlocked: boolean, expiresOn: string | null, balance: number) => ({
  isBlocked,
  expiresOn: expiresOn === null ? null : businessDay(expiresOn),
  balanceSom: som(balance),
});

test.each([
  [card(false, '2026-11-22', 50_000), 'pays'],
  [card(false, null, 50_000), 'pays'],
  [card(false, '2026-11-21', 50_000), 'expired'],
  [card(false, '2026-11-22', 0), 'empty'],
  [card(true, '2026-11-21', 0), 'blocked'],
])('%j is %s', (shown, state) => {
  expect(giftCardState(shown, today)).toBe(state);
});
