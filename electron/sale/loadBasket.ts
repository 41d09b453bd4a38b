/** Loads what a basket's quote needs, and fingerprints what was priced. */
import type { Kysely } from 'kysely';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { canonicalJson } from '../../shared/journal/chain.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import type { BonusLot } from '../../shared/loyalty/lots.ts';
import { spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { type Som, zeroSom } from '../../shared/money.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import {
  type BasketFacts,
  type BasketQuote,
  isOverfull,
  type QuotedCoupon,
  quoteBasket,
} from '../../shared/sale/quoteBasket.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { productsByIds } from '../catalogue/queries.ts';
import { couponOfCode } from '../coupon/queries.ts';
import { type CreditFacts, creditFacts, giftCardOf } from '../credit/queries.ts';
import { type CustomerFacts, customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { earningFacts, judgeReferral, openFunds } from '../loyalty/inTransaction.ts';
import { spentToday } from '../loyalty/queries.ts';
import { sha256 } from '../sha256.ts';
import {
  exchangeMoney,
  exchangeShown,
  type LoadedExchange,
  loadExchange,
  lotsAfterExchange,
} from './exchange.ts';
import { promotionsOnPaper, sourceOnPaper } from './onPaper.ts';
import { promotionFacts } from './promotionFacts.ts';

export interface LoadedBasket {
  readonly facts: BasketFacts;
  /** The goods as they were read, by id. */
  readonly goods: Awaited<ReturnType<typeof productsByIds>>;
  readonly quote: BasketQuote;
  readonly customer: CustomerFacts | null;
  /** What the customer has on account and owes; null without one, and for a sale that asks for neither. */
  readonly credit: CreditFacts | null;
  /** Who sent the customer; null when nobody did or it does not count. */
  readonly referral: GoodReferral | null;
  /** Goods that come back with the sale; null without any. */
  readonly exchange: LoadedExchange | null;
  /** Fingerprint of everything that was priced. */
  readonly quoteHash: string;
}

export interface GoodReferral {
  readonly code: string;
  readonly referrerId: string;
  readonly referrerName: string;
}

/** What loading needs: a handle to read with, and the lots as the caller reads them (living, or as they lie). */
export interface BasketSource {
  /** A screen shows what else might be chosen; a sale needs only what was. */
  readonly isForScreen: boolean;
  readonly db: Kysely<Tables>;
  readonly settings: ShopSettings;
  readonly businessDay: BusinessDay;
  readonly now: Instant;
  readonly lotsOf: (customerId: string) => Promise<readonly BonusLot[]>;
}

/** Loads the facts of a basket and quotes it. Throws BasketFull when it is more than a till takes. */
export async function loadBasket(now: BasketSource, content: BasketContent): Promise<LoadedBasket> {
  const source = sourceOnPaper(now, content);
  const { db, settings, businessDay: day } = source;
  const ids = content.lines.flatMap((line) => (line.kind === 'product' ? [line.productId] : []));
  const products = await productsByIds(db, ids, settings);
  const customer = content.customer === null ? null : await customerFacts(db, content.customer.customerId);
  const coupon = content.coupon === null ? null : await quotedCoupon(db, content.coupon.code);
  if (isOverfull({ content, products })) throw new Refusal('BasketFull');
  const referral = await referralOf(source, content);
  const customerId = customer?.id ?? null;
  const earning = await earningFacts(db, { customerId, day, settings });
  const credit = await creditOf(source, content, customerId);
  const exchange = await loadExchange(now, content);
  const facts: BasketFacts = {
    content,
    products,
    coupon,
    settings,
    day,
    earning,
    credit,
    customer: customer === null ? null : await quotedCustomer(source, content, customer, exchange),
    exchangeSom: exchangeMoney(exchange),
    giftCard: content.giftCard === null ? null : await giftCardOf(db, content.giftCard.number),
    funds: source.isForScreen || content.donation !== null ? await openFunds(db) : [],
    pricing: promotionsOnPaper(
      await promotionFacts(source, {
        customerId,
        isByCard: content.customer?.identification === 'card',
        tierId: earning.tier?.tierId ?? null,
        coupon,
        referredBy: referral?.referrerId ?? null,
      }),
      content,
    ),
  };
  const quote = quoteBasket(facts);
  const quoteHash = hashOf(facts, quote, { referral, exchange });
  return { facts, goods: products, quote, customer, credit, referral, exchange, quoteHash };
}

async function creditOf(
  { db, settings, businessDay: day, isForScreen }: BasketSource,
  { storeCreditSom, debt }: BasketContent,
  customerId: string | null,
): Promise<CreditFacts | null> {
  const isAsked = isForScreen || storeCreditSom > 0 || debt !== null;
  return customerId === null || !isAsked ? null : creditFacts(db, customerId, { settings, day });
}

async function quotedCoupon(db: Kysely<Tables>, code: string): Promise<QuotedCoupon | null> {
  const known = await couponOfCode(db, code);
  if (known === null) return null;
  const { coupon, series, spentSom, partner } = known;
  return { coupon, series, spentSom, partnerName: partner?.name };
}

async function referralOf(
  { db, businessDay: day, settings }: BasketSource,
  content: BasketContent,
): Promise<GoodReferral | null> {
  const code = content.referralCode;
  if (code === null) return null;
  const friendId = content.customer?.customerId ?? null;
  const judged = await judgeReferral(db, { code, friendId, day, settings });
  return isRefused(judged) ? null : { code, ...judged };
}

async function quotedCustomer(
  source: BasketSource,
  content: BasketContent,
  customer: CustomerFacts,
  exchange: LoadedExchange | null,
) {
  const identification = content.customer?.identification ?? 'search';
  const who = { identification, isRegistered: customer.isRegistered };
  const limit = spendLimitKind(who);
  return {
    ...who,
    customerId: customer.id,
    lots: lotsAfterExchange(exchange, customer.id) ?? (await source.lotsOf(customer.id)),
    spentTodaySom:
      limit === 'none' ? zeroSom : await spentToday(source.db, customer.id, source.businessDay, limit),
    isApproved: content.bonusApprovedBy !== null,
  };
}

/**
 * Two quotes have the same hash exactly when they sell the same goods to the same customer for the same money and give the
 * same besides, and bonus, gift card, account and debt pay the same of it. How the money is paid is not part of it: only
 * what paying so changes.
 */
function hashOf(
  facts: BasketFacts,
  quote: BasketQuote,
  { referral, exchange }: Pick<LoadedBasket, 'referral' | 'exchange'>,
): string {
  const { priced } = quote;
  const content: JsonValue = {
    day: facts.day,
    customer: facts.customer?.customerId ?? null,
    lines: priced.lines.map((line) => [
      line.productId,
      line.quantityThousandths,
      line.priceSom,
      line.netSom,
      line.vatSom,
      line.bonusBasisPoints,
    ]),
    coupon: priced.coupon.kind === 'applied' ? priced.coupon.code : null,
    rewards: priced.rewards.map(({ promotionId, benefit, count }) => [promotionId, benefit.kind, count]),
    referral: referral?.referrerId ?? null,
    bonus: quote.bonusToSpendSom,
    giftCard: quote.giftCardPaysSom === 0 ? null : [facts.giftCard?.number ?? null, quote.giftCardPaysSom],
    storeCredit: quote.storeCreditPaysSom,
    debt: quote.debtSom === 0 ? null : [quote.debtSom, facts.content.debt?.dueOn ?? null],
    donation: quote.donation === null ? null : [quote.donation.fundId, quote.donation.amountSom],
    exchange: exchange === null ? null : exchangePart(exchange, quote.exchangePaysSom),
    earned: quote.bonusToEarnSom,
    cash: quote.dueCashSom,
  };
  return sha256(canonicalJson(content)).slice(0, 32);
}

/** Everything of it that the cashier was shown. */
function exchangePart(exchange: LoadedExchange, usedSom: Som): JsonValue {
  const lines = exchange.wanted.lines.map((line) => [line.lineNumber, line.quantityThousandths]);
  const shown = exchangeShown(exchange, usedSom);
  return [exchange.wanted.saleId, lines, usedSom, shown?.restSom ?? 0, shown?.bonusTakenBackSom ?? 0];
}
