/** The questions service.orders and order: what was promised to whom, what is late, and one order with its steps. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../shared/basket.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { isPromiseLate, livingOrderStates } from '../../shared/service/order.ts';
import type { OrderSummary, orderLists } from '../../shared/service/orderContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { owedOn } from '../credit/queries.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';
import { idsOfCustomer } from './complaintReads.ts';
import { pageOf, readCursor } from './pages.ts';
import { calledAs } from './queries.ts';

type Db = Kysely<Tables>;

/** Whose promised day is over sorts first; without a day last. */
const noDay = '9999-12-31';
const awaited = ['asked', 'promised', 'ordered'] as const;

function ordersJoined(db: Db) {
  return db
    .selectFrom('special_order')
    .innerJoin('customer', 'customer.id', 'special_order.customer_id')
    .leftJoin('product', 'product.id', 'special_order.product_id')
    .innerJoin('person', 'person.id', 'special_order.person_id')
    .selectAll('special_order')
    .select(({ fn, val }) => [
      'customer.name as customer_name',
      'customer.phone_last4',
      'product.name_json',
      'product.unit',
      'person.name as person_name',
      fn.coalesce('special_order.promised_on', val(noDay)).as('due'),
    ]);
}
type OrderJoined = Awaited<ReturnType<ReturnType<typeof ordersJoined>['execute']>>[number];

/** Those that live by their promised day, the most urgent first; those that are over newest first. */
async function listOf(
  db: Db,
  list: (typeof orderLists)[number],
  today: BusinessDay,
  customerIds: readonly string[] | null,
  place: readonly string[] | null,
  limit: number,
): Promise<readonly OrderJoined[]> {
  let query = ordersJoined(db);
  if (customerIds !== null) query = query.where('special_order.customer_id', 'in', [...customerIds]);
  if (list === 'living') query = query.where('special_order.state', 'in', [...livingOrderStates]);
  if (list === 'arrived') query = query.where('special_order.state', 'in', ['arrived', 'told']);
  if (list === 'over') query = query.where('special_order.state', 'in', ['collected', 'cancelled']);
  if (list === 'late') {
    query = query
      .where('special_order.state', 'in', [...awaited])
      .where('special_order.promised_on', '<', today);
  }
  const [at = '', id = ''] = place ?? [];
  if (isNewestFirst(list)) {
    if (place !== null) {
      query = query.where(({ eb, and, or }) =>
        or([
          eb('special_order.taken_at', '<', at),
          and([eb('special_order.taken_at', '=', at), eb('special_order.id', '<', id)]),
        ]),
      );
    }
    return query
      .orderBy('special_order.taken_at', 'desc')
      .orderBy('special_order.id', 'desc')
      .limit(limit)
      .execute();
  }
  if (place !== null) {
    query = query.where(({ eb, and, or, fn, val }) => {
      const due = fn.coalesce('special_order.promised_on', val(noDay));
      return or([eb(due, '>', at), and([eb(due, '=', at), eb('special_order.id', '>', id)])]);
    });
  }
  return query.orderBy('due').orderBy('special_order.id').limit(limit).execute();
}

const isNewestFirst = (list: (typeof orderLists)[number]) => list === 'over' || list === 'all';

export const listOrders = readingVerb(serviceContract.orders, async (scope, input) => {
  const { db } = scope;
  const { list, limit, customerId } = input;
  const today = await businessDayNow(db, scope);
  const ids = await idsOfCustomer(db, customerId);
  const rows = await listOf(db, list, today, ids, readCursor(input.cursor, 2), limit + 1);
  const { page, nextCursor } = pageOf(rows, limit, (row) => [
    isNewestFirst(list) ? row.taken_at : row.due,
    row.id,
  ]);
  const late = await db
    .selectFrom('special_order')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', [...awaited])
    .where('promised_on', '<', today)
    .executeTakeFirstOrThrow();
  const deposits = await db
    .selectFrom('special_order')
    .select(({ fn }) => fn.sum<number | null>('deposit_som').as('sum'))
    .where('state', 'in', [...livingOrderStates])
    .executeTakeFirstOrThrow();
  return {
    orders: page.map((row) => summaryOf(row, today)),
    nextCursor,
    late: late.count,
    depositsSom: som(deposits.sum ?? 0),
  };
});

function summaryOf(row: OrderJoined, today: BusinessDay): OrderSummary {
  const promisedOn = row.promised_on as BusinessDay | null;
  return {
    orderId: row.id,
    number: row.number,
    state: row.state,
    customer: { customerId: row.customer_id, name: calledAs(row.customer_name, row.phone_last4) },
    productId: row.product_id,
    productName: row.name_json === null ? null : (JSON.parse(row.name_json) as LocalText),
    words: row.words,
    note: row.note,
    quantityThousandths: row.quantity_thousandths,
    unit: row.unit as Unit | null,
    agreedSom: row.agreed_som === null ? null : som(row.agreed_som),
    promisedOn,
    isLate: isPromiseLate(row.state, promisedOn, today),
    depositSom: som(row.deposit_som),
    takenAt: row.taken_at as Instant,
    arrivedAt: row.arrived_at as Instant | null,
    takenBy: row.person_name,
  };
}

export const showOrder = readingVerb(serviceContract.order, async (scope, { orderId }) => {
  const { db } = scope;
  const row = await ordersJoined(db).where('special_order.id', '=', orderId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'order' });
  const steps = await db
    .selectFrom('order_step')
    .innerJoin('person', 'person.id', 'order_step.person_id')
    .selectAll('order_step')
    .select('person.name as person_name')
    .where('order_id', '=', orderId)
    .orderBy('step_no')
    .execute();
  const customer = await customerFacts(db, row.customer_id);
  return {
    ...summaryOf(row, await businessDayNow(db, scope)),
    storeCreditSom: await owedOn(db, 'storeCredit', row.customer_id),
    phone: customer?.phone ?? null,
    steps: steps.map((step) => ({
      stepNumber: step.step_no,
      kind: step.kind,
      at: step.at,
      personName: step.person_name,
      words: step.words,
      promisedOn: step.promised_on,
      amountSom: step.amount_som,
    })),
  };
});
