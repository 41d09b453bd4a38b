/** The verbs of two-choice questions: which are asked now, an answer in one tap, what the answers say, who gave them. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import {
  type PollChoice,
  type PollCounts,
  pollFault,
  pollResult,
  pollSaveFault,
  pollStateOn,
} from '../../shared/service/poll.ts';
import { type LocalText, withoutEmpty } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { attachmentOf, saleWithParts } from '../sale/queries.ts';
import { type ReadScope, readingVerb, type VerbInput, writingVerb } from '../verb.ts';
import { pageOf, readCursor } from './pages.ts';
import { countsOfPolls, lastAnswers, type PollRow, pollRow, pollsInDays } from './pollQueries.ts';
import { calledAs } from './queries.ts';

type Db = ReadScope['db'];

interface Asked {
  readonly saleId: string | null;
  readonly customerId: string | null;
}

const localText = (json: string) => JSON.parse(json) as LocalText;

function wordsOf(row: PollRow) {
  return {
    pollId: row.id,
    question: localText(row.question_json),
    answerA: localText(row.answer_a_json),
    answerB: localText(row.answer_b_json),
  };
}

const daysOf = (row: PollRow) => ({ from: row.from_day as BusinessDay, to: row.to_day as BusinessDay });

/** Whoever is asked: the customer at the counter, else the one of the receipt. Throws NotFound. */
async function customerAsked(db: Db, { saleId, customerId }: Asked): Promise<string | null> {
  if (customerId !== null) {
    const facts = await customerFacts(db, customerId);
    if (facts === null) throw new Refusal('NotFound', { what: 'customer' });
    return facts.id;
  }
  if (saleId === null) return null;
  const rows = await saleWithParts(db, saleId);
  if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
  const holder = (await attachmentOf(db, saleId))?.customer_id ?? rows.sale.customer_id;
  return holder === null ? null : ((await customerFacts(db, holder))?.id ?? null);
}

/** What was answered to this question already, by the receipt and by the customer today. */
async function earlierAnswers(db: Db, pollId: string, asked: Asked, today: BusinessDay) {
  const { saleId, customerId } = asked;
  const rows = await db
    .selectFrom('poll_answer')
    .select(['sale_id', 'customer_id', 'business_day'])
    .where('poll_id', '=', pollId)
    .where(({ eb, or }) => or([eb('sale_id', '=', saleId), eb('customer_id', '=', customerId)]))
    .execute();
  return {
    ofReceipt: saleId !== null && rows.some((row) => row.sale_id === saleId),
    ofCustomerToday:
      customerId !== null && rows.some((row) => row.customer_id === customerId && row.business_day === today),
  };
}

export const pollsNow = readingVerb(serviceContract.pollsNow, async (scope, input) => {
  const { db } = scope;
  const today = await businessDayNow(db, scope);
  const open = await pollsInDays(db, today);
  if (open.length === 0) return { polls: [] };
  const asked = { saleId: input.saleId, customerId: await customerAsked(db, input) };
  const polls: ReturnType<typeof wordsOf>[] = [];
  for (const row of open) {
    const earlier = await earlierAnswers(db, row.id, asked, today);
    if (pollFault('open', earlier) === null) polls.push(wordsOf(row));
  }
  return { polls };
});

export const answerPoll = writingVerb(serviceContract.answerPoll, async (scope, input) => {
  const { trx, businessDay } = scope;
  const { pollId, choice, saleId } = input;
  const row = await pollRow(trx, pollId);
  if (row === undefined) throw new Refusal('NotFound', { what: 'poll' });
  const customerId = await customerAsked(trx, input);
  const earlier = await earlierAnswers(trx, pollId, { saleId, customerId }, businessDay);
  const fault = pollFault(pollStateOn(daysOf(row), businessDay), earlier);
  if (fault !== null) throw new Refusal(fault);
  const document = documentOf(scope, 'pollAnswered', { pollId, choice, saleId, customerId });
  await trx
    .insertInto('poll_answer')
    .values({
      id: document.id,
      poll_id: pollId,
      choice,
      sale_id: saleId,
      customer_id: customerId,
      person_id: scope.actor.personId,
      business_day: businessDay,
      at: scope.now,
    })
    .execute();
  await scope.follow({ ...document, customerId });
  scope.changed('service');
  return {};
});

export const polls = readingVerb(serviceContract.polls, async (scope) => {
  const { db } = scope;
  const today = await businessDayNow(db, scope);
  const rows = await db
    .selectFrom('poll')
    .selectAll()
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const counts = await countsOfPolls(db);
  return {
    polls: rows.map((row) => {
      const { answers, ...counted } = counts.get(row.id) ?? { a: 0, b: 0, answers: 0 };
      return {
        ...wordsOf(row),
        ...daysOf(row),
        state: pollStateOn(daysOf(row), today),
        ...counted,
        answers,
        ...resultOf(counted),
      };
    }),
  };
});

function resultOf(counts: PollCounts) {
  const result = pollResult(counts);
  return { share: result?.share ?? null, leads: result?.leads ?? null };
}

type Saved = Omit<VerbInput<typeof serviceContract.savePoll>, 'intentionId' | 'approval'>;

export const savePoll = writingVerb(serviceContract.savePoll, async (scope, input) => {
  const { trx } = scope;
  const values = rowOf(input);
  const before = input.pollId === null ? null : await pollRow(trx, input.pollId);
  if (before === undefined) throw new Refusal('NotFound', { what: 'poll' });
  const answers = before === null ? 0 : ((await countsOfPolls(trx, before.id)).get(before.id)?.answers ?? 0);
  const words = ['question_json', 'answer_a_json', 'answer_b_json'] as const;
  const isReworded = before !== null && words.some((name) => before[name] !== values[name]);
  const fault = pollSaveFault(input, { answers, isReworded });
  if (fault !== null) throw new Refusal(fault);
  const pollId = before?.id ?? scope.newId();
  if (before === null) {
    await trx
      .insertInto('poll')
      .values({ id: pollId, ...values, created_at: scope.now, changed_at: scope.now })
      .execute();
  } else {
    await trx
      .updateTable('poll')
      .set({ ...values, changed_at: scope.now })
      .where('id', '=', pollId)
      .execute();
  }
  await scope.follow(documentOf(scope, 'pollSaved', { pollId, from: input.from, to: input.to }));
  scope.changed('service');
  return { pollId };
});

function rowOf({ question, answerA, answerB, from, to }: Saved) {
  return {
    question_json: JSON.stringify(withoutEmpty(question)),
    answer_a_json: JSON.stringify(withoutEmpty(answerA)),
    answer_b_json: JSON.stringify(withoutEmpty(answerB)),
    from_day: from,
    to_day: to,
  };
}

export const pollCustomers = readingVerb(serviceContract.pollCustomers, async ({ db }, input) => {
  const { pollId, limit } = input;
  const choice: PollChoice = input.choice;
  const place = readCursor(input.cursor, 1);
  const rows = await lastAnswers(db, { pollId, choice }, place?.[0] ?? null, limit + 1);
  const { page, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
  return {
    customers: page.map((row) => ({
      customerId: row.customer_id,
      name: calledAs(row.customer_name, row.phone_last4),
      at: row.at,
    })),
    nextCursor,
  };
});
