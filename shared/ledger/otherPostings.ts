/** Postings beside the sale: cash in and out of the drawer, the blind count, bonus that burns, moves or is corrected. */
import { type Som, som } from '../money.ts';
import { balanced, credit, debit, type Entry, type Posting, theShop } from './posting.ts';

/** Cash that comes into the drawer from outside the sales: the float at opening, change brought from the bank. */
export function cashInPosting(tillId: string, amountSom: Som): Posting {
  return balanced([debit('cashDrawer', amountSom, tillId), credit('cashOutsideTill', amountSom)]);
}

/** Cash that leaves the drawer: collected for the safe or the bank, or spent on the spot. */
export function cashOutPosting(
  tillId: string,
  amountSom: Som,
  goesTo: 'cashOutsideTill' | 'expense',
): Posting {
  return balanced([debit(goesTo, amountSom), credit('cashDrawer', amountSom, tillId)]);
}

/** What a blind count found against what should be there: 300 short makes the drawer 300 less and overShort 300 more. */
export function cashCountPosting(tillId: string, expectedSom: Som, countedSom: Som): Posting {
  const overSom = som(countedSom - expectedSom);
  return balanced([debit('cashDrawer', overSom, tillId), credit('overShort', overSom, tillId)]);
}

/** Bonus whose last day has passed: the shop no longer owes it. */
export function bonusExpiredPosting(holderId: string, amountSom: Som): Posting {
  return balanced([debit('bonusLiability', amountSom, holderId), credit('bonusExpired', amountSom)]);
}

/** Bonus that waited on a receipt's claim code and now has its customer. */
export function bonusClaimedPosting(claimCode: string, customerId: string, amountSom: Som): Posting {
  return balanced([
    debit('bonusLiability', amountSom, claimCode),
    credit('bonusLiability', amountSom, customerId),
  ]);
}

/** Bonus earned by a receipt that was given to its customer later the same day. */
export function bonusEarnedPosting(holderId: string, amountSom: Som): Posting {
  return balanced([debit('bonusCost', amountSom), credit('bonusLiability', amountSom, holderId)]);
}

/** Bonus given (above zero) or taken (below) by hand, with a reason on its document. */
export function bonusCorrectionPosting(holderId: string, amountSom: Som): Posting {
  return bonusEarnedPosting(holderId, amountSom);
}

/** Bonus that a customer gets as money from the drawer. */
export function bonusPaidOutPosting(customerId: string, tillId: string, amountSom: Som): Posting {
  return balanced([debit('bonusLiability', amountSom, customerId), credit('cashDrawer', amountSom, tillId)]);
}

/** Balances that come from another program. */
export function openingBalancePosting(
  account: 'bonusLiability' | 'giftCard' | 'storeCredit' | 'customerDebt' | 'supplierDebt',
  subjectId: string,
  amountSom: Som,
): Posting {
  const owedToUs = account === 'customerDebt';
  const entry = owedToUs ? debit(account, amountSom, subjectId) : credit(account, amountSom, subjectId);
  return balanced([
    entry,
    { account: 'openingBalance', subjectId: theShop, amountSom: som(-entry.amountSom) },
  ]);
}

/** The posting that takes another back, entry by entry: documents are never changed, they are answered. */
export function reversalPosting(posting: Posting): Posting {
  return balanced(posting.map((entry): Entry => ({ ...entry, amountSom: som(-entry.amountSom) })));
}
