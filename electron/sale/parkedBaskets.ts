/** Two baskets become one, and one becomes two: a parked basket joins the open one, or a part of it is put aside. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { joinBaskets, splitBasket } from '../../shared/sale/joinBaskets.ts';
import { documentOf } from '../document.ts';
import { draftingVerb, type WriteScope } from '../verb.ts';
import { basketToChange, saveContent, viewIn } from './openBasket.ts';
import { dropBasket, refuseUnsettled } from './parking.ts';
import { basketOfSale, insertBasket } from './queries.ts';

/** Everything of a parked basket goes into the open one; the parked one is no more. */
export const mergeBasket = draftingVerb(saleContract.mergeBasket, async (scope, input) => {
  const { stored, isRepeated } = await basketToChange(scope, input);
  if (isRepeated) return viewIn(scope, stored);
  const parked = await basketOfSale(scope.trx, input.parkedSaleId);
  if (parked?.state !== 'parked') throw new Refusal('ParkedGone');
  await refuseUnsettled(scope, parked.saleId);
  const content = joinBaskets(stored.content, parked.content);
  if (isRefused(content)) throw new Refusal(content.refused, content.data);
  // Refuses BasketFull before anything is written.
  const basket = await saveContent(scope, stored, content, input.intentionId);
  await dropBasket(scope, parked, input.intentionId);
  const { saleId } = stored;
  await scope.follow(
    documentOf(scope, 'basketsMerged', {
      saleId,
      parkedSaleId: parked.saleId,
      lines: linesOf(parked.content),
    }),
  );
  return basket;
});

/** Some lines, or a part of them, wait in a basket of their own. */
export const splitOpenBasket = draftingVerb(saleContract.splitBasket, async (scope, input) => {
  const { stored, isRepeated } = await basketToChange(scope, input);
  if (isRepeated) return viewIn(scope, stored);
  await refuseUnsettled(scope, stored.saleId);
  const split = splitBasket(stored.content, input.lines, scope.newId);
  if (isRefused(split)) throw new Refusal(split.refused, split.data);
  const aside = { ...split.aside, label: input.label };
  const basket = await saveContent(scope, stored, split.stays, input.intentionId);
  const asideSaleId = await insertParked(scope, aside, input.intentionId);
  await scope.follow(
    documentOf(scope, 'basketSplit', { saleId: stored.saleId, asideSaleId, lines: linesOf(aside) }),
  );
  return basket;
});

async function insertParked(scope: WriteScope, content: BasketContent, intentionId: string): Promise<string> {
  const saleId = scope.newId();
  await insertBasket.one(scope.trx, {
    sale_id: saleId,
    till_id: scope.tillId,
    window_key: scope.key,
    revision: 1,
    state: 'parked',
    content_json: JSON.stringify(content),
    last_intention_id: intentionId,
    opened_at: scope.now,
    changed_at: scope.now,
  });
  return saleId;
}

function linesOf({ lines }: BasketContent): JsonValue {
  return lines.map((line) => [
    line.kind === 'product' ? line.productId : line.code,
    line.quantityThousandths,
  ]);
}
