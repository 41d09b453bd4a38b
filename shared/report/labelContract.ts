/** What a screen may ask of labels: the tag of chosen goods, an order of them, and the order for the paper press. */
import { z } from 'zod';
import { contentUnits } from '../catalogue/unitPrice.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  languageSchema,
  localTextSchema,
  somSchema,
  unitSchema,
} from '../wire.ts';
import { labelLayouts } from './labelLayout.ts';
import { mostLabels } from './labelOrder.ts';

/** Everything that stands on the label of one product. */
export const labelSchema = z.object({
  productId: idSchema,
  name: localTextSchema,
  /** The code whose bars are printed; null for goods without one. */
  barcode: z.string().nullable(),
  unit: unitSchema,
  priceSom: somSchema,
  /** The usual price, crossed out, while a sale price holds. */
  oldPriceSom: somSchema.nullable(),
  until: businessDaySchema.nullable(),
  /** The price of 1 kg, 1 l, 1 m or 1 piece; null where it would say nothing. */
  unitPrice: z.object({ priceSom: somSchema, unit: z.enum(contentUnits) }).nullable(),
});
export type Label = z.output<typeof labelSchema>;

export const labelReports = {
  /** The labels of some goods on a day, in the order asked for; what is not sold any more is left out. */
  labelGoods: readVerb({
    action: 'catalogue.read',
    input: z.object({
      day: businessDaySchema.nullable().default(null),
      productIds: z.array(idSchema).max(500),
    }),
    output: z.object({ day: businessDaySchema, labels: z.array(labelSchema) }),
    refusals: {},
  }),
  /** Keeps an order of labels with the prices of that day, for the press; orders older than 90 days are forgotten. */
  makeLabels: writeVerb({
    action: 'catalogue.printTags',
    input: {
      layout: z.enum(labelLayouts),
      language: languageSchema,
      day: businessDaySchema.nullable().default(null),
      items: z
        .array(z.object({ productId: idSchema, copies: z.int().min(1).max(mostLabels) }))
        .min(1)
        .max(mostLabels),
    },
    output: z.object({ orderId: idSchema, count: z.int() }),
    refusals: { TooManyLabels: z.object({ atMost: z.int() }) },
  }),
  /** Some labels of an order, from the `from`th on, and how many it has. */
  labelOrder: readVerb({
    action: 'catalogue.printTags',
    input: z.object({
      orderId: idSchema,
      from: z.int().min(0).default(0),
      limit: z.int().min(1).max(mostLabels).default(mostLabels),
    }),
    output: z.object({
      layout: z.enum(labelLayouts),
      language: languageSchema,
      day: businessDaySchema,
      count: z.int(),
      labels: z.array(labelSchema),
    }),
    refusals: {},
  }),
};
