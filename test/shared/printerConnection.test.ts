import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  livePrinterConnectionSchema,
  placeOf,
  printerConnectionSchema,
} from '../../shared/printerConnection.ts';

const isTaken = (connection: unknown) => printerConnectionSchema.safeParse(connection).success;

describe('where a printer may be', () => {
  test.each([
    [{ kind: 'none' }],
    [{ kind: 'file', path: '/home/oktam/cheklar' }],
    [{ kind: 'tcp', host: '192.168.1.50', port: 9100 }],
    [{ kind: 'device', path: '/dev/usb/lp0' }],
    [{ kind: 'device', path: '/dev/lp1' }],
    [{ kind: 'device', path: 'LPT1' }],
    [{ kind: 'serial', path: 'COM3', baudRate: 9600 }],
    [{ kind: 'serial', path: '/dev/ttyUSB0', baudRate: 115_200 }],
    [{ kind: 'serial', path: '/dev/rfcomm0', baudRate: 9600 }],
    [{ kind: 'serial', path: '/dev/serial/by-id/usb-Prolific_USB-Serial-if00-port0', baudRate: 9600 }],
    [{ kind: 'queue', name: 'XP-58 (copy 1)' }],
    [{ kind: 'queue', name: '\\\\OFIS\\Чековый принтер' }],
    [{ kind: 'driver', name: 'Xprinter XP-80C' }],
  ])('%j', (connection) => {
    expect(isTaken(connection)).toBe(true);
  });

  test.each([
    ['a disk', { kind: 'device', path: '/dev/sda' }],
    ['a file of the shop', { kind: 'device', path: '/home/oktam/daftar.db' }],
    ['a way out of the devices', { kind: 'device', path: '/dev/usb/../sda' }],
    ['a console', { kind: 'serial', path: '/dev/console', baudRate: 9600 }],
    ['a speed no printer has', { kind: 'serial', path: 'COM3', baudRate: 12_345 }],
    ['an option instead of a name', { kind: 'queue', name: '-o raw' }],
    ['a name with a line feed', { kind: 'queue', name: 'XP\n58' }],
    ['nothing', { kind: 'queue', name: ' ' }],
    ['a port of nothing', { kind: 'tcp', host: '192.168.1.50', port: 0 }],
    ['no folder', { kind: 'file', path: '  ' }],
  ])('%s is refused', (_what, connection) => {
    expect(isTaken(connection)).toBe(false);
  });

  test('a shop that begins with a printer begins with one that leads somewhere', () => {
    expect(livePrinterConnectionSchema.safeParse({ kind: 'none' }).success).toBe(false);
  });

  test('no device outside /dev is ever taken', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        fc.pre(!/^(\/dev\/|LPT\d$|COM\d)/i.test(path.trim()));
        expect(isTaken({ kind: 'device', path })).toBe(false);
        expect(isTaken({ kind: 'serial', path, baudRate: 9600 })).toBe(false);
      }),
    );
  });
});

test('a list says in one word where a printer is', () => {
  expect(placeOf({ kind: 'tcp', host: '192.168.1.50', port: 9100 })).toBe('192.168.1.50:9100');
  expect(placeOf({ kind: 'device', path: '/dev/usb/lp0' })).toBe('/dev/usb/lp0');
  expect(placeOf({ kind: 'queue', name: 'XP-58' })).toBe('XP-58');
});
