/** What a posting did to an account, in one word of the month page: the ledger's causes sorted into the owner's. */
import type { AccountKind } from '../ledger/posting.ts';

export const moveKinds = [
  // bonus
  'given',
  'spent',
  'burned',
  'takenBack',
  'paidOut',
  'donated',
  // gift cards, accounts, debts
  'sold',
  'toppedUp',
  'used',
  'back',
  'change',
  'taken',
  'noted',
  'repaid',
  'forgiven',
  'corrected',
  'deposit',
  'depositBack',
  // partners and funds
  'borne',
  'settled',
  'roundUp',
  'sponsored',
  'handedOver',
  // the drawer
  'sales',
  'returns',
  'giftCards',
  'debts',
  'float',
  'cashIn',
  'cashOut',
  'collection',
  'expense',
  'overShort',
  'other',
] as const;
export type MoveKind = (typeof moveKinds)[number];

/** What is known of the entries of one account that came from one kind of cause. */
export interface Cause {
  readonly account: AccountKind;
  readonly documentKind: string;
  /** Why, in one word of the program, as the posting has it. */
  readonly reason: string;
  /** Debit: the drawer has more, the customer owes more; of what the shop owes it is less. */
  readonly isDebit: boolean;
}

type Table = Readonly<Record<string, MoveKind>>;

const giftCard: Table = {
  giftCardSold: 'sold',
  giftCardToppedUp: 'toppedUp',
  sale: 'used',
  goodsTakenBack: 'back',
  corrected: 'corrected',
};

const storeCredit: Table = {
  sale: 'used',
  debtRepaid: 'used',
  goodsTakenBack: 'back',
  goodsTakenBackLoose: 'back',
  orderDeposit: 'deposit',
  orderDepositBack: 'depositBack',
  corrected: 'corrected',
};

const customerDebt: Table = {
  sale: 'taken',
  debtNoted: 'noted',
  debtRepaid: 'repaid',
  debtForgiven: 'forgiven',
  goodsTakenBack: 'back',
};

const partner: Table = { sale: 'borne', goodsTakenBack: 'back', partnerSettled: 'settled' };

const donations: Table = {
  sale: 'roundUp',
  goodsTakenBack: 'back',
  bonusDonated: 'donated',
  fundSponsored: 'sponsored',
  fundPaid: 'handedOver',
};

const drawer: Table = {
  sale: 'sales',
  goodsTakenBack: 'returns',
  goodsTakenBackLoose: 'returns',
  giftCardSold: 'giftCards',
  giftCardToppedUp: 'giftCards',
  debtRepaid: 'debts',
  bonusPaidOut: 'paidOut',
  orderDeposit: 'deposit',
  orderDepositBack: 'depositBack',
  fundPaid: 'handedOver',
  shiftOpened: 'float',
};

/** Cash that moved for its own sake is told by the posting's reason. */
const cashMoves: Table = { in: 'cashIn', out: 'cashOut', collection: 'collection', expense: 'expense' };

/**
 * | account     | document       | reason    | entry  | word       |
 * |-------------|----------------|-----------|--------|------------|
 * | storeCredit | sale           | sale      | debit  | used       |
 * | storeCredit | sale           | sale      | credit | change     |
 * | cashDrawer  | shiftClosed    | count     | either | overShort  |
 * | cashDrawer  | shiftClosed    | collected | credit | collection |
 * | cashDrawer  | cashMoved      | expense   | credit | expense    |
 * | giftCard    | customerMerged | …         | either | other      |
 */
export function moveKindOf({ account, documentKind, reason, isDebit }: Cause): MoveKind {
  switch (account) {
    case 'giftCard':
      return giftCard[documentKind] ?? 'other';
    case 'storeCredit':
      // Change that stays on the customer's account; with an exchange it may meet what was used.
      return documentKind === 'sale' && !isDebit ? 'change' : (storeCredit[documentKind] ?? 'other');
    case 'customerDebt':
      return customerDebt[documentKind] ?? 'other';
    case 'partner':
      return partner[documentKind] ?? 'other';
    case 'donations':
      return donations[documentKind] ?? 'other';
    case 'cashDrawer':
      return drawerMove(documentKind, reason);
    default:
      return 'other';
  }
}

function drawerMove(documentKind: string, reason: string): MoveKind {
  if (documentKind === 'shiftClosed') return reason === 'count' ? 'overShort' : 'collection';
  if (documentKind === 'cashMoved') return cashMoves[reason] ?? 'other';
  return drawer[documentKind] ?? 'other';
}
