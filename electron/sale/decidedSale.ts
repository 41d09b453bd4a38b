/** A sale between its decision and its first row: what the rows, the paper and the document are all made from. */
import type { Tender, TenderShares } from '../../shared/basket.ts';
import type { LotMove } from '../../shared/loyalty/lots.ts';
import type { Som } from '../../shared/money.ts';
import type { Settlement } from '../../shared/sale/tenders.ts';
import type { Instant } from '../../shared/time.ts';
import type { SaleBrings } from './brings.ts';
import type { ExchangedReturn } from './exchange.ts';
import type { LoadedBasket } from './loadBasket.ts';
import type { SaleProgress } from './saleProgress.ts';

/** Everything that was decided about a sale before the first row of it is written. */
export interface DecidedSale {
  readonly saleId: string;
  readonly number: number;
  readonly receiptCode: string;
  readonly shiftId: string;
  readonly loaded: LoadedBasket;
  /** The return that pays for a part of it, written already; null without an exchange. */
  readonly exchanged: ExchangedReturn | null;
  /** When a sale that was written on paper was typed in; null for every other. */
  readonly enteredAt: Instant | null;
  readonly tenders: readonly Tender[];
  readonly settlement: Settlement;
  readonly shares: readonly TenderShares[];
  readonly receivedCashSom: Som;
  /** The part of the change that stays on the customer's account. */
  readonly changeToAccountSom: Som;
  readonly customerId: string | null;
  /** The code whose holder may claim the bonus when no customer is attached. */
  readonly claimCode: string | null;
  readonly lotMoves: readonly LotMove[];
  /** By the rates of the lines. */
  readonly bonusEarnedSom: Som;
  /** What promotions and a coupon give on top. */
  readonly extraBonusSom: Som;
  /** Given to the customer already, before the sale counts in their figures. */
  readonly brings: SaleBrings;
  readonly progress: SaleProgress;
  readonly owedBeforeSom: Som;
  /** The customer's balance after this sale; null without one. */
  readonly bonusBalanceSom: Som | null;
}
