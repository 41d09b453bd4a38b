/** The address of a page that is made for paper, and what such a page reports when it stands. */
import { type BusinessDay, isBusinessDay } from '../time.ts';

/** What can be printed as A4 and other sheets. A new kind is one entry here and one in renderer/app/printPages.tsx. */
export const printKinds = [
  'couponBatch',
  'debtStatement',
  'debtNotebook',
  'giftCertificate',
  'programmeRules',
  'month',
  'inspection',
  'customerDay',
  'labels',
  'customerCards',
  'customerConsent',
  'reconciliation',
] as const;
export type PrintKind = (typeof printKinds)[number];

/** Some sheets of one thing: `sheets` of them from the `from`th on, counted from 0. */
export interface PrintOrder {
  readonly kind: PrintKind;
  /** What names the thing among its kind: an id, a code, a day. */
  readonly id: string;
  readonly from: number;
  readonly sheets: number;
}

/** Where the pages for paper begin, behind `#`. */
export const printRoot = '/print';

const shape = /^\/print\/([a-zA-Z]+)\/([0-9a-zA-Z-]{1,60})\/(\d{1,6})\/(\d{1,6})$/;

/** `/print/couponBatch/0198…/25/25`: the 26th to the 50th sheet of a batch. */
export function printRoute({ kind, id, from, sheets }: PrintOrder): string {
  return `${printRoot}/${kind}/${id}/${from}/${sheets}`;
}

/** The order behind a route, or null when it is none. */
export function readPrintRoute(route: string): PrintOrder | null {
  const [, name, id = '', from, sheets] = shape.exec(route) ?? [];
  const kind = printKinds.find((known) => known === name);
  return kind === undefined ? null : { kind, id, from: Number(from), sheets: Number(sheets) };
}

/** What a page for paper says of itself, for whoever prints it. */
export type PrintReport =
  /** Data and fonts are there; `sheets` is how many the whole thing has. */
  | { readonly route: string; readonly state: 'ready'; readonly sheets: number }
  /** The till refused the data, or there is nothing to print; `code` is the refusal. */
  | { readonly route: string; readonly state: 'failed'; readonly code: string };

/** The report as the page carries it in `data-print`; null while it is not there or about another route. */
export function readPrintReport(text: unknown, route: string): PrintReport | null {
  if (typeof text !== 'string' || text === '') return null;
  const report = JSON.parse(text) as PrintReport;
  return report.route === route ? report : null;
}

const reconciliationId = /^([0-9a-f-]{36})-(\d{4}-\d{2}-\d{2})-(\d{4}-\d{2}-\d{2})$/;

/** Whose account and over which days, as a print order names it. */
export function reconciliationIdOf(customerId: string, from: BusinessDay, to: BusinessDay): string {
  return `${customerId}-${from}-${to}`;
}

/** The parts of such an id, or null when it is none. */
export function readReconciliationId(
  id: string,
): { readonly customerId: string; readonly from: BusinessDay; readonly to: BusinessDay } | null {
  const [, customerId = '', from = '', to = ''] = reconciliationId.exec(id) ?? [];
  return isBusinessDay(from) && isBusinessDay(to) ? { customerId, from, to } : null;
}
