/** The tables of customers: who they are, their cards, what they agreed to, and their kept figures. */
import type { Generated } from 'kysely';

type Flag = 0 | 1;

export interface CustomerTable {
  id: string;
  name: string;
  phone: string | null;
  phone_last4: string | null;
  language: 'uz' | 'ru' | 'en' | null;
  search_text: string;
  is_registered: Flag;
  created_at: string;
  created_by: string | null;
  birth_date: Generated<string | null>;
  birth_date_known_since: Generated<string | null>;
  /** The business day on which a birthday promotion last worked. */
  birthday_used_on: Generated<string | null>;
  created_till_id: Generated<string | null>;
  created_on: Generated<string | null>;
  /** The customer who turned out to be the same person; this one never acts again. */
  merged_into_id: Generated<string | null>;
  /** What another program told of the time before this till. */
  before_visits: Generated<number | null>;
  before_spent_som: Generated<number | null>;
  before_last_visit_on: Generated<string | null>;
  /** An import that brought them was taken back: they are nobody, and shown nowhere. */
  withdrawn_at: Generated<string | null>;
  /** They are nobody any more: their documents stay, their name and everything personal is gone. */
  erased_at: Generated<string | null>;
  gender: Generated<'female' | 'male' | null>;
  address: Generated<string>;
  district: Generated<string>;
  household_id: Generated<string | null>;
  /** Where the customer heard of the shop; who sent them stands in `referral`. */
  source: Generated<string | null>;
  preferred_channel: Generated<string | null>;
  /** The hour of the day from which the customer likes to be called. */
  preferred_hour: Generated<number | null>;
}
export interface CustomerTagTable {
  customer_id: string;
  tag: string;
  created_at: string;
}
/** A phone that was taken from a customer or changed; it still tells that two people are one. */
export interface FormerPhoneTable {
  phone: string;
  customer_id: string;
  until_at: string;
}
/** Kept figures, written in the sale's transaction by a follower. */
export interface CustomerFigureTable {
  customer_id: string;
  /** Days on which something was bought. */
  visits: number;
  receipts: Generated<number>;
  paid_som: number;
  first_visit_on: string;
  last_visit_on: string;
}
export interface CardBatchTable {
  id: string;
  card_count: number;
  created_at: string;
  created_by: string | null;
}
export interface CardTable {
  number: string;
  batch_id: string | null;
  customer_id: string | null;
  kind: 'instant' | 'customer' | 'alias';
  issued_at: string;
  blocked_at: Generated<string | null>;
  replaced_by: Generated<string | null>;
}
/** A word of customers' names and how many carry it; it is how a name with a wrong letter is found. */
export interface NameWordTable {
  word: string;
  beginning: string;
  uses: number;
}
