/** The tables of groups of customers and small gifts. */
import type { Generated } from 'kysely';

export interface SegmentTables {
  segment: SegmentTable;
  segment_member: SegmentMemberTable;
  gift: GiftTable;
}

interface SegmentTable {
  id: string;
  name_json: string;
  rule_json: string;
  created_at: string;
  created_by: string | null;
  changed_at: string;
  removed_at: string | null;
  /** When its members were last written down; null where no promotion asks for the group. */
  counted_at: string | null;
}

/** Who was in a group when it was last counted, for promotions at the till. */
interface SegmentMemberTable {
  segment_id: string;
  customer_id: string;
}

/** A small thing given away to delight somebody, out of a person's budget of the month. */
interface GiftTable {
  id: string;
  customer_id: string;
  person_id: string;
  amount_som: number;
  occasion: 'birthday' | 'loyal' | 'consolation' | 'guestOfDay' | 'other';
  /** What somebody wrote beside it; emptied when the customer is erased. */
  words: string;
  /** Who stood for what the budget of the month no longer held. */
  approver_id: string | null;
  is_alone: Generated<0 | 1>;
  is_seen: Generated<0 | 1>;
  given_on: string;
  given_at: string;
}
