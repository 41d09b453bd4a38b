/** The verb sale.explain: why each promotion of the day did or did not work on the basket. */
import { Refusal } from '../../shared/errors.ts';
import { zeroSom } from '../../shared/money.ts';
import { outcomeWords } from '../../shared/promotion/sentence.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { namesFor } from '../promotion/queries.ts';
import { readingVerb } from '../verb.ts';
import { promotionsOf } from './basketView.ts';
import { loadBasket } from './loadBasket.ts';
import { sourceForReading } from './openBasket.ts';
import { basketOfSale } from './queries.ts';

export const explainBasket = readingVerb(saleContract.explain, async (scope, input) => {
  const stored = await basketOfSale(scope.db, input.saleId);
  if (stored === null || stored.state !== 'open') throw new Refusal('BasketGone');
  const { facts, quote } = await loadBasket(await sourceForReading(scope), stored.content);
  const promotions = promotionsOf(facts);
  const names = await namesFor(scope.db, promotions);
  const byId = new Map(promotions.map((promotion) => [promotion.promotionId, promotion]));
  return {
    promotions: quote.priced.promotions.map((report) => ({
      promotionId: report.promotionId,
      name: report.name,
      outcome: report.outcome.kind,
      amountSom: report.outcome.kind === 'applied' ? report.outcome.amountSom : zeroSom,
      text: outcomeWords(report, names, (promotionId) => byId.get(promotionId)),
    })),
  };
});
