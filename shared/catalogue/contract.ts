/** What a screen may ask about goods. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, localTextSchema, pageSchema, rateSchema, somSchema, unitSchema, words } from '../wire.ts';

/** Digits and a few letters, as printed on goods; what belongs to a card or to our own codes is refused. */
export const barcodeSchema = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{3,48}$/);

/** `shop` takes the shop's VAT; `none` and a rate overrule it for one product. */
export const vatChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shop') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('rate'), rateBasisPoints: rateSchema }),
]);

export const productSchema = z.object({
  id: idSchema,
  name: localTextSchema,
  unit: unitSchema,
  priceSom: somSchema,
  vat: vatChoiceSchema,
  barcodes: z.array(z.string()),
  categoryId: idSchema.nullable(),
  isQuickGood: z.boolean(),
  isActive: z.boolean(),
});
export type Product = z.output<typeof productSchema>;

const productInput = {
  name: localTextSchema,
  unit: unitSchema,
  priceSom: somSchema.refine((price) => price > 0),
  vat: vatChoiceSchema,
  barcodes: z.array(barcodeSchema).max(20),
  isQuickGood: z.boolean(),
};
const productRefusals = {
  BarcodeTaken: z.object({ barcode: z.string(), productName: z.string() }),
  BarcodeReserved: z.object({ barcode: z.string() }),
};

export const catalogueContract = {
  list: readVerb({
    action: 'catalogue.read',
    input: pageSchema.extend({ search: words(80).default('') }),
    output: z.object({ products: z.array(productSchema), nextCursor: z.string().nullable(), count: z.int() }),
    refusals: {},
  }),
  quickGoods: readVerb({
    action: 'catalogue.read',
    input: z.object({}),
    output: z.object({ products: z.array(productSchema) }),
    refusals: {},
  }),
  /** Makes a product or changes one; a changed price is kept in the price history. */
  save: writeVerb({
    action: 'catalogue.change',
    input: { productId: idSchema.nullable(), ...productInput, isActive: z.boolean().default(true) },
    output: z.object({ product: productSchema }),
    refusals: productRefusals,
  }),
};
