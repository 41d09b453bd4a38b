/** The questions service.tasks, taskPeople and taskFigures: the day list, who may take a list, what came of the contacts. */
import { serviceContract } from '../../shared/service/contract.ts';
import { type TryResult, tryResults } from '../../shared/service/task.ts';
import type { Task } from '../../shared/service/taskContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { placeIn } from '../listPlace.ts';
import { activePeople, namesOf } from '../staff/queries.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { idsOfCustomer } from './complaintReads.ts';
import { pageOf, readCursor } from './pages.ts';
import { calledAs } from './queries.ts';
import { type TaskJoined, taskCounts, tasksJoined, whoWantsNoCalls } from './taskQueries.ts';

/** Open ones by day and hour, those without an hour last; closed ones newest first. Anybody's stand in everybody's list. */
export const listTasks = readingVerb(serviceContract.tasks, async (scope, input) => {
  const { db } = scope;
  const { list, limit } = input;
  const today = await businessDayNow(db, scope);
  const personId = scope.actor?.personId ?? '';
  const place = readCursor(input.cursor, list === 'closed' ? 2 : 3);
  const rows = await rowsOf(scope, input, today, personId, place);
  const { page, nextCursor } = pageOf(rows, limit, (row) =>
    list === 'closed'
      ? [row.closed_at ?? '', row.id]
      : [row.due_on, String(row.due_minute ?? anyHour), row.id],
  );
  const noCalls = await whoWantsNoCalls(
    db,
    page.flatMap(({ customer_id: id }) => (id === null ? [] : [id])),
  );
  return {
    tasks: page.map((row) => taskOf(row, { today, noCalls, personId })),
    nextCursor,
    counts: await taskCounts(db, personId, today),
  };
});

/** After every hour of the day. */
const anyHour = 1440;

interface Asked {
  readonly list: 'mine' | 'overdue' | 'open' | 'closed';
  readonly personId: string | null;
  readonly customerId: string | null;
  readonly limit: number;
}

async function rowsOf(
  { db }: ReadScope,
  { list, personId, customerId, limit }: Asked,
  today: BusinessDay,
  me: string,
  place: readonly string[] | null,
): Promise<readonly TaskJoined[]> {
  const ids = await idsOfCustomer(db, customerId);
  let query = tasksJoined(db).where('task.state', '=', list === 'closed' ? 'closed' : 'open');
  if (ids !== null) query = query.where('task.customer_id', 'in', [...ids]);
  if (personId !== null) query = query.where('task.person_id', '=', personId);
  if (list === 'mine') query = query.where('task.person_id', '=', me).where('task.due_on', '<=', today);
  if (list === 'overdue') query = query.where('task.due_on', '<', today);
  if (list === 'closed') {
    const [at = '', id = ''] = place ?? [];
    if (place !== null) {
      query = query.where(({ eb, and, or }) =>
        or([eb('task.closed_at', '<', at), and([eb('task.closed_at', '=', at), eb('task.id', '<', id)])]),
      );
    }
    return query
      .orderBy('task.closed_at', 'desc')
      .orderBy('task.id', 'desc')
      .limit(limit + 1)
      .execute();
  }
  if (place !== null) {
    const [day = '', minute = '0', id = ''] = place;
    query = query.where(({ eb, and, or, fn, lit, ref }) => {
      const hour = fn.coalesce(ref('task.due_minute'), lit(anyHour));
      return or([
        eb('task.due_on', '>', day),
        and([
          eb('task.due_on', '=', day),
          or([eb(hour, '>', placeIn(minute)), and([eb(hour, '=', placeIn(minute)), eb('task.id', '>', id)])]),
        ]),
      ]);
    });
  }
  return query
    .orderBy('task.due_on')
    .orderBy(({ fn, lit, ref }) => fn.coalesce(ref('task.due_minute'), lit(anyHour)))
    .orderBy('task.id')
    .limit(limit + 1)
    .execute();
}

interface Seen {
  readonly today: BusinessDay;
  readonly noCalls: ReadonlySet<string>;
  /** Who asks. */
  readonly personId: string;
}

