/** Pays a scenario's basket as the till would: ceiling and lots of bonus, tenders, what is earned. */
import type { Tender, TenderKind } from '../basket.ts';
import { isRefused, type Refused, refuse } from '../errors.ts';
import { bonusEarned } from '../loyalty/cashback.ts';
import { type LotMove, spendableSom, spendFromLots } from '../loyalty/lots.ts';
import { spendLeftToday } from '../loyalty/spendLimit.ts';
import { type Som, smallerSom, sumOf, zeroSom } from '../money.ts';
import type { PricedBasket } from './priceBasket.ts';
import type { AtTheTill } from './scenarioFacts.ts';
import { bonusCeiling, noShares, type Settlement, settlePayment, splitTenders } from './tenders.ts';

export interface BonusLimits {
  readonly ceilingSom: Som;
  /** What the lots hold and the day's limit lets through. */
  readonly spendableSom: Som;
}

export function bonusLimits(
  { scenario: { shop }, basket, customer, day }: AtTheTill,
  priced: PricedBasket,
): BonusLimits {
  const ceilingSom = bonusCeiling(priced.netSom, shop.bonusCeilingBasisPoints);
  if (customer === null) return { ceilingSom, spendableSom: zeroSom };
  const left = spendLeftToday({
    ...customer,
    isApproved: basket.isBonusApproved,
    limits: { withoutCardSom: shop.spendWithoutCardSom, instantCardSom: shop.instantCardDailySom },
  });
  const inLots = spendableSom(customer.lots, day);
  return { ceilingSom, spendableSom: left === null ? inLots : smallerSom(inLots, left) };
}

/** A basket that is paid: what each line counts for by tender, and the lots that bonus was taken from. */
export interface PaidBasket {
  readonly settlement: Settlement;
  readonly shares: ReturnType<typeof splitTenders>;
  readonly lotMoves: readonly LotMove[];
}

export function pay(
  at: AtTheTill,
  priced: PricedBasket,
  { ceilingSom, spendableSom: spendable }: BonusLimits,
): PaidBasket | Refused<string> | null {
  const { basket, scenario, customer, day } = at;
  if (basket.tenders === null) return null;
  const tenders = basket.tenders.map((tender): Tender => ({ ...tender, reference: null }));
  const of = (kind: TenderKind) =>
    sumOf(tenders, (tender) => (tender.kind === kind ? tender.amountSom : zeroSom));
  if (of('bonus') > ceilingSom) return refuse('BonusAboveCeiling', { atMostSom: ceilingSom });
  if (of('bonus') > spendable) return refuse('BonusNotEnough', { spendableSom: spendable });
  const settlement = settlePayment({
    netSom: priced.netSom,
    donationSom: basket.donationSom,
    tenders,
    receivedCashSom: basket.receivedCashSom ?? of('cash'),
    rounding: { stepSom: scenario.shop.cashRoundingSom, direction: 'down' },
  });
  if (isRefused(settlement)) return settlement;
  const lotMoves = spendFromLots(settlement.bonusSom, customer?.lots ?? [], day);
  if (isRefused(lotMoves)) return lotMoves;
  const settled = priced.lines.map((line) => line.settledSom);
  return { settlement, shares: splitTenders(settled, settlement), lotMoves };
}

const allMoney = { bonusSom: zeroSom, giftCardSom: zeroSom, storeCreditSom: zeroSom, debtSom: zeroSom };

export function earnedOn({ cashback }: AtTheTill, priced: PricedBasket, settlement: Settlement | null): Som {
  const settled = priced.lines.map((line) => line.settledSom);
  const shares = splitTenders(settled, settlement ?? allMoney);
  return bonusEarned(
    priced.lines.map(({ bonusBasisPoints }, index) => ({
      bonusBasisPoints,
      shares: shares[index] ?? noShares,
    })),
    cashback,
  );
}
