/** A price on the shelf that is lower than the till's: granted at once within the shop's limit, and told to the owner. */
import { Refusal } from '../../shared/errors.ts';
import { addSom, type Som } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { BasketContent, ContentLine } from '../../shared/sale/basketContent.ts';
import { linesToPrice } from '../../shared/sale/quoteBasket.ts';
import { shelfPriceOff, shelfPriceSource } from '../../shared/sale/shelfPrice.ts';
import { approverMay, may } from '../../shared/staff/permissions.ts';
import { documentOf } from '../document.ts';
import { requireAllowed, type WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import { loadBasket } from './loadBasket.ts';
import { sourceIn } from './openBasket.ts';
import type { StoredBasket } from './queries.ts';

type Kept = Extract<ContentLine, { kind: 'product' }>['shelfPrice'];

/**
 * The basket with the shelf's price on a line, or without it; a line that is gone is left alone, because a key may be pressed
 * twice. Also goods that are never discounted get it: it is what the shop promised. Refuses ShelfPriceNotLower with the till's
 * price, and ShelfPriceAboveLimit while the line would lose more than the shop's limit and nobody who may grant more stands
 * for it. What a cashier granted never takes more than the limit off the line, whatever becomes of its quantity (rule 36).
 */
export async function grantShelfPrice(
  scope: WriteScope,
  { content }: StoredBasket,
  { lineId, priceSom }: Extract<BasketChange, { kind: 'shelfPrice' }>,
): Promise<BasketContent> {
  if (priceSom === null) return withShelfPrice(content, lineId, null);
  const { actor } = scope;
  requireAllowed(actor, 'sale.shelfPrice');
  const wanted = withShelfPrice(content, lineId, { priceSom, personId: actor.personId, atMostSom: null });
  const { facts } = await loadBasket(sourceIn(scope), wanted);
  const line = linesToPrice(facts).find((each) => each.lineId === lineId);
  if (line === undefined) return content;
  if (priceSom >= line.priceSom) throw new Refusal('ShelfPriceNotLower', { priceSom: line.priceSom });
  if (may(actor, 'sale.shelfPriceAbove')) return wanted;
  const { shelfPriceLimitSom: atMostSom } = scope.settings;
  if (shelfPriceOff(line) <= atMostSom) {
    return withShelfPrice(content, lineId, { priceSom, personId: actor.personId, atMostSom });
  }
  if (actor.approver === null || !approverMay(actor, 'sale.shelfPriceAbove')) {
    throw new Refusal('ShelfPriceAboveLimit', { atMostSom });
  }
  return withShelfPrice(content, lineId, { priceSom, personId: actor.approver.personId, atMostSom: null });
}

function withShelfPrice(content: BasketContent, lineId: string, shelfPrice: Kept): BasketContent {
  return {
    ...content,
    lines: content.lines.map((line) =>
      line.lineId === lineId && line.kind === 'product' ? { ...line, shelfPrice } : line,
    ),
  };
}

/** What the shop let go because a shelf told a lower price. */
type ShelfPriceTaken = Readonly<{
  product: string;
  quantityThousandths: number;
  priceSom: number;
  shelfPriceSom: number;
  lossSom: number;
  /** Who stands for it. */
  person: string;
}>;

/** The lines of a sale that were sold at the shelf's price, for its document. */
export function shelfPricesTaken({ loaded }: Pick<DecidedSale, 'loaded'>): readonly ShelfPriceTaken[] {
  const granted = new Map(
    loaded.facts.content.lines.flatMap((line) =>
      line.kind === 'product' && line.shelfPrice !== null ? [[line.lineId, line.shelfPrice]] : [],
    ),
  );
  if (granted.size === 0) return [];
  return loaded.quote.priced.lines.flatMap((line) => {
    const shelfPrice = granted.get(line.lineId);
    const lossSom = lossOf(line.adjustments);
    if (shelfPrice === undefined || lossSom === 0) return [];
    return [
      {
        product: line.productId,
        quantityThousandths: line.quantityThousandths,
        priceSom: line.priceSom,
        shelfPriceSom: shelfPrice.priceSom,
        lossSom,
        person: shelfPrice.personId,
      },
    ];
  });
}

function lossOf(adjustments: readonly { readonly sourceId: string; readonly amountSom: Som }[]): Som {
  return addSom(
    ...adjustments.filter(({ sourceId }) => sourceId === shelfPriceSource).map(({ amountSom }) => amountSom),
  );
}

/** One document for each line that was sold at the shelf's price: what the owner is told, and a basket left behind is not. */
export async function noteShelfPrices(scope: WriteScope, sale: DecidedSale): Promise<void> {
  for (const taken of shelfPricesTaken(sale)) {
    await scope.follow(documentOf(scope, 'shelfPriceTaken', { saleId: sale.saleId, ...taken }));
  }
}
