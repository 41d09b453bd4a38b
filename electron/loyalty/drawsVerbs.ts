/** The verbs of draws: begun with a promised seed, held after the last day, published so that anyone can check. */

import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { commitmentOf, drawWinners } from '../../shared/loyalty/draw.ts';
import { publicNameOf } from '../../shared/loyalty/publicName.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { documentOf } from '../document.ts';
import { placeIn } from '../listPlace.ts';
import type { TillParts } from '../parts.ts';
import { sha256 } from '../sha256.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import {
  allDraws,
  drawOf,
  type StoredDraw,
  ticketCounts,
  ticketPage,
  validTickets,
  winnersOf,
} from './drawsQueries.ts';

const seedBytes = 32;

type Parts = Pick<TillParts, 'database'>;

interface Counts {
  readonly tickets: number;
  readonly customers: number;
}

/** What is counted over all tickets of a draw, of which a big one has hundreds of thousands. */
async function countsOf(parts: Parts, drawId: string | null): Promise<ReadonlyMap<string, Counts>> {
  const database = parts.database();
  const rows = await readHeavy(database, ticketCounts(database.db, drawId));
  return new Map(rows.map(({ draw_id: id, tickets, customers }) => [id, { tickets, customers }]));
}

/** A draw as it may be shown: its seed only after it was held. */
function shown(draw: StoredDraw, counts: ReadonlyMap<string, Counts>) {
  const { tickets = 0, customers = 0 } = counts.get(draw.drawId) ?? {};
  return { ...draw, tickets, customers, seed: draw.state === 'drawn' ? draw.seed : null };
}

export const listDraws = (parts: Parts) =>
  readingVerb(loyaltyContract.draws, async ({ db }) => {
    const counts = await countsOf(parts, null);
    return { draws: (await allDraws(db)).map((draw) => shown(draw, counts)) };
  });

export const showDraw = (parts: Parts) =>
  readingVerb(loyaltyContract.draw, async ({ db }, { drawId }) => {
    const draw = await drawOf(db, drawId);
    if (draw === null) throw new Refusal('NotFound', { what: 'draw' });
    const winners = await winnersOf(db, drawId);
    return {
      draw: shown(draw, await countsOf(parts, drawId)),
      winners: winners.map(({ name, phone, ...winner }) => ({
        ...winner,
        publicName: publicNameOf({ name, phone }),
      })),
    };
  });

export const listDrawTickets = readingVerb(
  loyaltyContract.drawTickets,
  async ({ db }, { drawId, cursor, limit }) => {
    const after = placeIn(cursor);
    const tickets = await ticketPage(db, drawId, after, limit + 1);
    const page = tickets.slice(0, limit);
    return {
      tickets: page.map(({ number, isVoid, customerId, name, phone }) => ({
        number,
        isVoid,
        publicName: publicNameOf({ name, phone }),
        holder: sha256(`${drawId}:${customerId}`).slice(0, 16),
      })),
      nextCursor: tickets.length > limit ? String(page.at(-1)?.number ?? after) : null,
    };
  },
);

/**
 * Begins a draw: the seed is drawn at random and its fingerprint promised. It may begin today or later, never in the past,
 * because the promise must be older than the first ticket.
 */
export const beginDraw = writingVerb(loyaltyContract.beginDraw, async (scope, { draw }) => {
  const { trx, businessDay, now } = scope;
  const { drawId, name, from, to, eachSom, prizes, isOncePerCustomer } = draw;
  if (to < from || from < businessDay) throw new Refusal('DaysWrong');
  if ((await drawOf(trx, drawId)) !== null) throw new Refusal('DrawClosed');
  const seed = Buffer.from(scope.random(seedBytes)).toString('hex');
  const commitment = commitmentOf(seed, sha256);
  await trx
    .insertInto('draw')
    .values({
      id: drawId,
      name_json: JSON.stringify(name),
      from_on: from,
      to_on: to,
      each_som: eachSom,
      scope_json: JSON.stringify(draw.scope),
      prizes_json: JSON.stringify(prizes),
      is_once_per_customer: isOncePerCustomer ? 1 : 0,
      commitment,
      seed,
      state: 'open',
      ticket_count: 0,
      drawn_at: null,
      created_at: now,
    })
    .execute();
  await scope.follow(documentOf(scope, 'drawSaved', JSON.parse(JSON.stringify({ draw, commitment }))));
  scope.changed('loyalty');
  return { commitment };
});

/** Ends a draw without winners; its tickets stay as they were given. */
export const cancelDraw = writingVerb(loyaltyContract.cancelDraw, async (scope, { drawId }) => {
  await requireOpen(scope, drawId);
  await scope.trx.updateTable('draw').set({ state: 'cancelled' }).where('id', '=', drawId).execute();
  await scope.follow(documentOf(scope, 'drawSaved', { drawId, state: 'cancelled' }));
  scope.changed('loyalty');
  return {};
});

/** Holds a draw after its last day. From now on its seed is shown and its tickets stay as they are. */
export const holdDraw = writingVerb(loyaltyContract.holdDraw, async (scope, { drawId }) => {
  const { trx, businessDay, now } = scope;
  const draw = await requireOpen(scope, drawId);
  const { to, seed, prizes, isOncePerCustomer: oncePerCustomer } = draw;
  if (businessDay <= to) throw new Refusal('DrawNotOver', { to });
  const tickets = await validTickets(trx, drawId);
  if (tickets.length === 0) throw new Refusal('DrawEmpty');
  const winners = drawWinners(seed, tickets, prizes.length, sha256, { oncePerCustomer });
  await trx
    .insertInto('draw_winner')
    .values(
      winners.map(({ place, number, customerId }) => ({
        draw_id: drawId,
        place,
        ticket_no: number,
        customer_id: customerId,
        prize: prizes[place - 1] ?? '',
        handed_at: null,
      })),
    )
    .execute();
  await trx.updateTable('draw').set({ state: 'drawn', drawn_at: now }).where('id', '=', drawId).execute();
  const content = { drawId, seed, tickets: tickets.length, winners: winners.map(({ number }) => number) };
  await scope.follow(documentOf(scope, 'drawHeld', content));
  scope.changed('loyalty');
  return { seed, winners: winners.length };
});

async function requireOpen(scope: WriteScope, drawId: string): Promise<StoredDraw> {
  const draw = await drawOf(scope.trx, drawId);
  if (draw === null) throw new Refusal('NotFound', { what: 'draw' });
  if (draw.state !== 'open') throw new Refusal('DrawClosed');
  return draw;
}

/** Notes that a winner took the prize; the first time counts. */
export const handPrize = writingVerb(loyaltyContract.handPrize, async (scope, { drawId, place }) => {
  const { trx, now } = scope;
  const winner = (await winnersOf(trx, drawId)).find((each) => each.place === place);
  if (winner === undefined) throw new Refusal('NotFound', { what: 'prize' });
  if (winner.handedAt !== null) return {};
  await trx
    .updateTable('draw_winner')
    .set({ handed_at: now })
    .where('draw_id', '=', drawId)
    .where('place', '=', place)
    .execute();
  await scope.follow({
    ...documentOf(scope, 'prizeHanded', { drawId, place, ticketNumber: winner.ticketNumber }),
    customerId: winner.customerId,
  });
  scope.changed('loyalty');
  return {};
});
