/** The verb credit.repay: a payment settles the oldest debts first, and its slip says what is left. */
import { creditContract } from '../../shared/credit/contract.ts';
import type { Money } from '../../shared/credit/giftCardContract.ts';
import type { TakenMoney } from '../../shared/credit/payment.ts';
import { debtRepaidPosting } from '../../shared/ledger/creditPostings.ts';
import { type Som, sumOf, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { CustomerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { type RepaidPart, type RewardRepayment, requireStoreCredit } from './inTransaction.ts';
import { livingCustomer } from './livingCustomer.ts';
import { takeMoneyInShift } from './moneyInShift.ts';
import { repaymentPaper } from './paper.ts';
import { paidOnPaper, paperHead } from './paperHead.ts';
import { type PrintingParts, printSlip } from './printSlip.ts';
import { paidOnDebt, receiptNumbersOf } from './queries.ts';
import { keepPayment, planSettlement, type SettledPart, type Settlement } from './settleDebts.ts';

export interface RepaymentParts extends PrintingParts {
  readonly rewardRepayment: RewardRepayment;
}

/**
 * Takes a payment on what a customer owes. Goods that were taken on credit earn their bonus now (docs/rules.md rule 24);
 * what stood in the paper notebook earned nothing here and earns nothing now.
 */
export const repayDebt = (parts: RepaymentParts) =>
  writingVerb(creditContract.repay, async (scope, input) => {
    const { amountSom } = input;
    const customer = await livingCustomer(scope.trx, input.customerId);
    const settlement = await planSettlement(scope, customer.id, amountSom);
    const paid = await takePayment(scope, customer.id, amountSom, input.money);

    const paymentId = scope.newId();
    const rewarded = await rewardParts(scope, parts, { customerId: customer.id, paymentId, settlement });
    const bonusEarnedSom = sumOf(rewarded, (part) => part.bonusSom);
    const number = await keepPayment(scope, {
      paymentId,
      customerId: customer.id,
      kind: paid.kind === 'storeCredit' ? 'storeCredit' : 'money',
      tenderKind: paid.kind === 'storeCredit' ? null : paid.kind,
      provider: paid.provider,
      receivedCashSom: paid.receivedCashSom,
      shiftId: paid.shiftId,
      note: '',
      second: { approverId: scope.actor.approver?.personId ?? null, isAlone: false },
      parts: rewarded,
    });
    const by = paid.kind === 'storeCredit' ? paid : { ...paid, tillId: scope.tillId };
    await post(scope.trx, debtRepaidPosting(customer.id, amountSom, by), {
      id: scope.newId(),
      documentKind: 'debtRepaid',
      documentId: paymentId,
      businessDay: scope.businessDay,
      at: scope.now,
      reason: 'repaid',
    });
    await scope.follow({
      ...documentOf(scope, 'debtRepaid', {
        number,
        amountSom,
        by: paid.kind,
        parts: rewarded.map((part) => ({
          debtId: part.debt.id,
          amountSom: part.amountSom,
          bonusSom: part.bonusSom,
        })),
        openSom: settlement.openSom,
      }),
      id: paymentId,
      customerId: customer.id,
    });
    await print(scope, parts, { customer, paymentId, number, amountSom, paid, settlement, bonusEarnedSom });
    scope.changed('loyalty', 'shift');
    return { number, changeSom: paid.changeSom, openSom: settlement.openSom, bonusEarnedSom };
  });

/** Money in the shift, or what lies on the customer's own account. */
type Paid =
  | (TakenMoney & { readonly shiftId: string })
  | {
      readonly kind: 'storeCredit';
      readonly provider: null;
      readonly receivedCashSom: Som;
      readonly changeSom: Som;
      readonly shiftId: null;
    };

async function takePayment(
  scope: WriteScope,
  customerId: string,
  amountSom: Som,
  money: Money | { readonly kind: 'storeCredit' },
): Promise<Paid> {
  if (money.kind !== 'storeCredit') return takeMoneyInShift(scope, amountSom, money);
  await requireStoreCredit(scope, customerId, amountSom);
  return {
    kind: 'storeCredit',
    provider: null,
    receivedCashSom: zeroSom,
    changeSom: zeroSom,
    shiftId: null,
  };
}

/** The settled parts with the bonus that each brought. */
async function rewardParts(
  scope: WriteScope,
  { rewardRepayment }: RepaymentParts,
  {
    customerId,
    paymentId,
    settlement,
  }: { readonly customerId: string; readonly paymentId: string; readonly settlement: Settlement },
): Promise<readonly (SettledPart & { readonly bonusSom: Som })[]> {
  const ofSales: RepaidPart[] = [];
  for (const { debt, amountSom } of settlement.parts) {
    if (debt.sale_id === null) continue;
    const repaidBeforeSom = await paidOnDebt(scope.trx, debt.id);
    ofSales.push({ saleId: debt.sale_id, repaidBeforeSom, amountSom });
  }
  const rewards =
    ofSales.length === 0 ? [] : await rewardRepayment(scope, { customerId, paymentId, parts: ofSales });
  const bonusOfSale = new Map(rewards.map(({ saleId, bonusSom }) => [saleId, bonusSom]));
  return settlement.parts.map((part) => ({
    ...part,
    bonusSom: bonusOfSale.get(part.debt.sale_id ?? '') ?? zeroSom,
  }));
}

interface RepaymentToPrint {
  readonly customer: CustomerFacts;
  readonly paymentId: string;
  readonly number: number;
  readonly amountSom: Som;
  readonly paid: Paid;
  readonly settlement: Settlement;
  readonly bonusEarnedSom: Som;
}

async function print(scope: WriteScope, parts: RepaymentParts, repayment: RepaymentToPrint): Promise<void> {
  const { customer, settlement, paid } = repayment;
  const saleIds = settlement.parts.flatMap(({ debt }) => debt.sale_id ?? []);
  const receipts = await receiptNumbersOf(scope.trx, saleIds);
  const dueDays = settlement.left.map((debt) => debt.due_on as BusinessDay).sort();
  await printSlip(scope, parts, {
    documentKind: 'debtRepaid',
    documentId: repayment.paymentId,
    blocks: repaymentPaper({
      ...(await paperHead(scope, customer.id)),
      number: repayment.number,
      customerName: customer.name,
      parts: settlement.parts.map(({ debt, amountSom }) => ({
        takenOn: debt.taken_on as BusinessDay,
        receiptNumber: receipts.get(debt.sale_id ?? '') ?? null,
        note: debt.note,
        amountSom,
      })),
      amountSom: repayment.amountSom,
      paid: paidOnPaper(paid),
      openSom: settlement.openSom,
      nextDueOn: dueDays[0] ?? null,
      bonusEarnedSom: repayment.bonusEarnedSom,
    }),
    movesCash: paid.kind === 'cash',
  });
}
