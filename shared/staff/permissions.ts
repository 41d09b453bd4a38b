/** Who may do what: action × role, default deny. A verb whose action is missing here is refused to everyone. */
import type { Role } from '../actor.ts';

const everyone: readonly Role[] = ['owner', 'senior', 'cashier'];
const seniors: readonly Role[] = ['owner', 'senior'];
const owner: readonly Role[] = ['owner'];

/** The roles that may do an action themselves. Those above may also approve it for another person. */
export const permissions: Readonly<Record<string, readonly Role[]>> = {
  'shop.leaveDemo': owner,
  'shop.settings': everyone,
  'shop.changeSettings': owner,
  'shop.readiness': everyone,
  'shop.backUp': seniors,
  'staff.self': everyone,
  'staff.manage': owner,
  'staff.unlock': seniors,
  'receipt.preview': everyone,
  'receipt.manage': seniors,
  'catalogue.read': everyone,
  'catalogue.change': seniors,
  'customer.read': everyone,
  'customer.create': everyone,
  'customer.change': seniors,
  'customer.issueCards': seniors,
  'shift.read': everyone,
  'shift.open': everyone,
  'shift.close': everyone,
  'coupon.read': everyone,
  'coupon.change': owner,
  'coupon.goodwill': seniors,
  'loyalty.read': everyone,
  'loyalty.spendOverLimit': seniors,
  'sale.sell': everyone,
  'sale.discount': seniors,
  'sale.read': everyone,
  'sale.attachLater': everyone,
  'sale.reprint': everyone,
  'report.today': seniors,
};

/** Whether a role may do an action; false for an action nobody declared. */
export function mayDo(role: Role, action: string): boolean {
  return permissions[action]?.includes(role) ?? false;
}
