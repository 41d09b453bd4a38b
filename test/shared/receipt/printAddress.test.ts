import { expect, test } from 'vitest';
import { printRoute, readPrintReport, readPrintRoute } from '../../../shared/receipt/printAddress.ts';

const id = '019aa0b0-0000-7000-8000-000000000001';

test.each([
  { kind: 'debtStatement', id, from: 0, sheets: 25 },
  { kind: 'debtNotebook', id: '2026-11-22', from: 0, sheets: 25 },
  { kind: 'debtNotebook', id: 'open', from: 25, sheets: 25 },
  { kind: 'giftCertificate', id: 'GPHM9EEEEG', from: 0, sheets: 25 },
] as const)('$kind of $id is named by its address', (order) => {
  expect(readPrintRoute(printRoute(order))).toEqual(order);
});

test('an order goes into an address and comes out again', () => {
  const order = { kind: 'couponBatch', id, from: 25, sheets: 25 } as const;
  expect(printRoute(order)).toBe(`/print/couponBatch/${id}/25/25`);
  expect(readPrintRoute(printRoute(order))).toEqual(order);
});

test.each([
  '',
  '/',
  '/print',
  `/print/anything/${id}/0/1`,
  `/print/couponBatch/${id}/0`,
  `/print/couponBatch/${id}/-1/1`,
  `/print/couponBatch/${id}/0/1/more`,
  '/print/couponBatch/../settings/0/1',
  `/today/print/couponBatch/${id}/0/1`,
])('%j is no order', (route) => {
  expect(readPrintRoute(route)).toBeNull();
});

test('a report counts only for the sheets it speaks of', () => {
  const report = { route: '/print/a', state: 'ready', sheets: 3 } as const;
  expect(readPrintReport(JSON.stringify(report), '/print/a')).toEqual(report);
  expect(readPrintReport(JSON.stringify(report), '/print/b')).toBeNull();
  expect(readPrintReport('', '/print/a')).toBeNull();
  expect(readPrintReport(undefined, '/print/a')).toBeNull();
});
