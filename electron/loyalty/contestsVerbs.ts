/** The verbs of contests by merit: made, entered, judged, closed with places. */
import { Refusal } from '../../shared/errors.ts';
import { rankEntries } from '../../shared/loyalty/contest.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { firstNameOf } from '../../shared/loyalty/publicName.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import {
  allContests,
  contestOf,
  entriesOf,
  entryOf,
  hasEntries,
  type StoredContest,
} from './contestsQueries.ts';
import { shownName } from './shownName.ts';
import { stampCardOf } from './stampsQueries.ts';

export const listContests = readingVerb(loyaltyContract.contests, async ({ db }) => ({
  contests: [...(await allContests(db))],
}));

/** A contest with its table: by place once it is closed, until then by what counts now. */
export const showContest = readingVerb(loyaltyContract.contest, async ({ db }, { contestId }) => {
  const contest = await contestOf(db, contestId);
  if (contest === null) throw new Refusal('NotFound', { what: 'contest' });
  const entries = await entriesOf(db, contest);
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  return {
    contest,
    entries: ranked(contest, entries).flatMap(({ entryId, prizeIndex }) => {
      const entry = byId.get(entryId);
      if (entry === undefined) return [];
      const { phone, enteredAt: _, ...shown } = entry;
      return [
        {
          ...shown,
          name: shownName({ name: entry.name, phone }),
          publicName: entry.isShown ? firstNameOf(entry.name) : '',
          prize:
            contest.state === 'closed' && prizeIndex !== null ? (contest.prizes[prizeIndex] ?? null) : null,
        },
      ];
    }),
  };
});

type Entries = Awaited<ReturnType<typeof entriesOf>>;

function ranked({ kind, answer, prizes, state }: StoredContest, entries: Entries) {
  // What counted when it was closed stands: a place is not moved by stamps that a merged customer brings along.
  if (state === 'closed') {
    const placed = entries.filter(({ place }) => place !== null);
    const order = placed.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
    const rest = entries.filter(({ place }) => place === null);
    return [...order, ...rest].map(({ entryId, place }, index) => ({
      entryId,
      prizeIndex: place !== null && index < prizes.length ? index : null,
    }));
  }
  return rankEntries(kind, entries, { answer, prizes: prizes.length });
}

/**
 * Makes a contest or changes an open one. One for the most stamps names the card that is counted. Once somebody entered,
 * what counts and the prizes stay as they were told (`ContestBegun`).
 */
export const saveContest = writingVerb(loyaltyContract.saveContest, async (scope, { contest }) => {
  const { trx, now } = scope;
  const { contestId, name, kind, from, to, prizes } = contest;
  if (to < from) throw new Refusal('DaysWrong');
  const stampCardId = kind === 'mostStamps' ? contest.stampCardId : null;
  const isCardMissing = stampCardId === null || (await stampCardOf(trx, stampCardId)) === null;
  if (kind === 'mostStamps' && isCardMissing) throw new Refusal('StampCardNeeded');
  const earlier = await contestOf(trx, contestId);
  if (earlier?.state === 'closed') throw new Refusal('ContestClosed');
  if (earlier !== null && (await hasEntries(trx, contestId))) {
    const told = JSON.stringify([earlier.kind, earlier.stampCardId, earlier.prizes]);
    if (told !== JSON.stringify([kind, stampCardId, prizes])) throw new Refusal('ContestBegun');
  }
  const values = {
    name_json: JSON.stringify(name),
    kind,
    from_on: from,
    to_on: to,
    prizes_json: JSON.stringify(prizes),
    stamp_card_id: stampCardId,
  };
  if (earlier === null) {
    await trx
      .insertInto('contest')
      .values({ id: contestId, answer: null, state: 'open', created_at: now, ...values })
      .execute();
  } else {
    await trx.updateTable('contest').set(values).where('id', '=', contestId).execute();
  }
  await scope.follow(documentOf(scope, 'contestSaved', JSON.parse(JSON.stringify({ contest }))));
  scope.changed('loyalty');
  return {};
});

