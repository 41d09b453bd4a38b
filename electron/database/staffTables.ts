/** The tables of the people: who they are, how they log in, what they may do, when they work and what they learned. */
import type { Generated } from 'kysely';
import type { TourStep } from '../../shared/staff/peopleContract.ts';

type Flag = 0 | 1;

interface PersonTable {
  id: string;
  name: string;
  role: 'owner' | 'senior' | 'cashier';
  secret_kind: 'pin' | 'password';
  /** scrypt parameter string: algorithm, cost, salt and key in one. */
  secret_hash: string;
  is_active: Flag;
  created_at: string;
  /** The most this person may take off by hand; null for what the role may. */
  discount_basis_points: number | null;
  /** What this person may give away to customers in a month; 0 for nothing. */
  gift_budget_som: Generated<number>;
  /** The last day of somebody who helps out; null for no end. */
  access_ends_on: string | null;
  /** Logs in during the hours of `working_hours` only. */
  is_bound_to_hours: Generated<Flag>;
  left_at: string | null;
}

/** When somebody works, by weekday; Monday is 1. */
interface WorkingHoursTable {
  person_id: string;
  hours_no: number;
  weekday: number;
  from_minute: number;
  to_minute: number;
}

/** The badge that somebody carries now. */
interface BadgeTable {
  person_id: string;
  /** SHA-256 of the code: a code is long and random, so that nothing slower is needed. */
  code_hash: string;
  given_at: string;
}

/** Wrong attempts of one subject: a person's id, or one of the words of electron/staff/attempts.ts. */
interface LogInAttemptTable {
  subject: string;
  wrong_count: number;
  last_wrong_at: string;
}

interface RecoveryCodeTable {
  id: string;
  code_hash: string;
  created_at: string;
  used_at: string | null;
}

/** A right of a role that is not as it comes out of the box. */
interface RolePermissionTable {
  action: string;
  role: 'senior' | 'cashier';
  is_allowed: Flag;
}

interface SkillTable {
  id: string;
  name_json: string;
  is_active: Flag;
  created_at: string;
}

interface PersonSkillTable {
  person_id: string;
  skill_id: string;
  ticked_at: string;
  ticked_by: string;
}

interface TourStepDoneTable {
  person_id: string;
  step: TourStep;
  done_at: string;
}

interface PlannedShiftTable {
  id: string;
  person_id: string;
  day: string;
  from_minute: number;
  to_minute: number;
  note: string;
}

export interface StaffTables {
  person: PersonTable;
  working_hours: WorkingHoursTable;
  badge: BadgeTable;
  log_in_attempt: LogInAttemptTable;
  recovery_code: RecoveryCodeTable;
  role_permission: RolePermissionTable;
  skill: SkillTable;
  person_skill: PersonSkillTable;
  tour_step_done: TourStepDoneTable;
  planned_shift: PlannedShiftTable;
}
