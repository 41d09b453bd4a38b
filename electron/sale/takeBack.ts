/** The verbs of goods that come back by their receipt: what would follow, and doing it (docs/rules.md rules 8–10). */
import type { z } from 'zod';
import type { Actor } from '../../shared/actor.ts';
import type { Tender } from '../../shared/basket.ts';
import { Refusal } from '../../shared/errors.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { consequencesSchema } from '../../shared/sale/returnContract.ts';
import { approverMay, may } from '../../shared/staff/permissions.ts';
import { businessDayNow } from '../businessDay.ts';
import type { PrintQueue } from '../parts.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type ReadScope, readingVerb, requireAllowed, type WriteScope, writingVerb } from '../verb.ts';
import type { DecidedReturn, ReturnDecision } from './decidedReturn.ts';
import { decideReturn, handedBackSom } from './decideReturn.ts';
import { printReturn } from './printReturn.ts';
import { saveReturn } from './saveReturn.ts';
import type { ReturnSource } from './soldSale.ts';

export type Consequences = z.input<typeof consequencesSchema>;

/** Says what a return would do. A late one, or cash for a card, is shown too: who allows it may come to the counter. */
export const previewReturn = readingVerb(saleContract.previewReturn, async (scope, input) => {
  const decision = await decideReturn(await sourceOfReading(scope), input);
  if ((await currentShift(scope.db, scope.tillId)) === null) throw new Refusal('ShiftNotOpen');
  return consequencesOf(decision);
});

export const takeBack = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.takeBack, async (scope, input) => {
    const decided = await decide(scope, input);
    const { moneyBackSom } = consequencesOf(decided);
    if (input.expectedMoneyBackSom !== undefined && input.expectedMoneyBackSom !== moneyBackSom) {
      throw new Refusal('ReturnChanged', { moneyBackSom });
    }
    const rows = await saveReturn(scope, decided);
    await printReturn(scope, decided, rows);
    scope.changed('sale', 'customer', 'shift', 'coupon', 'loyalty', 'credit');
    scope.afterCommit(parts.printQueue.wake);
    return { returnId: decided.returnId, number: decided.number, ...consequencesOf(decided) };
  });

type TakeBackInput = Parameters<Parameters<typeof writingVerb<typeof saleContract.takeBack>>[1]>[1];

async function decide(scope: WriteScope, input: TakeBackInput): Promise<DecidedReturn> {
  const decision = await decideReturn(sourceOfWriting(scope), input);
  requireInTime(scope.actor, decision);
  if (decision.isOtherwise) requireAllowed(scope.actor, 'sale.takeBackOtherwise');
  return {
    ...decision,
    ...(await named(scope)),
    reason: input.reason,
    approverId: scope.actor.approver?.personId ?? null,
  };
}

/** Id, number and shift of a return that is about to be written; throws ShiftNotOpen. */
export async function named(
  scope: WriteScope,
): Promise<Pick<DecidedReturn, 'returnId' | 'number' | 'shiftId'>> {
  const shift = await currentShift(scope.trx, scope.tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const number = await numberAfter(scope.trx, scope.tillId, 'goodsTakenBack');
  return { returnId: scope.newId(), number, shiftId: shift.id };
}

/** After the shop's days only who may take goods back late does it, alone or by approving it. */
export function requireInTime(
  actor: Actor,
  { isLate, lastOn }: Pick<ReturnDecision, 'isLate' | 'lastOn'>,
): void {
  const action = 'sale.takeBackLate';
  if (isLate && !may(actor, action) && !approverMay(actor, action)) {
    throw new Refusal('ReturnTooLate', { lastOn });
  }
}

/** Returns are decided alike inside a transaction … */
export function sourceOfWriting({ trx, businessDay, settings }: WriteScope): ReturnSource {
  return { db: trx, businessDay, settings };
}

/** … and by a question. */
export async function sourceOfReading(scope: ReadScope): Promise<ReturnSource> {
  return { db: scope.db, businessDay: await businessDayNow(scope.db, scope), settings: scope.settings };
}

/** What the contract tells of a decision. */
export function consequencesOf(decision: ReturnDecision): Consequences {
  const { back, coupons, tenders } = decision;
  return {
    netSom: back.netSom,
    moneyBackSom: handedBackSom(tenders),
    bonusBackSom: back.bonusBackSom,
    giftCardBackSom: back.giftCardBackSom,
    storeCreditBackSom: onAccountSom(decision),
    debtLoweredSom: back.debtLoweredSom,
    tenders: tenders.map(withoutNumber),
    bonusTakenBackSom: decision.bonusTakenBackSom,
    withheldSom: decision.withheldSom,
    bonusBalanceSom: decision.bonusAfter?.balanceSom ?? null,
    couponUsed: coupons.used,
    couponsVoided: [...coupons.voided],
    isWhole: back.isWhole,
    isCancel: decision.isCancel,
  };
}

function onAccountSom({ tenders }: ReturnDecision) {
  return tenders.find(({ kind }) => kind === 'storeCredit')?.amountSom ?? 0;
}

/** A gift card's number is as good as money: no screen needs it here. */
export function withoutNumber(tender: Tender): Tender {
  return tender.kind === 'giftCard' ? { ...tender, reference: null } : tender;
}
