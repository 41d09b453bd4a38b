/** What a shop gives to whoever wants to check a draw: all tickets as a table, and the whole draw for `npm run draw`. */
import type { PublishedDraw } from '../../shared/loyalty/publishedDraw.ts';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { csvFile } from '../app/csvFile.ts';
import type { Draw } from './drawState.ts';

type Answered = Extract<Awaited<ReturnType<typeof api.loyalty.drawTickets>>, { ok: true }>['data'];
export type Ticket = Answered['tickets'][number];

/** So many tickets come at once. */
const portion = 5000;

/** Every ticket of a draw in the order of the numbers. */
export async function allTickets(drawId: string): Promise<Answer<readonly Ticket[]>> {
  const tickets: Ticket[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof api.loyalty.drawTickets>> = await api.loyalty.drawTickets({
      drawId,
      cursor,
      limit: portion,
    });
    if (!answer.ok) return answer;
    tickets.push(...answer.data.tickets);
    cursor = answer.data.nextCursor;
  } while (cursor !== null);
  return { ok: true, data: tickets };
}

export interface TicketWords {
  readonly number: string;
  readonly name: string;
  readonly holder: string;
  readonly isVoid: string;
  readonly yes: string;
}

/** Opens in a spreadsheet: the number, a name that may be published, the mark of its holder, and whether it is void. */
export function ticketTable(tickets: readonly Ticket[], words: TicketWords): Blob {
  const rows = tickets.map(({ number, publicName, holder, isVoid }) => [
    String(number),
    publicName,
    holder,
    isVoid ? words.yes : '',
  ]);
  return csvFile([[words.number, words.name, words.holder, words.isVoid], ...rows]);
}

/** The draw as anybody may compute it again; null before it was held, because its seed is not known yet. */
export function publishedDraw(
  { seed, commitment, prizes, isOncePerCustomer }: Draw,
  tickets: readonly Ticket[],
): PublishedDraw | null {
  if (seed === null) return null;
  return { seed, commitment, prizes, oncePerCustomer: isOncePerCustomer, tickets: [...tickets] };
}

export function jsonFile(content: object): Blob {
  return new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: 'application/json' });
}
