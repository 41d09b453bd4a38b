/** The checklists as the till shows them. */
import type { z } from 'zod';
import type { ChecklistCount } from '../../shared/shift/checklist.ts';
import type { shiftContract } from '../../shared/shift/contract.ts';

export type Checklists = z.output<NonNullable<(typeof shiftContract.checklists)['~orpc']['outputSchema']>>;
export type Checklist = Checklists['lists'][number];
export type ChecklistItem = Checklist['items'][number];

/** How much of a list is ticked. */
export const countOf = ({ items }: Checklist): ChecklistCount => ({
  ticked: items.filter(({ tick }) => tick !== null).length,
  items: items.length,
});
