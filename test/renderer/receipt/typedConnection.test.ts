import { describe, expect, test } from 'vitest';
import { connectionKinds, newConnection, nothingFound } from '../../../renderer/receipt/typedConnection.ts';
import { printerConnectionSchema } from '../../../shared/printerConnection.ts';

const seen = {
  devices: ['/dev/usb/lp0', '/dev/usb/lp1'],
  serialPorts: [{ path: '/dev/ttyUSB0', label: 'Prolific' }],
  queues: ['XP-58'],
  hasDriver: true,
};

describe('a connection to begin with', () => {
  test('is the first printer that the PC sees', () => {
    expect(newConnection('device', seen)).toEqual({ kind: 'device', path: '/dev/usb/lp0' });
    expect(newConnection('serial', seen)).toEqual({ kind: 'serial', path: '/dev/ttyUSB0', baudRate: 9600 });
    expect(newConnection('queue', seen)).toEqual({ kind: 'queue', name: 'XP-58' });
    expect(newConnection('driver', seen)).toEqual({ kind: 'driver', name: 'XP-58' });
  });

  test('is left to be typed where the PC sees nothing', () => {
    expect(newConnection('device', nothingFound)).toEqual({ kind: 'device', path: '' });
    expect(newConnection('queue', nothingFound)).toEqual({ kind: 'queue', name: '' });
  });

  test('has the port of nearly every network printer', () => {
    expect(newConnection('tcp', seen)).toEqual({ kind: 'tcp', host: '', port: 9100 });
  });

  test('is good as it stands where something was seen', () => {
    for (const kind of ['none', 'device', 'serial', 'queue', 'driver'] as const) {
      expect(printerConnectionSchema.safeParse(newConnection(kind, seen)).success).toBe(true);
    }
  });
});

test('every way to reach a printer can be chosen', () => {
  const ways = printerConnectionSchema.options.map((option) => option.unwrap().shape.kind.value);
  expect([...connectionKinds].sort()).toEqual([...ways].sort());
});
