/** What the till tells of people, as the pages of this room name it. */
import type { z } from 'zod';
import type { personSchema } from '../../shared/staff/contract.ts';
import type { plannedShiftSchema, teamMemberSchema } from '../../shared/staff/peopleContract.ts';

export type Person = z.output<typeof personSchema>;
/** The same with everything that the owner may know: limits, hours, badge, skills, leaving. */
export type TeamMember = z.output<typeof teamMemberSchema>;
export type PlannedShift = z.output<typeof plannedShiftSchema>;
