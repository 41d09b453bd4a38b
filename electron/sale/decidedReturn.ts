/** A return between its decision and its first row: what the rows, the slip and the document are all made from. */
import type { Tender } from '../../shared/basket.ts';
import type { BonusLot } from '../../shared/loyalty/lots.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { ReturnReason } from '../../shared/sale/returnContract.ts';
import type { Return } from '../../shared/sale/returnLines.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { CouponsOfReturn } from '../coupon/inTransaction.ts';
import type { SaleToReturn } from './soldSale.ts';

/** What follows from a return, decided without writing anything. */
export interface ReturnDecision {
  readonly sale: SaleToReturn;
  readonly back: Return;
  /** Everything came back on the day of the sale: as if it had never been. */
  readonly isCancel: boolean;
  /** With the bonus of its promotions, when everything came back. */
  readonly bonusTakenBackSom: Som;
  /** The part of it that was spent already and is kept from the money (docs/rules.md rule 8). */
  readonly withheldSom: Som;
  /** What goes back as money, without what is withheld. */
  readonly moneyBackSom: Som;
  /** Where what was paid goes back to, in the fixed order. */
  readonly tenders: readonly Tender[];
  /** The customer's balance and lots afterwards; null where the sale has no customer. */
  readonly bonusAfter: { readonly balanceSom: Som; readonly lots: readonly BonusLot[] } | null;
  readonly coupons: CouponsOfReturn;
  /** The last day on which everybody may take these goods back who may take goods back. */
  readonly lastOn: BusinessDay;
  readonly isLate: boolean;
  /** Cash goes back for what a card or a telephone had paid: it takes a right of its own. */
  readonly isOtherwise: boolean;
}

/** Everything that was decided about a return before the first row of it is written. */
export interface DecidedReturn extends ReturnDecision {
  readonly returnId: string;
  readonly number: number;
  readonly shiftId: string;
  readonly reason: ReturnReason;
  /** The second person who stands for it; null where whoever took the goods back stands alone. */
  readonly approverId: string | null;
}

/** What a whole return undoes beside the money. */
export interface Undone {
  readonly couponReopened: string | null;
  readonly couponsVoided: readonly string[];
}

/** What of the promotions' bonus a partner bore and no longer owes. */
export function partnerBack({ sale, back }: Pick<DecidedReturn, 'sale' | 'back'>) {
  if (sale.partner === null) return null;
  const { partnerId, bonusShareSom } = sale.partner;
  return { partnerId, backSom: back.partnerBackSom, bonusBackSom: back.isWhole ? bonusShareSom : zeroSom };
}

/** What is neither owed nor paid any more: it lowers the money that tiers count. */
export function paidLess({ back }: Pick<DecidedReturn, 'back'>): Som {
  const shares = back.lines.map(({ refund }) => refund);
  const money = shares.map(({ giftCardSom, storeCreditSom, moneySom, debtSom }) =>
    addSom(giftCardSom, storeCreditSom, moneySom, debtSom),
  );
  return subtractSom(addSom(...money), addSom(back.debtLoweredSom, back.forgivenBackSom));
}
