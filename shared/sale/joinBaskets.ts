/** Joining a parked basket with the open one, and putting a part of a basket aside: what goes along and what stays. */
import { type Refused, refuse } from '../errors.ts';
import { allocate, som, type Thousandths, thousandths, zeroSom } from '../money.ts';
import {
  type BasketContent,
  type ContentLine,
  emptyBasket,
  type KeptDiscount,
  mostThousandths,
  noBonus,
  noCredit,
} from './basketContent.ts';

type ProductLine = Extract<ContentLine, { kind: 'product' }>;

/** Sales of now and sales that were written on paper are entered apart. */
export type JoinRefusal = Refused<'PaperApart', Record<string, never>>;

/**
 * The open basket with everything of a parked one. Lines add up as scans do; a line with a discount by hand or a shelf
 * price joins only one that was given the very same, so that nobody's discount reaches goods it was not given for.
 *
 * | open                | parked                 | together                                  |
 * |---------------------|------------------------|-------------------------------------------|
 * | tea 2               | tea 1                  | tea 3                                     |
 * | tea 2 (10 % by Ali) | tea 1 (10 % by Ali)    | tea 3 (10 % by Ali)                       |
 * | tea 2               | tea 1 (10 % by Ali)    | tea 2, tea 1 (10 % by Ali)                |
 * | tea 1 (−500 by Ali) | tea 1 (−700 by Ali)    | tea 2 (−1 200 by Ali), for the same reason |
 *
 * Customer, coupon, gift card, returned goods and the discount on the whole basket come along only where the open basket
 * has none; what a customer's account or bonus pays is chosen anew. Refuses PaperApart when only one of the two was
 * written on paper, or both at different times.
 */
export function joinBaskets(open: BasketContent, parked: BasketContent): BasketContent | JoinRefusal {
  if (open.written?.at !== parked.written?.at) return refuse('PaperApart', {});
  const brings = open.customer === null && parked.customer !== null;
  return {
    ...open,
    lines: parked.lines.reduce(withLine, open.lines),
    ...(brings
      ? { customer: parked.customer, referralCode: parked.referralCode, ...noBonus, ...noCredit }
      : {}),
    coupon: open.coupon ?? parked.coupon,
    giftCard: open.giftCard ?? parked.giftCard,
    manualDiscount: open.manualDiscount ?? parked.manualDiscount,
    exchange: open.exchange ?? parked.exchange,
    label: open.label === '' ? parked.label : open.label,
    quoteCode: open.quoteCode ?? parked.quoteCode,
  };
}

function withLine(lines: readonly ContentLine[], added: ContentLine): ContentLine[] {
  const place = lines.findIndex((line) => joined(line, added) !== null);
  const found = lines[place];
  const together = found === undefined ? null : joined(found, added);
  return together === null ? [...lines, added] : lines.with(place, together);
}

/** Both lines as one, on the place of the first; null when they stay apart. */
function joined(line: ContentLine, added: ContentLine): ContentLine | null {
  const quantityThousandths = thousandths(line.quantityThousandths + added.quantityThousandths);
  if (quantityThousandths > mostThousandths) return null;
  if (line.kind === 'unknown' || added.kind === 'unknown') {
    const isSame = line.kind === 'unknown' && added.kind === 'unknown' && line.code === added.code;
    return isSame ? { ...line, quantityThousandths } : null;
  }
  const isSame = line.productId === added.productId && isSameShelf(line, added);
  const manualDiscount = isSame ? joinedDiscount(line.manualDiscount, added.manualDiscount) : undefined;
  if (manualDiscount === undefined) return null;
  const shelfPrice = joinedShelf(line.shelfPrice, added.shelfPrice);
  return { ...line, quantityThousandths, manualDiscount, shelfPrice };
}

const isBound = (shelf: ProductLine['shelfPrice']) => shelf !== null && shelf.atMostSom !== null;

function isSameShelf({ shelfPrice: a }: ProductLine, { shelfPrice: b }: ProductLine): boolean {
  return a?.priceSom === b?.priceSom && a?.personId === b?.personId && isBound(a) === isBound(b);
}

/** What each line might lose at most adds up. */
function joinedShelf(a: ProductLine['shelfPrice'], b: ProductLine['shelfPrice']): ProductLine['shelfPrice'] {
  if (a === null || b === null || a.atMostSom === null || b.atMostSom === null) return a;
  return { ...a, atMostSom: som(a.atMostSom + b.atMostSom) };
}

