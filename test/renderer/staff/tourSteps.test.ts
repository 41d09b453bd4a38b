/** The tour ticks what was really done, and nothing else. */
import { expect, test } from 'vitest';
import { tourStepsOf } from '../../../renderer/staff/tourSteps.ts';

const call = (verb: string, input: object, data: object = {}) => tourStepsOf({ verb, input, data });

test('a scanned product ticks the scan, three of it the quantity too', () => {
  expect(call('sale.scan', { quantityThousandths: 1000 }, { outcome: { kind: 'product' } })).toEqual([
    'scan',
  ]);
  expect(call('sale.scan', { quantityThousandths: 3000 }, { outcome: { kind: 'product' } })).toEqual([
    'scan',
    'quantity',
  ]);
});

test('a code that nobody knows ticks nothing', () => {
  expect(call('sale.scan', { quantityThousandths: 1000 }, { outcome: { kind: 'unknown' } })).toEqual([]);
});

test('goods by name are the search, a card or a phone is the customer, a coupon the coupon', () => {
  expect(call('sale.change', { change: { kind: 'addProduct', quantityThousandths: 1000 } })).toEqual([
    'search',
  ]);
  expect(call('sale.change', { change: { kind: 'attachCustomer' } })).toEqual(['customer']);
  expect(call('sale.scan', {}, { outcome: { kind: 'customer' } })).toEqual(['customer']);
  expect(call('sale.scan', {}, { outcome: { kind: 'coupon' } })).toEqual(['coupon']);
});

test('a payment ticks the ways in which it was paid', () => {
  expect(call('sale.complete', { tenders: [{ kind: 'cash' }] })).toEqual(['payInCash']);
  expect(call('sale.complete', { tenders: [{ kind: 'cash' }, { kind: 'qr' }] })).toEqual([
    'payInCash',
    'payByCard',
  ]);
  expect(call('sale.complete', { tenders: [{ kind: 'bonus' }] })).toEqual([]);
});

test('looking at things ticks nothing', () => {
  expect(call('sale.parked', {})).toEqual([]);
  expect(call('catalogue.list', {})).toEqual([]);
});
