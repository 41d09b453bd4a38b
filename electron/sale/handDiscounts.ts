/** Discounts by hand on a line or on the basket: who may give how much, alone or with somebody's approval in place. */
import { Refusal } from '../../shared/errors.ts';
import { type BasisPoints, basisPoints, type Som, subtractSom, sumOf } from '../../shared/money.ts';
import type { BasketChange, ManualDiscountChoice } from '../../shared/sale/basketChange.ts';
import { type BasketContent, discountLine, type KeptDiscount } from '../../shared/sale/basketContent.ts';
import { discountLimitOf, mayGive, measureManual, ownManualSom } from '../../shared/sale/manualDiscount.ts';
import { type BasketFacts, linesToPrice } from '../../shared/sale/quoteBasket.ts';
import { costAtShelf } from '../../shared/sale/shelfPrice.ts';
import { documentOf } from '../document.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { loadBasket } from './loadBasket.ts';
import { sourceIn } from './openBasket.ts';
import type { StoredBasket } from './queries.ts';

type LineChange = Extract<BasketChange, { kind: 'discountLine' }>;
type BasketWideChange = Extract<BasketChange, { kind: 'discountBasket' }>;

const noLimit = basisPoints(10_000);

/**
 * The basket with a line's discount set or taken away; a line that is gone is left alone, because a key may be pressed
 * twice. Taking a discount away needs nobody.
 */
export async function discountLineByHand(
  scope: WriteScope,
  { saleId, content }: StoredBasket,
  { lineId, discount, reason }: LineChange,
): Promise<BasketContent> {
  if (discount === null) return discountLine(content, lineId, null);
  const asked = askedDiscount(scope, discount, reason);
  const wanted = discountLine(content, lineId, asked);
  const { facts } = await loadBasket(sourceIn(scope), wanted);
  const line = linesToPrice(facts).find((each) => each.lineId === lineId);
  if (line === undefined) return content;
  if (!line.isDiscountable) throw new Refusal('NotDiscountable', { name: line.name });
  refuseAbovePrice(discount, costAtShelf(line));
  const kept = await stoodFor(scope, saleId, facts, asked, lineId);
  return discountLine(content, lineId, kept);
}

/** The basket with the discount on all of it set or taken away. */
export async function discountBasketByHand(
  scope: WriteScope,
  { saleId, content }: StoredBasket,
  { discount, reason }: BasketWideChange,
): Promise<BasketContent> {
  if (discount === null) return { ...content, manualDiscount: null };
  const asked = askedDiscount(scope, discount, reason);
  const { facts } = await loadBasket(sourceIn(scope), { ...content, manualDiscount: asked });
  const lines = linesToPrice(facts);
  const open = lines.filter((line) => line.isDiscountable);
  const [first] = lines;
  if (first !== undefined && open.length === 0) throw new Refusal('NotDiscountable', { name: first.name });
  const leftSom = sumOf(open, (line) => {
    const costSom = costAtShelf(line);
    return subtractSom(costSom, ownManualSom(line, costSom));
  });
  refuseAbovePrice(discount, leftSom);
  return { ...content, manualDiscount: await stoodFor(scope, saleId, facts, asked, null) };
}

function askedDiscount({ actor }: WriteScope, discount: ManualDiscountChoice, reason: string): KeptDiscount {
  if (reason === '') throw new Refusal('ReasonNeeded');
  const { personId } = actor;
  return { discount, reason, givenById: personId, personId, atMostBasisPoints: noLimit };
}

function refuseAbovePrice(discount: ManualDiscountChoice, priceSom: Som): void {
  if (discount.kind === 'amount' && discount.amountSom > priceSom) {
    throw new Refusal('DiscountAbovePrice', { atMostSom: priceSom });
  }
}

/**
 * The discount with the person who stands for it: whoever gives it, else whoever approved it in place. Throws
 * DiscountAboveLimit when neither may give so much, all other discounts by hand on the same goods counted.
 */
async function stoodFor(
  scope: WriteScope,
  saleId: string,
  facts: BasketFacts,
  asked: KeptDiscount,
  lineId: string | null,
): Promise<KeptDiscount> {
  const { actor } = scope;
  const measured = measureManual(linesToPrice(facts), facts.content.manualDiscount, lineId);
  const own = await limitOf(scope, actor);
  if (mayGive(asked.discount, measured, own)) return { ...asked, atMostBasisPoints: own };
  const { approver } = actor;
  if (approver === null) throw aboveLimit(own);
  const limit = await limitOf(scope, approver);
  if (!mayGive(asked.discount, measured, limit)) throw aboveLimit(limit);
  await scope.follow(documentOf(scope, 'discountApproved', { saleId, lineId, discount: asked.discount }));
  return { ...asked, personId: approver.personId, atMostBasisPoints: limit };
}

async function limitOf(
  { trx, settings }: WriteScope,
  { personId, role }: Pick<WriteScope['actor'], 'personId' | 'role'>,
): Promise<BasisPoints> {
  const person = await personOf(trx, personId);
  return discountLimitOf({ role, discountBasisPoints: person?.discountBasisPoints ?? null }, settings);
}

function aboveLimit(limit: BasisPoints): Refusal {
  return new Refusal('DiscountAboveLimit', { atMostBasisPoints: limit });
}
