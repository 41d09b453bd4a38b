/** The tables of what is printed: printers, papers on their way, and sheets of labels. */
import type { Generated } from 'kysely';

type Flag = 0 | 1;

export interface PrintTables {
  printer: PrinterTable;
  print_job: PrintJobTable;
  print_event: PrintEventTable;
  label_order: LabelOrderTable;
}

interface PrinterTable {
  id: string;
  name: string;
  connection_json: string;
  profile_json: string;
  is_default: Flag;
  /** 0 for a printer that was put away; its papers stay. */
  is_active: Generated<Flag>;
  created_at: string;
}

interface PrintJobTable {
  id: string;
  kind: 'paper' | 'drawer';
  document_kind: string;
  document_id: string;
  purpose: 'original' | 'copy' | 'test';
  copy_number: number;
  printer_id: string;
  blocks_json: string;
  state:
    | 'queued'
    | 'sending'
    | 'printed'
    | 'sent_unconfirmed'
    | 'blocked'
    | 'retry_wait'
    | 'unknown'
    | 'failed'
    | 'cancelled';
  attempts: number;
  next_at: string | null;
  last_error: string | null;
  created_at: string;
  sending_at: string | null;
  done_at: string | null;
  /** Who answered for a paper whose end nobody knew, and what came of it. */
  resolved_by: Generated<string | null>;
  resolution: Generated<'whole' | 'torn' | 'skipped' | 'moved' | null>;
  /** Null: the pin of the printer's profile. */
  drawer_pin: Generated<0 | 1 | null>;
}

/** Every step of a paper, in its order; nothing of it is ever changed. */
interface PrintEventTable {
  job_id: string;
  event_no: number;
  at: string;
  from_state: string;
  to_state: string;
  /** The printer's reason, or who answered. */
  detail: string | null;
}

/** A sheet of labels that somebody put together, so that the press can read it again. */
interface LabelOrderTable {
  id: string;
  layout: string;
  language: 'uz' | 'ru' | 'en';
  items_json: string;
  made_at: string;
  made_by: string | null;
}
