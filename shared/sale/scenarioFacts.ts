/** What the till would know of a scenario's basket before it prices it. */
import type { BasketLine } from '../basket.ts';
import type { CashbackRules } from '../loyalty/cashback.ts';
import { lineAmount, ONE, type Som, thousandths, zeroSom } from '../money.ts';
import type { PromotionCustomer, PromotionUsage } from '../promotion/facts.ts';
import { sameText } from '../text.ts';
import { type BusinessDay, localTimeOf } from '../time.ts';
import type { ManualDiscountChoice } from './basketChange.ts';
import type { CouponOnBasket } from './couponStep.ts';
import { type BasketManualDiscount, manualAmount } from './manualDiscount.ts';
import type { BasketToPrice } from './priceBasket.ts';
import type { Scenario, ScenarioBasket, ScenarioCustomer, ScenarioHandDiscount } from './scenario.ts';

/** What is known while one basket of a scenario is worked out. */
export interface AtTheTill {
  readonly scenario: Scenario;
  readonly basket: ScenarioBasket;
  readonly customer: ScenarioCustomer | null;
  readonly day: BusinessDay;
  readonly cashback: CashbackRules;
}

function linesOf({ scenario, basket }: AtTheTill): readonly BasketLine[] {
  return basket.lines.flatMap((line, place): readonly BasketLine[] => {
    const goods = scenario.goods.find((each) => each.productId === line.productId);
    if (goods === undefined) return [];
    const quantityThousandths = line.quantityThousandths ?? thousandths((line.pieces ?? 1) * ONE);
    return [
      {
        ...goods,
        lineId: line.lineId ?? String(place + 1),
        name: goods.name ?? sameText(goods.productId),
        quantityThousandths,
        vatBasisPoints:
          goods.vatBasisPoints === undefined ? scenario.shop.vatBasisPoints : goods.vatBasisPoints,
        bonusBasisPoints: goods.bonusBasisPoints ?? scenario.shop.cashbackBasisPoints,
        manualDiscount: onLine(line.manualDiscount, lineAmount(goods.priceSom, quantityThousandths)),
      },
    ];
  });
}

function onLine(given: ScenarioHandDiscount, grossSom: Som): BasketLine['manualDiscount'] {
  if (given === null) return null;
  const { discount, ...byHand } = onBasket(given);
  return { ...byHand, amountSom: manualAmount(discount, grossSom) };
}

function onBasket({
  reason,
  atMostBasisPoints,
  ...off
}: NonNullable<ScenarioHandDiscount>): BasketManualDiscount {
  const discount: ManualDiscountChoice =
    'amountSom' in off ? { kind: 'amount', ...off } : { kind: 'percent', ...off };
  return { discount, reason, ...(atMostBasisPoints === undefined ? {} : { atMostBasisPoints }) };
}

export function couponOf({ scenario, basket, customer, day }: AtTheTill): CouponOnBasket | null {
  const coupon = scenario.coupons.find((each) => each.code === basket.couponCode);
  const series = scenario.series.find((each) => each.seriesId === coupon?.seriesId);
  if (coupon === undefined || series === undefined) return null;
  const { claimCode, isGoodwill } = basket;
  const customerId = customer?.customerId ?? null;
  const { spentSom, partnerId } = series;
  const facts = { day, customerId, claimCode, isGoodwill, spentSom, partnerName: partnerId ?? undefined };
  return { coupon, series, facts };
}

export function basketToPrice(at: AtTheTill, coupon: CouponOnBasket | null): BasketToPrice {
  const { scenario, basket, customer, day } = at;
  const { hour, minute } = localTimeOf(basket.at, scenario.shop.timeZone);
  return {
    lines: linesOf(at),
    promotions: scenario.promotions,
    day,
    coupon,
    tier: customer?.tier ?? null,
    manualDiscount: basket.manualDiscount === null ? null : onBasket(basket.manualDiscount),
    discountCapBasisPoints: scenario.shop.discountCapBasisPoints,
    minuteOfDay: hour * 60 + minute,
    customer: customer === null ? null : promotionCustomer(customer),
    payment: basket.tenders,
    usage: usageOf(scenario, customer),
  };
}

function promotionCustomer(customer: ScenarioCustomer): PromotionCustomer {
  const purchases = customer.purchases.map((past) => ({
    ...past,
    returnedThousandths: thousandths(past.returnedThousandths),
  }));
  return { ...customer, tierId: customer.tier?.tierId ?? null, purchases };
}

function usageOf(scenario: Scenario, customer: ScenarioCustomer | null): ReadonlyMap<string, PromotionUsage> {
  return new Map(
    scenario.promotions.map(({ promotionId }) => {
      const all = scenario.usage[promotionId];
      const own = customer?.used[promotionId];
      return [
        promotionId,
        {
          times: all?.times ?? 0,
          timesToday: all?.timesToday ?? 0,
          spentSom: all?.spentSom ?? zeroSom,
          timesByCustomer: own?.times ?? 0,
          timesByCustomerToday: own?.timesToday ?? 0,
        },
      ];
    }),
  );
}
