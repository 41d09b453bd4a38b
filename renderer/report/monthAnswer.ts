/** What the till answers about a month, as the pages of the report pass it on. */
import type { Answer } from '../app/answer.ts';
import type { api } from '../app/api.ts';

type DataOf<V> = V extends (...input: never[]) => Promise<Answer<infer Data>> ? Data : never;

export type MonthAnswer = DataOf<typeof api.report.month>;
export type Expenses = DataOf<typeof api.ledger.expenses>;
export type Expense = Expenses['expenses'][number];
export type InspectionAnswer = DataOf<typeof api.report.inspection>;
export type InspectedReceipt = DataOf<typeof api.report.inspectedReceipts>['receipts'][number];
export type InspectionProof = DataOf<typeof api.report.inspectionProof>;
