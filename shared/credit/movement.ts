/** What an entry of the ledger means to the customer whose card or account it moved. */
import type { Som } from '../money.ts';

export const giftCardMovements = ['sold', 'toppedUp', 'paid', 'givenBack', 'corrected'] as const;
export type GiftCardMovement = (typeof giftCardMovements)[number];

export const creditMovements = [
  'change',
  'paid',
  'givenBack',
  'corrected',
  'taken',
  'repaid',
  'forgiven',
  'noted',
  'joined',
  'parted',
  'deposit',
  'depositBack',
] as const;
export type CreditMovement = (typeof creditMovements)[number];

/** By the document that caused it; what a person changed by hand names no other document. */
export function giftCardMovement(documentKind: string): GiftCardMovement {
  switch (documentKind) {
    case 'giftCardSold':
      return 'sold';
    case 'giftCardToppedUp':
      return 'toppedUp';
    case 'sale':
      return 'paid';
    case 'goodsTakenBack':
      return 'givenBack';
    default:
      return 'corrected';
  }
}

/**
 * `amountSom` is what the customer has more of, or owes more.
 *
 * | document                        | store credit      | debt      |
 * |---------------------------------|-------------------|-----------|
 * | sale                            | more: change, less: paid | taken |
 * | goodsTakenBack                  | givenBack         | givenBack |
 * | debtRepaid                      | paid              | repaid    |
 * | debtForgiven                    | –                 | forgiven  |
 * | debtNoted                       | –                 | noted     |
 * | orderDeposit                    | deposit           | –         |
 * | orderDepositBack                | depositBack       | –         |
 * | customerMerged, customerChanged | joined            | joined    |
 * | customerUnmerged                | parted            | parted    |
 * | corrected                       | corrected         | corrected |
 */
export function creditMovement(
  account: 'storeCredit' | 'debt',
  documentKind: string,
  amountSom: Som,
): CreditMovement {
  switch (documentKind) {
    case 'sale':
      if (account === 'debt') return 'taken';
      return amountSom > 0 ? 'change' : 'paid';
    case 'goodsTakenBack':
      return 'givenBack';
    case 'debtRepaid':
      return account === 'debt' ? 'repaid' : 'paid';
    case 'debtForgiven':
      return 'forgiven';
    case 'debtNoted':
      return 'noted';
    case 'orderDeposit':
      return 'deposit';
    case 'orderDepositBack':
      return 'depositBack';
    case 'customerMerged':
    case 'customerChanged':
      return 'joined';
    default:
      return 'corrected';
  }
}
