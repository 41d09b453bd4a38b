/** The tables of the month: simple expenses, months that are closed against later edits, and visits of inspectors. */
import type { ExpenseKind } from '../../shared/ledger/expense.ts';

/** Money spent beside the till; below zero it is the counter-entry of another. */
export interface ExpenseTable {
  id: string;
  kind: ExpenseKind;
  amount_som: number;
  note: string;
  corrects_id: string | null;
  person_id: string;
  /** The day on which it was spent. */
  business_day: string;
  noted_at: string;
}

/** The figures of a month as they were when it was closed; open again when it has a moment of reopening. */
export interface ClosedMonthTable {
  id: string;
  /** `2026-11`. */
  month: string;
  /** Canonical JSON of the month's figures. */
  figures_json: string;
  figures_hash: string;
  closed_by: string;
  closed_at: string;
  reopened_by: string | null;
  reopened_at: string | null;
  reopen_reason: string | null;
}

/** Somebody was shown the books of a period. */
export interface InspectionTable {
  id: string;
  from_on: string;
  to_on: string;
  person_id: string;
  shown_at: string;
}

export interface MonthTables {
  expense: ExpenseTable;
  closed_month: ClosedMonthTable;
  inspection: InspectionTable;
}