/**
 * A customer takes part. Entering again changes the same entry; a new guess is as old as its change, so that nobody waits
 * for the guesses of others with an early place in the row.
 */
export const enterContest = writingVerb(
  loyaltyContract.enterContest,
  async (scope, { contestId, customerId, note, guess, isShown }) => {
    const { trx, businessDay, now, actor } = scope;
    const contest = await openContest(scope, contestId);
    if (businessDay < contest.from || businessDay > contest.to) throw new Refusal('ContestNotRunning');
    if (contest.kind === 'guess' && guess === null) throw new Refusal('GuessNeeded');
    await requirePhone(scope, customerId);
    const kept = contest.kind === 'guess' ? guess : null;
    const earlier = await entryOf(trx, contestId, customerId);
    const values = {
      note,
      guess: kept,
      is_shown: isShown ? (1 as const) : (0 as const),
      entered_by: actor.personId,
      entered_at: earlier === null || earlier.guess !== kept ? now : earlier.entered_at,
    };
    const entryId = earlier?.id ?? scope.newId();
    if (earlier === null) {
      await trx
        .insertInto('contest_entry')
        .values({
          id: entryId,
          contest_id: contestId,
          customer_id: customerId,
          points: null,
          place: null,
          ...values,
        })
        .execute();
    } else {
      await trx.updateTable('contest_entry').set(values).where('id', '=', entryId).execute();
    }
    await scope.follow({
      ...documentOf(scope, 'contestEntered', { contestId, entryId, guess: kept, isShown }),
      customerId,
    });
    scope.changed('loyalty');
    return {};
  },
);

async function requirePhone({ trx }: WriteScope, customerId: string): Promise<void> {
  const customer = await trx
    .selectFrom('customer')
    .select('phone')
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (customer === undefined) throw new Refusal('NotFound', { what: 'customer' });
  if (customer.phone === null) throw new Refusal('NeedsPhone');
}

async function openContest({ trx }: WriteScope, contestId: string): Promise<StoredContest> {
  const contest = await contestOf(trx, contestId);
  if (contest === null) throw new Refusal('NotFound', { what: 'contest' });
  if (contest.state === 'closed') throw new Refusal('ContestClosed');
  return contest;
}

/** The jury's points for one entry; they may be changed until the contest is closed. */
export const judgeEntry = writingVerb(loyaltyContract.judgeEntry, async (scope, { entryId, points }) => {
  const { trx } = scope;
  const entry = await trx
    .selectFrom('contest_entry')
    .select('contest_id')
    .where('id', '=', entryId)
    .executeTakeFirst();
  if (entry === undefined) throw new Refusal('NotFound', { what: 'entry' });
  await openContest(scope, entry.contest_id);
  await trx.updateTable('contest_entry').set({ points }).where('id', '=', entryId).execute();
  await scope.follow(documentOf(scope, 'contestJudged', { entryId, points }));
  scope.changed('loyalty');
  return {};
});

/** Gives the places after the last day; a guess needs its answer. */
export const closeContest = writingVerb(
  loyaltyContract.closeContest,
  async (scope, { contestId, answer }) => {
    const { trx, businessDay } = scope;
    const contest = await openContest(scope, contestId);
    if (businessDay <= contest.to) throw new Refusal('ContestRunning', { to: contest.to });
    if (contest.kind === 'guess' && answer === null) throw new Refusal('AnswerNeeded');
    const kept = contest.kind === 'guess' ? answer : null;
    const entries = await entriesOf(trx, contest);
    const places = rankEntries(contest.kind, entries, { answer: kept, prizes: contest.prizes.length });
    for (const { entryId, place } of places) {
      await trx.updateTable('contest_entry').set({ place }).where('id', '=', entryId).execute();
    }
    await trx
      .updateTable('contest')
      .set({ state: 'closed', answer: kept })
      .where('id', '=', contestId)
      .execute();
    const content = {
      contestId,
      answer: kept,
      places: places.map(({ entryId, place }) => ({ entryId, place })),
    };
    await scope.follow(documentOf(scope, 'contestClosed', content));
    scope.changed('loyalty');
    return {};
  },
);
