/** The SQL of draws: what they are, their tickets and their winners. */
import type { Kysely, Selectable } from 'kysely';
import { som } from '../../shared/money.ts';
import type { Scope } from '../../shared/promotion/scope.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;
type DrawRow = Selectable<Tables['draw']>;

/** A draw with its seed, which leaves the till only when the draw is held. */
export function drawOfRow(row: DrawRow) {
  return {
    drawId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    from: row.from_on as BusinessDay,
    to: row.to_on as BusinessDay,
    eachSom: row.each_som === null ? null : som(row.each_som),
    scope: JSON.parse(row.scope_json) as Scope,
    prizes: JSON.parse(row.prizes_json) as string[],
    isOncePerCustomer: row.is_once_per_customer === 1,
    commitment: row.commitment,
    seed: row.seed,
    state: row.state,
    drawnAt: row.drawn_at as Instant | null,
  };
}
export type StoredDraw = ReturnType<typeof drawOfRow>;

const openQuery = hotQuery((db: Db, value: { state: 'open'; day: string }) =>
  db
    .selectFrom('draw')
    .selectAll()
    .where('state', '=', value.state)
    .where('from_on', '<=', value.day)
    .where('to_on', '>=', value.day)
    .orderBy('to_on')
    .orderBy('id'),
);

/** The draws for which tickets are given on a day, those that end first. */
export async function drawsOn(db: Db, day: BusinessDay): Promise<readonly StoredDraw[]> {
  return (await openQuery.all(db, { state: 'open', day })).map(drawOfRow);
}

/** One draw, or null when nobody began it. */
export async function drawOf(db: Db, drawId: string): Promise<StoredDraw | null> {
  const row = await db.selectFrom('draw').selectAll().where('id', '=', drawId).executeTakeFirst();
  return row === undefined ? null : drawOfRow(row);
}

/** All draws, the newest first. */
export async function allDraws(db: Db): Promise<readonly StoredDraw[]> {
  const rows = await db
    .selectFrom('draw')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(drawOfRow);
}

/** Of one draw, or of all for null: the tickets that may win, and how many customers hold them. */
export function ticketCounts(db: Db, drawId: string | null) {
  return db
    .selectFrom('draw_ticket')
    .select(({ fn }) => [
      'draw_id',
      fn.countAll<number>().as('tickets'),
      fn.count<number>('customer_id').distinct().as('customers'),
    ])
    .where('is_void', '=', 0)
    .$if(drawId !== null, (query) => query.where('draw_id', '=', drawId ?? ''))
    .groupBy('draw_id');
}

const takeNumbersQuery = hotQuery((db: Db, value: { drawId: string; count: number }) =>
  db
    .updateTable('draw')
    .set((eb) => ({ ticket_count: eb('ticket_count', '+', value.count) }))
    .where('id', '=', value.drawId)
    .returning('ticket_count'),
);

const insertTickets = hotInsert('draw_ticket', [
  'draw_id',
  'ticket_no',
  'customer_id',
  'document_id',
  'business_day',
  'is_void',
]);

/** Writes the next tickets of a draw and answers their numbers. */
export async function addTickets(
  db: Db,
  drawId: string,
  ticket: { readonly customerId: string; readonly documentId: string; readonly day: BusinessDay },
  count: number,
): Promise<readonly number[]> {
  const last = (await takeNumbersQuery.first(db, { drawId, count }))?.ticket_count;
  if (last === undefined) throw new Error('a draw went away while it gave tickets');
  const numbers = Array.from({ length: count }, (_, index) => last - count + index + 1);
  await insertTickets.many(
    db,
    numbers.map((number) => ({
      draw_id: drawId,
      ticket_no: number,
      customer_id: ticket.customerId,
      document_id: ticket.documentId,
      business_day: ticket.day,
      is_void: 0 as const,
    })),
  );
  return numbers;
}

const voidQuery = hotQuery((db: Db, value: { documentId: string; state: 'open'; isVoid: 1 }) =>
  db
    .updateTable('draw_ticket')
    .set({ is_void: value.isVoid })
    .where('document_id', '=', value.documentId)
    .where('draw_id', 'in', db.selectFrom('draw').select('id').where('state', '=', value.state)),
);

/** The tickets of a receipt win nothing any more; those of a draw that was held stay as they were drawn from. */
export async function voidTickets(db: Db, documentId: string): Promise<void> {
  await voidQuery.all(db, { documentId, state: 'open', isVoid: 1 });
}

/** A customer's tickets that may win, by draw, in draws that were not held yet. */
export async function ticketsOf(
  db: Db,
  customerId: string,
): Promise<readonly { readonly drawId: string; readonly name: LocalText; readonly tickets: number[] }[]> {
  const rows = await db
    .selectFrom('draw_ticket')
    .innerJoin('draw', 'draw.id', 'draw_ticket.draw_id')
    .select(['draw.id', 'draw.name_json', 'draw_ticket.ticket_no'])
    .where('draw_ticket.customer_id', '=', customerId)
    .where('draw_ticket.is_void', '=', 0)
    .where('draw.state', '=', 'open')
    .orderBy('draw.to_on')
    .orderBy('draw.id')
    .orderBy('draw_ticket.ticket_no')
    .execute();
  const draws = new Map<string, { drawId: string; name: LocalText; tickets: number[] }>();
  for (const { id, name_json: name, ticket_no: number } of rows) {
    const draw = draws.get(id) ?? { drawId: id, name: JSON.parse(name) as LocalText, tickets: [] };
    draw.tickets.push(number);
    draws.set(id, draw);
  }
  return [...draws.values()];
}

/** The tickets of a draw that may win, by number. */
export async function validTickets(db: Db, drawId: string) {
  const rows = await db
    .selectFrom('draw_ticket')
    .select(['ticket_no', 'customer_id'])
    .where('draw_id', '=', drawId)
    .where('is_void', '=', 0)
    .orderBy('ticket_no')
    .execute();
  return rows.map((row) => ({ number: row.ticket_no, customerId: row.customer_id }));
}

/** A part of a draw's list of tickets, those after a number. */
export async function ticketPage(db: Db, drawId: string, after: number, limit: number) {
  const rows = await db
    .selectFrom('draw_ticket')
    .innerJoin('customer', 'customer.id', 'draw_ticket.customer_id')
    .select([
      'draw_ticket.ticket_no',
      'draw_ticket.is_void',
      'draw_ticket.customer_id',
      'customer.name',
      'customer.phone',
    ])
    .where('draw_ticket.draw_id', '=', drawId)
    .where('draw_ticket.ticket_no', '>', after)
    .orderBy('draw_ticket.ticket_no')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.ticket_no,
    isVoid: row.is_void === 1,
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
  }));
}

/** The winners of a draw, first prize first. */
export async function winnersOf(db: Db, drawId: string) {
  const rows = await db
    .selectFrom('draw_winner')
    .innerJoin('customer', 'customer.id', 'draw_winner.customer_id')
    .select([
      'draw_winner.place',
      'draw_winner.ticket_no',
      'draw_winner.prize',
      'draw_winner.handed_at',
      'draw_winner.customer_id',
      'customer.name',
      'customer.phone',
    ])
    .where('draw_winner.draw_id', '=', drawId)
    .orderBy('draw_winner.place')
    .execute();
  return rows.map((row) => ({
    place: row.place,
    ticketNumber: row.ticket_no,
    prize: row.prize,
    handedAt: row.handed_at as Instant | null,
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
  }));
}
