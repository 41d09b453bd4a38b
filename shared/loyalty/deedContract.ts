/** Bonus for deeds: what a customer does for the shop, or what the shop is glad about. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  pageSchema,
  signedSomSchema,
  somSchema,
  words,
} from '../wire.ts';

/** The till gives these by itself. */
export const ownDeeds = ['welcome', 'firstPurchase', 'birthday'] as const;
/** The cashier gives these by hand. */
export const handDeeds = [
  'review',
  'subscription',
  'story',
  'packaging',
  'ownBag',
  'survey',
  'photo',
  'volunteering',
] as const;
export const deedKinds = [...ownDeeds, ...handDeeds] as const;
export type DeedKind = (typeof deedKinds)[number];
export type HandDeed = (typeof handDeeds)[number];

export const deedSchema = z.object({
  kind: z.enum(deedKinds),
  isOn: z.boolean(),
  bonusSom: somSchema,
  /** How long this bonus lives; 0 for ever. */
  expiryDays: z.int().min(0).max(3650),
  /** For one customer; null for no bound. The till's own deeds have their own rule. */
  timesADay: z.int().min(1).max(100).nullable(),
  timesInAll: z.int().min(1).max(10_000).nullable(),
});
export type Deed = z.output<typeof deedSchema>;

const givenSchema = z.object({
  id: idSchema,
  kind: z.enum(deedKinds),
  customerId: idSchema,
  customerName: z.string(),
  bonusSom: somSchema,
  note: z.string(),
  permissionOn: businessDaySchema.nullable(),
  /** Null when the till gave it by itself. */
  personName: z.string().nullable(),
  at: instantSchema,
  /** With the goods of a first purchase that came back. */
  isTakenBack: z.boolean(),
});

export const deedRefusals = {
  DeedOff: z.object({}),
  /** So often in a day, or in all. */
  DeedTooOften: z.object({ atMost: z.int(), per: z.enum(['day', 'life']) }),
  /** A review, subscription, story, photo or volunteering needs a word on where it can be seen. */
  DeedNoteNeeded: z.object({}),
  /** A photo is published only with the customer's dated permission. */
  PermissionNeeded: z.object({}),
  NeedsPhone: z.object({}),
};

export const deedVerbs = {
  /** All kinds, also those that are off. */
  deeds: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({ deeds: z.array(deedSchema) }),
    refusals: {},
  }),
  saveDeed: writeVerb({
    action: 'loyalty.changeProgramme',
    input: deedSchema.shape,
    output: z.object({ deed: deedSchema }),
    refusals: {},
  }),
  giveDeed: writeVerb({
    action: 'loyalty.giveDeed',
    input: {
      customerId: idSchema,
      kind: z.enum(handDeeds),
      /** Where it can be seen: a link, a date, what was brought. */
      note: words(300),
      /** The day on which the customer signed that a photo may be published. */
      permissionOn: businessDaySchema.nullable(),
    },
    output: z.object({ bonusSom: somSchema, bonusBalanceSom: signedSomSchema }),
    refusals: deedRefusals,
  }),
  /** Deeds that were rewarded, newest first: of one customer or of all. */
  deedsGiven: readVerb({
    action: 'loyalty.read',
    input: pageSchema.extend({ customerId: idSchema.nullable().default(null) }),
    output: z.object({ given: z.array(givenSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
};
