/** The tables of what a merge moved, and of pairs who were said to be two people. */
export interface MergeTables {
  merge: MergeTable;
  merge_row: MergeRowTable;
  distinct_pair: DistinctPairTable;
}

/** The id is that of the document. */
interface MergeTable {
  id: string;
  into_id: string;
  from_id: string;
  merged_at: string;
  person_id: string | null;
  undone_at: string | null;
}

/** A row as it was before a merge and as the merge left it; gone after a day, because it may hold names and phones. */
interface MergeRowTable {
  merge_id: string;
  table_name: string;
  row_key: string;
  before_json: string | null;
  after_json: string | null;
}

/** The one with the smaller id stands first. */
interface DistinctPairTable {
  one_id: string;
  other_id: string;
  said_at: string;
  person_id: string | null;
}
