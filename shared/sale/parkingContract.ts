/** What a screen may ask of baskets that wait: parking, taking up, naming, joining, splitting, and a printed quote. */
import { z } from 'zod';
import { draftVerb, readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, quantitySchema, somSchema, words } from '../wire.ts';
import { basketSchema, draftRefusals } from './basketContract.ts';

const uncertain = { PaymentUncertain: z.object({ amountSom: somSchema }) };

export const parkingVerbs = {
  park: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, revision: z.int() },
    output: basketSchema,
    refusals: { ...draftRefusals, BasketEmpty: z.object({}), ...uncertain },
  }),
  parked: readVerb({
    action: 'sale.sell',
    input: z.object({}),
    output: z.object({
      baskets: z.array(
        z.object({
          saleId: idSchema,
          /** The name that a cashier gave it; empty for none. */
          label: z.string(),
          parkedAt: instantSchema,
          totalSom: somSchema,
          lines: z.int(),
          customerName: z.string().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** Opens a parked basket; the basket that was open is parked in its place unless it is empty. */
  resume: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema },
    output: basketSchema,
    refusals: { BasketGone: z.object({}), ...uncertain },
  }),
  /** Names a parked or the open basket; empty takes the name away. */
  renameBasket: writeVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, label: words(40) },
    output: z.object({}),
    refusals: { ParkedGone: z.object({}) },
  }),
  /** Puts everything of a parked basket into the open one, which keeps its own customer if it has one. */
  mergeBasket: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, revision: z.int(), parkedSaleId: idSchema },
    output: basketSchema,
    refusals: {
      ...draftRefusals,
      /** The parked one was taken up, joined or sold meanwhile. */
      ParkedGone: z.object({}),
      /** Only one of the two was written on paper, or at another time. */
      PaperApart: z.object({}),
      ...uncertain,
    },
  }),
  /** Puts some lines, or a part of a line, aside into a new parked basket. */
  splitBasket: draftVerb({
    action: 'sale.sell',
    input: {
      saleId: idSchema,
      revision: z.int(),
      lines: z
        .array(z.object({ lineId: idSchema, quantityThousandths: quantitySchema }))
        .min(1)
        .max(500),
      label: words(40),
    },
    output: basketSchema,
    refusals: {
      ...draftRefusals,
      /** Nothing would be left, or more was asked for than is there. */
      SplitWrong: z.object({}),
      ...uncertain,
    },
  }),
  /** Prints what the basket costs now, as a paper that is no receipt; a scan of its code takes the basket up. */
  printQuote: writeVerb({
    action: 'sale.sell',
    input: { saleId: idSchema },
    output: z.object({ code: z.string() }),
    refusals: { ParkedGone: z.object({}), BasketEmpty: z.object({}), NoPrinter: z.object({}) },
  }),
};
