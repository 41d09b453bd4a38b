/** The tables of the shift: its cash, its counts, its notebook and its checklists. */
import type { Generated } from 'kysely';
import type { CashMoveKind } from '../../shared/shift/figures.ts';

type Flag = 0 | 1;

export interface ShiftTable {
  id: string;
  till_id: string;
  number: number;
  business_day: string;
  opened_at: string;
  opened_by: string;
  float_som: number;
  closed_at: string | null;
  closed_by: string | null;
  counted_som: number | null;
  expected_som: number | null;
  /** The last link of the journal before it was opened, and the one that closed it. */
  opened_sequence: Generated<number>;
  closed_sequence: number | null;
  /** A later day than its own when it was forgotten. */
  closed_on: string | null;
  difference_reason: Generated<string>;
  approver_id: string | null;
  is_alone: Generated<Flag>;
  /** The Z report as it was when the shift was closed; null while it is open. */
  figures_json: string | null;
}

/** Cash that came into the drawer or left it beside the sales; its reason stands here alone. */
export interface CashMoveTable {
  id: string;
  till_id: string;
  number: number;
  shift_id: string;
  kind: CashMoveKind;
  amount_som: number;
  reason: string;
  person_id: string;
  approver_id: string | null;
  business_day: string;
  moved_at: string;
}
/** The drawer opened without a sale. */
export interface DrawerOpeningTable {
  id: string;
  shift_id: string;
  reason: string;
  person_id: string;
  opened_at: string;
}
export interface CashCountTable {
  shift_id: string;
  count_no: number;
  moment: 'opening' | 'handOver' | 'closing';
  counted_som: number;
  expected_som: number;
  notes_json: string | null;
  person_id: string;
  to_person_id: string | null;
  counted_at: string;
}
/** A count, or cash that was wanted, that the till refused: each answer tells a little of what the drawer holds. */
export interface RefusedCountTable {
  id: string;
  shift_id: string;
  act: 'close' | 'moveCash';
  amount_som: number;
  person_id: string;
  refused_at: string;
}

/** A note for whoever comes next; its words live here alone, the journal names it by id. */
export interface ShiftNoteTable {
  id: string;
  till_id: string;
  /** The shift in which it was written; between two shifts, the one that was opened next. */
  shift_number: number;
  person_id: string;
  text: string;
  written_at: string;
  is_pinned: 0 | 1;
}
export interface ShiftNoteReadTable {
  note_id: string;
  person_id: string;
  read_at: string;
}

export interface ChecklistItemTable {
  id: string;
  moment: 'opening' | 'closing' | 'service';
  position: number;
  name_json: string;
  created_at: string;
  /** Off the list since then; shifts that ticked it keep it. */
  removed_at: string | null;
}
export interface ChecklistTickTable {
  till_id: string;
  /** Before a shift is opened, the number it will have. */
  shift_number: number;
  item_id: string;
  person_id: string;
  ticked_at: string;
}

export interface ShiftTables {
  shift: ShiftTable;
  cash_move: CashMoveTable;
  drawer_opening: DrawerOpeningTable;
  cash_count: CashCountTable;
  refused_count: RefusedCountTable;
  shift_note: ShiftNoteTable;
  shift_note_read: ShiftNoteReadTable;
  checklist_item: ChecklistItemTable;
  checklist_tick: ChecklistTickTable;
}
