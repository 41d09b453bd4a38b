/** Takes deposits in cash onto a customer's account and gives them back: for rooms above that promise goods. */
import { Refusal } from '../../shared/errors.ts';
import type { TillDocument } from '../../shared/journal/document.ts';
import { depositGivenBackPosting, depositTakenPosting } from '../../shared/ledger/depositPostings.ts';
import type { Som } from '../../shared/money.ts';
import { post } from '../ledger/inTransaction.ts';
import { currentShift } from '../shift/queries.ts';
import type { WriteScope } from '../verb.ts';
import { type MoneyInShift, takeMoneyInShift } from './moneyInShift.ts';
import { owedOn } from './queries.ts';

/** Whose account it is, how much, and the document that is followed by whoever asks. */
export interface Deposit {
  readonly customerId: string;
  readonly amountSom: Som;
  readonly document: Pick<TillDocument, 'id' | 'kind'>;
}

/**
 * Cash comes into the shift's drawer and lies on the customer's account: a liability, never revenue (docs/rules.md rule 24).
 * Throws ShiftNotOpen, or CashTooLittle with what is missing.
 */
export async function takeDeposit(
  scope: WriteScope,
  deposit: Deposit & { readonly receivedSom: Som },
): Promise<MoneyInShift> {
  const { customerId, amountSom, receivedSom, document } = deposit;
  const money = await takeMoneyInShift(scope, amountSom, { kind: 'cash', receivedSom });
  await post(scope.trx, depositTakenPosting(customerId, scope.tillId, amountSom), {
    ...causeOf(scope, document),
    reason: 'deposit',
  });
  scope.changed('credit', 'shift');
  return money;
}

/**
 * Cash goes back out of the drawer, at most what still lies on the account; the asking verb sees to the second person.
 * Answers the shift. Throws ShiftNotOpen, StoreCreditNotEnough with what is there.
 */
export async function giveDepositBack(scope: WriteScope, deposit: Deposit): Promise<string> {
  const { customerId, amountSom, document } = deposit;
  const shift = await currentShift(scope.trx, scope.tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const balanceSom = await owedOn(scope.trx, 'storeCredit', customerId);
  if (balanceSom < amountSom) throw new Refusal('StoreCreditNotEnough', { balanceSom });
  await post(scope.trx, depositGivenBackPosting(customerId, scope.tillId, amountSom), {
    ...causeOf(scope, document),
    reason: 'depositBack',
  });
  scope.changed('credit', 'shift');
  return shift.id;
}

function causeOf({ newId, businessDay, now }: WriteScope, document: Deposit['document']) {
  return { id: newId(), documentKind: document.kind, documentId: document.id, businessDay, at: now };
}
