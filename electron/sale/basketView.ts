/** Turns facts and quote of a basket into what the sell screen shows of it. */
import type { Kysely } from 'kysely';
import type { PricingStep } from '../../shared/basket.ts';
import { openedPromotion } from '../../shared/coupon/openedPromotion.ts';
import { dueDay } from '../../shared/credit/debt.ts';
import { roundUpDonation, roundUpSteps } from '../../shared/loyalty/donation.ts';
import { addSom, largerSom, type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { benefitWords } from '../../shared/promotion/sentence.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { givenInAll } from '../../shared/sale/givenRewards.ts';
import { ownManualSom } from '../../shared/sale/manualDiscount.ts';
import { quickAmounts } from '../../shared/sale/quickAmounts.ts';
import type { BasketFacts, BasketQuote } from '../../shared/sale/quoteBasket.ts';
import { costAtShelf, shelfPriceOff } from '../../shared/sale/shelfPrice.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { namesFor } from '../promotion/queries.ts';
import { stripShown } from './basketStrip.ts';
import { exchangeShown } from './exchange.ts';
import type { LoadedBasket } from './loadBasket.ts';
import { attemptsOf, type PaymentAttempt, type StoredBasket } from './queries.ts';

type Db = Kysely<Tables>;

/** More hints than this nobody reads while selling. */
const mostHints = 2;

/** What the sell screen shows of a basket. */
export async function basketView(db: Db, stored: StoredBasket, loaded: LoadedBasket): Promise<Basket> {
  const { facts, quote, referral } = loaded;
  return {
    saleId: stored.saleId,
    revision: stored.revision,
    label: facts.content.label,
    writtenAt: facts.content.written?.at ?? null,
    lines: linesShown(facts, quote),
    customer: await stripShown(db, loaded),
    coupon: couponShown(facts, quote),
    manualDiscount: basketDiscountShown(facts, quote),
    ...(await promotionsShown(db, facts, quote)),
    savedSom: savedSom(quote),
    payment: facts.content.payment,
    referral: referral === null ? null : { code: referral.code, referrerName: referral.referrerName },
    grossSom: quote.priced.grossSom,
    discounts: discountsShown(quote),
    totalSom: quote.totalSom,
    vatSom: quote.priced.vatSom,
    bonusToSpendSom: quote.bonusToSpendSom,
    bonusAtMostSom: quote.bonusAtMostSom,
    bonusToEarnSom: quote.bonusToEarnSom,
    ...chosenPayments(facts, quote),
    exchange: exchangeShown(loaded.exchange, quote.exchangePaysSom),
    dueSom: quote.dueSom,
    dueCashSom: quote.dueCashSom,
    quickAmountsSom: [...quickAmounts(quote.dueCashSom)],
    attempts: (await attemptsOf(db, stored.saleId)).map(attemptShown),
    quoteHash: loaded.quoteHash,
  };
}

/** Gift card, account, debt and round-up: what each pays now, and what it might. */
function chosenPayments(facts: BasketFacts, quote: BasketQuote) {
  const { content, day, settings, giftCard = null, funds = [] } = facts;
  return {
    giftCard:
      content.giftCard === null || giftCard === null
        ? null
        : {
            number: giftCard.number,
            balanceSom: largerSom(zeroSom, giftCard.balanceSom),
            paysSom: quote.giftCardPaysSom,
          },
    storeCreditPaysSom: quote.storeCreditPaysSom,
    storeCreditAtMostSom: quote.storeCreditAtMostSom,
    debt: content.debt === null ? null : { amountSom: quote.debtSom, dueOn: content.debt.dueOn },
    debtDueOn: dueDay(day, settings.debtDays),
    debtAtMostSom: quote.debtAtMostSom,
    donation: quote.donation === null ? null : { ...quote.donation },
    funds: funds.map(({ fundId, name }) => ({
      fundId,
      name,
      steps: roundUpSteps.map((stepSom) => ({
        stepSom,
        amountSom: roundUpDonation(quote.moneySom, stepSom),
      })),
    })),
  };
}

/** What the customer keeps of the shelf prices: all discounts, and the bonus that is spent. */
export function savedSom({ priced, bonusToSpendSom }: BasketQuote): Som {
  return addSom(priced.discountSom, bonusToSpendSom);
}

/** The promotions that were tried on a basket, with the one that its coupon opens. */
export function promotionsOf({ pricing, coupon }: BasketFacts): readonly Promotion[] {
  const opened = coupon === null ? null : openedPromotion(coupon.series);
  return [...(pricing?.promotions ?? []), ...(opened === null ? [] : [opened])];
}

async function promotionsShown(
  db: Db,
  facts: BasketFacts,
  { priced }: BasketQuote,
): Promise<Pick<Basket, 'hints' | 'rewards'>> {
  const misses = priced.misses.slice(0, mostHints);
  if (misses.length === 0 && priced.rewards.length === 0) return { hints: [], rewards: [] };
  const speaksOf = new Set([...misses, ...priced.rewards].map((each) => each.promotionId));
  const names = await namesFor(
    db,
    promotionsOf(facts).filter(({ promotionId }) => speaksOf.has(promotionId)),
  );
  return {
    hints: misses.map(({ gives, ...miss }) => ({ ...miss, gives: benefitWords(gives, names) })),
    rewards: priced.rewards.map((reward) => ({
      name: reward.name,
      kind: reward.benefit.kind,
      count: reward.count,
      text: benefitWords(givenInAll(reward), names),
    })),
  };
}

function attemptShown(row: PaymentAttempt): Basket['attempts'][number] {
  return {
    id: row.id,
    kind: row.kind,
    provider: row.provider as Basket['attempts'][number]['provider'],
    amountSom: som(row.amount_som),
    state: row.state,
  };
}

function linesShown(facts: BasketFacts, quote: BasketQuote): Basket['lines'] {
  const priced = new Map(quote.priced.lines.map((line) => [line.lineId, line]));
  return facts.content.lines.map((line): Basket['lines'][number] => {
    const found = priced.get(line.lineId);
    if (found === undefined || line.kind === 'unknown') {
      const code = line.kind === 'unknown' ? line.code : '';
      return { kind: 'unknown', lineId: line.lineId, code, quantityThousandths: line.quantityThousandths };
    }
    const given = line.manualDiscount;
    return {
      kind: 'product',
      lineId: found.lineId,
      productId: found.productId,
      name: found.name,
      unit: found.unit,
      priceSom: found.priceSom,
      quantityThousandths: found.quantityThousandths,
      grossSom: found.grossSom,
      netSom: found.netSom,
      adjustments: found.adjustments.map(({ step, reason, amountSom }) => ({ step, reason, amountSom })),
      manualDiscount:
        given === null
          ? null
          : {
              discount: given.discount,
              reason: given.reason,
              amountSom: ownManualSom(found, costAtShelf(found)),
            },
      shelfPriceSom: shelfPriceOff(found) === 0 ? null : (found.shelfPrice?.priceSom ?? null),
      isDiscountable: found.isDiscountable,
    };
  });
}

function basketDiscountShown({ content }: BasketFacts, { priced }: BasketQuote): Basket['manualDiscount'] {
  if (content.manualDiscount === null) return null;
  const { discount, reason } = content.manualDiscount;
  const allByHand = priced.lines.flatMap((line) => line.adjustments).filter(({ step }) => step === 'manual');
  const ownSom = sumOf(priced.lines, (line) => ownManualSom(line, costAtShelf(line)));
  const amountSom = subtractSom(
    sumOf(allByHand, (each) => each.amountSom),
    addSom(ownSom, sumOf(priced.lines, shelfPriceOff)),
  );
  return { discount, reason, amountSom: largerSom(zeroSom, amountSom) };
}

/** Each discount once, summed over its lines, in the order in which they were applied. */
function discountsShown(quote: BasketQuote): Basket['discounts'] {
  const sums = new Map<string, { step: PricingStep; reason: LocalText; amountSom: Som }>();
  for (const line of quote.priced.lines) {
    for (const { step, sourceId, reason, amountSom } of line.adjustments) {
      const key = step === 'manual' ? `${step} ${JSON.stringify(reason)}` : `${step} ${sourceId}`;
      const before = sums.get(key)?.amountSom ?? zeroSom;
      sums.set(key, { step, reason, amountSom: addSom(before, amountSom) });
    }
  }
  return [...sums.values()];
}

function couponShown(facts: BasketFacts, { priced }: BasketQuote): Basket['coupon'] {
  if (facts.coupon === null) return null;
  const outcome = priced.coupon;
  const missing =
    outcome.kind === 'refused' && outcome.refusal.refused === 'CouponBelowMinimum'
      ? outcome.refusal.data.missingSom
      : zeroSom;
  return {
    code: facts.coupon.coupon.code,
    name: facts.coupon.series.name,
    amountSom: priced.couponGift.discountSom,
    missingSom: missing,
    problem: outcome.kind === 'refused' && missing === 0 ? outcome.refusal.refused : null,
  };
}
