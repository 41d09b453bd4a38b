/** What a cashier does with the open basket besides scanning and paying. */
import { Refusal } from '../../shared/errors.ts';
import { spendableSom } from '../../shared/loyalty/lots.ts';
import { som, zeroSom } from '../../shared/money.ts';
import { type BasketContent, changeContent, noBonus } from '../../shared/sale/basketContent.ts';
import { type BasketChange, saleContract } from '../../shared/sale/contract.ts';
import { mayDo } from '../../shared/staff/permissions.ts';
import type { Changes } from '../changes.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { draftingVerb, readingVerb, requireAllowed, type WriteScope } from '../verb.ts';
import { basketView } from './basketView.ts';
import { putCouponOn } from './couponOnBasket.ts';
import { discountBasketByHand, discountLineByHand } from './handDiscounts.ts';
import { loadBasket } from './loadBasket.ts';
import { basketToChange, makeBasket, saveContent, sourceForReading, sourceIn, viewIn } from './openBasket.ts';
import { basketOfSale, openBasketOf, orphanBaskets, type StoredBasket, saveBasket } from './queries.ts';

/** The window's basket: the one it has, else one whose window is gone (a crash, a restart), else a new one. */
export const openBasket = (changes: Pick<Changes, 'listeningKeys'>) =>
  draftingVerb(saleContract.basket, async (scope, input) => {
    const own = await openBasketOf(scope.trx, scope.key);
    if (own !== null) return viewIn(scope, own);
    const [orphan] = await orphanBaskets(scope.trx, [...changes.listeningKeys()]);
    if (orphan === undefined) return viewIn(scope, await makeBasket(scope, input.intentionId));
    const adopted: StoredBasket = { ...orphan, key: scope.key };
    await saveBasket(scope.trx, adopted);
    return viewIn(scope, adopted);
  });

export const quoteOpenBasket = readingVerb(saleContract.quote, async (scope, input) => {
  const stored = await basketOfSale(scope.db, input.saleId);
  if (stored === null || stored.state !== 'open') throw new Refusal('BasketGone');
  const loaded = await loadBasket(await sourceForReading(scope), stored.content);
  return basketView(scope.db, stored, loaded);
});

export const changeBasket = draftingVerb(saleContract.change, async (scope, input) => {
  const { stored, isRepeated } = await basketToChange(scope, input);
  if (isRepeated) return viewIn(scope, stored);
  const content = await changed(scope, stored, input.change);
  await recordRemoval(scope, stored, input.change);
  return saveContent(scope, stored, content, input.intentionId);
});

async function changed(
  scope: WriteScope,
  stored: StoredBasket,
  change: BasketChange,
): Promise<BasketContent> {
  const { content } = stored;
  switch (change.kind) {
    case 'attachCustomer': {
      const customer = await customerFacts(scope.trx, change.customerId);
      if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
      return withCustomer(content, { customerId: customer.id, identification: 'search' });
    }
    case 'goodwillCoupon':
      requireAllowed(scope.actor, 'coupon.goodwill');
      return putCouponOn(scope, stored, change.code, {
        reason: change.reason,
        personId: scope.actor.approver?.personId ?? scope.actor.personId,
      });
    case 'spendBonus':
      return askForBonus(scope, content, change.amountSom);
    case 'discountLine':
      return discountLineByHand(scope, stored, change);
    case 'discountBasket':
      return discountBasketByHand(scope, stored, change);
    default:
      return changeContent(content, change, scope.newId());
  }
}

/** Attaches a customer; the same one recognised better keeps the better proof. Another one was sent by nobody yet. */
export function withCustomer(
  content: BasketContent,
  customer: NonNullable<BasketContent['customer']>,
): BasketContent {
  if (content.customer?.customerId !== customer.customerId) {
    return { ...content, customer, referralCode: null, ...noBonus };
  }
  const isWeaker = customer.identification === 'search' || customer.identification === 'phone';
  return isWeaker ? content : { ...content, customer };
}

/** Over the ceiling, the lots or the day's limit it is refused with the number that would go (rules 14, 17 and 20). */
async function askForBonus(
  scope: WriteScope,
  content: BasketContent,
  amountSom: number,
): Promise<BasketContent> {
  if (content.customer === null) throw new Refusal('NoCustomer');
  const asked = som(amountSom);
  if (asked === zeroSom) return { ...content, ...noBonus };
  const approver = approverOfSpending(scope);
  const wanted: BasketContent = { ...content, bonusToSpendSom: asked, bonusApprovedBy: approver };
  const { facts, quote } = await loadBasket(sourceIn(scope), wanted);
  if (asked > quote.ceilingSom) throw new Refusal('BonusAboveCeiling', { atMostSom: quote.ceilingSom });
  const spendable = spendableSom(facts.customer?.lots ?? [], facts.day);
  if (asked > spendable) throw new Refusal('BonusNotEnough', { spendableSom: spendable });
  if (asked > quote.bonusAtMostSom) {
    throw new Refusal('BonusNeedsCard', { atMostSom: quote.bonusAtMostSom });
  }
  return wanted;
}

/** Who stands for spending above the day's limit: the approver, or the seller who may do so alone. */
function approverOfSpending(scope: WriteScope): string | null {
  const { actor } = scope;
  if (actor.approver !== null && mayDo(actor.approver.role, 'loyalty.spendOverLimit')) {
    return actor.approver.personId;
  }
  return actor.role !== 'system' && mayDo(actor.role, 'loyalty.spendOverLimit') ? actor.personId : null;
}

/** A line that is taken out and a basket that is cleared leave a trace: it is how goods leave without being paid. */
async function recordRemoval(scope: WriteScope, stored: StoredBasket, change: BasketChange): Promise<void> {
  if (change.kind !== 'removeLine' && change.kind !== 'clear') return;
  const gone = stored.content.lines.filter(
    (line) => line.kind === 'product' && (change.kind === 'clear' || line.lineId === change.lineId),
  );
  if (gone.length === 0) return;
  await scope.follow(
    documentOf(scope, change.kind === 'clear' ? 'basketCleared' : 'lineRemoved', {
      saleId: stored.saleId,
      lines: gone.map((line) => [
        line.kind === 'product' ? line.productId : line.code,
        line.quantityThousandths,
      ]),
    }),
  );
}
