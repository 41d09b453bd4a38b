/** How a printer is reached while it is being typed: numbers may be missing, words may be wrong. */
import type { z } from 'zod';
import type { ConnectionKind } from '../../shared/printerConnection.ts';
import type { foundPrintersSchema } from '../../shared/receipt/printerContract.ts';

export type TypedConnection =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number | null }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'queue'; readonly name: string }
  | { readonly kind: 'driver'; readonly name: string };

export type FoundPrinters = z.output<typeof foundPrintersSchema>;

export const nothingFound: FoundPrinters = { devices: [], serialPorts: [], queues: [], hasDriver: false };

/** The order of the choice: first without a printer, then as shops have them most often. */
export const connectionKinds = [
  'none',
  'device',
  'queue',
  'tcp',
  'serial',
  'driver',
  'file',
] as const satisfies readonly ConnectionKind[];

/** The port on which nearly every network printer listens, and the speed most serial ones are set to. */
const usualPort = 9100;
const usualBaudRate = 9600;

/**
 * A connection to begin with. Where the PC sees a printer of this kind its address is filled in: most shops have one.
 *
 * | kind   | the PC sees                 | filled in        |
 * |--------|-----------------------------|------------------|
 * | device | /dev/usb/lp0, /dev/usb/lp1  | /dev/usb/lp0     |
 * | device | nothing                     | nothing          |
 * | serial | /dev/ttyUSB0                | /dev/ttyUSB0, 9600 |
 * | tcp    | anything                    | port 9100        |
 */
export function newConnection(kind: ConnectionKind, found: FoundPrinters): TypedConnection {
  switch (kind) {
    case 'device':
      return { kind, path: found.devices[0] ?? '' };
    case 'serial':
      return { kind, path: found.serialPorts[0]?.path ?? '', baudRate: usualBaudRate };
    case 'queue':
    case 'driver':
      return { kind, name: found.queues[0] ?? '' };
    case 'tcp':
      return { kind, host: '', port: usualPort };
    case 'file':
      return { kind, path: '' };
    default:
      return { kind: 'none' };
  }
}
