/** A shop at its counter with the acts on wishes, orders and tasks, for tests of the service room. */
import { verifyShop } from '../../../electron/report/verify.ts';
import { showOrder } from '../../../electron/service/orderReads.ts';
import { addDeposit, cancelOrder, moveOrder, takeOrder } from '../../../electron/service/orders.ts';
import { planTask } from '../../../electron/service/planTasks.ts';
import { listTasks } from '../../../electron/service/taskReads.ts';
import { noteTaskResult } from '../../../electron/service/tasks.ts';
import { noteWish, wishIsHere } from '../../../electron/service/wishes.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import { som, thousandths } from '../../../shared/money.ts';
import type { serviceContract } from '../../../shared/service/contract.ts';
import type { TryResult } from '../../../shared/service/task.ts';
import { businessDay } from '../../../shared/time.ts';
import { ownerPassword } from '../../till.ts';
import type { Counter } from '../sale/counter.ts';

type Said<Name extends keyof typeof serviceContract> = Omit<
  VerbInput<(typeof serviceContract)[Name]>,
  'intentionId' | 'approval'
>;

export const day = businessDay;

export const wish = (shop: Counter, different: Partial<Said<'noteWish'>>) =>
  shop.call(noteWish, {
    intentionId: shop.newId(),
    productId: null,
    text: '',
    quantityThousandths: null,
    customerId: null,
    reach: '',
    ...different,
  });

export const here = (
  shop: Counter,
  which: Pick<Said<'wishIsHere'>, 'productId' | 'wordsKey' | 'state'>,
  personIds: readonly string[] = [],
  key?: string,
) =>
  shop.call(
    wishIsHere,
    {
      intentionId: shop.newId(),
      ...which,
      kind: 'call',
      dueOn: day('2026-11-22'),
      personIds: [...personIds],
    },
    key,
  );

export const order = (shop: Counter, customerId: string, different: Partial<Said<'takeOrder'>> = {}) =>
  shop.call(takeOrder(shop.till.parts), {
    intentionId: shop.newId(),
    customerId,
    productId: null,
    words: 'Katta samovar',
    note: '',
    quantityThousandths: thousandths(1000),
    agreedSom: som(800_000),
    promisedOn: null,
    deposit: null,
    isPrinted: false,
    ...different,
  });

export const cash = (amountSom: number, receivedSom = amountSom) => ({
  amountSom: som(amountSom),
  receivedSom: som(receivedSom),
});

export const move = (shop: Counter, orderId: string, step: Said<'moveOrder'>['step']) =>
  shop.call(moveOrder, { intentionId: shop.newId(), orderId, step, words: '' });

export const deposit = (shop: Counter, orderId: string, amountSom: number) =>
  shop.call(addDeposit(shop.till.parts), { intentionId: shop.newId(), orderId, ...cash(amountSom) });

export const cancel = (
  shop: Counter,
  orderId: string,
  end: 'back' | 'stays',
  isOwnerBeside = end === 'back',
) =>
  shop.call(cancelOrder(shop.till.parts), {
    intentionId: shop.newId(),
    orderId,
    deposit: end,
    words: '',
    ...(isOwnerBeside ? { approval: { personId: shop.ownerId, secret: ownerPassword } } : {}),
  });

export const shown = (shop: Counter, orderId: string) => shop.call(showOrder, { orderId });

export const plan = (shop: Counter, different: Partial<Said<'planTask'>> = {}) =>
  shop.call(planTask, {
    intentionId: shop.newId(),
    kind: 'call',
    customerId: null,
    reach: '',
    words: 'Yangi choy haqida aytish',
    personId: shop.cashierId,
    dueOn: day('2026-11-22'),
    dueMinute: null,
    ...different,
  });

export const result = (shop: Counter, taskId: string, came: TryResult, words = '', key?: string) =>
  shop.call(noteTaskResult, { intentionId: shop.newId(), taskId, result: came, words }, key);

export const tasks = (shop: Counter, list: 'mine' | 'overdue' | 'open' | 'closed' = 'open', key?: string) =>
  shop.call(listTasks, { list }, key);

/** What an account of the ledger holds: debit above zero. */
export async function balance(shop: Counter, kind: string, subjectId: string): Promise<number> {
  const row = await shop.db
    .selectFrom('account')
    .select('balance_som')
    .where('kind', '=', kind as 'sales')
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return row?.balance_som ?? 0;
}

/** What the shop's own proof finds wrong, in words; empty when all is well. */
export async function faults(shop: Counter): Promise<readonly string[]> {
  return (await verifyShop(shop.db)).filter(({ wrong }) => wrong > 0).map(({ proves }) => proves);
}
