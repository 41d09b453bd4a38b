/** The verbs service.planTask and planContacts: what is to be done, by whom, and whole lists split over the people. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { resultsFor, type TaskKind } from '../../shared/service/task.ts';
import { splitTasks } from '../../shared/service/taskSplit.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { whoConsented } from '../customer/inTransaction.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { personOf } from '../staff/queries.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { keepersOf, whoHasTask, whoWantsNoCalls } from './taskQueries.ts';

interface NewTask {
  readonly kind: TaskKind;
  readonly customerId: string | null;
  readonly reach: string;
  readonly words: string;
  readonly personId: string | null;
  readonly dueOn: BusinessDay;
  readonly dueMinute?: number | null;
  readonly wishId?: string | null;
  readonly orderId?: string | null;
}

/** Somebody to be told that what they asked for is here. */
export interface ToTell {
  readonly customerId: string | null;
  readonly reach: string;
  readonly words: string;
  readonly wishId: string;
}

export const planTask = writingVerb(serviceContract.planTask, async (scope, input) => {
  if (input.words === '' && input.customerId === null) throw new Refusal('TaskEmpty');
  if (input.dueOn < scope.businessDay) throw new Refusal('DaysWrong');
  const customer = input.customerId === null ? null : await customerFacts(scope.trx, input.customerId);
  if (input.customerId !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
  await requirePeople(scope, input.personId === null ? [] : [input.personId]);
  const taskId = await insertTask(scope, { ...input, customerId: customer?.id ?? null });
  scope.changed('service');
  return { taskId };
});

/** Throws NotFound for somebody who does not work here. */
export async function requirePeople({ trx }: WriteScope, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    if ((await personOf(trx, personId)) === undefined) throw new Refusal('NotFound', { what: 'person' });
  }
}

/** Customers are not disturbed twice, nor against their wish; of calls and messages those without consent are left out. */
export const planContacts = writingVerb(serviceContract.planContacts, async (scope, input) => {
  if (input.dueOn < scope.businessDay) throw new Refusal('DaysWrong');
  await requirePeople(scope, input.personIds);
  const known = await livingIds(scope, input.customerIds);
  const disturbs = resultsFor(input.kind).includes('neverAgain');
  const hasTask = await whoHasTask(scope.trx, known, input.kind);
  const noCalls = disturbs ? await whoWantsNoCalls(scope.trx, known) : new Set<string>();
  const agreed = disturbs ? await whoConsented(scope.trx, known, 'messages') : new Set(known);
  const alreadyPlanned = known.filter((id) => hasTask.has(id));
  const wantNoCalls = known.filter((id) => !hasTask.has(id) && noCalls.has(id));
  const withoutConsent = known.filter((id) => !hasTask.has(id) && !noCalls.has(id) && !agreed.has(id));
  const left = new Set([...alreadyPlanned, ...wantNoCalls, ...withoutConsent]);
  const chosen = known.filter((id) => !left.has(id));
  const persons = await split(scope, chosen, input.personIds);
  for (const [at, customerId] of chosen.entries()) {
    await insertTask(scope, {
      kind: input.kind,
      customerId,
      reach: '',
      words: input.words,
      personId: persons[at] ?? null,
      dueOn: input.dueOn,
    });
  }
  scope.changed('service');
  return {
    planned: chosen.length,
    wantNoCalls: wantNoCalls.length,
    withoutConsent: withoutConsent.length,
    alreadyPlanned: alreadyPlanned.length,
  };
});

/** Each living customer once, in the order of the list; who became another is that one. */
async function livingIds({ trx }: WriteScope, customerIds: readonly string[]): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const id of customerIds) {
    const customer = await customerFacts(trx, id);
    if (customer !== null) ids.add(customer.id);
  }
  return [...ids];
}

async function split(scope: WriteScope, customerIds: readonly string[], personIds: readonly string[]) {
  const keepers = await keepersOf(scope.trx, customerIds);
  return splitTasks(
    customerIds.map((customerId) => ({ customerId, withPersonId: keepers.get(customerId) ?? null })),
    personIds,
  );
}

/** One planned contact for everybody who waits for something that is here; the same phone is told once. Answers how many. */
export async function planMany(
  scope: WriteScope,
  waiting: readonly ToTell[],
  {
    kind,
    dueOn,
    personIds,
  }: { readonly kind: TaskKind; readonly dueOn: BusinessDay; readonly personIds: readonly string[] },
): Promise<number> {
  await requirePeople(scope, personIds);
  const once = [...new Map(waiting.map((each) => [each.customerId ?? each.reach, each])).values()];
  const persons = await split(
    scope,
    once.map(({ customerId, reach }) => customerId ?? reach),
    personIds,
  );
  for (const [at, each] of once.entries()) {
    await insertTask(scope, { ...each, kind, dueOn, personId: persons[at] ?? null });
  }
  return once.length;
}

async function insertTask(scope: WriteScope, task: NewTask): Promise<string> {
  const document = documentOf(scope, 'taskPlanned', {
    kind: task.kind,
    customerId: task.customerId,
    personId: task.personId,
    dueOn: task.dueOn,
    dueMinute: task.dueMinute ?? null,
    wishId: task.wishId ?? null,
    orderId: task.orderId ?? null,
  });
  await scope.trx
    .insertInto('task')
    .values({
      id: document.id,
      kind: task.kind,
      state: 'open',
      customer_id: task.customerId,
      reach: task.reach,
      words: task.words,
      person_id: task.personId,
      due_on: task.dueOn,
      due_minute: task.dueMinute ?? null,
      planned_on: task.dueOn,
      wish_id: task.wishId ?? null,
      order_id: task.orderId ?? null,
      planned_by: scope.actor.role === 'system' ? null : scope.actor.personId,
      business_day: scope.businessDay,
      planned_at: scope.now,
      result: null,
      closed_by: null,
      closed_at: null,
    })
    .execute();
  await scope.follow({ ...document, customerId: task.customerId });
  return document.id;
}
