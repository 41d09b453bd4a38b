/** The verbs credit.forgive and credit.correct: money that changes by hand, and another person stands for it. */
import { creditContract } from '../../shared/credit/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { creditCorrectedPosting, debtForgivenPosting } from '../../shared/ledger/creditPostings.ts';
import { addSom, som, zeroSom } from '../../shared/money.ts';
import { documentOf } from '../document.ts';
import { noteCorrection, post } from '../ledger/inTransaction.ts';
import { secondPerson } from '../staff/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { knownGiftCard } from './giftCardsShown.ts';
import { livingCustomer } from './livingCustomer.ts';
import { owedOn } from './queries.ts';
import { keepPayment, planSettlement } from './settleDebts.ts';

/** The oldest debts are given up first, as they would be repaid; what is given up earns nothing. */
export const forgiveDebt = writingVerb(creditContract.forgive, async (scope, input) => {
  const customer = await livingCustomer(scope.trx, input.customerId);
  const { amountSom, reason } = input;
  const settlement = await planSettlement(scope, customer.id, amountSom);
  const second = await secondPerson(scope, 'ledger.approve');

  const document = documentOf(scope, 'debtForgiven', { amountSom, openSom: settlement.openSom });
  await keepPayment(scope, {
    paymentId: document.id,
    customerId: customer.id,
    kind: 'forgiven',
    tenderKind: null,
    provider: null,
    receivedCashSom: zeroSom,
    shiftId: null,
    note: reason,
    second,
    parts: settlement.parts.map((part) => ({ ...part, bonusSom: zeroSom })),
  });
  await post(scope.trx, debtForgivenPosting(customer.id, amountSom), {
    ...causeOf(scope),
    documentKind: 'debtForgiven',
    documentId: document.id,
    reason: 'forgiven',
  });
  await scope.follow({ ...document, customerId: customer.id });
  await noteCorrection(scope, {
    account: 'customerDebt',
    subjectId: customer.id,
    customerId: customer.id,
    amountSom: som(-amountSom),
    reason,
    second,
  });
  return { openSom: settlement.openSom };
});

/** Nothing goes below zero by hand: no more can be taken away than is there. */
export const correctCredit = writingVerb(creditContract.correct, async (scope, input) => {
  const { amountSom, reason } = input;
  const subject = await subjectOf(scope, input.subject);
  const before = await owedOn(scope.trx, subject.account, subject.subjectId);
  const balanceSom = addSom(before, amountSom);
  if (balanceSom < 0) {
    const code = subject.account === 'giftCard' ? 'GiftCardNotEnough' : 'StoreCreditNotEnough';
    throw new Refusal(code, { balanceSom: before });
  }
  const second = await secondPerson(scope, 'ledger.approve');

  const correctionId = await noteCorrection(scope, { ...subject, amountSom, reason, second });
  await post(scope.trx, creditCorrectedPosting(subject.account, subject.subjectId, amountSom), {
    ...causeOf(scope),
    documentKind: 'corrected',
    documentId: correctionId,
    reason: 'corrected',
  });
  scope.changed('credit');
  return { balanceSom };
});

async function subjectOf(
  scope: WriteScope,
  subject:
    | { readonly kind: 'storeCredit'; readonly customerId: string }
    | { readonly kind: 'giftCard'; readonly number: string },
) {
  if (subject.kind === 'giftCard') {
    const card = await knownGiftCard(scope.trx, subject.number);
    return { account: 'giftCard' as const, subjectId: card.number, customerId: card.customer_id };
  }
  const { id } = await livingCustomer(scope.trx, subject.customerId);
  return { account: 'storeCredit' as const, subjectId: id, customerId: id };
}

function causeOf({ newId, businessDay, now }: WriteScope) {
  return { id: newId(), businessDay, at: now };
}
