/** The tables of what the shop knows of a customer. */
import type { Generated } from 'kysely';

export interface ProfileTables {
  household: HouseholdTable;
  customer_phone: CustomerPhoneTable;
  customer_fact: CustomerFactTable;
  customer_photo: CustomerPhotoTable;
  customer_change: CustomerChangeTable;
}

/** People of one kitchen: each has their own card, and the shop knows that they belong together. */
interface HouseholdTable {
  id: string;
  name: string;
  created_at: string;
}

interface CustomerPhoneTable {
  phone: string;
  phone_last4: string;
  customer_id: string;
  label: Generated<string>;
  added_at: string;
}

interface CustomerFactTable {
  id: string;
  customer_id: string;
  kind: 'allergy' | 'size' | 'likes' | 'note';
  words: string;
  person_id: string | null;
  noted_at: string;
  removed_at: string | null;
  removed_by: string | null;
}

interface CustomerPhotoTable {
  customer_id: string;
  image_base64: string;
  taken_at: string;
  person_id: string | null;
}

/** A document that changed a customer: which fields, never what they held. */
interface CustomerChangeTable {
  document_id: string;
  customer_id: string;
  document_kind: string;
  changed_json: string;
  person_id: string | null;
  changed_at: string;
}
