/** What a screen may ask of the groups of customers that the shop keeps. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, localTextSchema } from '../wire.ts';
import { segmentRuleSchema } from './segment.ts';

export const segmentVerbs = {
  /** The groups that the shop made, the oldest first. */
  segments: readVerb({
    action: 'customer.segments',
    input: z.object({}),
    output: z.object({
      segments: z.array(z.object({ id: idSchema, name: localTextSchema, rule: segmentRuleSchema })),
    }),
    refusals: {},
  }),
  saveSegment: writeVerb({
    action: 'customer.changeSegments',
    input: { segmentId: idSchema.nullable(), name: localTextSchema, rule: segmentRuleSchema },
    output: z.object({ segmentId: idSchema }),
    refusals: { NameTaken: z.object({}) },
  }),
  /** Refuses while a live promotion is for the group, and tells which. */
  removeSegment: writeVerb({
    action: 'customer.changeSegments',
    input: { segmentId: idSchema },
    output: z.object({}),
    refusals: { SegmentInUse: z.object({ promotion: localTextSchema }) },
  }),
};
