/** What a screen may ask and change of customers who buy as a firm: tax number, contract, price list. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, pageSchema, someWords, words } from '../wire.ts';

/** STIR of 9 digits, or the JShShIR of a sole trader of 14; spaces are left out. */
export const taxNumberSchema = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^(\d{9}|\d{14})$/));

export const firmFields = {
  legalName: someWords(160),
  taxNumber: taxNumberSchema,
  contractNumber: words(40),
  contractOn: businessDaySchema.nullable(),
  /** The customers' tag for which the agreed prices hold; empty without a price list. */
  priceListTag: words(40),
};

export const firmSchema = z.object({
  legalName: z.string(),
  taxNumber: z.string(),
  contractNumber: z.string(),
  contractOn: businessDaySchema.nullable(),
  priceListTag: z.string(),
});
export type Firm = z.output<typeof firmSchema>;

export const firmVerbs = {
  /** Null for a customer who buys for themselves. */
  firm: readVerb({
    action: 'customer.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({ firm: firmSchema.nullable() }),
    refusals: {},
  }),
  /** In the order of their names. */
  firms: readVerb({
    action: 'customer.read',
    input: pageSchema,
    output: z.object({
      firms: z.array(firmSchema.extend({ customerId: idSchema, customerName: z.string() })),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  saveFirm: writeVerb({
    action: 'customer.changeFirm',
    input: { customerId: idSchema, ...firmFields },
    output: z.object({}),
    refusals: {
      /** Another customer is this firm already. */
      FirmKnown: z.object({ customerId: idSchema, name: z.string() }),
    },
  }),
  /** The customer buys for themselves from now on; receipts of before stay as they are. */
  removeFirm: writeVerb({
    action: 'customer.changeFirm',
    input: { customerId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
};
