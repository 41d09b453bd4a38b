/** What the till keeps of an open basket, and how each of the cashier's acts changes it. */
import { z } from 'zod';
import { identifications } from '../customer/contract.ts';
import { thousandths, zeroSom } from '../money.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  quantitySchema,
  rateSchema,
  somSchema,
} from '../wire.ts';
import { type BasketChange, manualDiscountSchema, plannedTenderSchema } from './basketChange.ts';
import { linesBackSchema, returnReasons } from './returnContract.ts';

/** A discount by hand as the basket keeps it: who gave it, who stands for it, and up to which part of the price. */
const keptDiscountSchema = z.object({
  discount: manualDiscountSchema,
  reason: z.string(),
  givenById: idSchema,
  /** The giver, or whoever approved it in place. */
  personId: idSchema,
  /** The limit of the person who stands for it: no change of quantity or price may widen it. */
  atMostBasisPoints: rateSchema,
});
export type KeptDiscount = z.output<typeof keptDiscountSchema>;

export const contentLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    lineId: idSchema,
    productId: idSchema,
    quantityThousandths: quantitySchema,
    manualDiscount: keptDiscountSchema.nullable().default(null),
    /** The price on the shelf, lower than the till's, with who granted it and how much that person may let go. */
    shelfPrice: z
      .object({
        priceSom: somSchema,
        personId: idSchema,
        atMostSom: somSchema.nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  z.object({
    kind: z.literal('unknown'),
    lineId: idSchema,
    code: z.string(),
    quantityThousandths: quantitySchema,
  }),
]);

/** Goods by id and nothing priced: prices are asked anew at every look. */
export const basketContentSchema = z.object({
  lines: z.array(contentLineSchema),
  customer: z.object({ customerId: idSchema, identification: z.enum(identifications) }).nullable(),
  coupon: z
    .object({
      code: z.string(),
      /** Why a person accepted a coupon that the rules refuse. */
      goodwill: z.object({ reason: z.string(), personId: idSchema }).nullable(),
      /** It was put on when the way of paying had been chosen: a sign that the owner may look at. */
      isAfterPaymentKey: z.boolean().default(false),
    })
    .nullable(),
  bonusToSpendSom: somSchema,
  /** Who allowed spending above the day's limit without the card (docs/rules.md rule 20). */
  bonusApprovedBy: idSchema.nullable(),
  manualDiscount: keptDiscountSchema.nullable().default(null),
  /** The way of paying that was chosen; promotions may ask for it. */
  payment: z.array(plannedTenderSchema).nullable().default(null),
  /** The code of the customer who sent this one. */
  referralCode: z.string().nullable().default(null),
  /** The gift card that pays; null as amount pays as much as it can. */
  giftCard: z.object({ number: z.string(), amountSom: somSchema.nullable() }).nullable().default(null),
  storeCreditSom: somSchema.default(zeroSom),
  /** Goods on credit: null as amount is all that is left. */
  debt: z
    .object({ amountSom: somSchema.nullable(), dueOn: businessDaySchema, approvedBy: idSchema.nullable() })
    .nullable()
    .default(null),
  /** What is due is rounded up to this step for a fund. */
  donation: z.object({ fundId: idSchema, stepSom: z.int() }).nullable().default(null),
  /** The name that a cashier gave it. */
  label: z.string().default(''),
  /** The code on its printed quote: a scan takes the basket up again. */
  quoteCode: z.string().nullable().default(null),
  /** The instant and the business day of a sale that was written on paper. */
  written: z.object({ at: instantSchema, day: businessDaySchema }).nullable().default(null),
  /** Goods of a finished receipt that come back with this sale; `approvedBy` stands for it. */
  exchange: z
    .object({
      saleId: idSchema,
      lines: linesBackSchema,
      reason: z.enum(returnReasons),
      approvedBy: idSchema.nullable(),
    })
    .nullable()
    .default(null),
});
export type BasketContent = z.output<typeof basketContentSchema>;
export type ContentLine = BasketContent['lines'][number];

export const emptyBasket: BasketContent = basketContentSchema.parse({
  lines: [],
  customer: null,
  coupon: null,
  bonusToSpendSom: 0,
  bonusApprovedBy: null,
});

/** No bonus is spent until the customer asks for it (docs/rules.md rule 17). */
export const noBonus = {
  bonusToSpendSom: emptyBasket.bonusToSpendSom,
  bonusApprovedBy: null,
} as const;

/** What belongs to one customer leaves with them: their account pays nothing and they owe nothing. */
export const noCredit = { storeCreditSom: zeroSom, debt: null } as const;

