/** What a screen may ask and do about consents: what stands, the words, giving, taking back, and the paper to sign. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, languageSchema } from '../wire.ts';
import { consentChannels, consentSubjects, consentWays } from './consent.ts';

const subjectsSchema = z.array(z.enum(consentSubjects)).min(1).max(consentSubjects.length);
/** A person who stands here says it or signs it; a bot and an import note it themselves. */
const heardAs = z.enum(['spoken', 'paper']);
const versionSchema = z.string().max(40);

/** One act: everything that was agreed to, or taken back, at once. */
export const consentActSchema = z.object({
  id: idSchema,
  kind: z.enum(['given', 'withdrawn']),
  subjects: z.array(z.enum(consentSubjects)),
  at: instantSchema,
  how: z.enum(consentWays),
  /** Empty for what the till did by itself. */
  personName: z.string(),
  /** The words that were told; null for what was taken back, which needs none. */
  wording: z.object({ version: z.string(), language: languageSchema }).nullable(),
});
export type ConsentAct = z.output<typeof consentActSchema>;

export const consentVerbs = {
  /** What a customer allows now, and every act that led there, newest first. */
  consents: readVerb({
    action: 'customer.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({
      now: z.object({
        profile: z.boolean(),
        channels: z.record(z.enum(consentChannels), z.boolean()),
      }),
      acts: z.array(consentActSchema),
    }),
    refusals: {},
  }),
  /** The words of a version, of today's without one. NotFound for one that never was. */
  consentWording: readVerb({
    action: 'customer.read',
    input: z.object({ language: languageSchema, version: versionSchema.optional() }),
    output: z.object({ version: z.string(), profile: z.string(), messages: z.string() }),
    refusals: {},
  }),
  /** Notes what a customer agreed to after they were told the words. Messages need the profile, given before or now. */
  giveConsent: writeVerb({
    action: 'customer.create',
    input: {
      customerId: idSchema,
      subjects: subjectsSchema,
      how: heardAs,
      wordingVersion: versionSchema,
      wordingLanguage: languageSchema,
    },
    output: z.object({}),
    refusals: { ProfileConsentNeeded: z.object({}) },
  }),
  /** Ends what was agreed to at once. The profile ends everything; what does not stand is left as it is. */
  withdrawConsent: writeVerb({
    action: 'customer.create',
    input: { customerId: idSchema, subjects: subjectsSchema, how: heardAs.default('spoken') },
    output: z.object({}),
    refusals: {},
  }),
  /** The words with the customer's name, boxes for the channels and a line to sign, on the receipt printer. */
  printConsent: writeVerb({
    action: 'customer.create',
    input: { customerId: idSchema, language: languageSchema },
    output: z.object({}),
    refusals: { NoPrinter: z.object({}) },
  }),
};
