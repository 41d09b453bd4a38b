/** Who may do what: what no rule allows is refused. */
import { describe, expect, it } from 'vitest';
import { mayDo, permissions } from '../../../shared/staff/permissions.ts';

describe('permissions', () => {
  it('refuse what nobody declared', () => {
    expect(mayDo('owner', 'sale.giveAwayTheShop')).toBe(false);
    expect(mayDo('owner', '')).toBe(false);
  });

  it('let the owner do everything that is declared, and everybody sell', () => {
    expect(Object.keys(permissions).filter((action) => !mayDo('owner', action))).toEqual([]);
    expect(mayDo('cashier', 'sale.sell')).toBe(true);
  });

  it.each(['shop.changeSettings', 'staff.manage', 'promotion.change', 'coupon.change', 'shop.leaveDemo'])(
    'keep %s for the owner',
    (action) => {
      expect([mayDo('cashier', action), mayDo('senior', action)]).toEqual([false, false]);
    },
  );

  it.each([
    'coupon.goodwill',
    'coupon.give',
    'coupon.void',
    'coupon.handOut',
    'coupon.partners',
    'loyalty.spendOverLimit',
    'customer.change',
    'report.today',
    'report.promotions',
  ])('let a senior do %s, but not a cashier', (action) => {
    expect([mayDo('cashier', action), mayDo('senior', action)]).toEqual([false, true]);
  });
});
