/** A draw as it is published: everything from which anybody can compute its winners again. */
import { z } from 'zod';
import { type DrawWinner, drawWinners, type Hash, isPromised } from './draw.ts';

/**
 * The file of a held draw. `holder` is the same for all tickets of one customer and tells nothing else of them; a void
 * ticket was taken back with its goods and wins nothing.
 *
 *     {
 *       "seed": "64 hexadecimal digits",
 *       "commitment": "64 hexadecimal digits",
 *       "prizes": ["Velosiped", "Choynak"],
 *       "oncePerCustomer": true,
 *       "tickets": [{ "number": 1, "holder": "9f2c…", "isVoid": false, "publicName": "Dilnoza …67" }]
 *     }
 */
export const publishedDrawSchema = z.object({
  seed: z.string().min(1),
  commitment: z.string().min(1),
  prizes: z.array(z.string()),
  oncePerCustomer: z.boolean(),
  tickets: z.array(
    z.object({
      number: z.int().min(1),
      holder: z.string().min(1),
      isVoid: z.boolean().default(false),
      publicName: z.string().default(''),
    }),
  ),
});
export type PublishedDraw = z.output<typeof publishedDrawSchema>;

export interface CheckedDraw {
  /** Whether the seed is the one that was promised before the first ticket. */
  readonly isPromised: boolean;
  readonly winners: readonly {
    readonly place: number;
    readonly prize: string;
    readonly ticketNumber: number;
    readonly publicName: string;
  }[];
}

/** Computes the winners of a published draw: the same function, on nothing but what was published. */
export function checkDraw(draw: PublishedDraw, hash: Hash): CheckedDraw {
  const { seed, commitment, prizes, oncePerCustomer, tickets } = draw;
  const valid = tickets
    .filter(({ isVoid }) => !isVoid)
    .map(({ number, holder }) => ({ number, customerId: holder }));
  const names = new Map(tickets.map(({ number, publicName }) => [number, publicName]));
  const winners: readonly DrawWinner[] = drawWinners(seed, valid, prizes.length, hash, { oncePerCustomer });
  return {
    isPromised: isPromised(seed, commitment, hash),
    winners: winners.map(({ place, number }) => ({
      place,
      prize: prizes[place - 1] ?? '',
      ticketNumber: number,
      publicName: names.get(number) ?? '',
    })),
  };
}
