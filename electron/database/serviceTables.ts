/** The tables of wishes, special orders with their deposits, tasks and planned contacts. */
import type { Generated } from 'kysely';

export interface ServiceTables {
  wish: WishTable;
  special_order: SpecialOrderTable;
  order_step: OrderStepTable;
  order_deposit: OrderDepositTable;
  task: TaskTable;
  task_try: TaskTryTable;
}

interface WishTable {
  id: string;
  product_id: string | null;
  words: string;
  /** The words folded: the same wish in any spelling has the same. */
  words_key: string;
  reach: string;
  quantity_thousandths: number | null;
  customer_id: string | null;
  state: 'open' | 'ordered' | 'here' | 'impossible';
  person_id: string;
  business_day: string;
  asked_at: string;
  changed_at: string;
  told_at: string | null;
}

interface SpecialOrderTable {
  id: string;
  till_id: string;
  number: number;
  state: 'asked' | 'promised' | 'ordered' | 'arrived' | 'told' | 'collected' | 'cancelled';
  customer_id: string;
  product_id: string | null;
  words: string;
  note: string;
  quantity_thousandths: number;
  /** For all of it. */
  agreed_som: number | null;
  promised_on: string | null;
  deposit_som: Generated<number>;
  person_id: string;
  business_day: string;
  taken_at: string;
  arrived_at: string | null;
  ended_at: string | null;
}

interface OrderStepTable {
  order_id: string;
  step_no: number;
  kind:
    | 'taken'
    | 'promised'
    | 'ordered'
    | 'arrived'
    | 'told'
    | 'collected'
    | 'cancelled'
    | 'deposit'
    | 'depositBack';
  at: string;
  person_id: string;
  words: string;
  promised_on: string | null;
  amount_som: number | null;
}

interface OrderDepositTable {
  id: string;
  order_id: string;
  kind: 'taken' | 'givenBack';
  amount_som: number;
  received_cash_som: number;
  shift_id: string;
  person_id: string;
  approver_id: string | null;
  is_alone: 0 | 1;
  business_day: string;
  at: string;
}

interface TaskTable {
  id: string;
  kind: 'call' | 'visit' | 'tasting' | 'meeting' | 'message' | 'other';
  state: 'open' | 'closed';
  customer_id: string | null;
  reach: string;
  words: string;
  /** Who does it. */
  person_id: string | null;
  due_on: string;
  /** Minutes since midnight; null for any hour. */
  due_minute: number | null;
  planned_on: string;
  tries: Generated<number>;
  wish_id: string | null;
  order_id: string | null;
  /** Null for what the till planned by itself. */
  planned_by: string | null;
  business_day: string;
  planned_at: string;
  result: 'reached' | 'notReached' | 'willCome' | 'neverAgain' | 'done' | 'notDone' | 'dropped' | null;
  closed_by: string | null;
  closed_at: string | null;
}

interface TaskTryTable {
  task_id: string;
  try_no: number;
  result: 'reached' | 'notReached' | 'willCome' | 'neverAgain' | 'done' | 'notDone';
  words: string;
  person_id: string;
  contact_id: string | null;
  business_day: string;
  at: string;
}
