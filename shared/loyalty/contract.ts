/** What a screen may ask about a customer's bonus. */
import { z } from 'zod';
import { readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

export const bonusAccountSchema = z.object({
  balanceSom: signedSomSchema,
  spendableSom: somSchema,
  expiringSoonSom: somSchema,
  nextExpiryOn: businessDaySchema.nullable(),
  movements: z.array(
    z.object({
      at: instantSchema,
      kind: z.enum(['earned', 'spent', 'expired', 'claimed', 'corrected', 'givenBack', 'takenBack']),
      amountSom: signedSomSchema,
      receiptNumber: z.int().nullable(),
    }),
  ),
});

export const loyaltyContract = {
  account: readVerb({
    action: 'loyalty.read',
    input: z.object({ customerId: idSchema }),
    output: bonusAccountSchema,
    refusals: {},
  }),
};
