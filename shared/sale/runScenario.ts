/** Prices the baskets of a scenario with the same functions as the till, pays them and takes goods back. */
import { couponsDue } from '../coupon/issueCoupons.ts';
import { isRefused } from '../errors.ts';
import { referralOutcome } from '../loyalty/referral.ts';
import { defaultSettings } from '../shop/settings.ts';
import { businessDayOf } from '../time.ts';
import { bonusOfRewards } from './couponGift.ts';
import { type PricedBasket, priceBasket } from './priceBasket.ts';
import { calendarOfScenario, type Scenario, type ScenarioBasket } from './scenario.ts';
import { type AtTheTill, basketToPrice, couponOf } from './scenarioFacts.ts';
import { bonusLimits, earnedOn, pay } from './scenarioPayment.ts';
import { returnsOf } from './scenarioReturns.ts';

/** The answer of one basket, as it is printed and as its expectations are compared with. */
export type ScenarioAnswer = ReturnType<typeof answerBasket>;

/** Works out one basket. Nothing carries over from one basket to the next: the file states what the till knows. */
export function answerBasket(scenario: Scenario, basket: ScenarioBasket) {
  const day = businessDayOf(basket.at, calendarOfScenario(scenario));
  const customer = scenario.customers.find((each) => each.customerId === basket.customerId) ?? null;
  const { earnWhileRedeeming, debtEarns } = scenario.shop;
  const at = { scenario, basket, customer, day, cashback: { earnWhileRedeeming, debtEarns } };
  const coupon = couponOf(at);
  const priced = priceBasket(basketToPrice(at, coupon));
  const bonus = bonusLimits(at, priced);
  const payment = pay(at, priced, bonus);
  const isPaid = payment !== null && !isRefused(payment);
  const earnedSom = earnedOn(at, priced, isPaid ? payment.settlement : null);
  return {
    name: basket.name,
    businessDay: day,
    ...shownPrice(priced),
    bonus: { ...bonus, earnedSom, extraSom: bonusOfRewards(priced.rewards) },
    payment: isPaid ? { ...payment.settlement, shares: payment.shares, lotMoves: payment.lotMoves } : payment,
    couponsGiven: couponsGiven(at, priced),
    referral: referralOf(at, priced),
    returns: isPaid ? returnsOf(at, priced, payment, coupon, earnedSom) : [],
  };
}

function shownPrice(priced: PricedBasket) {
  const { lines, ...totals } = priced;
  return {
    lines: lines.map((line) => ({
      lineId: line.lineId,
      productId: line.productId,
      quantityThousandths: line.quantityThousandths,
      grossSom: line.grossSom,
      adjustments: line.adjustments.map(({ step, sourceId, reason, amountSom }) => ({
        step,
        sourceId,
        reason,
        amountSom,
      })),
      netSom: line.netSom,
      partnerShareSom: line.partnerShareSom,
      vatSom: line.vatSom,
      settledSom: line.settledSom,
      bonusBasisPoints: line.bonusBasisPoints,
    })),
    ...totals,
  };
}

/** Coupons of the series that the shop gives by rule, and of those that promotions name. */
function couponsGiven({ scenario, basket, customer, day }: AtTheTill, { netSom, rewards }: PricedBasket) {
  const sale = { day, netSom, customerId: customer?.customerId ?? null, claimCode: basket.claimCode };
  const named = rewards.flatMap(({ benefit }) => (benefit.kind === 'nextCoupon' ? [benefit.seriesId] : []));
  const due = couponsDue(scenario.series, sale, {
    named: new Set(named),
    spentSom: new Map(scenario.series.map(({ seriesId, spentSom }) => [seriesId, spentSom])),
  });
  return due.map(({ series, ...coupon }) => ({ seriesId: series.seriesId, ...coupon }));
}

/** What a friend's first purchase brings both; null when nobody sent this customer or it is no first one. */
function referralOf({ scenario, customer }: AtTheTill, { netSom }: PricedBasket) {
  const isSent = customer !== null && customer.referredBy !== null && customer.visits === 0;
  if (!isSent || !customer.isRegistered || !scenario.shop.isReferralOn) return null;
  return referralOutcome(null, netSom, { ...defaultSettings, ...scenario.shop });
}
