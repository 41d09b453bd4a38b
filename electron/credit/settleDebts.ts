/** Settles debts, oldest first: what a payment and what forgiving have in common. */
import { repayDebts } from '../../shared/credit/debt.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { type Som, som, subtractSom, sumOf } from '../../shared/money.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import {
  type DebtRow,
  insertPayment,
  insertPaymentParts,
  lowerDebt,
  openDebtOf,
  openDebtRows,
} from './queries.ts';

/** So much of one debt is settled. */
export interface SettledPart {
  readonly debt: DebtRow;
  readonly amountSom: Som;
}

export interface Settlement {
  readonly parts: readonly SettledPart[];
  /** What the customer still owes after it. */
  readonly openSom: Som;
  /** The open debts after it, oldest first. */
  readonly left: readonly DebtRow[];
}

/** Which debts a sum settles; nothing is written yet. Throws RepaymentTooMuch with all that is owed. */
export async function planSettlement(
  { trx }: Pick<WriteScope, 'trx'>,
  customerId: string,
  amountSom: Som,
): Promise<Settlement> {
  const rows = await openDebtRows(trx, customerId);
  const moves = repayDebts(amountSom, rows.map(openDebtOf));
  if (isRefused(moves)) throw new Refusal(moves.refused, moves.data);
  const settled = new Map(moves.map((move) => [move.debtId, move.amountSom]));
  const left = rows
    .map((row) => ({ ...row, open_som: row.open_som - (settled.get(row.id) ?? 0) }))
    .filter((row) => row.open_som > 0);
  return {
    parts: rows.flatMap((debt) => {
      const part = settled.get(debt.id);
      return part === undefined ? [] : [{ debt, amountSom: part }];
    }),
    openSom: subtractSom(
      sumOf(rows, (row) => som(row.open_som)),
      amountSom,
    ),
    left,
  };
}

/** How debts were settled. */
export interface PaymentToKeep {
  readonly paymentId: string;
  readonly customerId: string;
  readonly kind: 'money' | 'storeCredit' | 'forgiven';
  readonly tenderKind: 'cash' | 'card' | 'qr' | null;
  readonly provider: string | null;
  readonly receivedCashSom: Som;
  readonly shiftId: string | null;
  readonly note: string;
  readonly second: { readonly approverId: string | null; readonly isAlone: boolean };
  readonly parts: readonly (SettledPart & { readonly bonusSom: Som })[];
}

/** Lowers the debts and keeps the payment; answers its number. The posting is the caller's. */
export async function keepPayment(scope: WriteScope, payment: PaymentToKeep): Promise<number> {
  const { trx, tillId } = scope;
  const { paymentId, parts, second } = payment;
  for (const part of parts) await lowerDebt(trx, part.debt.id, part.amountSom);
  const number = await numberAfter(trx, tillId, 'debtPayment');
  await insertPayment.one(trx, {
    id: paymentId,
    till_id: tillId,
    number,
    customer_id: payment.customerId,
    kind: payment.kind,
    tender_kind: payment.tenderKind,
    tender_provider: payment.provider,
    amount_som: sumOf(parts, (part) => part.amountSom),
    received_cash_som: payment.receivedCashSom,
    bonus_earned_som: sumOf(parts, (part) => part.bonusSom),
    note: payment.note,
    shift_id: payment.shiftId,
    person_id: scope.actor.personId,
    approver_id: second.approverId,
    is_alone: second.isAlone ? 1 : 0,
    business_day: scope.businessDay,
    paid_at: scope.now,
  });
  await insertPaymentParts.many(
    trx,
    parts.map(({ debt, amountSom, bonusSom }) => ({
      payment_id: paymentId,
      debt_id: debt.id,
      amount_som: amountSom,
      bonus_som: bonusSom,
    })),
  );
  scope.changed('credit', 'customer');
  return number;
}
