/** Loads what a basket's quote needs and turns quote and facts into what the screen shows. */
import type { Kysely } from 'kysely';
import type { PricingStep } from '../../shared/basket.ts';
import { Refusal } from '../../shared/errors.ts';
import { canonicalJson } from '../../shared/journal/chain.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { type BonusLot, expiringSoon, isExpired, spendableSom } from '../../shared/loyalty/lots.ts';
import { spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { addSom, largerSom, type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import type { Basket } from '../../shared/sale/contract.ts';
import { quickAmounts } from '../../shared/sale/quickAmounts.ts';
import {
  type BasketFacts,
  type BasketQuote,
  isOverfull,
  quoteBasket,
} from '../../shared/sale/quoteBasket.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { productsByIds } from '../catalogue/queries.ts';
import { couponOfCode, couponsOfCustomer } from '../coupon/queries.ts';
import { type CustomerFacts, customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { bonusBalanceOf, owedAfterReturns } from '../loyalty/inTransaction.ts';
import { spentToday } from '../loyalty/queries.ts';
import { sha256 } from '../sha256.ts';
import { attemptsOf, type PaymentAttempt, type StoredBasket } from './queries.ts';

export interface LoadedBasket {
  readonly facts: BasketFacts;
  readonly quote: BasketQuote;
  readonly customer: CustomerFacts | null;
  /** Fingerprint of everything that was priced. */
  readonly quoteHash: string;
}

/** What loading needs: a handle to read with, and the lots as the caller reads them (living, or as they lie). */
export interface BasketSource {
  readonly db: Kysely<Tables>;
  readonly settings: ShopSettings;
  readonly businessDay: BusinessDay;
  readonly lotsOf: (customerId: string) => Promise<readonly BonusLot[]>;
}

/** Loads the facts of a basket and quotes it. Throws BasketFull when it is more than a till takes. */
export async function loadBasket(source: BasketSource, content: BasketContent): Promise<LoadedBasket> {
  const { db, settings, businessDay: day } = source;
  const ids = content.lines.flatMap((line) => (line.kind === 'product' ? [line.productId] : []));
  const products = await productsByIds(db, ids, settings);
  const customer = content.customer === null ? null : await customerFacts(db, content.customer.customerId);
  const coupon = content.coupon === null ? null : await couponOfCode(db, content.coupon.code);
  const facts: BasketFacts = {
    content,
    products,
    coupon,
    settings,
    day,
    customer: customer === null ? null : await quotedCustomer(source, content, customer),
  };
  if (isOverfull(facts)) throw new Refusal('BasketFull');
  const quote = quoteBasket(facts);
  return { facts, quote, customer, quoteHash: hashOf(facts, quote) };
}

async function quotedCustomer(source: BasketSource, content: BasketContent, customer: CustomerFacts) {
  const identification = content.customer?.identification ?? 'search';
  const who = { identification, isRegistered: customer.isRegistered };
  const limit = spendLimitKind(who);
  return {
    ...who,
    customerId: customer.id,
    lots: await source.lotsOf(customer.id),
    spentTodaySom:
      limit === 'none' ? zeroSom : await spentToday(source.db, customer.id, source.businessDay, limit),
    isApproved: content.bonusApprovedBy !== null,
  };
}

/** Two quotes have the same hash exactly when they sell the same goods to the same customer for the same money. */
function hashOf(facts: BasketFacts, quote: BasketQuote): string {
  const priced: JsonValue = {
    day: facts.day,
    customer: facts.customer?.customerId ?? null,
    lines: quote.priced.lines.map((line) => [
      line.productId,
      line.quantityThousandths,
      line.priceSom,
      line.netSom,
      line.vatSom,
      line.bonusBasisPoints,
    ]),
    coupon: quote.priced.coupon.kind === 'applied' ? quote.priced.coupon.code : null,
    bonus: quote.bonusToSpendSom,
    earned: quote.bonusToEarnSom,
    cash: quote.dueCashSom,
  };
  return sha256(canonicalJson(priced)).slice(0, 32);
}

/** What the sell screen shows of a basket. */
export async function basketView(
  db: Kysely<Tables>,
  stored: StoredBasket,
  loaded: LoadedBasket,
): Promise<Basket> {
  const { facts, quote } = loaded;
  return {
    saleId: stored.saleId,
    revision: stored.revision,
    lines: linesShown(facts, quote),
    customer: await stripShown(db, loaded),
    coupon: couponShown(facts, quote),
    grossSom: quote.priced.grossSom,
    discounts: discountsShown(quote),
    totalSom: quote.totalSom,
    vatSom: quote.priced.vatSom,
    bonusToSpendSom: quote.bonusToSpendSom,
    bonusAtMostSom: quote.bonusAtMostSom,
    bonusToEarnSom: quote.bonusToEarnSom,
    dueSom: quote.dueSom,
    dueCashSom: quote.dueCashSom,
    quickAmountsSom: [...quickAmounts(quote.dueCashSom)],
    attempts: (await attemptsOf(db, stored.saleId)).map(attemptShown),
    quoteHash: loaded.quoteHash,
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
    if (found === undefined) {
      const code = line.kind === 'unknown' ? line.code : '';
      return { kind: 'unknown', lineId: line.lineId, code, quantityThousandths: line.quantityThousandths };
    }
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
    };
  });
}

/** Each discount once, summed over its lines, in the order in which they were applied. */
function discountsShown(quote: BasketQuote): Basket['discounts'] {
  const sums = new Map<string, { step: PricingStep; reason: LocalText; amountSom: Som }>();
  for (const line of quote.priced.lines) {
    for (const { step, sourceId, reason, amountSom } of line.adjustments) {
      const key = `${step} ${sourceId}`;
      const before = sums.get(key)?.amountSom ?? zeroSom;
      sums.set(key, { step, reason, amountSom: addSom(before, amountSom) });
    }
  }
  return [...sums.values()];
}

function couponShown(facts: BasketFacts, quote: BasketQuote): Basket['coupon'] {
  if (facts.coupon === null) return null;
  const outcome = quote.priced.coupon;
  const missing =
    outcome.kind === 'refused' && outcome.refusal.refused === 'CouponBelowMinimum'
      ? outcome.refusal.data.missingSom
      : zeroSom;
  return {
    code: facts.coupon.coupon.code,
    name: facts.coupon.series.name,
    amountSom: outcome.kind === 'applied' ? outcome.amountSom : zeroSom,
    missingSom: missing,
    problem: outcome.kind === 'refused' && missing === 0 ? outcome.refusal.refused : null,
  };
}

async function stripShown(db: Kysely<Tables>, loaded: LoadedBasket): Promise<Basket['customer']> {
  const { customer, facts, quote } = loaded;
  if (customer === null || facts.customer === null) return null;
  const { lots, identification } = facts.customer;
  const coupons = await couponsOfCustomer(db, customer.id, facts.day);
  const owed = owedAfterReturns(lots, await bonusBalanceOf(db, customer.id));
  return {
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone,
    language: customer.language,
    isRegistered: customer.isRegistered,
    identification,
    visits: customer.visits,
    averageSom: customer.averageSom,
    bonusSom: subtractSom(
      sumOf(lots, (lot) => (isExpired(lot, facts.day) ? zeroSom : lot.remainingSom)),
      owed,
    ),
    spendableSom: spendableSom(lots, facts.day),
    expiringSoonSom: expiringSoon(lots, facts.day).amountSom,
    coupons: coupons.map((coupon) => ({
      code: coupon.code,
      name: coupon.name,
      missingSom: largerSom(zeroSom, subtractSom(coupon.minimumSom, quote.priced.grossSom)),
    })),
  };
}
