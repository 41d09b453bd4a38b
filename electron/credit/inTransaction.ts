/** What the sale lets happen to gift cards, store credit and debts inside its own transaction. */
import { judgeGiftCard } from '../../shared/credit/giftCard.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Som, smallerSom, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import {
  debtOfSale,
  giftCardOf,
  insertDebt,
  insertPayment,
  insertPaymentParts,
  lowerDebt,
  owedOn,
} from './queries.ts';

export { giveDepositBack, takeDeposit } from './deposits.ts';
export { openDebts, postOpeningDebts, removeOpeningDebt } from './openingDebts.ts';

/** What was paid now on the debt of a sale, after what was paid on it before. */
export interface RepaidPart {
  readonly saleId: string;
  readonly repaidBeforeSom: Som;
  readonly amountSom: Som;
}

/**
 * What repaying brings the customer: the bonus of the goods that were taken on credit (docs/rules.md rule 24). It is the
 * sale's to know, which stands above this room, so the wiring lends it to the verb credit.repay.
 */
export type RewardRepayment = (
  scope: WriteScope,
  repayment: {
    readonly customerId: string;
    /** The document `debtRepaid`, which is also the payment. */
    readonly paymentId: string;
    readonly parts: readonly RepaidPart[];
  },
) => Promise<readonly { readonly saleId: string; readonly bonusSom: Som }[]>;

/**
 * Notes what a sale left to be paid later, due on a day that is not over. The sale's own posting moves `customerDebt`; call
 * it after the sale's row is there. Throws DaysWrong for a day that is over.
 */
export async function takeDebt(
  scope: WriteScope,
  debt: {
    readonly saleId: string;
    readonly customerId: string;
    readonly amountSom: Som;
    readonly dueOn: BusinessDay;
  },
): Promise<void> {
  if (debt.amountSom === 0) return;
  if (debt.dueOn < scope.businessDay) throw new Refusal('DaysWrong');
  await insertDebt.one(scope.trx, {
    id: scope.newId(),
    customer_id: debt.customerId,
    origin: 'sale',
    sale_id: debt.saleId,
    taken_on: scope.businessDay,
    due_on: debt.dueOn,
    amount_som: debt.amountSom,
    open_som: debt.amountSom,
    note: '',
    created_by: scope.actor.personId,
    created_at: scope.now,
  });
  scope.changed('credit');
}

/**
 * The last word before a gift card pays: of two windows that saw the same money only the first gets through. Call it before
 * the sale is posted. Throws GiftCardUnknown, GiftCardBlocked, GiftCardExpired, GiftCardEmpty or GiftCardNotEnough.
 */
export async function requireGiftCardMoney(
  { trx, businessDay }: Pick<WriteScope, 'trx' | 'businessDay'>,
  number: string,
  amountSom: Som,
): Promise<void> {
  const card = await giftCardOf(trx, number);
  if (card === null) throw new Refusal('GiftCardUnknown');
  const refused = judgeGiftCard(card, businessDay);
  if (refused !== null) throw new Refusal(refused.refused, refused.data);
  if (card.balanceSom < amountSom) {
    throw new Refusal('GiftCardNotEnough', { balanceSom: card.balanceSom });
  }
}

/** The same for a customer's account. Call it before the sale is posted. Throws StoreCreditNotEnough. */
export async function requireStoreCredit(
  { trx }: Pick<WriteScope, 'trx'>,
  customerId: string,
  amountSom: Som,
): Promise<void> {
  const balanceSom = await owedOn(trx, 'storeCredit', customerId);
  if (balanceSom < amountSom) throw new Refusal('StoreCreditNotEnough', { balanceSom });
}

/**
 * Goods that were taken on credit come back: what is still open of the sale's debt is lowered by at most so much, and the
 * answer says by how much (docs/rules.md rule 9). The rest was repaid already and goes back as money; the return's own
 * posting moves `customerDebt` by the answer.
 *
 * | debt of the sale | still open | debt share that comes back | lowered by | as money |
 * |------------------|------------|----------------------------|------------|----------|
 * | 25 000           | 25 000     | 10 000                     | 10 000     | 0        |
 * | 25 000           | 4 000      | 10 000                     | 4 000      | 6 000    |
 */
export async function lowerDebtOfSale(
  scope: WriteScope,
  {
    saleId,
    customerId,
    amountSom,
    returnId,
  }: {
    readonly saleId: string;
    readonly customerId: string;
    readonly amountSom: Som;
    readonly returnId: string;
  },
): Promise<Som> {
  const debt = await debtOfSale(scope.trx, saleId);
  if (debt === null || debt.open_som === 0 || amountSom === 0) return zeroSom;
  const loweredSom = smallerSom(amountSom, debt.open_som as Som);
  await lowerDebt(scope.trx, debt.id, loweredSom);
  // One sale has one debt: the return's own id names what it did to it.
  await insertPayment.one(scope.trx, {
    id: returnId,
    till_id: scope.tillId,
    number: await numberAfter(scope.trx, scope.tillId, 'debtPayment'),
    customer_id: customerId,
    kind: 'returned',
    tender_kind: null,
    tender_provider: null,
    amount_som: loweredSom,
    received_cash_som: 0,
    bonus_earned_som: 0,
    note: '',
    shift_id: null,
    person_id: scope.actor.personId,
    approver_id: scope.actor.approver?.personId ?? null,
    is_alone: 0,
    business_day: scope.businessDay,
    paid_at: scope.now,
  });
  await insertPaymentParts.many(scope.trx, [
    { payment_id: returnId, debt_id: debt.id, amount_som: loweredSom, bonus_som: 0 },
  ]);
  scope.changed('credit');
  return loweredSom;
}
