/** The table of who was erased. */
export interface ErasureTables {
  erasure: ErasureTable;
}

interface ErasureTable {
  customer_id: string;
  /** The customer of whom this one was a part; themselves when they were merged into nobody. */
  person_of: string;
  /** They wished it, or they came no more. */
  cause: 'wish' | 'absence';
  person_id: string | null;
  business_day: string;
  erased_at: string;
}
