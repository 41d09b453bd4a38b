/** What a screen may ask of groups of customers: how many fit a rule now, who they are, and the classes. */
import { z } from 'zod';
import { abcClasses } from '../customer/abc.ts';
import { segmentRuleSchema } from '../customer/segment.ts';
import { readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, signedSomSchema } from '../wire.ts';

const memberSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  visits: z.int(),
  paidSom: signedSomSchema,
  lastVisitOn: businessDaySchema.nullable(),
});

export const segmentReports = {
  /** How many customers fit a rule, and those of them who paid most. */
  segmentPreview: readVerb({
    action: 'customer.segments',
    input: z.object({ rule: segmentRuleSchema }),
    output: z.object({ count: z.int(), everybody: z.int(), first: z.array(memberSchema) }),
    refusals: {},
  }),
  /** One page of a group, in the order of their ids. */
  segmentMembers: readVerb({
    action: 'customer.segments',
    input: z.object({
      rule: segmentRuleSchema,
      cursor: idSchema.nullable(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ members: z.array(memberSchema), nextCursor: idSchema.nullable() }),
    refusals: {},
  }),
  /** The classes with their money: what the Pareto curve is drawn from. */
  abc: readVerb({
    action: 'customer.segments',
    input: z.object({ by: z.enum(['sales', 'profit']) }),
    output: z.object({
      classes: z.array(z.object({ class: z.enum(abcClasses), customers: z.int(), sumSom: signedSomSchema })),
    }),
    refusals: {},
  }),
};
