/** The verbs service.noteTaskResult, moveTask and dropTask: what came of a task, who has it now, and that it is not needed. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { afterTry, channelOf, type TaskResult, type TryResult } from '../../shared/service/task.ts';
import { localTimeOf } from '../../shared/time.ts';
import { aboutOf } from '../customer/inTransaction.ts';
import { documentOf } from '../document.ts';
import { requireAllowed, type WriteScope, writingVerb } from '../verb.ts';
import { writeContact } from './contacts.ts';
import { orderOf, takeOrderStep } from './orderSteps.ts';
import { requirePeople } from './planTasks.ts';
import type { TaskRow } from './taskQueries.ts';
import { noteTold } from './wishTold.ts';

/** The task; throws NotFound, or TaskClosed for one that is over. */
async function openTask({ trx }: WriteScope, taskId: string): Promise<TaskRow> {
  const row = await trx.selectFrom('task').selectAll().where('id', '=', taskId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'task' });
  if (row.state === 'closed') throw new Refusal('TaskClosed');
  return row;
}

/** Whoever says how it went has done it, whoever it was planned for. */
export const noteTaskResult = writingVerb(serviceContract.noteTaskResult, async (scope, input) => {
  const { result, words } = input;
  const task = await openTask(scope, input.taskId);
  const about = task.customer_id === null ? null : await aboutOf(scope.trx, task.customer_id);
  const { hour } = localTimeOf(scope.now, scope.settings.timeZone);
  const after = afterTry({
    kind: task.kind,
    result,
    triesBefore: task.tries,
    today: scope.businessDay,
    hour,
    preferredHour: about?.preferredHour ?? null,
  });
  if ('fault' in after) throw new Refusal(after.fault);
  const contactId = await noteInContacts(scope, task, result, words);
  await scope.trx
    .insertInto('task_try')
    .values({
      task_id: task.id,
      try_no: task.tries + 1,
      result,
      words,
      person_id: scope.actor.personId,
      contact_id: contactId,
      business_day: scope.businessDay,
      at: scope.now,
    })
    .execute();
  await scope.trx
    .updateTable('task')
    .set({
      tries: task.tries + 1,
      ...(after.state === 'open'
        ? { due_on: after.dueOn, due_minute: after.dueMinute }
        : closing(scope, after.result)),
    })
    .where('id', '=', task.id)
    .execute();
  if (result === 'reached' || result === 'willCome') await tellGoods(scope, task);
  const next = after.state === 'open' ? after : null;
  await scope.follow({
    ...documentOf(scope, 'taskTried', {
      taskId: task.id,
      kind: task.kind,
      result,
      dueOn: next?.dueOn ?? null,
    }),
    customerId: task.customer_id,
  });
  scope.changed('service');
  return { nextDueOn: next?.dueOn ?? null, nextDueMinute: next?.dueMinute ?? null };
});

function closing({ actor, now }: WriteScope, result: TaskResult) {
  const closedBy = actor.role === 'system' ? null : actor.personId;
  return { state: 'closed', result, closed_by: closedBy, closed_at: now } as const;
}

/** Whoever was spoken with stands in the contact log; nobody was spoken with who was not reached. */
async function noteInContacts(
  scope: WriteScope,
  task: TaskRow,
  result: TryResult,
  words: string,
): Promise<string | null> {
  const channel = channelOf(task.kind);
  if (channel === null || task.customer_id === null) return null;
  if (result === 'notReached' || result === 'notDone') return null;
  const said = [task.words, words].filter((part) => part !== '').join(': ');
  return writeContact(scope, {
    customer_id: task.customer_id,
    channel,
    direction: 'out',
    words: said,
    answers_id: null,
    person_id: scope.actor.personId,
    isQuestion: false,
  });
}

/** The wish or the order that it was about is told now. */
async function tellGoods(scope: WriteScope, task: TaskRow): Promise<void> {
  if (task.wish_id !== null) await noteTold(scope, task.wish_id);
  if (task.order_id === null) return;
  const order = await orderOf(scope, task.order_id);
  if (order.state === 'arrived') await takeOrderStep(scope, order, { step: 'told' });
}

export const moveTask = writingVerb(serviceContract.moveTask, async (scope, input) => {
  const task = await openTask(scope, input.taskId);
  const { personId, dueOn, dueMinute } = input;
  // With a task goes the customer's whole phone.
  if (task.person_id !== null && task.person_id !== scope.actor.personId) {
    requireAllowed(scope.actor, 'service.planTasks');
  }
  if (dueOn < scope.businessDay && dueOn !== task.due_on) throw new Refusal('DaysWrong');
  await requirePeople(scope, personId === null ? [] : [personId]);
  await moveTo(scope, task, { personId, dueOn, dueMinute });
  scope.changed('service');
  return {};
});

async function moveTo(
  scope: WriteScope,
  task: TaskRow,
  to: { readonly personId: string | null; readonly dueOn: string; readonly dueMinute: number | null },
): Promise<void> {
  await scope.trx
    .updateTable('task')
    .set({ person_id: to.personId, due_on: to.dueOn, due_minute: to.dueMinute })
    .where('id', '=', task.id)
    .execute();
  await scope.follow({
    ...documentOf(scope, 'taskMoved', { taskId: task.id, fromPersonId: task.person_id, ...to }),
    customerId: task.customer_id,
  });
}

export const dropTask = writingVerb(serviceContract.dropTask, async (scope, { taskId }) => {
  await drop(scope, await openTask(scope, taskId));
  scope.changed('service');
  return {};
});

async function drop(scope: WriteScope, task: TaskRow): Promise<void> {
  await scope.trx.updateTable('task').set(closing(scope, 'dropped')).where('id', '=', task.id).execute();
  await scope.follow({
    ...documentOf(scope, 'taskDropped', { taskId: task.id, kind: task.kind }),
    customerId: task.customer_id,
  });
}

/** What was to be said has been said, or is true no more: open tasks about a wish or an order are not needed. */
export async function closeTasksAbout(
  scope: WriteScope,
  about: { readonly wishId: string } | { readonly orderId: string },
): Promise<void> {
  const rows = await scope.trx
    .selectFrom('task')
    .selectAll()
    .where('state', '=', 'open')
    .where((eb) =>
      'wishId' in about ? eb('wish_id', '=', about.wishId) : eb('order_id', '=', about.orderId),
    )
    .execute();
  for (const task of rows) await drop(scope, task);
}

/** The open tasks of somebody who leaves go to whoever takes their work; with nobody they wait for everybody. */
export async function handOverTasks(
  scope: WriteScope,
  { fromId, toId }: { readonly fromId: string; readonly toId: string | null },
): Promise<void> {
  const rows = await scope.trx
    .selectFrom('task')
    .selectAll()
    .where('state', '=', 'open')
    .where('person_id', '=', fromId)
    .execute();
  for (const task of rows) {
    await moveTo(scope, task, { personId: toId, dueOn: task.due_on, dueMinute: task.due_minute });
  }
  if (rows.length > 0) scope.changed('service');
}
