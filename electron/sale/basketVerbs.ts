/** What a cashier does with the open basket besides scanning and paying. */
import { Refusal } from '../../shared/errors.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import { type BasketContent, changeContent, noBonus, noCredit } from '../../shared/sale/basketContent.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { Changes } from '../changes.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { draftingVerb, readingVerb, requireAllowed, type WriteScope } from '../verb.ts';
import { basketView } from './basketView.ts';
import { payByGiftCard, roundUp, sellOnCredit, spendBonus, spendStoreCredit } from './chosenPayments.ts';
import { putCouponOn } from './couponOnBasket.ts';
import { putExchange } from './exchange.ts';
import { discountBasketByHand, discountLineByHand } from './handDiscounts.ts';
import { loadBasket } from './loadBasket.ts';
import { writtenOnPaper } from './onPaper.ts';
import { basketToChange, makeBasket, saveContent, sourceForReading, viewIn } from './openBasket.ts';
import { basketOfSale, openBasketOf, orphanBaskets, type StoredBasket, saveBasket } from './queries.ts';
import { grantShelfPrice } from './shelfPrice.ts';

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
      return spendBonus(scope, content, change);
    case 'payByGiftCard':
      return payByGiftCard(scope, content, change);
    case 'spendStoreCredit':
      return spendStoreCredit(scope, content, change);
    case 'sellOnCredit':
      return sellOnCredit(scope, content, change);
    case 'roundUp':
      return roundUp(scope, content, change);
    case 'discountLine':
      return discountLineByHand(scope, stored, change);
    case 'discountBasket':
      return discountBasketByHand(scope, stored, change);
    case 'shelfPrice':
      return grantShelfPrice(scope, stored, change);
    case 'writtenOnPaper':
      return writtenOnPaper(scope, content, change);
    case 'exchange':
      return putExchange(scope, content, change);
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
    return { ...content, customer, referralCode: null, ...noBonus, ...noCredit };
  }
  const isWeaker = customer.identification === 'search' || customer.identification === 'phone';
  return isWeaker ? content : { ...content, customer };
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
