/** The ledger of consents: what a person agreed to and took back, each act with its words, its day and who was told. */
export interface ConsentTables {
  consent_entry: ConsentEntryTable;
}

interface ConsentEntryTable {
  /** The document; consents of before this ledger keep the id they had, and so does what took them back. */
  act_id: string;
  kind: 'given' | 'withdrawn';
  purpose: 'profile' | 'messages';
  /** `none` for the profile. */
  channel: 'none' | 'sms' | 'telegram' | 'phone' | 'email';
  customer_id: string;
  how: 'spoken' | 'paper' | 'bot' | 'import';
  wording_version: string | null;
  wording_language: string | null;
  person_id: string | null;
  at: string;
}
