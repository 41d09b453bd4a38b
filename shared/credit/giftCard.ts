/** Gift cards and store credit: money that customers left with the shop, and what it may pay. */
import { type Refused, refuse } from '../errors.ts';
import { addSom, type Som, smallerSom, subtractSom, sumOf, zeroSom } from '../money.ts';
import { addDays, type BusinessDay } from '../time.ts';

/** A gift card as it was sold. `expiresOn` is its last day, valid to the end of it; null never runs out. */
export interface GiftCard {
  readonly number: string;
  readonly isBlocked: boolean;
  readonly expiresOn: BusinessDay | null;
  readonly balanceSom: Som;
}

export type GiftCardRefusal =
  | Refused<'GiftCardBlocked', Record<string, never>>
  | Refused<'GiftCardExpired', { readonly expiredOn: BusinessDay }>
  | Refused<'GiftCardEmpty', Record<string, never>>;

/** The last day of a card sold or topped up on a day; 0 days means that it never runs out. */
export function giftCardExpiry(soldOn: BusinessDay, days: number): BusinessDay | null {
  return days === 0 ? null : addDays(soldOn, days);
}

/** Whether a card may pay today; null when it may. */
export function judgeGiftCard(card: GiftCard, day: BusinessDay): GiftCardRefusal | null {
  if (card.isBlocked) return refuse('GiftCardBlocked', {});
  if (card.expiresOn !== null && card.expiresOn < day) {
    return refuse('GiftCardExpired', { expiredOn: card.expiresOn });
  }
  return card.balanceSom === 0 ? refuse('GiftCardEmpty', {}) : null;
}

/** A basket line as far as ways of paying differ: goods, a gift card that is sold, a debt that is repaid. */
export interface PayableLine {
  readonly kind: 'goods' | 'giftCardSale' | 'debtRepayment';
  readonly netSom: Som;
}

/**
 * What a way of paying may cover (docs/rules.md rule 24): goods everything; a gift card that is sold and a debt that is
 * repaid only new money, because bonus, gift cards and credit would only be moved from one pocket to the other.
 *
 * | line            | bonus | gift card | store credit | debt | money |
 * |-----------------|-------|-----------|--------------|------|-------|
 * | goods           | yes   | yes       | yes          | yes  | yes   |
 * | gift card sold  | no    | no        | no           | no   | yes   |
 * | debt repaid     | no    | no        | yes          | no   | yes   |
 */
export function coverableSom(
  lines: readonly PayableLine[],
  tender: 'bonus' | 'giftCard' | 'storeCredit' | 'debt',
): Som {
  const covers = (kind: PayableLine['kind']) =>
    kind === 'goods' || (kind === 'debtRepayment' && tender === 'storeCredit');
  return sumOf(lines, (line) => (covers(line.kind) ? line.netSom : zeroSom));
}

/** What a card pays of a sum that it may cover: all of it, or what is on the card. */
export function payableByGiftCard(coverable: Som, card: GiftCard, day: BusinessDay): Som {
  return judgeGiftCard(card, day) === null ? smallerSom(coverable, card.balanceSom) : zeroSom;
}

/**
 * How change is split when small coins are put on the customer's account ("qaytimni kartaga"): the note that the drawer can
 * give, and the rest as store credit that never burns. `stepSom` is the smallest note or coin the drawer gives out.
 *
 * | change | step  | from the drawer | to the account |
 * |--------|-------|-----------------|----------------|
 * | 3 450  | 1 000 | 3 000           | 450            |
 * | 450    | 1 000 | 0               | 450            |
 * | 3 000  | 1 000 | 3 000           | 0              |
 */
export function changeToAccount(
  changeSom: Som,
  stepSom: Som,
): { readonly drawerSom: Som; readonly accountSom: Som } {
  const accountSom = (stepSom <= 0 ? 0 : changeSom % stepSom) as Som;
  return { drawerSom: subtractSom(changeSom, accountSom), accountSom };
}

/** What the shop owes on gift cards that pay, and what lies on those that ran out or are blocked. */
export function giftCardLiability(
  cards: readonly Pick<GiftCard, 'isBlocked' | 'expiresOn' | 'balanceSom'>[],
  day: BusinessDay,
): { readonly owedSom: Som; readonly expiredSom: Som } {
  let owedSom = zeroSom;
  let expiredSom = zeroSom;
  for (const card of cards) {
    if (takesMoney(card, day)) owedSom = addSom(owedSom, card.balanceSom);
    else expiredSom = addSom(expiredSom, card.balanceSom);
  }
  return { owedSom, expiredSom };
}

/**
 * Whether money of a return goes back to the card it came from; to the customer's store credit when not
 * (docs/rules.md rule 9).
 */
export function takesMoney(card: Pick<GiftCard, 'isBlocked' | 'expiresOn'>, day: BusinessDay): boolean {
  return !card.isBlocked && (card.expiresOn === null || card.expiresOn >= day);
}