/** The discount of both lines together; undefined when they were not given alike. */
function joinedDiscount(a: KeptDiscount | null, b: KeptDiscount | null): KeptDiscount | null | undefined {
  if (a === null || b === null) return a === b ? null : undefined;
  const isAlike =
    a.reason === b.reason &&
    a.givenById === b.givenById &&
    a.personId === b.personId &&
    a.atMostBasisPoints === b.atMostBasisPoints;
  if (!isAlike) return undefined;
  if (a.discount.kind === 'percent' || b.discount.kind === 'percent') {
    const isSame =
      a.discount.kind === 'percent' &&
      b.discount.kind === 'percent' &&
      a.discount.rateBasisPoints === b.discount.rateBasisPoints;
    return isSame ? a : undefined;
  }
  return { ...a, discount: { kind: 'amount', amountSom: som(a.discount.amountSom + b.discount.amountSom) } };
}

/** A line, or a part of it, that is put aside. */
export interface LinePart {
  readonly lineId: string;
  readonly quantityThousandths: Thousandths;
}

export interface SplitBasket {
  readonly stays: BasketContent;
  readonly aside: BasketContent;
}

export type SplitRefusal = Refused<'SplitWrong', Record<string, never>>;

/**
 * Takes some lines, or a part of them, out of a basket into one of its own. A percent that was given by hand stands on
 * both parts, a sum is shared by quantity. The customer stands on both; coupon, gift card, bonus, account, debt, returned
 * goods and a printed quote stay where they are. Refuses SplitWrong when a line is not there or named twice, when more is
 * asked for than it has, or when nothing would be left.
 */
export function splitBasket(
  content: BasketContent,
  parts: readonly LinePart[],
  newLineId: () => string,
): SplitBasket | SplitRefusal {
  const wanted = new Map(parts.map(({ lineId, quantityThousandths }) => [lineId, quantityThousandths]));
  const found = content.lines.filter(({ lineId }) => wanted.has(lineId));
  if (wanted.size !== parts.length || found.length !== parts.length) return refuse('SplitWrong', {});
  const stays: ContentLine[] = [];
  const aside: ContentLine[] = [];
  for (const line of content.lines) {
    const outThousandths = wanted.get(line.lineId) ?? thousandths(0);
    if (outThousandths > line.quantityThousandths) return refuse('SplitWrong', {});
    const [kept, taken] = parted(line, outThousandths);
    if (kept !== null) stays.push(kept);
    if (taken !== null) aside.push({ ...taken, lineId: newLineId() });
  }
  if (stays.length === 0) return refuse('SplitWrong', {});
  const { customer, written, manualDiscount } = content;
  const onBoth = manualDiscount?.discount.kind === 'percent' ? manualDiscount : null;
  return {
    stays: { ...content, lines: stays },
    aside: { ...emptyBasket, lines: aside, customer, written, manualDiscount: onBoth },
  };
}

/** A line as it stays and as it goes; null for a part of nothing. */
function parted(line: ContentLine, out: Thousandths): readonly [ContentLine | null, ContentLine | null] {
  if (out === 0) return [line, null];
  const left = thousandths(line.quantityThousandths - out);
  if (left === 0) return [null, line];
  if (line.kind === 'unknown') {
    return [
      { ...line, quantityThousandths: left },
      { ...line, quantityThousandths: out },
    ];
  }
  const [stays, goes] = sharedDiscount(line.manualDiscount, [left, out]);
  const [shelfHere, shelfThere] = sharedShelf(line.shelfPrice, [left, out]);
  return [
    { ...line, quantityThousandths: left, manualDiscount: stays, shelfPrice: shelfHere },
    { ...line, quantityThousandths: out, manualDiscount: goes, shelfPrice: shelfThere },
  ];
}

/** What the line may lose at most is shared too, so that no split makes the shop lose more. */
function sharedShelf(
  shelf: ProductLine['shelfPrice'],
  quantities: readonly [number, number],
): readonly [ProductLine['shelfPrice'], ProductLine['shelfPrice']] {
  if (shelf === null || shelf.atMostSom === null) return [shelf, shelf];
  const [stays = zeroSom, goes = zeroSom] = allocate(shelf.atMostSom, quantities);
  return [
    { ...shelf, atMostSom: stays },
    { ...shelf, atMostSom: goes },
  ];
}

/** A sum is shared by quantity; a part that would get nothing of it has no discount. */
function sharedDiscount(
  given: KeptDiscount | null,
  quantities: readonly [number, number],
): readonly [KeptDiscount | null, KeptDiscount | null] {
  if (given === null || given.discount.kind === 'percent') return [given, given];
  const [stays = 0, goes = 0] = allocate(given.discount.amountSom, quantities);
  const part = (amount: number): KeptDiscount | null =>
    amount === 0 ? null : { ...given, discount: { kind: 'amount', amountSom: som(amount) } };
  return [part(stays), part(goes)];
}
