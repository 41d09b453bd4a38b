/** The tables of the journal: the chain of documents, what the owner should see, and how far the redo log must have come. */

export interface JournalTable {
  till_id: string;
  sequence: number;
  document_kind: string;
  document_id: string;
  business_day: string;
  written_at: string;
  /** Canonical JSON of the whole document; persons by id only. */
  content_json: string;
  previous_hash: string;
  hash: string;
}

/** Something that the owner should see first, in ids and amounts only. */
export interface OwnerAttentionTable {
  /** The document's id and kind, or kind and day of what is counted by the day. */
  id: string;
  kind: string;
  document_id: string | null;
  business_day: string;
  at: string;
  data_json: string;
  seen_at: string | null;
}

/** Which committed transaction was the last; the driver counts it. */
export interface RedoPositionTable {
  id: 'shop';
  number: number;
}

export interface JournalTables {
  journal: JournalTable;
  owner_attention: OwnerAttentionTable;
  redo_position: RedoPositionTable;
}
