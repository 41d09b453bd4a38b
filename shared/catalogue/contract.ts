/** What a screen may ask about goods. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  localTextSchema,
  pageSchema,
  quantitySchema,
  rateSchema,
  someWords,
  somSchema,
  unitSchema,
  words,
} from '../wire.ts';
import { contentUnits } from './unitPrice.ts';

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

/** A word that groups goods: "new", "school". Kept in lower case. */
export const tagSchema = someWords(40).transform((tag) => tag.toLowerCase());

/** What one pack holds, for the price of a kilogram or a litre on its label; see unitPrice.ts. */
export const contentSchema = z.object({ thousandths: quantitySchema, unit: z.enum(contentUnits) });

/** So long that a receipt of 58 mm prints it in four lines. */
const longestAdvice = 120;

/** One line of advice in up to three languages: how to keep, brew or wash it. Nothing typed is none. */
export const adviceSchema = z
  .object({
    uz: words(longestAdvice).optional(),
    ru: words(longestAdvice).optional(),
    en: words(longestAdvice).optional(),
  })
  .transform((text) =>
    Object.values(text).some((words) => words !== undefined && words !== '') ? text : null,
  );

export const productSchema = z.object({
  id: idSchema,
  name: localTextSchema,
  unit: unitSchema,
  priceSom: somSchema,
  /** What a unit costs the shop; null where nobody has said, and for whoever may not see the month's figures. */
  costSom: somSchema.nullable(),
  vat: vatChoiceSchema,
  barcodes: z.array(z.string()),
  categoryId: idSchema.nullable(),
  brandId: idSchema.nullable(),
  tags: z.array(z.string()),
  /** Last day on which the goods on the shelf may be sold; null where the shop does not keep it. */
  expiresOn: businessDaySchema.nullable(),
  /** What one pack holds; null where its label needs no price of a unit. */
  content: contentSchema.nullable(),
  /** One line for the receipt; null for none. */
  advice: localTextSchema.nullable(),
  /** Goods that are never discounted take part in no promotion, coupon or manual discount. */
  isDiscountable: z.boolean(),
  isQuickGood: z.boolean(),
  isActive: z.boolean(),
});
export type Product = z.output<typeof productSchema>;

const productInput = {
  name: localTextSchema,
  unit: unitSchema,
  priceSom: somSchema.refine((price) => price > 0),
  /** Left out, the purchase price stays as it is: who may not see it can still change the rest. */
  costSom: somSchema.nullable().optional(),
  vat: vatChoiceSchema,
  barcodes: z.array(barcodeSchema).max(20),
  categoryId: idSchema.nullable().default(null),
  brandId: idSchema.nullable().default(null),
  tags: z.array(tagSchema).max(20).default([]),
  /** A day that is past is kept too: what lies on the shelf is not hidden, it is shown. */
  expiresOn: businessDaySchema.nullable().default(null),
  /** Left out, both stay as they are. */
  content: contentSchema.nullable().optional(),
  advice: adviceSchema.nullable().optional(),
  isDiscountable: z.boolean().default(true),
  isQuickGood: z.boolean(),
};
const productRefusals = {
  BarcodeTaken: z.object({ barcode: z.string(), productName: z.string() }),
  BarcodeReserved: z.object({ barcode: z.string() }),
  GroupUnknown: z.object({}),
};

export const catalogueContract = {
  list: readVerb({
    action: 'catalogue.read',
    input: pageSchema.extend({
      search: words(80).default(''),
      /** Only goods of this category; null for all. */
      categoryId: idSchema.nullable().default(null),
    }),
    output: z.object({ products: z.array(productSchema), nextCursor: z.string().nullable(), count: z.int() }),
    refusals: {},
  }),
  quickGoods: readVerb({
    action: 'catalogue.read',
    input: z.object({}),
    output: z.object({ products: z.array(productSchema) }),
    refusals: {},
  }),
  /** Everything goods are grouped by, for pickers. */
  groups: readVerb({
    action: 'catalogue.read',
    input: z.object({}),
    output: z.object({
      categories: z.array(z.object({ id: idSchema, name: localTextSchema, products: z.int() })),
      brands: z.array(z.object({ id: idSchema, name: z.string(), products: z.int() })),
      tags: z.array(z.object({ tag: z.string(), products: z.int() })),
    }),
    refusals: {},
  }),
  saveCategory: writeVerb({
    action: 'catalogue.change',
    input: { categoryId: idSchema.nullable(), name: localTextSchema },
    output: z.object({ categoryId: idSchema }),
    refusals: { NameTaken: z.object({}) },
  }),
  saveBrand: writeVerb({
    action: 'catalogue.change',
    input: { brandId: idSchema.nullable(), name: someWords(80) },
    output: z.object({ brandId: idSchema }),
    refusals: { NameTaken: z.object({}) },
  }),
  /** Names of goods by id, in the order asked for, so that a rule can be shown; an id that no product has is left out. */
  named: readVerb({
    action: 'catalogue.read',
    input: z.object({ productIds: z.array(idSchema).max(500) }),
    output: z.object({ products: z.array(productSchema) }),
    refusals: {},
  }),
  /** Notes which tags now hang on the shelf. */
  tagsPrinted: writeVerb({
    action: 'catalogue.printTags',
    input: {
      tags: z
        .array(z.object({ productId: idSchema, priceSom: somSchema, oldPriceSom: somSchema.nullable() }))
        .min(1)
        .max(500),
    },
    output: z.object({}),
    refusals: {},
  }),
  /** A barcode of the shop's own that no product has yet, for goods that came without one; it is kept by `save`. */
  freeBarcode: readVerb({
    action: 'catalogue.change',
    input: z.object({}),
    output: z.object({ barcode: z.string() }),
    refusals: {},
  }),
  /** Gives barcodes of the shop's own to those of the goods that have none; answers how many got one. */
  giveBarcodes: writeVerb({
    action: 'catalogue.change',
    input: { productIds: z.array(idSchema).min(1).max(500) },
    output: z.object({ given: z.int() }),
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