/** The most lines of a basket; the till refuses more (`isOverfull` of quoteBasket.ts), so that nothing goes unpaid. */
export const mostLines = 500;
/** The largest quantity of one line; more is a stuck key or a wrong scan. */
export const mostThousandths = 999_999_999;

/** The acts that need nothing but the basket itself. */
export type PlainChange = Exclude<
  BasketChange,
  | { kind: 'attachCustomer' }
  | { kind: 'goodwillCoupon' }
  | { kind: 'spendBonus' }
  | { kind: 'discountLine' }
  | { kind: 'discountBasket' }
  | { kind: 'payByGiftCard' }
  | { kind: 'spendStoreCredit' }
  | { kind: 'sellOnCredit' }
  | { kind: 'roundUp' }
  | { kind: 'shelfPrice' }
  | { kind: 'writtenOnPaper' }
  | { kind: 'exchange' }
>;

/**
 * Applies one act of the cashier. A product that is in the basket already grows on its line; a line that is gone is
 * left alone, because a key may be pressed twice.
 */
export function changeContent(content: BasketContent, change: PlainChange, newLineId: string): BasketContent {
  switch (change.kind) {
    case 'addProduct':
      return addProduct(content, change.productId, change.quantityThousandths, newLineId);
    case 'setQuantity':
      return mapLine(content, change.lineId, (line) => ({
        ...line,
        quantityThousandths: change.quantityThousandths,
      }));
    case 'removeLine':
      return { ...content, lines: content.lines.filter((line) => line.lineId !== change.lineId) };
    case 'resolveUnknown':
      return mapLine(content, change.lineId, (line) => ({
        kind: 'product',
        lineId: line.lineId,
        productId: change.productId,
        quantityThousandths: line.quantityThousandths,
        manualDiscount: null,
        shelfPrice: null,
      }));
    case 'clear':
      return emptyBasket;
    case 'detachCustomer':
      return { ...content, customer: null, referralCode: null, ...noBonus, ...noCredit };
    case 'removeCoupon':
      return { ...content, coupon: null };
    case 'removeGiftCard':
      return { ...content, giftCard: null };
    case 'removeReferral':
      return { ...content, referralCode: null };
    case 'planPayment':
      return { ...content, payment: change.payment };
  }
}

/** Sets or takes away the discount by hand of one line; a line that is gone or unknown is left alone. */
export function discountLine(
  content: BasketContent,
  lineId: string,
  manualDiscount: KeptDiscount | null,
): BasketContent {
  return mapLine(content, lineId, (line) => (line.kind === 'product' ? { ...line, manualDiscount } : line));
}

/**
 * Puts a product in, on its own line or on the one it already has. A percent that was given on the line by hand follows the
 * larger quantity, a sum stays as it is.
 */
export function addProduct(
  content: BasketContent,
  productId: string,
  quantityThousandths: ContentLine['quantityThousandths'],
  newLineId: string,
): BasketContent {
  const found = content.lines.find((line) => line.kind === 'product' && line.productId === productId);
  if (found !== undefined) {
    const together = Math.min(found.quantityThousandths + quantityThousandths, mostThousandths);
    return mapLine(content, found.lineId, (line) => ({
      ...line,
      quantityThousandths: thousandths(together),
    }));
  }
  const line: ContentLine = {
    kind: 'product',
    lineId: newLineId,
    productId,
    quantityThousandths,
    manualDiscount: null,
    shelfPrice: null,
  };
  return { ...content, lines: [...content.lines, line] };
}

/** Puts a code nobody knows on a red line; the same code again grows the same line. */
export function addUnknownCode(
  content: BasketContent,
  code: string,
  quantityThousandths: ContentLine['quantityThousandths'],
  newLineId: string,
): BasketContent {
  const found = content.lines.find((line) => line.kind === 'unknown' && line.code === code);
  if (found !== undefined) {
    const together = Math.min(found.quantityThousandths + quantityThousandths, mostThousandths);
    return mapLine(content, found.lineId, (line) => ({
      ...line,
      quantityThousandths: thousandths(together),
    }));
  }
  const line: ContentLine = { kind: 'unknown', lineId: newLineId, code, quantityThousandths };
  return { ...content, lines: [...content.lines, line] };
}

function mapLine(
  content: BasketContent,
  lineId: string,
  change: (line: ContentLine) => ContentLine,
): BasketContent {
  return { ...content, lines: content.lines.map((line) => (line.lineId === lineId ? change(line) : line)) };
}
