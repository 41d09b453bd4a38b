/** What a screen may ask and change of a customer's profile: who they are, their phones, household, facts and photo. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, someWords, words } from '../wire.ts';
import { customerPhoneSchema } from './phoneMask.ts';

export const genders = ['female', 'male'] as const;
/** Where a customer heard of the shop; which friend sent them stands in the referrals. */
export const customerSources = [
  'friend',
  'passerby',
  'telegram',
  'instagram',
  'facebook',
  'tiktok',
  'leaflet',
  'partner',
  'other',
] as const;
export const contactChannels = ['phone', 'telegram', 'sms', 'email', 'shop'] as const;
export const factKinds = ['allergy', 'size', 'likes', 'note'] as const;

/** What the customer's own row holds besides name, phone, language and birthday. */
const aboutFields = {
  gender: z.enum(genders).nullable(),
  address: words(160),
  district: words(80),
  source: z.enum(customerSources).nullable(),
  preferredChannel: z.enum(contactChannels).nullable(),
  /** 0 to 23: from when the customer likes to be called. */
  preferredHour: z.int().min(0).max(23).nullable(),
};

export const householdSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Everybody who belongs to it, the asked customer included, in the order of their names. */
  members: z.array(z.object({ customerId: idSchema, name: z.string() })),
});

/** All that people said of themselves and the shop noted. */
export const customerAboutSchema = z.object({
  ...aboutFields,
  /** More phones, in the order in which they were told; the main one stands with the customer. */
  phones: z.array(z.object({ phone: customerPhoneSchema, label: z.string() })),
  household: householdSchema.nullable(),
  hasPhoto: z.boolean(),
});
export type CustomerAbout = z.output<typeof customerAboutSchema>;

export const customerFactSchema = z.object({
  id: idSchema,
  kind: z.enum(factKinds),
  words: z.string(),
  personName: z.string(),
  notedAt: instantSchema,
});
export type CustomerFact = z.output<typeof customerFactSchema>;

const oneCustomer = z.object({ customerId: idSchema });

/** Acts answer nothing: an answer is kept with its intention, and what people told of themselves has one place. */
export const profileVerbs = {
  about: readVerb({
    action: 'customer.read',
    input: oneCustomer,
    output: z.object({ about: customerAboutSchema }),
    refusals: {},
  }),
  changeProfile: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, ...aboutFields },
    output: z.object({}),
    /** Who never gave a phone has agreed to nothing yet. */
    refusals: { ConsentNeeded: z.object({}) },
  }),
  /** Where customers live, for suggestions and pickers. */
  districts: readVerb({
    action: 'customer.read',
    input: z.object({}),
    output: z.object({ districts: z.array(z.object({ district: z.string(), customers: z.int() })) }),
    refusals: {},
  }),
  addPhone: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, phone: words(30), label: words(40).default('') },
    output: z.object({}),
    refusals: {
      PhoneNotUnderstood: z.object({}),
      PhoneTaken: z.object({ customerId: idSchema, name: z.string() }),
      ConsentNeeded: z.object({}),
    },
  }),
  /** Takes away one of the further phones, as the till keeps it (E.164). */
  removePhone: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, phone: words(30) },
    output: z.object({}),
    refusals: {},
  }),
  /** What stands now, allergies first. */
  facts: readVerb({
    action: 'customer.read',
    input: oneCustomer,
    output: z.object({ facts: z.array(customerFactSchema) }),
    refusals: {},
  }),
  addFact: writeVerb({
    action: 'customer.noteFacts',
    input: { customerId: idSchema, kind: z.enum(factKinds), words: someWords(200) },
    output: z.object({ factId: idSchema }),
    refusals: { ConsentNeeded: z.object({}) },
  }),
  removeFact: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, factId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  /** Names the customer's household, and founds one for whoever has none. */
  saveHousehold: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, name: someWords(80) },
    output: z.object({}),
    refusals: { ConsentNeeded: z.object({}) },
  }),
  /**
   * Two customers belong together from now on: in the household of the other; in this customer's own, where the other has
   * none; in a new one without a name, where neither has.
   */
  joinHousehold: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, withCustomerId: idSchema },
    output: z.object({}),
    refusals: { ConsentNeeded: z.object({}), SameCustomer: z.object({}) },
  }),
  leaveHousehold: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  photo: readVerb({
    action: 'customer.read',
    input: oneCustomer,
    output: z.object({
      photo: z.object({ kind: z.enum(['png', 'jpeg']), imageBase64: z.string() }).nullable(),
    }),
    refusals: {},
  }),
  savePhoto: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, imageBase64: z.base64().min(4).max(280_000) },
    output: z.object({}),
    refusals: {
      PhotoTooLarge: z.object({}),
      PhotoNotUnderstood: z.object({}),
      ConsentNeeded: z.object({}),
    },
  }),
  removePhoto: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
};
