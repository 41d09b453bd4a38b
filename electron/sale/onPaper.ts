/** Entering a sale that was written on paper: everything but the money is decided as of the moment on the paper. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import { judgePaper, judgePaperAge } from '../../shared/sale/onPaper.ts';
import type { PricingRules } from '../../shared/sale/quoteBasket.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { requireOpenMonth } from '../ledger/inTransaction.ts';
import { requireAllowed, type WriteScope } from '../verb.ts';

/** Marks the basket, or takes the mark off; throws PaperInFuture, PaperTooOld and CouponNotOnPaper. */
export function writtenOnPaper(
  { actor, businessDay: today, now, settings }: WriteScope,
  content: BasketContent,
  { written }: Extract<BasketChange, { kind: 'writtenOnPaper' }>,
): BasketContent {
  requireAllowed(actor, 'sale.writtenOnPaper');
  if (written === null) return { ...content, written: null };
  const judged = judgePaper(written, {
    now,
    today,
    calendar: calendarOf(settings),
    paperDays: settings.paperDays,
    hasCoupon: content.coupon !== null,
  });
  if (isRefused(judged)) throw new Refusal(judged.refused, judged.data);
  return { ...content, written: judged };
}

/** A basket may have waited for long: throws PaperTooOld, and MonthClosed where its month is closed by now. */
export async function requireStillEntered(
  { trx, businessDay: today, settings: { paperDays } }: WriteScope,
  { written }: BasketContent,
): Promise<void> {
  if (written === null) return;
  const refusal = judgePaperAge(written.day, { today, paperDays });
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);
  await requireOpenMonth(trx, written.day);
}

type Moment = Pick<WriteScope, 'businessDay' | 'now'>;

/** Promotions, tier and lots are those of the paper's day and hour; prices are those of now. */
export function sourceOnPaper<S extends Moment>(source: S, { written }: BasketContent): S {
  return written === null ? source : { ...source, businessDay: written.day, now: written.at };
}

/**
 * The scope in which a sale is saved: with the paper's day and moment, so that lots, tiers and figures fall on them. Its
 * documents say when they were made, because the chain tells the order of what the till did.
 */
export function scopeOnPaper(scope: WriteScope, { written }: BasketContent): WriteScope {
  if (written === null) return scope;
  return {
    ...scope,
    now: written.at,
    businessDay: written.day,
    follow: (document) => scope.follow({ ...document, at: scope.now }),
  };
}

/** Nobody could print a coupon on the paper: a promotion that gives one does not work there. */
export function promotionsOnPaper(rules: PricingRules, { written }: BasketContent): PricingRules {
  if (written === null || rules.promotions === undefined) return rules;
  return { ...rules, promotions: rules.promotions.filter(({ benefit }) => benefit.kind !== 'nextCoupon') };
}
