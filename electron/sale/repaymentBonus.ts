/** The bonus of goods sold on credit: it is earned when they are paid for (docs/rules.md rules 2 and 24). */
import { bonusEarnedPosting } from '../../shared/ledger/otherPostings.ts';
import { bonusOfRepayment } from '../../shared/loyalty/repayment.ts';
import { type Som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import { post } from '../ledger/inTransaction.ts';
import {
  bonusBalanceOf,
  earnLot,
  livingLots,
  noteBonus,
  notePaid,
  owedAfterReturns,
} from '../loyalty/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { creditLinesOf } from './returnQueries.ts';

/** So much of a sale's debt is repaid now. */
export interface RepaidPart {
  readonly saleId: string;
  /** What was paid of it before. */
  readonly repaidBeforeSom: Som;
  readonly amountSom: Som;
}

/**
 * Gives what the repaid goods earn at the rates of their sales, each sale in a lot of its own that follows its lines when
 * they come back, and counts the money for tiers. Goods that earned with the sale already earn nothing again; debts from
 * the paper notebook have no sale and are not named here. One posting for the whole payment, `repayment` of the document.
 */
export async function rewardRepayment(
  scope: WriteScope,
  payment: {
    readonly customerId: string;
    readonly paymentId: string;
    readonly parts: readonly RepaidPart[];
  },
): Promise<readonly { readonly saleId: string; readonly bonusSom: Som }[]> {
  const { customerId, paymentId, parts } = payment;
  const earned: { saleId: string; bonusSom: Som }[] = [];
  for (const part of parts) {
    earned.push({ saleId: part.saleId, bonusSom: await bonusOfPart(scope, part) });
  }
  await notePaid(scope, { customerId, amountSom: sumOf(parts, (part) => part.amountSom) });
  await giveLots(scope, customerId, earned);
  const totalSom = sumOf(earned, (each) => each.bonusSom);
  await post(scope.trx, bonusEarnedPosting(customerId, totalSom), {
    id: scope.newId(),
    documentKind: 'debtRepaid',
    documentId: paymentId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'repayment',
  });
  await noteBonus(scope, 'earned', totalSom);
  return earned;
}

async function bonusOfPart({ trx }: WriteScope, part: RepaidPart): Promise<Som> {
  const { lines, hasDebtEarned } = await creditLinesOf(trx, part.saleId);
  return hasDebtEarned ? zeroSom : bonusOfRepayment(lines, part.repaidBeforeSom, part.amountSom);
}

/** What a return left owing is repaid first, by one sale after the other. */
async function giveLots(
  scope: WriteScope,
  customerId: string,
  earned: readonly { readonly saleId: string; readonly bonusSom: Som }[],
): Promise<void> {
  const lots = await livingLots(scope, customerId);
  let owedSom = owedAfterReturns(lots, await bonusBalanceOf(scope.trx, customerId));
  const holder = { kind: 'customer', id: customerId } as const;
  for (const { saleId, bonusSom } of earned) {
    if (bonusSom === 0) continue;
    await earnLot(scope, { holder, saleId, earnedSom: bonusSom, owedSom });
    owedSom = owedSom > bonusSom ? subtractSom(owedSom, bonusSom) : zeroSom;
  }
}
