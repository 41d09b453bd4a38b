/** The money of a special order: the deposit that comes in cash, lies on the customer's account, and may go back. */
import { Refusal } from '../../shared/errors.ts';
import { type Som, som } from '../../shared/money.ts';
import { giveDepositBack, takeDeposit } from '../credit/inTransaction.ts';
import { documentOf } from '../document.ts';
import { secondPerson } from '../staff/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { type OrderRow, writeOrderStep } from './orderSteps.ts';

type OrderOfMoney = Pick<OrderRow, 'id' | 'number' | 'customer_id' | 'deposit_som' | 'agreed_som'>;

export interface Cash {
  readonly amountSom: Som;
  readonly receivedSom: Som;
}

/** Answers the change. Throws DepositTooLarge when all deposits together would be more than the agreed price. */
export async function depositFor(scope: WriteScope, order: OrderOfMoney, cash: Cash): Promise<Som> {
  const togetherSom = som(order.deposit_som + cash.amountSom);
  if (order.agreed_som !== null && togetherSom > order.agreed_som) {
    throw new Refusal('DepositTooLarge', { agreedSom: order.agreed_som });
  }
  const document = documentOf(scope, 'orderDeposit', {
    orderId: order.id,
    number: order.number,
    amountSom: cash.amountSom,
  });
  const money = await takeDeposit(scope, { ...cash, customerId: order.customer_id, document });
  await keepMove(scope, order, {
    id: document.id,
    kind: 'taken',
    amountSom: cash.amountSom,
    receivedSom: money.receivedCashSom,
    shiftId: money.shiftId,
    togetherSom,
  });
  await scope.follow({ ...document, customerId: order.customer_id });
  return money.changeSom;
}

/** All of it goes back out of the drawer, and another person stands for it (docs/rules.md rule 31). Answers how much. */
export async function depositBack(scope: WriteScope, order: OrderOfMoney): Promise<Som> {
  const amountSom = som(order.deposit_som);
  if (amountSom === 0) return amountSom;
  const second = await secondPerson(scope, 'ledger.approve');
  const document = documentOf(scope, 'orderDepositBack', {
    orderId: order.id,
    number: order.number,
    amountSom,
    isAlone: second.isAlone,
  });
  const shiftId = await giveDepositBack(scope, { customerId: order.customer_id, amountSom, document });
  await keepMove(scope, order, {
    id: document.id,
    kind: 'givenBack',
    amountSom,
    receivedSom: som(0),
    shiftId,
    togetherSom: som(0),
    approverId: second.approverId,
    isAlone: second.isAlone,
  });
  await scope.follow({ ...document, approverId: second.approverId, customerId: order.customer_id });
  return amountSom;
}

interface DepositMove {
  readonly id: string;
  readonly kind: 'taken' | 'givenBack';
  readonly amountSom: Som;
  readonly receivedSom: Som;
  readonly shiftId: string;
  /** What lies on the account for the order afterwards. */
  readonly togetherSom: Som;
  readonly approverId?: string | null;
  readonly isAlone?: boolean;
}

async function keepMove(scope: WriteScope, order: OrderOfMoney, move: DepositMove): Promise<void> {
  await scope.trx
    .insertInto('order_deposit')
    .values({
      id: move.id,
      order_id: order.id,
      kind: move.kind,
      amount_som: move.amountSom,
      received_cash_som: move.receivedSom,
      shift_id: move.shiftId,
      person_id: scope.actor.personId,
      approver_id: move.approverId ?? null,
      is_alone: move.isAlone === true ? 1 : 0,
      business_day: scope.businessDay,
      at: scope.now,
    })
    .execute();
  await scope.trx
    .updateTable('special_order')
    .set({ deposit_som: move.togetherSom })
    .where('id', '=', order.id)
    .execute();
  await writeOrderStep(scope, order.id, {
    kind: move.kind === 'taken' ? 'deposit' : 'depositBack',
    amountSom: move.amountSom,
  });
}
