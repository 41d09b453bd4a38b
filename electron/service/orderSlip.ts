/** Queues the slip of a special order on the receipt printer, and the drawer when cash moved. */
import { type Som, som, type Thousandths } from '../../shared/money.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { productById } from '../catalogue/queries.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { namesOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { orderOf } from './orderSteps.ts';
import { orderSlip } from './paper.ts';

export interface SlipWanted {
  readonly movesCash: boolean;
  /** What an order that was just cancelled gives back. */
  readonly givenBackSom?: Som;
}

/** False in a shop without a printer, which goes on without paper. */
export async function printOrderSlip(
  scope: WriteScope,
  { printQueue }: Pick<TillParts, 'printQueue'>,
  orderId: string,
  { movesCash, givenBackSom = som(0) }: SlipWanted,
): Promise<boolean> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return false;
  const order = await orderOf(scope, orderId);
  const document = documentOf(scope, 'orderSlip', { orderId, number: order.number });
  await scope.follow({ ...document, customerId: order.customer_id });
  const target = {
    documentKind: document.kind,
    documentId: document.id,
    printerId: printer.id,
    at: scope.now,
  };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: 'original',
    copyNumber: 0,
    blocks: await blocksOf(scope, order, givenBackSom),
  });
  if (movesCash && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
  scope.changed('receipt');
  scope.afterCommit(printQueue.wake);
  return true;
}

async function blocksOf(
  { trx, settings, now, actor }: WriteScope,
  order: Awaited<ReturnType<typeof orderOf>>,
  givenBackSom: Som,
) {
  const customer = await customerFacts(trx, order.customer_id);
  const language = customer?.language ?? settings.language;
  const product = order.product_id === null ? null : await productById(trx, order.product_id, settings);
  const names = await namesOf(trx, [actor.personId]);
  const called: LocalText | null = product?.name ?? null;
  return orderSlip({
    language,
    settings,
    cashierName: names.get(actor.personId) ?? '',
    at: now,
    number: order.number,
    customerName: customer?.name ?? '',
    what: called === null ? order.words : textIn(called, language),
    note: order.note,
    quantityThousandths: order.quantity_thousandths as Thousandths,
    unit: product?.unit ?? null,
    agreedSom: order.agreed_som === null ? null : som(order.agreed_som),
    depositSom: som(order.deposit_som),
    promisedOn: order.promised_on as BusinessDay | null,
    givenBackSom,
  });
}
