/** Checklists for opening, closing and service, ticked by person in each shift. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, localTextSchema } from '../wire.ts';

export const checklistMoments = ['opening', 'service', 'closing'] as const;
export type ChecklistMoment = (typeof checklistMoments)[number];

export const mostChecklistItems = 40;

const itemSchema = z.object({ id: idSchema, name: localTextSchema });

/** One for each moment, also while it is empty. */
const listsSchema = z.array(
  z.object({
    moment: z.enum(checklistMoments),
    items: z.array(
      itemSchema.extend({
        tick: z.object({ personName: z.string(), tickedAt: instantSchema }).nullable(),
      }),
    ),
  }),
);

export const checklistVerbs = {
  /** The lists with what is ticked in the open shift, or for the one that is about to be opened. */
  checklists: readVerb({
    action: 'shift.read',
    input: z.object({}),
    output: z.object({
      isShiftOpen: z.boolean(),
      lists: listsSchema,
      /** The share of items that were ticked in the shifts closed in the last 30 days, in basis points; null without any. */
      keptBasisPoints: z.int().nullable(),
    }),
    refusals: {},
  }),
  /** The lists of one shift, as they were when it closed, with who ticked what. */
  checklistsOfShift: readVerb({
    action: 'shift.x',
    input: z.object({ shiftId: idSchema }),
    output: z.object({ lists: listsSchema }),
    refusals: {},
  }),
  /** Saves one list whole; items that are gone stay in the shifts in which they were ticked. */
  saveChecklist: writeVerb({
    action: 'shift.changeChecklists',
    input: { moment: z.enum(checklistMoments), items: z.array(itemSchema).max(mostChecklistItems) },
    output: z.object({}),
    refusals: {},
  }),
  /** Ticks an item or takes the tick back. What is done before the first sale may be ticked before the shift is open. */
  tickItem: writeVerb({
    action: 'shift.tick',
    input: { itemId: idSchema, isTicked: z.boolean() },
    output: z.object({}),
    refusals: { ShiftNotOpen: z.object({}) },
  }),
};