function taskOf(row: TaskJoined, { today, noCalls, personId }: Seen): Task {
  const { customer_id: customerId } = row;
  return {
    taskId: row.id,
    kind: row.kind,
    customer:
      customerId === null
        ? null
        : {
            customerId,
            name: calledAs(row.customer_name, row.phone_last4),
            phone: row.phone,
            preferredHour: row.preferred_hour,
          },
    reach: row.reach,
    callOn: callOnOf(row, personId),
    words: row.words,
    productName: row.name_json === null ? null : (JSON.parse(row.name_json) as LocalText),
    orderNumber: row.order_number,
    person: row.person_id === null ? null : { personId: row.person_id, name: row.person_name ?? '' },
    dueOn: row.due_on as BusinessDay,
    dueMinute: row.due_minute,
    isOverdue: row.state === 'open' && row.due_on < today,
    tries: row.tries,
    wantsNoCalls: customerId !== null && noCalls.has(customerId),
    result: row.result,
    resultWords: row.try_words ?? '',
    closedAt: row.closed_at as Instant | null,
    closedByName: row.closer_name,
  };
}

/** Whoever could plan a call to anybody for themselves would read every phone: to such a task its customer's stays masked. */
function callOnOf(row: TaskJoined, personId: string): string {
  if (row.state !== 'open' || row.person_id !== personId) return '';
  return row.planned_by === personId && row.customer_id !== null ? '' : (row.phone ?? row.reach);
}

export const taskPeople = readingVerb(serviceContract.taskPeople, async ({ db }, { day }) => {
  const people = await activePeople(db);
  const planned = await db
    .selectFrom('planned_shift')
    .select('person_id')
    .distinct()
    .where('day', '=', day)
    .execute();
  const open = await db
    .selectFrom('task')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('count')])
    .where('state', '=', 'open')
    .where('due_on', '<=', day)
    .groupBy('person_id')
    .execute();
  const onShift = new Set(planned.map((row) => row.person_id));
  const openOf = new Map(open.map((row) => [row.person_id, row.count]));
  return {
    people: people.map(({ id, name }) => ({
      personId: id,
      name,
      isOnShift: onShift.has(id),
      openTasks: openOf.get(id) ?? 0,
    })),
  };
});

/** Dropped tasks were not needed: they are neither planned nor completed. */
export const taskFigures = readingVerb(serviceContract.taskFigures, async ({ db }, { from, to }) => {
  const planned = await db
    .selectFrom('task')
    .select(({ fn }) => ['person_id', 'closed_by', 'state', fn.countAll<number>().as('count')])
    .where('planned_on', '>=', from)
    .where('planned_on', '<=', to)
    .where(({ or, eb }) => or([eb('result', 'is', null), eb('result', '!=', 'dropped')]))
    .groupBy(['person_id', 'closed_by', 'state'])
    .execute();
  const tried = await db
    .selectFrom('task_try')
    .select(({ fn }) => ['person_id', 'result', fn.countAll<number>().as('count')])
    .where('business_day', '>=', from)
    .where('business_day', '<=', to)
    .groupBy(['person_id', 'result'])
    .execute();
  const people = new Map<string | null, Figures>();
  const of = (id: string | null) => {
    const known = people.get(id) ?? { planned: 0, completed: 0, open: 0, results: noResults() };
    people.set(id, known);
    return known;
  };
  for (const row of planned) {
    // What is done counts for whoever did it, what is open for whoever has it.
    const figures = of(row.state === 'closed' ? row.closed_by : row.person_id);
    figures.planned += row.count;
    if (row.state === 'closed') figures.completed += row.count;
    else figures.open += row.count;
  }
  for (const row of tried) of(row.person_id).results[row.result] += row.count;
  const names = await namesOf(
    db,
    [...people.keys()].filter((id) => id !== null),
  );
  return {
    people: [...people]
      .map(([id, figures]) => ({
        person: id === null ? null : { personId: id, name: names.get(id) ?? '' },
        ...figures,
      }))
      .sort((one, other) => (one.person?.name ?? '~').localeCompare(other.person?.name ?? '~')),
  };
});

interface Figures {
  planned: number;
  completed: number;
  open: number;
  results: Record<TryResult, number>;
}

function noResults(): Record<TryResult, number> {
  return Object.fromEntries(tryResults.map((result) => [result, 0])) as Record<TryResult, number>;
}
