/** The tables of polls. */
export interface PollTables {
  poll: PollTable;
  poll_answer: PollAnswerTable;
}

interface PollTable {
  id: string;
  question_json: string;
  answer_a_json: string;
  answer_b_json: string;
  from_day: string;
  to_day: string;
  created_at: string;
  changed_at: string;
}

interface PollAnswerTable {
  id: string;
  poll_id: string;
  choice: 'a' | 'b';
  sale_id: string | null;
  customer_id: string | null;
  /** Who asked. */
  person_id: string;
  business_day: string;
  at: string;
}
