/** Hands a job to the connection of its printer, and asks a printer over it what it can tell of itself. */
import { assertNever } from '../../../shared/errors.ts';
import type { Bitmap } from '../../../shared/receipt/commands.ts';
import type { PrinterConnection, StatusCapability } from '../../../shared/receipt/printers.ts';
import type { BlockedReason, RetryReason } from '../../../shared/receipt/printState.ts';
import type { DriverPress } from '../../driverPress.ts';
import { openDeviceLine } from './device.ts';
import { type LineJob, printOverLine, probeOverLine } from './dialogue.ts';
import { printByDriver } from './driver.ts';
import { printToFile } from './file.ts';
import type { PrinterLine } from './line.ts';
import type { PrintOutcome } from './outcome.ts';
import { printToQueue } from './queue.ts';
import { openSerialLine } from './serial.ts';
import { openTcpLine } from './tcp.ts';
import { type TimeLimits, usualTimeLimits } from './timeLimits.ts';

type Of<Kind extends PrinterConnection['kind']> = Extract<PrinterConnection, { kind: Kind }>;
/** A printer that takes its bytes over a line and may answer. */
type LineConnection = Of<'tcp' | 'device' | 'serial'>;
/** A printer that takes bytes; a driver takes a picture. */
export type ByteConnection = LineConnection | Of<'file' | 'queue'>;

export async function sendJob(
  connection: ByteConnection,
  job: LineJob,
  signal: AbortSignal,
  limits: TimeLimits = usualTimeLimits,
): Promise<PrintOutcome> {
  switch (connection.kind) {
    case 'file':
      return printToFile(connection.path, job.bytes);
    case 'queue':
      return printToQueue(connection.name, job.bytes, limits, signal, process.platform, !job.confirm);
    case 'tcp':
    case 'device':
    case 'serial': {
      const line = await openLine(connection, signal, limits);
      if (typeof line === 'string') return { state: 'retry', reason: line };
      return printOverLine(line, job, limits, signal);
    }
    default:
      return assertNever(connection);
  }
}

export function sendPicture(
  connection: Of<'driver'>,
  picture: Bitmap,
  press: DriverPress | null,
  signal: AbortSignal,
  limits: TimeLimits = usualTimeLimits,
): Promise<PrintOutcome> {
  return printByDriver({ printer: connection.name, picture, press }, limits, signal);
}

function openLine(
  connection: LineConnection,
  signal: AbortSignal,
  limits: TimeLimits,
): Promise<PrinterLine | RetryReason> {
  switch (connection.kind) {
    case 'tcp':
      return openTcpLine(connection, limits.connect, signal);
    case 'device':
      return openDeviceLine(connection.path, signal);
    case 'serial':
      return openSerialLine(connection, limits.connect, signal);
    default:
      return assertNever(connection);
  }
}

/**
 * What a printer can tell of itself (printers.ts), or why it cannot be asked now: not reached, or open, or without paper.
 * Prints nothing. Connections without a way back (a queue, a driver, a folder) answer `none` without being asked.
 */
export async function probeStatus(
  connection: PrinterConnection,
  signal: AbortSignal,
  limits: TimeLimits = usualTimeLimits,
): Promise<StatusCapability | RetryReason | BlockedReason> {
  if (connection.kind !== 'tcp' && connection.kind !== 'device' && connection.kind !== 'serial')
    return 'none';
  const line = await openLine(connection, signal, limits);
  return typeof line === 'string' ? line : probeOverLine(line, limits, signal);
}
