/** The returns of a scenario's basket, one after the other on the sale that was paid. */
import { givenCouponIsVoided, usedCouponReopens } from '../coupon/returnCoupons.ts';
import { isRefused, type Refused } from '../errors.ts';
import { giveBackToLots, type SpentFromLot } from '../loyalty/lots.ts';
import { addSom, type Som, subtractSom, thousandths, zeroSom } from '../money.ts';
import { type BusinessDay, businessDayOf } from '../time.ts';
import type { CouponOnBasket } from './couponStep.ts';
import type { PricedBasket } from './priceBasket.ts';
import { type Return, returnLines, type SoldLine, type SoldSale } from './returnLines.ts';
import { calendarOfScenario } from './scenario.ts';
import type { AtTheTill } from './scenarioFacts.ts';
import type { PaidBasket } from './scenarioPayment.ts';
import { noShares } from './tenders.ts';

/** What one return gives back, and what becomes of the coupons around the sale. */
export type ScenarioReturn =
  | Refused<string>
  | (Return & {
      readonly bonusLots: ReturnType<typeof giveBackToLots>;
      readonly usedCouponReopens: boolean;
      readonly givenCouponsAreVoided: boolean;
    });

/** The sale as returns see it, and what of its bonus has not come back yet. */
interface Kept {
  readonly sale: SoldSale;
  readonly spent: readonly SpentFromLot[];
}

export function returnsOf(
  at: AtTheTill,
  priced: PricedBasket,
  paid: PaidBasket,
  coupon: CouponOnBasket | null,
  earnedSom: Som,
): readonly ScenarioReturn[] {
  let kept = soldSale(at, priced, paid, earnedSom);
  return at.basket.returns.map((wanted) => {
    const day = businessDayOf(wanted.at, calendarOfScenario(at.scenario), at.day);
    const openDebtSom = subtractSom(kept.sale.openDebtSom, wanted.debtRepaidSom);
    const { giftCardTakesBack } = wanted;
    const sale = { ...kept.sale, openDebtSom, giftCardTakesBack, isSameDay: day === at.day };
    const back = returnLines(sale, wanted.lines);
    if (isRefused(back)) return back;
    const bonusLots = giveBackToLots(back.bonusBackSom, kept.spent, day);
    kept = { sale: afterReturn(sale, back), spent: withoutGivenBack(kept.spent, bonusLots) };
    return { ...back, bonusLots, ...couponsAfter(at, priced, coupon, back.isWhole, day) };
  });
}

function soldSale(
  { customer, basket, cashback }: AtTheTill,
  priced: PricedBasket,
  { settlement, shares, lotMoves }: PaidBasket,
  bonusEarnedSom: Som,
): Kept {
  const lines = priced.lines.map(
    (line, index): SoldLine => ({
      lineId: line.lineId,
      quantityThousandths: line.quantityThousandths,
      shares: shares[index] ?? noShares,
      vatBasisPoints: line.vatBasisPoints,
      bonusBasisPoints: line.bonusBasisPoints,
      partnerShareSom: line.partnerShareSom,
      returnedThousandths: thousandths(0),
      refunded: noShares,
    }),
  );
  const spent = lotMoves.map(({ lotId, amountSom }) => {
    const lot = customer?.lots.find((each) => each.lotId === lotId);
    return { lotId, amountSom, expiresOn: lot?.expiresOn ?? null };
  });
  const sale = {
    lines,
    vatSom: priced.vatSom,
    vatReversedSom: zeroSom,
    bonusEarnedSom,
    bonusTakenBackSom: zeroSom,
    openDebtSom: settlement.debtSom,
    giftCardTakesBack: true,
    roundingSom: settlement.roundingSom,
    donationSom: basket.donationSom,
    isSameDay: true,
    cashback,
  };
  return { sale, spent };
}

function afterReturn(sale: SoldSale, back: Return): SoldSale {
  const lines = sale.lines.map((line) => {
    const now = back.lines.find((each) => each.lineId === line.lineId);
    if (now === undefined) return line;
    const { bonusSom, giftCardSom, storeCreditSom, debtSom, moneySom } = now.refund;
    return {
      ...line,
      returnedThousandths: thousandths(line.returnedThousandths + now.quantityThousandths),
      refunded: {
        bonusSom: addSom(line.refunded.bonusSom, bonusSom),
        giftCardSom: addSom(line.refunded.giftCardSom, giftCardSom),
        storeCreditSom: addSom(line.refunded.storeCreditSom, storeCreditSom),
        debtSom: addSom(line.refunded.debtSom, debtSom),
        moneySom: addSom(line.refunded.moneySom, moneySom),
      },
    };
  });
  return {
    ...sale,
    lines,
    vatReversedSom: addSom(sale.vatReversedSom, back.vatReversedSom),
    bonusTakenBackSom: addSom(sale.bonusTakenBackSom, back.bonusTakenBackSom),
    openDebtSom: subtractSom(sale.openDebtSom, back.debtLoweredSom),
  };
}

function withoutGivenBack(
  spent: readonly SpentFromLot[],
  back: readonly { readonly lotId: string; readonly amountSom: Som }[],
): readonly SpentFromLot[] {
  return spent.map((from) => {
    const returned = back.find((each) => each.lotId === from.lotId)?.amountSom ?? zeroSom;
    return { ...from, amountSom: subtractSom(from.amountSom, returned) };
  });
}

function couponsAfter(
  at: AtTheTill,
  priced: PricedBasket,
  onBasket: CouponOnBasket | null,
  isWholeNow: boolean,
  day: BusinessDay,
) {
  const sold = { isWhollyReturned: isWholeNow, soldOn: at.day };
  return {
    usedCouponReopens:
      onBasket !== null && priced.coupon.kind === 'applied' && usedCouponReopens(onBasket.coupon, sold, day),
    givenCouponsAreVoided: givenCouponIsVoided({ state: { kind: 'issued' } }, isWholeNow),
  };
}
