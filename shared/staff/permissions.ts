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
  'staff.manage': owner,
  'staff.unlock': seniors,
  'receipt.preview': everyone,
  'receipt.manage': seniors,
  // A PDF shows only what verbs show that the person may call.
  'receipt.makePdf': everyone,
  'catalogue.read': everyone,
  'catalogue.change': seniors,
  'customer.read': everyone,
  'customer.create': everyone,
  'customer.change': seniors,
  'customer.issueCards': seniors,
  'customer.blockCard': everyone,
  'customer.merge': seniors,
  'shift.read': everyone,
  'shift.open': everyone,
  'shift.close': everyone,
  'promotion.read': everyone,
  'promotion.change': owner,
  'catalogue.printTags': everyone,
  'coupon.read': everyone,
  // Codes of coupons that belong to whoever brings them are money.
  'coupon.handOut': seniors,
  'coupon.partners': seniors,
  'coupon.give': seniors,
  'coupon.void': seniors,
  'coupon.change': owner,
  'coupon.goodwill': seniors,
  'loyalty.read': everyone,
  'loyalty.referralCode': everyone,
  'loyalty.spendOverLimit': seniors,
  'loyalty.changeProgramme': owner,
  'loyalty.giveDeed': everyone,
  'loyalty.payOut': everyone,
  'loyalty.donate': everyone,
  'loyalty.charity': seniors,
  'loyalty.contest': seniors,
  'loyalty.draw': owner,
  'loyalty.correct': seniors,
  // A second person stands for money that moves without goods.
  'ledger.approve': seniors,
  'ledger.read': seniors,
  'credit.read': everyone,
  'credit.sellGiftCard': everyone,
  'credit.changeGiftCard': seniors,
  'credit.repay': everyone,
  'credit.setLimit': seniors,
  'credit.overLimit': seniors,
  'credit.noteDebt': seniors,
  'credit.forgive': seniors,
  'credit.correct': seniors,
  'sale.sell': everyone,
  'sale.read': everyone,
  'sale.attachLater': everyone,
  'sale.reprint': everyone,
  'sale.takeBack': seniors,
  'report.today': seniors,
  'report.promotions': seniors,
  'report.bonus': seniors,
};

/** Whether a role may do an action; false for an action nobody declared. */
export function mayDo(role: Role, action: string): boolean {
  return permissions[action]?.includes(role) ?? false;
}
