/** The tables of files that were taken in from other programs. */

type Flag = 0 | 1;

export interface ImportTables {
  import: ImportTable;
  import_item: ImportItemTable;
  import_columns: ImportColumnsTable;
  import_row: ImportRowTable;
  import_key: ImportKeyTable;
}

interface ImportTable {
  id: string;
  kind: 'products' | 'customers';
  file_name: string;
  format: string;
  options_json: string;
  state: 'reading' | 'done' | 'cancelled' | 'undoing' | 'undone';
  number: number | null;
  row_count: number;
  /** How many rows had which verdict when it was carried out. */
  counts_json: string;
  opening_bonus_som: number;
  opening_debt_som: number;
  begun_at: string;
  begun_by: string | null;
  finished_at: string | null;
  finished_on: string | null;
  undone_at: string | null;
}
interface ImportItemTable {
  import_id: string;
  /** A product or a customer. */
  subject_id: string;
  action: 'added' | 'updated';
  before_json: string | null;
  stamp: string;
  opening_bonus_som: number;
  lot_id: string | null;
  debt_id: string | null;
  card_number: string | null;
}
interface ImportColumnsTable {
  kind: 'products' | 'customers';
  fingerprint: string;
  mapping_json: string;
  used_at: string;
}
interface ImportRowTable {
  import_id: string;
  row_no: number;
  cells_json: string;
  verdict: 'add' | 'update' | 'skip' | 'duplicate' | 'error';
  notes_json: string;
  has_warnings: Flag;
  other_row_no: number | null;
  subject_id: string | null;
  /** Opening balances of the row, for the totals. */
  bonus_som: number;
  debt_som: number;
  draft_json: string;
}
interface ImportKeyTable {
  import_id: string;
  kind: 'barcode' | 'name' | 'phone' | 'card' | 'subject';
  code: string;
  row_no: number;
}
