/** Bonus lots: spent oldest expiry first, never after their last day, given back and taken back by fixed rules. */
import { type Refused, refuse } from '../errors.ts';
import { type Som, smallerSom, subtractSom, sumOf } from '../money.ts';
import { addDays, type BusinessDay } from '../time.ts';

/** What is left of one earning. `expiresOn` is its last day, valid to the end of it; null never burns. */
export interface BonusLot {
  readonly lotId: string;
  readonly remainingSom: Som;
  readonly activeFrom: BusinessDay;
  readonly expiresOn: BusinessDay | null;
}

/** So much moved out of, or back into, one lot. */
export interface LotMove {
  readonly lotId: string;
  readonly amountSom: Som;
}

/**
 * Why a lot was given, of those that live as long as the shop's bonus does, beside what goods earned. Deeds, full stamp
 * cards and challenges say themselves how long theirs lives.
 */
export const usualLifeReasons = ['promotion', 'referral', 'repayment', 'correction'] as const;

export const warningDays = 30;
/** Bonus that comes back from a return lives at least this long (docs/rules.md rule 9). */
export const daysAfterGivingBack = 14;

/** Whether a lot's last day has passed. */
export function isExpired(lot: BonusLot, day: BusinessDay): boolean {
  return lot.expiresOn !== null && lot.expiresOn < day;
}

/** The last day of bonus earned on a day; 0 days means that it never burns. */
export function lotExpiry(earnedOn: BusinessDay, days: number): BusinessDay | null {
  return days === 0 ? null : addDays(earnedOn, days);
}

/** What may be spent today: lots that are active and not expired. The guard stands here, not on the balance (rule 11). */
export function spendableSom(lots: readonly BonusLot[], day: BusinessDay): Som {
  return sumOf(spendable(lots, day), (lot) => lot.remainingSom);
}

/** Takes an amount from the lots, oldest expiry first, or says how much could be spent. */
export function spendFromLots(
  amountSom: Som,
  lots: readonly BonusLot[],
  day: BusinessDay,
): readonly LotMove[] | Refused<'BonusNotEnough', { readonly spendableSom: Som }> {
  const { moves, leftSom } = drain(amountSom, spendable(lots, day));
  return leftSom === 0 ? moves : refuse('BonusNotEnough', { spendableSom: spendableSom(lots, day) });
}

/** What must be posted as burnt before anything else is done with the customer (docs/rules.md rule 11). */
export function expiredMoves(lots: readonly BonusLot[], day: BusinessDay): readonly LotMove[] {
  return lots
    .filter((lot) => lot.remainingSom > 0 && isExpired(lot, day))
    .sort(oldestExpiryFirst)
    .map((lot) => ({ lotId: lot.lotId, amountSom: lot.remainingSom }));
}

export interface ExpiringSoon {
  readonly amountSom: Som;
  /** The first day after which something burns; null when nothing will. */
  readonly firstOn: BusinessDay | null;
}

/** What burns within the next days unless it is spent, for the warning on receipt and screen. */
export function expiringSoon(
  lots: readonly BonusLot[],
  day: BusinessDay,
  withinDays: number = warningDays,
): ExpiringSoon {
  const last = addDays(day, withinDays);
  const soon = spendable(lots, day).filter((lot) => lot.expiresOn !== null && lot.expiresOn <= last);
  return { amountSom: sumOf(soon, (lot) => lot.remainingSom), firstOn: soon[0]?.expiresOn ?? null };
}

/**
 * What becomes of newly earned bonus when the customer owes some after a return: it repays that first (rule 8).
 * `owedSom` is how far the balance is below zero, 0 or more; 900 earned with 300 owed makes a lot of 600.
 */
export function settleEarning(
  earnedSom: Som,
  owedSom: Som,
): { readonly repaidSom: Som; readonly lotSom: Som } {
  const repaidSom = smallerSom(earnedSom, owedSom);
  return { repaidSom, lotSom: subtractSom(earnedSom, repaidSom) };
}

/** What a sale took from one lot and has not given back yet. */
export interface SpentFromLot extends LotMove {
  readonly expiresOn: BusinessDay | null;
}

