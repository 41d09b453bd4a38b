/** What a screen may ask of groups of customers: how many fit a rule now, who they are, and the classes. */
import { z } from 'zod';
import { abcClasses } from '../customer/abc.ts';
import { customerPhoneSchema } from '../customer/phoneMask.ts';
import { readySegmentNames, segmentRuleSchema } from '../customer/segment.ts';
import { actVerb, readVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  rateSchema,
  signedSomSchema,
} from '../wire.ts';

export const segmentMemberSchema = z.object({
  customerId: idSchema,
  /** The name, else enough of the phone to know who it is. */
  name: z.string(),
  phone: customerPhoneSchema.nullable(),
  visits: z.int(),
  /** Of the last year. */
  paidSom: signedSomSchema,
  lastVisitOn: businessDaySchema.nullable(),
});
export type SegmentMember = z.output<typeof segmentMemberSchema>;

/** Whoever paid most, came last, or has not been here for longest stands first. */
export const memberOrders = ['paid', 'recent', 'silent'] as const;
export type MemberOrder = (typeof memberOrders)[number];

const classOf = z.object({
  class: z.enum(abcClasses),
  customers: z.int(),
  sumSom: signedSomSchema,
});

export const segmentReports = {
  /** How many customers fit a rule, and those of them who paid most. */
  segmentPreview: readVerb({
    action: 'customer.segments',
    input: z.object({ rule: segmentRuleSchema }),
    output: z.object({ count: z.int(), everybody: z.int(), first: z.array(segmentMemberSchema) }),
    refusals: {},
  }),
  /** How many are in each ready-made group and in each of the shop's own, counted now. */
  segmentCounts: readVerb({
    action: 'customer.segments',
    input: z.object({}),
    output: z.object({
      everybody: z.int(),
      ready: z.array(z.object({ name: z.enum(readySegmentNames), count: z.int() })),
      own: z.array(
        z.object({
          segmentId: idSchema,
          count: z.int(),
          /** Live promotions that are for this group. */
          promotions: z.array(localTextSchema),
          /** When the till was last told who is in it; null for a group that no live promotion is for. */
          countedAt: instantSchema.nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** One page of a group. Pages of one look are one list: nobody stands there twice or is missed while others buy. */
  segmentMembers: readVerb({
    action: 'customer.segments',
    input: z.object({
      rule: segmentRuleSchema,
      order: z.enum(memberOrders).default('paid'),
      cursor: z.string().max(80).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      count: z.int(),
      paidSom: signedSomSchema,
      members: z.array(segmentMemberSchema),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  /** Tells the till anew who is in the groups that live promotions are for. */
  recountSegments: actVerb({
    action: 'customer.segments',
    input: z.object({}),
    output: z.object({}),
    refusals: {},
  }),
  /** The classes with their money, and the curve: which share of the customers brings which share of the money. */
  abc: readVerb({
    action: 'customer.segments',
    input: z.object({ by: z.enum(['sales', 'profit']) }),
    output: z.object({
      aBasisPoints: rateSchema,
      bBasisPoints: rateSchema,
      classes: z.array(classOf),
      /** Registered customers who brought nothing in the year and so have no class. */
      without: z.int(),
      /** Share of the customers with a class and share of the money, both from 0 to 10 000, rising. */
      curve: z.array(z.object({ customersBasisPoints: z.int(), moneyBasisPoints: z.int() })),
      /** Which share of what was sold, VAT taken off, has a known cost: 10 000 for sales; null while nothing was sold. */
      knownBasisPoints: rateSchema.nullable(),
    }),
    refusals: {},
  }),
};
