/** Who may do what: action × role, default deny. A verb whose action is missing here is refused to everyone. */
import type { Actor, PermissionMatrix, Role } from '../actor.ts';

const everyone: readonly Role[] = ['owner', 'senior', 'cashier'];
const seniors: readonly Role[] = ['owner', 'senior'];
const owner: readonly Role[] = ['owner'];

/** The roles that may do an action themselves as the program comes, and so may approve it for another person. */
export const permissions: PermissionMatrix = {
  'shop.leaveDemo': owner,
  'shop.settings': everyone,
  'shop.changeSettings': owner,
  'shop.readiness': everyone,
  'shop.backUp': seniors,
  'staff.manage': owner,
  'staff.unlock': seniors,
  // One's own figures, plan, tour and secret.
  'staff.own': everyone,
  'staff.plan': seniors,
  'staff.skills': seniors,
  'receipt.preview': everyone,
  'receipt.manage': seniors,
  // A PDF shows only what verbs show that the person may call.
  'receipt.makePdf': everyone,
  'catalogue.read': everyone,
  'catalogue.change': seniors,
  'customer.read': everyone,
  'customer.create': everyone,
  // Whoever may not sees the last four digits, by which customers are still found.
  'customer.seePhones': seniors,
  // A whole person leaves the shop as a file.
  'customer.exportPerson': seniors,
  'customer.change': seniors,
  // An allergy is told to whoever stands at the till.
  'customer.noteFacts': everyone,
  'customer.issueCards': seniors,
  'customer.blockCard': everyone,
  'customer.merge': seniors,
  // Nobody gets them back.
  'customer.erase': owner,
  'customer.segments': seniors,
  'customer.changeSegments': seniors,
  'customer.changeFirm': seniors,
  'shift.read': everyone,
  'shift.open': everyone,
  'shift.close': everyone,
  'shift.moveCash': everyone,
  'shift.count': everyone,
  'shift.openDrawer': everyone,
  // Whoever may see what the drawer should hold does not count blind.
  'shift.x': seniors,
  'shift.notes': everyone,
  'shift.pinNotes': owner,
  'shift.tick': everyone,
  'shift.changeChecklists': owner,
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
  'loyalty.giveGift': everyone,
  // More than what is left of the month's budget.
  'loyalty.giveGiftAbove': seniors,
  'loyalty.seeGifts': seniors,
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
  'sale.takeBackLate': owner,
  // Money back in another way than it was paid.
  'sale.takeBackOtherwise': seniors,
  'sale.takeBackLoose': seniors,
  'sale.shelfPrice': everyone,
  'sale.shelfPriceAbove': seniors,
  'sale.writtenOnPaper': everyone,
  // A file changes the whole shop at once, and a list that is saved leaves it.
  'exchange.import': owner,
  'exchange.export': seniors,
  'service.read': everyone,
  'service.feedback': everyone,
  'service.complain': everyone,
  'service.answer': everyone,
  'service.contact': everyone,
  'service.assign': seniors,
  'service.wish': everyone,
  'service.changeWishes': seniors,
  'service.order': everyone,
  'service.task': everyone,
  'service.planTasks': seniors,
  'service.changeTemplates': seniors,
  'service.figures': seniors,
  'service.polls': seniors,
  'service.apologise': everyone,
  // More than what is left of the shift's budget.
  'service.apologiseAbove': seniors,
  'report.today': seniors,
  'report.promotions': seniors,
  'report.bonus': seniors,
  'report.journal': owner,
  'report.verify': owner,
  'report.inspection': owner,
  'report.month': owner,
  'report.closeMonth': owner,
  'report.expenses': seniors,
  'journal.export': everyone,
  'journal.archive': owner,
  'shop.training': everyone,
};

/**
 * What no owner can change: people and rights stay the owner's own, or a senior could make themselves one; and without the
 * rest a page cannot even begin.
 */
export const fixedActions: ReadonlySet<string> = new Set([
  'staff.manage',
  'staff.own',
  'shop.leaveDemo',
  'shop.settings',
]);

/** A role whose right to an action the owner has changed. */
export interface PermissionChange {
  readonly action: string;
  readonly role: Exclude<Role, 'owner'>;
  readonly isAllowed: boolean;
}

/**
 * The rights as the owner has them now. The owner keeps every right; a change of a fixed action, or of one that this
 * version no longer has, changes nothing.
 *
 * | out of the box       | changed to              | may now              |
 * |----------------------|-------------------------|----------------------|
 * | owner, senior        | cashier: yes            | owner, senior, cashier |
 * | everyone             | cashier: no             | owner, senior        |
 * | owner (staff.manage) | senior: yes             | owner                |
 */
export function permissionsWith(changes: readonly PermissionChange[]): PermissionMatrix {
  const changed = new Map(changes.map((change) => [keyOf(change.action, change.role), change.isAllowed]));
  const may = (action: string, role: Role) =>
    fixedActions.has(action) || role === 'owner'
      ? mayDo(role, action)
      : (changed.get(keyOf(action, role)) ?? mayDo(role, action));
  return Object.fromEntries(
    Object.keys(permissions).map((action) => [action, everyone.filter((role) => may(action, role))]),
  );
}

function keyOf(action: string, role: Role): string {
  return `${action} ${role}`;
}

/** Whether a role may do an action; false for an action nobody declared. */
export function mayDo(role: Role, action: string, matrix: PermissionMatrix = permissions): boolean {
  return Object.hasOwn(matrix, action) && (matrix[action]?.includes(role) ?? false);
}

/** Whether the actor may do an action alone, whoever stands beside them. The till itself may do whatever is declared. */
export function may({ role, permissions: matrix }: Actor, action: string): boolean {
  return role === 'system' ? Object.hasOwn(matrix, action) : mayDo(role, action, matrix);
}

/** Whether the second person beside the actor may do an action; false where nobody stands there. */
export function approverMay({ approver, permissions: matrix }: Actor, action: string): boolean {
  return approver !== null && mayDo(approver.role, action, matrix);
}
