/** A customer who becomes another brings along what they collected: stamps, tickets, entries, challenges, gifts to funds. */
import type { Transaction } from 'kysely';
import { formerCustomerOf, partedCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import { stampsLeft } from '../../shared/loyalty/stamps.ts';
import type { Tables } from '../database/tables.ts';
import { giveBackMoves, type MovedTable, mergeStands, movedRows, rememberMoves } from '../movedRows.ts';
import type { WriteScope } from '../verb.ts';
import { cardsHeldBy, moveStamps, stampBalanceOf } from './stampsQueries.ts';

type MergeScope = Pick<WriteScope, 'trx' | 'newId' | 'now' | 'businessDay'>;

/** Stamps of a card that was filled by the merge may have been used since. */
const movedTables: readonly MovedTable[] = [
  {
    table: 'stamp_balance',
    key: ['customer_id', 'stamp_card_id'],
    holders: ['customer_id'],
    sums: ['stamps', 'full_cards'],
    obstacle: 'stampsUsed',
  },
  { table: 'stamp_move', key: ['id'], holders: ['customer_id'], keepsWritten: true },
  { table: 'challenge_reached', key: ['challenge_id', 'customer_id'], holders: ['customer_id'] },
  { table: 'draw_ticket', key: ['draw_id', 'ticket_no'], holders: ['customer_id'] },
  { table: 'draw_winner', key: ['draw_id', 'place'], holders: ['customer_id'] },
  { table: 'contest_entry', key: ['id'], holders: ['customer_id'], obstacle: 'gameClosed' },
  { table: 'donation', key: ['id'], holders: ['customer_id'] },
  { table: 'game_reward', key: ['id'], holders: ['customer_id'] },
];

/** Hands over what the rooms of games and charity keep for a customer. Nothing is counted twice and nothing is lost. */
export async function bringCollectedAlong(
  trx: Transaction<Tables>,
  document: TillDocument,
  scope: MergeScope,
): Promise<void> {
  const { customerId } = document;
  const parted = partedCustomerOf(document);
  if (parted !== null && customerId !== null) {
    return giveCollectedBack(scope, parted.mergeId, customerId, document.id);
  }
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  await rememberMoves(trx, document, movedTables, async () => {
    await bringStamps(scope, formerId, customerId, document.id);
    await bringChallenges(scope, formerId, customerId);
    await bringTickets(scope, formerId, customerId);
    await bringEntries(scope, formerId, customerId);
    for (const table of ['donation', 'game_reward'] as const) {
      await trx
        .updateTable(table)
        .set({ customer_id: customerId })
        .where('customer_id', '=', formerId)
        .execute();
    }
  });
}

/** A merge is taken back. Throws MergeUsed when a draw or a contest with what was moved was decided since. */
async function giveCollectedBack(
  scope: MergeScope,
  mergeId: string,
  customerId: string,
  documentId: string,
): Promise<void> {
  const { trx } = scope;
  await refuseDecided(trx, mergeId);
  await giveBackMoves(trx, mergeId, movedTables);
  // Stamps that the merge itself wrote off or turned into a full card stay written; others answer them.
  const written = await trx
    .selectFrom('stamp_move')
    .select(['stamp_card_id', 'stamps', 'full_cards'])
    .where('document_id', '=', mergeId)
    .execute();
  for (const { stamp_card_id, stamps, full_cards } of written) {
    await trx
      .insertInto('stamp_move')
      .values({
        id: scope.newId(),
        stamp_card_id,
        customer_id: customerId,
        stamps: -stamps,
        full_cards: -full_cards,
        reason: 'merged',
        document_id: documentId,
        business_day: scope.businessDay,
        moved_at: scope.now,
      })
      .execute();
  }
}

async function refuseDecided(trx: Transaction<Tables>, mergeId: string): Promise<void> {
  const idsIn = async (table: string, column: string) =>
    (await movedRows(trx, mergeId, table)).map(({ before, after }) => String((before ?? after)?.[column]));
  const draws = await idsIn('draw_ticket', 'draw_id');
  const drawn =
    draws.length === 0
      ? undefined
      : await trx
          .selectFrom('draw')
          .select('id')
          .where('id', 'in', [...new Set(draws)])
          .where('state', '=', 'drawn')
          .executeTakeFirst();
  if (drawn !== undefined) mergeStands('gameClosed');
  const dropped = (await movedRows(trx, mergeId, 'contest_entry')).filter(({ after }) => after === null);
  for (const { before } of dropped) {
    const contest = await trx
      .selectFrom('contest')
      .select('state')
      .where('id', '=', String(before?.contest_id))
      .executeTakeFirst();
    if (contest?.state !== 'open') mergeStands('gameClosed');
  }
}

/**
 * Stamps of both add up, after those that lapsed on either side were written off. Two half cards may so become a full one:
 * its free piece waits at once, bonus and coupons come with the next stamp.
 */
async function bringStamps(scope: MergeScope, from: string, into: string, documentId: string): Promise<void> {
  const { trx } = scope;
  for (const { card, balance } of await cardsHeldBy(trx, from)) {
    const { stampCardId } = card;
    const own = await stampBalanceOf(trx, into, stampCardId);
    await trx
      .updateTable('stamp_move')
      .set({ customer_id: into })
      .where('customer_id', '=', from)
      .where('stamp_card_id', '=', stampCardId)
      .execute();
    await trx
      .deleteFrom('stamp_balance')
      .where('customer_id', '=', from)
      .where('stamp_card_id', '=', stampCardId)
      .execute();
    const together = {
      stamps: own.stamps + balance.stamps,
      fullCards: own.fullCards + balance.fullCards,
      lastOn: laterOf(own.lastOn, balance.lastOn),
    };
    const left = stampsLeft(card, own, scope.businessDay) + stampsLeft(card, balance, scope.businessDay);
    const filled = card.reward.kind === 'freePiece' ? Math.floor(left / card.needed) : 0;
    const moves = [
      { reason: 'lapsed', stamps: left - together.stamps, fullCards: 0 },
      { reason: 'full', stamps: -filled * card.needed, fullCards: filled },
    ] as const;
    const at = { stampCardId, customerId: into, documentId };
    await moveStamps(scope, at, together, moves, together.lastOn);
  }
}

function laterOf<Day extends string>(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** What both reached, both reached once: the first time stands. */
async function bringChallenges({ trx }: MergeScope, from: string, into: string): Promise<void> {
  const rows = await trx
    .selectFrom('challenge_reached')
    .selectAll()
    .where('customer_id', 'in', [from, into])
    .orderBy('reached_at')
    .execute();
  if (!rows.some((row) => row.customer_id === from)) return;
  await trx.deleteFrom('challenge_reached').where('customer_id', 'in', [from, into]).execute();
  const first = new Map<string, Tables['challenge_reached']>();
  for (const row of rows) {
    if (!first.has(row.challenge_id)) first.set(row.challenge_id, { ...row, customer_id: into });
  }
  await trx
    .insertInto('challenge_reached')
    .values([...first.values()])
    .execute();
}

/**
 * Tickets of a draw that was held stay with the customer who had them: whoever computes its winners again must find the
 * same holders. The prize is the new customer's.
 */
async function bringTickets({ trx }: MergeScope, from: string, into: string): Promise<void> {
  await trx
    .updateTable('draw_ticket')
    .set({ customer_id: into })
    .where('customer_id', '=', from)
    .where('draw_id', 'in', trx.selectFrom('draw').select('id').where('state', '=', 'open'))
    .execute();
  await trx.updateTable('draw_winner').set({ customer_id: into }).where('customer_id', '=', from).execute();
}

/** One person enters a contest once: of two entries the earlier one stays, and of a closed contest both places do. */
async function bringEntries({ trx }: MergeScope, from: string, into: string): Promise<void> {
  const rows = await trx
    .selectFrom('contest_entry')
    .innerJoin('contest', 'contest.id', 'contest_entry.contest_id')
    .select(['contest_entry.id', 'contest_entry.contest_id', 'contest_entry.customer_id', 'contest.state'])
    .where('contest_entry.customer_id', 'in', [from, into])
    .orderBy('contest_entry.entered_at')
    .orderBy('contest_entry.id')
    .execute();
  for (const entry of rows.filter((row) => row.customer_id === from)) {
    const own = rows.find((row) => row.customer_id === into && row.contest_id === entry.contest_id);
    if (own !== undefined && entry.state === 'closed') continue;
    const isLater = own !== undefined && rows.indexOf(own) < rows.indexOf(entry);
    const dropped = isLater ? entry : own;
    if (dropped !== undefined) {
      await trx.deleteFrom('contest_entry').where('id', '=', dropped.id).execute();
    }
    if (!isLater) {
      await trx.updateTable('contest_entry').set({ customer_id: into }).where('id', '=', entry.id).execute();
    }
  }
}
