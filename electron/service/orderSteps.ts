/** Writes the steps of a special order: the rule decides, the row and its step move together, a document follows. */
import type { Selectable } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { isOver, type OrderStep, type OrderStepKind, orderAfter } from '../../shared/service/order.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';

export type OrderRow = Selectable<Tables['special_order']>;

/** The order; throws NotFound. */
export async function orderOf({ trx }: Pick<WriteScope, 'trx'>, orderId: string): Promise<OrderRow> {
  const row = await trx.selectFrom('special_order').selectAll().where('id', '=', orderId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'order' });
  return row;
}

export interface OrderMove {
  readonly step: OrderStep;
  readonly words?: string;
  readonly promisedOn?: string;
}

/** Takes a step; throws OrderOver or OrderStepWrong (shared/service/order.ts `orderAfter`). The document holds no words. */
export async function takeOrderStep(scope: WriteScope, order: OrderRow, move: OrderMove): Promise<void> {
  const after = orderAfter(order.state, move.step);
  if ('fault' in after) throw new Refusal(after.fault);
  const isFirstArrival = move.step === 'arrived';
  await scope.trx
    .updateTable('special_order')
    .set({
      state: after.state,
      ...(move.promisedOn === undefined ? {} : { promised_on: move.promisedOn }),
      ...(isFirstArrival ? { arrived_at: scope.now } : {}),
      ...(isOver(after.state) ? { ended_at: scope.now } : {}),
    })
    .where('id', '=', order.id)
    .execute();
  await writeOrderStep(scope, order.id, {
    kind: move.step,
    words: move.words ?? '',
    promisedOn: move.promisedOn ?? null,
  });
  await scope.follow({
    ...documentOf(scope, 'orderStep', {
      orderId: order.id,
      number: order.number,
      step: move.step,
      ...(move.promisedOn === undefined ? {} : { promisedOn: move.promisedOn }),
    }),
    customerId: order.customer_id,
  });
  scope.changed('service');
}

export interface StepToWrite {
  readonly kind: OrderStepKind;
  readonly words?: string;
  readonly promisedOn?: string | null;
  readonly amountSom?: number | null;
}

/** The step alone, under the next number of its order. */
export async function writeOrderStep(scope: WriteScope, orderId: string, step: StepToWrite): Promise<void> {
  const last = await scope.trx
    .selectFrom('order_step')
    .select(({ fn }) => fn.max<number | null>('step_no').as('step_no'))
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  await scope.trx
    .insertInto('order_step')
    .values({
      order_id: orderId,
      step_no: (last?.step_no ?? 0) + 1,
      kind: step.kind,
      at: scope.now,
      person_id: scope.actor.personId,
      words: step.words ?? '',
      promised_on: step.promisedOn ?? null,
      amount_som: step.amountSom ?? null,
    })
    .execute();
}
