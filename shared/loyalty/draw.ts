/** A draw that anyone can check: the seed is promised before the first ticket and shown after the last. */
import { type Som, sumOf } from '../money.ts';
import { matcherOf, type Scope } from '../promotion/scope.ts';
import type { BusinessDay } from '../time.ts';
import type { StampedLine } from './stamps.ts';

/** SHA-256 as 64 hexadecimal digits; an argument, because rules know no machine. */
export type Hash = (text: string) => string;

/** A ticket of a draw by its number, counted from 1 in the order in which tickets were given. */
export interface DrawTicket {
  readonly number: number;
  readonly customerId: string;
}

export interface DrawWinner extends DrawTicket {
  /** 1 for the first prize. */
  readonly place: number;
}

/** More than any purchase needs; a wrong setting cannot fill the till's disk with tickets. */
export const mostTicketsPerReceipt = 10_000;

/**
 * How many tickets a receipt brings for what was spent: one for each whole `eachSom` of the covered goods together, after
 * all discounts. None where only promotions give tickets.
 *
 * | each    | covered goods came to | tickets |
 * |---------|-----------------------|---------|
 * | 100 000 | 99 999                | 0       |
 * | 100 000 | 60 000 + 45 000       | 1       |
 * | –       | 500 000               | 0       |
 */
export function ticketsFor(
  { eachSom, scope }: { readonly eachSom: Som | null; readonly scope: Scope },
  lines: readonly StampedLine[],
  day: BusinessDay,
): number {
  if (eachSom === null) return 0;
  const covered = lines.filter(matcherOf(scope, day));
  return Math.floor(sumOf(covered, ({ netSom }) => netSom) / eachSom);
}

/** What is published when the draw begins: the seed cannot be changed after it, and cannot be guessed from it. */
export function commitmentOf(seed: string, hash: Hash): string {
  return hash(`daftar-draw:${seed}`);
}

/** Whether the seed that is shown is the one that was promised. */
export function isPromised(seed: string, commitment: string, hash: Hash): boolean {
  return commitmentOf(seed, hash) === commitment;
}

/** 13 hexadecimal digits are 52 bits: exact in a number, and far more than there are tickets. */
const digitsUsed = 13;

/**
 * The winners, first prize first. For place n the hash of `seed:n`, as a number modulo the tickets that are left, names the
 * ticket in the order of their numbers. A ticket that won is taken out, and with it all tickets of its customer when a
 * person may win once only. Anyone with the seed and the list of tickets gets the same names.
 *
 * Tickets are counted, not weighed: ten tickets are ten chances. With fewer tickets than prizes the rest is not given.
 */
export function drawWinners(
  seed: string,
  tickets: readonly DrawTicket[],
  prizes: number,
  hash: Hash,
  { oncePerCustomer = true }: { readonly oncePerCustomer?: boolean } = {},
): readonly DrawWinner[] {
  const inOrder = [...tickets].sort((a, b) => a.number - b.number);
  const placesOf = Map.groupBy(inOrder.keys(), (at) => inOrder[at]?.customerId);
  const winners: DrawWinner[] = [];
  /** Where in the order stands what was taken out, ascending: so hundreds of thousands of tickets are not copied anew. */
  let out: readonly number[] = [];
  while (winners.length < prizes && out.length < inOrder.length) {
    const place = winners.length + 1;
    const at = nthLeft(placeIn(hash(`${seed}:${place}`), inOrder.length - out.length), out);
    const winner = inOrder[at];
    if (winner === undefined) break;
    winners.push({ ...winner, place });
    const taken = oncePerCustomer ? (placesOf.get(winner.customerId) ?? []) : [at];
    out = [...out, ...taken].sort((a, b) => a - b);
  }
  return winners;
}

/** Where the n-th (from 0) of those that are left stands among all; `out` are the places taken out, ascending. */
function nthLeft(n: number, out: readonly number[]): number {
  let at = n;
  for (const gone of out) {
    if (gone > at) break;
    at += 1;
  }
  return at;
}

function placeIn(hashText: string, count: number): number {
  return Number.parseInt(hashText.slice(0, digitsUsed), 16) % count;
}
