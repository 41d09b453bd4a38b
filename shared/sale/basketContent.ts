/** What the till keeps of an open basket, and how each of the cashier's acts changes it. */
import { z } from 'zod';
import { identifications } from '../customer/contract.ts';
import { thousandths } from '../money.ts';
import { idSchema, quantitySchema, somSchema } from '../wire.ts';
import type { BasketChange } from './contract.ts';

export const contentLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    lineId: idSchema,
    productId: idSchema,
    quantityThousandths: quantitySchema,
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
    })
    .nullable(),
  bonusToSpendSom: somSchema,
  /** Who allowed spending above the day's limit without the card (docs/rules.md rule 20). */
  bonusApprovedBy: idSchema.nullable(),
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

/** The most lines of a basket; the till refuses more (`isOverfull` of quoteBasket.ts), so that nothing goes unpaid. */
export const mostLines = 500;
/** The largest quantity of one line; more is a stuck key or a wrong scan. */
const mostThousandths = 999_999_999;

/** The acts that need nothing but the basket itself. */
export type PlainChange = Exclude<
  BasketChange,
  { kind: 'attachCustomer' } | { kind: 'goodwillCoupon' } | { kind: 'spendBonus' }
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
      }));
    case 'clear':
      return emptyBasket;
    case 'detachCustomer':
      return { ...content, customer: null, ...noBonus };
    case 'removeCoupon':
      return { ...content, coupon: null };
  }
}

/** Puts a product in, on its own line or on the one it already has. */
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
  const line: ContentLine = { kind: 'product', lineId: newLineId, productId, quantityThousandths };
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
