/** The verbs of special orders that change something: taken, promised, moved on, paid for in advance, cancelled. */
import { Refusal } from '../../shared/errors.ts';
import { som, zeroSom } from '../../shared/money.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { isOver } from '../../shared/service/order.ts';
import { productById } from '../catalogue/queries.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { type Cash, depositBack, depositFor } from './orderMoney.ts';
import { printOrderSlip } from './orderSlip.ts';
import { type OrderRow, orderOf, takeOrderStep, writeOrderStep } from './orderSteps.ts';
import { closeTasksAbout } from './tasks.ts';

type Printing = Pick<TillParts, 'printQueue'>;

/** With a promised day it begins as promised, else as asked. The deposit comes last: everything else is there by then. */
export const takeOrder = (parts: Printing) =>
  writingVerb(serviceContract.takeOrder, async (scope, input) => {
    const { trx } = scope;
    const customer = await customerFacts(trx, input.customerId);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    if (input.promisedOn !== null && input.promisedOn < scope.businessDay) {
      throw new Refusal('PromiseInPast');
    }
    const product = await productOf(scope, input.productId);
    if (product === null && input.words === '') throw new Refusal('OrderEmpty');
    const orderId = scope.newId();
    const number = await numberAfter(trx, scope.tillId, 'specialOrder');
    await trx
      .insertInto('special_order')
      .values({
        id: orderId,
        till_id: scope.tillId,
        number,
        state: input.promisedOn === null ? 'asked' : 'promised',
        customer_id: customer.id,
        product_id: product,
        words: product === null ? input.words : '',
        note: input.note,
        quantity_thousandths: input.quantityThousandths,
        agreed_som: input.agreedSom,
        promised_on: input.promisedOn,
        person_id: scope.actor.personId,
        business_day: scope.businessDay,
        taken_at: scope.now,
        arrived_at: null,
        ended_at: null,
      })
      .execute();
    await writeOrderStep(scope, orderId, { kind: 'taken', promisedOn: input.promisedOn });
    await scope.follow({
      ...documentOf(scope, 'orderTaken', {
        orderId,
        number,
        productId: product,
        quantityThousandths: input.quantityThousandths,
        agreedSom: input.agreedSom,
        promisedOn: input.promisedOn,
        customerId: customer.id,
      }),
      customerId: customer.id,
    });
    const changeSom =
      input.deposit === null
        ? zeroSom
        : await depositFor(scope, await orderOf(scope, orderId), input.deposit as Cash);
    if (input.isPrinted) await printOrderSlip(scope, parts, orderId, { movesCash: input.deposit !== null });
    scope.changed('service');
    return { orderId, number, changeSom };
  });

async function productOf({ trx, settings }: WriteScope, productId: string | null): Promise<string | null> {
  if (productId === null) return null;
  const product = await productById(trx, productId, settings);
  if (product === null) throw new Refusal('NotFound', { what: 'product' });
  return product.id;
}

export const promiseOrder = writingVerb(serviceContract.promiseOrder, async (scope, input) => {
  const order = await orderOf(scope, input.orderId);
  if (input.promisedOn < scope.businessDay) throw new Refusal('PromiseInPast');
  await takeOrderStep(scope, order, {
    step: 'promised',
    promisedOn: input.promisedOn,
    words: input.words,
  });
  return {};
});

/** Whoever was told, or came for it, need not be called any more. */
export const moveOrder = writingVerb(serviceContract.moveOrder, async (scope, { orderId, step, words }) => {
  const order = await orderOf(scope, orderId);
  await takeOrderStep(scope, order, { step, words });
  if (step === 'told' || step === 'collected') await closeTasksAbout(scope, { orderId });
  return {};
});

export const addDeposit = (parts: Printing) =>
  writingVerb(serviceContract.addDeposit, async (scope, { orderId, amountSom, receivedSom }) => {
    const order = await living(scope, orderId);
    // Who was erased since is nobody, and has no account on which money could lie.
    if ((await customerFacts(scope.trx, order.customer_id)) === null) {
      throw new Refusal('NotFound', { what: 'customer' });
    }
    const changeSom = await depositFor(scope, order, { amountSom, receivedSom });
    await printOrderSlip(scope, parts, orderId, { movesCash: true });
    scope.changed('service');
    return { changeSom };
  });

/** Throws OrderOver for one that was collected or cancelled. */
async function living(scope: WriteScope, orderId: string): Promise<OrderRow> {
  const order = await orderOf(scope, orderId);
  if (isOver(order.state)) throw new Refusal('OrderOver');
  return order;
}

export const cancelOrder = (parts: Printing) =>
  writingVerb(serviceContract.cancelOrder, async (scope, { orderId, deposit, words }) => {
    const order = await living(scope, orderId);
    const givenBackSom = deposit === 'back' ? await depositBack(scope, order) : som(0);
    await takeOrderStep(scope, order, { step: 'cancelled', words });
    await closeTasksAbout(scope, { orderId });
    if (givenBackSom > 0) await printOrderSlip(scope, parts, orderId, { movesCash: true, givenBackSom });
    return { givenBackSom };
  });

export const printOrder = (parts: Printing) =>
  writingVerb(serviceContract.printOrder, async (scope, { orderId }) => {
    await orderOf(scope, orderId);
    return { isQueued: await printOrderSlip(scope, parts, orderId, { movesCash: false }) };
  });
