/** What a customer's page asks: everything the shop knows of them, and one list of all that ever happened. */
import { z } from 'zod';
import { customerSchema } from '../customer/contract.ts';
import { customerAboutSchema, customerFactSchema } from '../customer/profileContract.ts';
import { rhythmStates } from '../customer/rhythm.ts';
import { tierStandingSchema } from '../loyalty/contract.ts';
import { clockSchema } from '../service/complaintContract.ts';
import { readVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

const usualSchema = z.object({
  value: z.int(),
  /** The share of visits that are so: 10 000 is always. */
  shareBasisPoints: z.int().min(0).max(10_000),
});

const rhythmSchema = z.object({
  state: z.enum(rhythmStates),
  /** The usual days between two visits, in tenths. */
  typicalGapTenths: z.int(),
  daysSince: z.int(),
  /** Silence of more days is unusual, in tenths. */
  thresholdTenths: z.int(),
  dueOn: businessDaySchema,
});

const favouriteSchema = z.object({
  productId: idSchema,
  name: localTextSchema,
  daysBought: z.int(),
  lastOn: businessDaySchema,
});

export const customerProfileSchema = z.object({
  customer: customerSchema,
  about: customerAboutSchema,
  facts: z.array(customerFactSchema),
  firstVisitOn: businessDaySchema.nullable(),
  receipts: z.int(),
  /** Rounded down; null without a receipt. */
  averageReceiptSom: signedSomSchema.nullable(),
  /** Of the last two years; null without a visit in them, and while nobody in the shop has come twice. */
  rhythm: rhythmSchema.nullable(),
  /** Goods of the last two years by the days on which they were bought; at most five. */
  favourites: z.array(favouriteSchema),
  /** Weekday 1 Monday to 7 Sunday, hour 0 to 23 on the shop's clock; null under five visits. */
  usual: z.object({ weekday: usualSchema, hour: usualSchema }).nullable(),
  /** Null in a shop without tiers. */
  tier: tierStandingSchema.nullable(),
  credit: z.object({
    storeCreditSom: signedSomSchema,
    debtSom: somSchema,
    overdueSom: somSchema,
    limitSom: somSchema.nullable(),
  }),
  /** Those that could be used today, at most five, the one that expires first in front. */
  coupons: z.array(z.object({ code: z.string(), name: localTextSchema, minimumSom: somSchema })),
  bonus: z.object({
    balanceSom: signedSomSchema,
    spendableSom: somSchema,
    /** What of it burns soon, and the first day on which something does. */
    expiringSoonSom: somSchema,
    nextExpiryOn: businessDaySchema.nullable(),
  }),
  openComplaints: z.object({
    count: z.int(),
    /** Of the one that waits most urgently; null without one. */
    worst: clockSchema.nullable(),
    hasBrokenPromise: z.boolean(),
  }),
  /** The customer who sent them, and how many they sent themselves. */
  broughtBy: z.object({ customerId: idSchema, name: z.string() }).nullable(),
  friendsBrought: z.int(),
});
export type CustomerProfile = z.output<typeof customerProfileSchema>;

/** What a timeline can be narrowed to. Every source of it belongs to one group. */
export const timelineGroups = ['goods', 'bonus', 'money', 'care', 'person'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

export const timelineKinds = [
  'purchase',
  'purchaseAttached',
  'goodsBack',
  'goodsBackLoose',
  'couponGiven',
  'couponUsed',
  'deed',
  'gift',
  'corrected',
  'debtTaken',
  'debtPaid',
  'giftCard',
  'change',
  'merged',
  'consentGiven',
  'consentWithdrawn',
  'factNoted',
  'factRemoved',
  'complaintOpened',
  'complaintAnswered',
  'complaintClosed',
  'complaintReopened',
  'apology',
  'feedback',
  'contactIn',
  'contactOut',
  'wish',
  'order',
  'task',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Pages that an entry may lead to. */
export const timelineTargets = ['sale', 'complaint'] as const;
export type TimelineTarget = (typeof timelineTargets)[number];

export const timelineEntrySchema = z.object({
  /** No two entries of a customer have the same. */
  key: z.string(),
  at: instantSchema,
  kind: z.enum(timelineKinds),
  /** What its paper says: the number of a receipt or a complaint; the score of feedback. */
  number: z.int().nullable(),
  amountSom: signedSomSchema.nullable(),
  /** What it was about, where that has a name in the shop's languages. */
  name: localTextSchema.nullable(),
  /** Words of the program: a deed's kind, a consent's purpose, the names of changed fields. */
  details: z.array(z.string()),
  /** Words that somebody wrote. */
  text: z.string(),
  personName: z.string(),
  /** What to open for more. */
  link: z.object({ to: z.enum(timelineTargets), id: z.string() }).nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

export const profileReports = {
  customerProfile: readVerb({
    action: 'customer.read',
    input: z.object({
      customerId: idSchema,
      /** Learns the shop's rhythm anew, which is else done once a day. */
      isRecounted: z.boolean().default(false),
    }),
    output: z.object({ profile: customerProfileSchema }),
    refusals: {},
  }),
  /** Newest first. */
  customerTimeline: readVerb({
    action: 'customer.read',
    input: pageSchema.extend({
      customerId: idSchema,
      /** Null for all of them. */
      group: z.enum(timelineGroups).nullable().default(null),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
};