export interface GivenBack extends LotMove {
  readonly expiresOn: BusinessDay | null;
}

/**
 * Gives spent bonus back to the lots it came from in the reverse order of spending: the last lot touched first, with its
 * old last day, but at least 14 days from now. `spent` is in the order of spending; `amountSom` is at most its sum.
 *
 * | spent from                        | back on 1 June | becomes                  |
 * |-----------------------------------|----------------|--------------------------|
 * | A 5 000 (31 May), B 3 000 (1 Aug) | 4 000          | B 3 000 (1 Aug), A 1 000 (15 June) |
 */
export function giveBackToLots(
  amountSom: Som,
  spent: readonly SpentFromLot[],
  day: BusinessDay,
): readonly GivenBack[] {
  const earliest = addDays(day, daysAfterGivingBack);
  const back: GivenBack[] = [];
  let leftSom = amountSom;
  for (const from of [...spent].reverse()) {
    const part = smallerSom(leftSom, from.amountSom);
    if (part === 0) continue;
    const expiresOn = from.expiresOn !== null && from.expiresOn < earliest ? earliest : from.expiresOn;
    back.push({ lotId: from.lotId, amountSom: part, expiresOn });
    leftSom = subtractSom(leftSom, part);
  }
  if (leftSom > 0) throw new RangeError('more bonus is given back than was spent');
  return back;
}

export interface TakenBack {
  readonly moves: readonly LotMove[];
  /** The part that had burnt in the sale's own lot already; it counts as taken. */
  readonly burntSom: Som;
  /** What the lots could not cover: the balance goes below zero by it, and the next earning repays it. */
  readonly owedSom: Som;
}

/**
 * Takes back bonus that a returned purchase had earned (docs/rules.md rule 8): from the sale's own lot, counting what
 * burnt in it, then from other lots, oldest expiry first, and only then as a debt. `burntInOwnLotSom` is what expired in
 * the sale's own lot and was not counted by an earlier return.
 */
export function takeBackEarned(
  amountSom: Som,
  ownLotId: string | null,
  burntInOwnLotSom: Som,
  lots: readonly BonusLot[],
  day: BusinessDay,
): TakenBack {
  const living = lots.filter((lot) => lot.remainingSom > 0 && !isExpired(lot, day));
  const own = drain(
    amountSom,
    living.filter((lot) => lot.lotId === ownLotId),
  );
  const burntSom = smallerSom(own.leftSom, burntInOwnLotSom);
  const others = drain(
    subtractSom(own.leftSom, burntSom),
    living.filter((lot) => lot.lotId !== ownLotId).sort(oldestExpiryFirst),
  );
  return { moves: [...own.moves, ...others.moves], burntSom, owedSom: others.leftSom };
}

function spendable(lots: readonly BonusLot[], day: BusinessDay): readonly BonusLot[] {
  return lots
    .filter((lot) => lot.remainingSom > 0 && lot.activeFrom <= day && !isExpired(lot, day))
    .sort(oldestExpiryFirst);
}

function drain(
  amountSom: Som,
  lots: readonly BonusLot[],
): { readonly moves: readonly LotMove[]; readonly leftSom: Som } {
  const moves: LotMove[] = [];
  let leftSom = amountSom;
  for (const lot of lots) {
    const part = smallerSom(leftSom, lot.remainingSom);
    if (part === 0) continue;
    moves.push({ lotId: lot.lotId, amountSom: part });
    leftSom = subtractSom(leftSom, part);
  }
  return { moves, leftSom };
}

/** What burns first is spent first; what never burns comes last; equals by age, which the id's order tells. */
function oldestExpiryFirst(a: BonusLot, b: BonusLot): number {
  const first = a.expiresOn ?? '9999-12-31';
  const second = b.expiresOn ?? '9999-12-31';
  if (first !== second) return first < second ? -1 : 1;
  return a.lotId < b.lotId ? -1 : a.lotId > b.lotId ? 1 : 0;
}

/** A customer's balance: what the lots hold less what a return left owing. */
export function balanceSom(lots: readonly BonusLot[], owedSom: Som): Som {
  return subtractSom(
    sumOf(lots, (lot) => lot.remainingSom),
    owedSom,
  );
}
