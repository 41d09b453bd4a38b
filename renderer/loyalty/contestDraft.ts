/** A contest while it is being written down: fields may be empty. */
import type { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { api } from '../app/api.ts';
import { schemaOf } from '../app/form.ts';
import { draftSchema } from './draftSchema.ts';
import { newPrizeRow, type PrizeRow, prizeRowsOf, prizesOf } from './prizeRows.ts';

type Answered = Extract<Awaited<ReturnType<typeof api.loyalty.contest>>, { ok: true }>['data'];
export type Contest = Answered['contest'];
export type ContestEntry = Answered['entries'][number];

export const contestKinds = ['photo', 'guess', 'mostStamps'] as const;
export type ContestKind = (typeof contestKinds)[number];

export interface ContestDraft {
  readonly contest: {
    readonly contestId: string;
    readonly name: LocalText;
    readonly kind: ContestKind;
    readonly from: string | null;
    readonly to: string | null;
    readonly prizes: readonly PrizeRow[];
    /** Looked at only where stamps are counted. */
    readonly stampCardId: string | null;
  };
}

/** Photos for two weeks. */
export function newContestDraft(contestId: string, today: BusinessDay): ContestDraft {
  return {
    contest: {
      contestId,
      name: {},
      kind: 'photo',
      from: today,
      to: addDays(today, 13),
      prizes: [newPrizeRow('0')],
      stampCardId: null,
    },
  };
}

export function contestDraftOf(contest: Omit<Contest, 'state' | 'answer'>): ContestDraft {
  const { contestId, name, kind, from, to, prizes, stampCardId } = contest;
  return { contest: { contestId, name, kind, from, to, prizes: prizeRowsOf(prizes), stampCardId } };
}

const verbSchema = schemaOf(loyaltyContract.saveContest).omit({ intentionId: true, approval: true });
export type CheckedContest = z.output<typeof verbSchema>;

export const contestDraftSchema: z.ZodType<CheckedContest> = draftSchema(
  verbSchema,
  ({ contest }: ContestDraft) => ({
    contest: {
      ...contest,
      prizes: prizesOf(contest.prizes),
      stampCardId: contest.kind === 'mostStamps' ? contest.stampCardId : null,
    },
  }),
)
  .refine(({ contest }) => contest.from <= contest.to, { path: ['contest', 'to'] })
  .refine(({ contest }) => contest.kind !== 'mostStamps' || contest.stampCardId !== null, {
    path: ['contest', 'stampCardId'],
  });

export type ContestState = 'upcoming' | 'running' | 'ready' | 'closed';

/**
 * | stored | day           | shown    |
 * |--------|---------------|----------|
 * | closed | –             | closed   |
 * | open   | before `from` | upcoming |
 * | open   | `from` … `to` | running  |
 * | open   | after `to`    | ready    |
 */
export function contestState(
  { state, from, to }: Pick<Contest, 'state' | 'from' | 'to'>,
  today: BusinessDay,
): ContestState {
  if (state === 'closed') return 'closed';
  if (today < from) return 'upcoming';
  return today <= to ? 'running' : 'ready';
}

export const contestColours: Readonly<Record<ContestState, string>> = {
  upcoming: 'teal',
  running: 'green',
  ready: 'amber',
  closed: 'gray',
};

/** What decides the places of a contest, of one entry: points, the guess or the stamps; null while there is none. */
export function countOf(kind: ContestKind, entry: ContestEntry): number | null {
  switch (kind) {
    case 'photo':
      return entry.points;
    case 'guess':
      return entry.guess;
    case 'mostStamps':
      return entry.stamps;
  }
}
