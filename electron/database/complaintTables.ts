/** The tables of feedback, complaints and contacts. */
import type { Generated } from 'kysely';

export interface ComplaintTables {
  feedback: FeedbackTable;
  answer_template: AnswerTemplateTable;
  complaint: ComplaintTable;
  complaint_step: ComplaintStepTable;
  compensation: CompensationTable;
  contact: ContactTable;
}

type Channel = 'shop' | 'phone' | 'telegram' | 'instagram' | 'facebook' | 'tiktok' | 'sms' | 'email';
type Outcome = 'solved' | 'partly' | 'refused' | 'unreachable';

interface FeedbackTable {
  id: string;
  kind: 'nps' | 'satisfaction';
  score: number;
  reason: 'quality' | 'service' | 'price' | 'choice' | 'speed' | 'cleanliness' | 'other' | null;
  words: string;
  channel: Channel;
  sale_id: string | null;
  customer_id: string | null;
  /** Who asked. */
  person_id: string | null;
  business_day: string;
  given_at: string;
}

interface AnswerTemplateTable {
  id: string;
  name_json: string;
  words_json: string;
  created_at: string;
  changed_at: string;
  removed_at: string | null;
}

interface ComplaintTable {
  id: string;
  till_id: string;
  number: number;
  state: 'open' | 'answered' | 'closed';
  topic: 'quality' | 'service' | 'price' | 'choice' | 'other';
  words: string;
  /** How somebody without a card is reached; empty for one who has it, or who wants no answer. */
  reach: string;
  channel: Channel;
  sale_id: string | null;
  line_no: number | null;
  product_id: string | null;
  /** Whom it is about. */
  seller_id: string | null;
  customer_id: string | null;
  /** Who wrote it down. */
  person_id: string;
  /** Who sees to it. */
  owner_id: string | null;
  business_day: string;
  opened_at: string;
  /** Since when the customer waits: the opening, or the last time they came back. */
  asked_at: string;
  /** The first answer of a person since then. */
  answered_at: string | null;
  promised_on: string | null;
  escalated_at: string | null;
  outcome: Outcome | null;
  closed_at: string | null;
}

interface ComplaintStepTable {
  complaint_id: string;
  step_no: number;
  kind:
    | 'opened'
    | 'assigned'
    | 'noted'
    | 'answered'
    | 'promised'
    | 'compensated'
    | 'escalated'
    | 'closed'
    | 'reopened';
  at: string;
  person_id: string | null;
  words: string;
  channel: Channel | null;
  owner_id: string | null;
  promised_on: string | null;
  outcome: Outcome | null;
}

interface CompensationTable {
  id: string;
  complaint_id: string;
  kind: 'bonus' | 'coupon';
  amount_som: number | null;
  series_id: string | null;
  coupon_code: string | null;
  shift_id: string | null;
  person_id: string;
  approver_id: string | null;
  is_alone: 0 | 1;
  business_day: string;
  given_at: string;
}

interface ContactTable {
  id: string;
  customer_id: string | null;
  channel: Channel;
  direction: 'in' | 'out';
  words: string;
  person_id: string | null;
  answers_id: string | null;
  is_question: Generated<0 | 1>;
  answered_at: string | null;
  business_day: string;
  at: string;
}
