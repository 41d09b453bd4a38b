/** The verb loyalty.correctBonus: bonus given or taken by hand, for a reason that another person stands for. */
import { Refusal } from '../../shared/errors.ts';
import { bonusCorrectionPosting } from '../../shared/ledger/otherPostings.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { takeBackEarned } from '../../shared/loyalty/lots.ts';
import { type Som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import { customerFacts } from '../customer/queries.ts';
import { noteCorrection, post } from '../ledger/inTransaction.ts';
import { secondPerson } from '../staff/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { noteBonus } from './bonusMonth.ts';
import { giveBonus } from './giveBonus.ts';
import { bonusBalanceOf, livingLots, takeFromLots } from './lots.ts';

export const correctBonus = writingVerb(loyaltyContract.correctBonus, async (scope, input) => {
  const { amountSom, reason } = input;
  const customer = await customerFacts(scope.trx, input.customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const { id: customerId } = customer;
  const second = await secondPerson(scope, 'ledger.approve');

  const documentId = await noteCorrection(scope, {
    account: 'bonusLiability',
    subjectId: customerId,
    customerId,
    amountSom,
    reason,
    second,
  });
  if (amountSom > 0) {
    await giveBonus(scope, {
      customerId,
      amountSom,
      expiryDays: scope.settings.bonusExpiryDays,
      reason: 'correction',
      documentKind: 'corrected',
      documentId,
      monthKind: 'correction',
    });
  } else {
    await takeByHand(scope, { customerId, amountSom: subtractSom(zeroSom, amountSom), documentId });
  }
  scope.changed('loyalty', 'customer');
  return { bonusBalanceSom: await bonusBalanceOf(scope.trx, customerId) };
});

interface TakenByHand {
  readonly customerId: string;
  readonly amountSom: Som;
  readonly documentId: string;
}

/** Oldest expiry first, also bonus that may not be spent yet; nobody owes bonus because of a correction (BonusNotEnough). */
async function takeByHand(
  scope: WriteScope,
  { customerId, amountSom, documentId }: TakenByHand,
): Promise<void> {
  const lots = await livingLots(scope, customerId);
  const { moves, owedSom } = takeBackEarned(amountSom, null, zeroSom, lots, scope.businessDay);
  if (owedSom > 0) {
    throw new Refusal('BonusNotEnough', { spendableSom: sumOf(lots, (lot) => lot.remainingSom) });
  }
  await takeFromLots(scope, moves, 'takenBack', 'corrected', documentId);
  const takenSom = subtractSom(zeroSom, amountSom);
  await post(scope.trx, bonusCorrectionPosting(customerId, takenSom), {
    id: scope.newId(),
    documentKind: 'corrected',
    documentId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'correction',
  });
  await noteBonus(scope, 'correction', takenSom);
}
