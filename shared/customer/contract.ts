/** What a screen may ask about customers: find one, make one, cards. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  languageSchema,
  pageSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { consentVerbs } from './consentContract.ts';
import { customerSchema } from './customerSchema.ts';
import { eraseVerbs } from './eraseContract.ts';
import { firmVerbs } from './firmContract.ts';
import { mergeVerbs } from './mergeContract.ts';
import { isPhoneMask } from './phoneMask.ts';
import { profileVerbs } from './profileContract.ts';
import { segmentVerbs } from './segmentContract.ts';

export { type Customer, customerSchema } from './customerSchema.ts';

/** How the customer was recognised decides what may be spent (docs/rules.md rule 20). */
export const identifications = ['card', 'receipt', 'instantCard', 'phone', 'search'] as const;
export type Identification = (typeof identifications)[number];

/** A word by which the shop groups customers: "wholesale", "neighbour". Kept in lower case. */
export const customerTagSchema = someWords(40).transform((tag) => tag.toLowerCase());

/** Never a mask: whoever saw only that may not write it back. */
const phoneInput = words(30).refine((text) => !isPhoneMask(text));
const phoneRefusals = {
  PhoneNotUnderstood: z.object({}),
  PhoneTaken: z.object({ customerId: idSchema, name: z.string() }),
};

export const customerContract = {
  ...segmentVerbs,
  ...eraseVerbs,
  ...profileVerbs,
  ...mergeVerbs,
  ...consentVerbs,
  ...firmVerbs,
  /** One field: card, QR, phone, last four digits or name. */
  find: readVerb({
    action: 'customer.read',
    input: z.object({ text: codeSchema }),
    output: z.object({
      customers: z.array(customerSchema),
      /** The phone as understood, when the text is one and nobody has it: the screen offers to make this customer. */
      newPhone: z.string().nullable(),
    }),
    refusals: {},
  }),
  list: readVerb({
    action: 'customer.read',
    input: pageSchema.extend({ search: words(80).default('') }),
    output: z.object({
      customers: z.array(customerSchema),
      nextCursor: z.string().nullable(),
      count: z.int(),
    }),
    refusals: {},
  }),
  get: readVerb({
    action: 'customer.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({
      customer: customerSchema,
      sales: z.array(
        z.object({
          id: idSchema,
          number: z.int(),
          soldAt: instantSchema,
          netSom: somSchema,
          bonusEarnedSom: somSchema,
        }),
      ),
    }),
    refusals: {},
  }),
  /** All tags that customers carry, for pickers. */
  tags: readVerb({
    action: 'customer.read',
    input: z.object({}),
    output: z.object({ tags: z.array(z.object({ tag: z.string(), customers: z.int() })) }),
    refusals: {},
  }),
  /** The phone alone is enough; keeping it needs the customer's consent, told in the wording of `consentVersion`. */
  create: writeVerb({
    action: 'customer.create',
    input: {
      phone: phoneInput,
      name: words(80),
      language: languageSchema.nullable(),
      consentProfile: z.literal(true),
      consentMessages: z.boolean(),
      consentVersion: z.string().max(40),
      consentLanguage: languageSchema,
      /** An instant card in the customer's hand that this phone registers. */
      cardNumber: z.string().max(20).nullable(),
    },
    output: z.object({ customer: customerSchema }),
    refusals: { ...phoneRefusals, CardNotIssued: z.object({}), CardTaken: z.object({}) },
  }),
  change: writeVerb({
    action: 'customer.change',
    input: {
      customerId: idSchema,
      name: words(80),
      /** Null leaves it as it is: whoever sees only its last digits does not write it. */
      phone: phoneInput.nullable(),
      language: languageSchema.nullable(),
      birthDate: businessDaySchema.nullable().default(null),
      tags: z.array(customerTagSchema).max(20).default([]),
    },
    output: z.object({ customer: customerSchema }),
    /** A phone is first kept by `create`, which takes the consent. */
    refusals: { ...phoneRefusals, ConsentNeeded: z.object({}), BirthDateImpossible: z.object({}) },
  }),
  /** Gives an issued card to a customer who is known already (docs/rules.md rule 20); what the card earned goes with it. */
  joinCard: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, cardNumber: z.string().max(20) },
    output: z.object({ customer: customerSchema }),
    refusals: { CardNotIssued: z.object({}), CardTaken: z.object({}) },
  }),
  /** A lost card: from now on it is refused; what the customer has stays. */
  blockCard: writeVerb({
    action: 'customer.blockCard',
    input: { customerId: idSchema, cardNumber: z.string().max(20) },
    output: z.object({ customer: customerSchema }),
    refusals: { CardNotIssued: z.object({}) },
  }),
  /** An issued card in place of a lost one: whoever holds it spends, so a cashier gives it with somebody who may. */
  replaceCard: writeVerb({
    action: 'customer.change',
    input: { customerId: idSchema, oldNumber: z.string().max(20), newNumber: z.string().max(20) },
    output: z.object({ customer: customerSchema }),
    refusals: { CardNotIssued: z.object({}), CardTaken: z.object({}) },
  }),
  /** Two customers who are one person: everything of the second goes to the first, and nothing is lost. */
  merge: writeVerb({
    action: 'customer.merge',
    input: { intoId: idSchema, fromId: idSchema },
    output: z.object({ customer: customerSchema }),
    refusals: { SameCustomer: z.object({}) },
  }),
  /** A batch of instant cards with random numbers; only issued numbers are accepted at the till. */
  issueCards: writeVerb({
    action: 'customer.issueCards',
    input: { count: z.int().min(1).max(1000) },
    output: z.object({ batchId: idSchema, cardNumbers: z.array(z.string()) }),
    refusals: {},
  }),
  /** The batches of instant cards, newest first, so that they can be printed again. */
  cardBatches: readVerb({
    action: 'customer.issueCards',
    input: pageSchema,
    output: z.object({
      batches: z.array(z.object({ batchId: idSchema, count: z.int(), issuedAt: instantSchema })),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  /** Some numbers of a batch, from the `from`th on, in a fixed order: what the paper press prints. */
  cardBatch: readVerb({
    action: 'customer.issueCards',
    input: z.object({
      batchId: idSchema,
      from: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(1000),
    }),
    output: z.object({ count: z.int(), cardNumbers: z.array(z.string()) }),
    refusals: {},
  }),
  /**
   * An issued card on the receipt printer, with the number it has. Whoever holds the paper is the customer, so a cashier
   * prints one with somebody who may.
   */
  printCard: writeVerb({
    action: 'customer.issueCards',
    input: { cardNumber: z.string().max(20) },
    output: z.object({}),
    refusals: { CardNotIssued: z.object({}), NoPrinter: z.object({}) },
  }),
};
