/** "Surprise and delight": small gifts of bonus out of what a person may give away in a calendar month. */
import { type Refused, refuse } from '../errors.ts';
import { type Som, som, subtractSom, zeroSom } from '../money.ts';

/** Why somebody gets a gift, each a key of its own; `other` needs words. */
export const giftOccasions = ['birthday', 'loyal', 'consolation', 'guestOfDay', 'other'] as const;
export type GiftOccasion = (typeof giftOccasions)[number];

/** No gift is larger, whoever stands for it: more than this is a correction, not a surprise. */
export const largestGiftSom = som(1_000_000);

export interface GiftBudget {
  /** What the owner lets this person give away in a month; 0 for nothing. */
  readonly budgetSom: Som;
  /** What they gave in this month already without a second person. */
  readonly givenSom: Som;
}

/**
 * What is left of a month's budget. A budget that was made smaller than what is given already leaves nothing, and takes
 * nothing back.
 *
 * | budget | given  | left   |
 * |--------|--------|--------|
 * | 50 000 | 18 000 | 32 000 |
 * | 50 000 | 50 000 | 0      |
 * | 20 000 | 35 000 | 0      |
 * | 0      | 0      | 0      |
 */
export function giftLeftSom({ budgetSom, givenSom }: GiftBudget): Som {
  return givenSom >= budgetSom ? zeroSom : subtractSom(budgetSom, givenSom);
}

/** Whether somebody else must stand for a gift. What they stood for takes nothing from the budget. */
export function giftNeedsSecondPerson(budget: GiftBudget, amountSom: Som): boolean {
  return amountSom > giftLeftSom(budget);
}

const steps = [5_000, 10_000, 20_000, 50_000] as const;
const mostChips = 4;

/**
 * The sums that stand on keys: round ones that still fit, then all that is left where a key is free for it.
 *
 * | left    | keys                           |
 * |---------|--------------------------------|
 * | 200 000 | 5 000, 10 000, 20 000, 50 000  |
 * | 32 000  | 5 000, 10 000, 20 000, 32 000  |
 * | 10 000  | 5 000, 10 000                  |
 * | 3 000   | 3 000                          |
 * | 0       | none                           |
 */
export function giftChips(leftSom: Som): readonly Som[] {
  const round = steps
    .filter((step) => step <= leftSom)
    .slice(0, mostChips)
    .map((step) => som(step));
  const isWhole = leftSom === 0 || round.length === mostChips || round.includes(leftSom);
  return isWhole ? round : [...round, leftSom];
}

export interface GiftAsked {
  readonly isRegistered: boolean;
  readonly occasion: GiftOccasion;
  readonly words: string;
}

export type GiftRefusal = Refused<'NeedsPhone' | 'GiftWordsNeeded', Record<string, never>>;

/**
 * Whether a gift may be given at all, whatever the budget; null when it may. Only to somebody who gave a phone: an instant
 * card lies at every counter.
 */
export function judgeGift({ isRegistered, occasion, words }: GiftAsked): GiftRefusal | null {
  if (!isRegistered) return refuse('NeedsPhone', {});
  if (occasion === 'other' && words === '') return refuse('GiftWordsNeeded', {});
  return null;
}
