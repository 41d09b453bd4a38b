/** A draw that anyone can check: the seed is promised before the first ticket and shown after the last. */

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
  const winners: DrawWinner[] = [];
  let left = [...tickets].sort((a, b) => a.number - b.number);
  while (winners.length < prizes && left.length > 0) {
    const place = winners.length + 1;
    const winner = left[placeIn(hash(`${seed}:${place}`), left.length)];
    if (winner === undefined) break;
    winners.push({ ...winner, place });
    left = left.filter((ticket) =>
      oncePerCustomer ? ticket.customerId !== winner.customerId : ticket.number !== winner.number,
    );
  }
  return winners;
}

function placeIn(hashText: string, count: number): number {
  return Number.parseInt(hashText.slice(0, digitsUsed), 16) % count;
}
