/** Tickets of draws inside the sale's transaction: for what was spent, and those that promotions give. */

import { mostTicketsPerReceipt, ticketsFor } from '../../shared/loyalty/draw.ts';
import type { StampedLine } from '../../shared/loyalty/stamps.ts';
import type { Reward } from '../../shared/promotion/outcome.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { WriteScope } from '../verb.ts';
import { addTickets, drawsOn } from './drawsQueries.ts';

export interface GivenTickets {
  readonly name: LocalText;
  readonly numbers: readonly number[];
}

/** Gives the tickets that a receipt brings in the draws of its day. */
export async function giveTickets(
  scope: Pick<WriteScope, 'trx'>,
  sale: {
    readonly saleId: string;
    readonly customerId: string;
    readonly day: BusinessDay;
    readonly lines: readonly StampedLine[];
    readonly rewards: readonly Reward[];
  },
): Promise<readonly GivenTickets[]> {
  const { saleId: documentId, customerId, day } = sale;
  const given: GivenTickets[] = [];
  for (const draw of await drawsOn(scope.trx, day)) {
    const byPromotions = sale.rewards.reduce((sum, { benefit, count }) => {
      const isOfDraw = benefit.kind === 'tickets' && benefit.drawId === draw.drawId;
      return isOfDraw ? sum + count : sum;
    }, 0);
    const count = Math.min(mostTicketsPerReceipt, ticketsFor(draw, sale.lines, day) + byPromotions);
    if (count === 0) continue;
    const numbers = await addTickets(scope.trx, draw.drawId, { customerId, documentId, day }, count);
    given.push({ name: draw.name, numbers });
  }
  return given;
}
