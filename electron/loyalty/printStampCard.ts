/** The verb loyalty.printStampCard: what a customer has on a stamp card, on the receipt printer. */
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { stampsLastDay, stampsLeft } from '../../shared/loyalty/stamps.ts';
import { referencesOfScopes } from '../../shared/promotion/references.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { namesOfReferences } from '../promotion/queries.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { stampCardPaper } from './stampPaper.ts';
import { cardsHeldBy, type StoredStampCard } from './stampsQueries.ts';

/** In the customer's language; its document notes that the card was shown on paper, and to whom. */
export const printStampCard = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(loyaltyContract.printStampCard, async (scope, { customerId, stampCardId }) => {
    const { trx, settings, businessDay: day } = scope;
    const customer = await customerFacts(trx, customerId);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const held = (await cardsHeldBy(trx, customer.id)).find(({ card }) => card.stampCardId === stampCardId);
    if (held === undefined) throw new Refusal('NotFound', { what: 'stampCard' });
    const printer = await defaultPrinter(trx);
    if (printer === null) throw new Refusal('NoPrinter');

    const { card, balance } = held;
    const stamps = Math.min(stampsLeft(card, balance, day), card.needed);
    const document = documentOf(scope, 'stampCard', { stampCardId, stamps });
    await queuePrint(trx, {
      id: scope.newId(),
      documentKind: 'stampCard',
      documentId: document.id,
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      blocks: stampCardPaper({
        shopName: settings.name,
        language: customer.language ?? settings.language,
        card,
        names: await namesOnCard(scope, card),
        stamps,
        fullCards: balance.fullCards,
        lastDay: stampsLastDay(card, { ...balance, stamps }),
        day,
      }),
      at: scope.now,
    });
    await scope.follow({ ...document, customerId: customer.id });
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return {};
  });

/** The goods of the card, and the coupon series it brings. */
function namesOnCard({ trx }: WriteScope, { scope, reward }: StoredStampCard) {
  const references = referencesOfScopes([scope]);
  const seriesIds = reward.kind === 'coupon' ? [reward.seriesId] : [];
  return namesOfReferences(trx, { ...references, seriesIds });
}
