/** Corrections of balances by hand: what was changed, why, by whom, and whether somebody stood for it; and months. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema, signedSomSchema, someWords } from '../wire.ts';
import { monthVerbs } from './monthContract.ts';

/** Why a balance was changed by hand; it stands in the journal for ever. */
export const correctionReasonSchema = someWords(200);

/** Another person must stand for it, and there is one who may (design: a shop of one person does it alone). */
export const secondPersonRefusals = { SecondPersonNeeded: z.object({}) };

export const correctedAccounts = ['bonusLiability', 'giftCard', 'storeCredit', 'customerDebt'] as const;
export type CorrectedAccount = (typeof correctedAccounts)[number];

export const ledgerContract = {
  /** Newest first; those that nobody stood for and the owner has not seen are counted. */
  corrections: readVerb({
    action: 'ledger.read',
    input: pageSchema,
    output: z.object({
      corrections: z.array(
        z.object({
          id: idSchema,
          at: instantSchema,
          account: z.enum(correctedAccounts),
          /** The customer's name, or the number of a gift card. */
          subject: z.string(),
          customerId: idSchema.nullable(),
          /** What the customer has more of (above zero) or less of. For a debt: what is owed more or less. */
          amountSom: signedSomSchema,
          reason: z.string(),
          personName: z.string(),
          approverName: z.string().nullable(),
          isAlone: z.boolean(),
          isSeen: z.boolean(),
        }),
      ),
      unseenAlone: z.int(),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  /** The owner has looked at what was done without a second person. */
  seeCorrections: writeVerb({
    action: 'loyalty.changeProgramme',
    input: {},
    output: z.object({}),
    refusals: {},
  }),
  ...monthVerbs,
};
