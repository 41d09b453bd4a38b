/** A return between its decision and its first row: what the rows, the slip and the document are all made from. */
import type { Tender } from '../../shared/basket.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { returnReasons } from '../../shared/sale/finishedContract.ts';
import type { Return } from '../../shared/sale/returnLines.ts';
import type { SaleToReturn } from './soldSale.ts';

/** Everything that was decided about a return before the first row of it is written. */
export interface DecidedReturn {
  readonly returnId: string;
  readonly number: number;
  readonly shiftId: string;
  readonly reason: (typeof returnReasons)[number];
  readonly sale: SaleToReturn;
  readonly back: Return;
  /** Where what was paid goes back to, in the fixed order. */
  readonly tenders: readonly Tender[];
  /** Everything came back on the day of the sale: as if it had never been. */
  readonly isCancel: boolean;
  /** With the bonus of its promotions, when everything came back. */
  readonly bonusTakenBackSom: Som;
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
