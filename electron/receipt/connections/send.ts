/** Hands a job to the connection of its printer. */
import { assertNever } from '../../../shared/errors.ts';
import type { PrinterConnection } from '../../../shared/receipt/printers.ts';
import { printToFile } from './file.ts';
import type { PrintOutcome } from './outcome.ts';
import { printOverTcp, type TimeLimits, usualTimeLimits } from './tcp.ts';

/** A connection that leads somewhere; a job for `none` is never sent. */
export type LiveConnection = Exclude<PrinterConnection, { kind: 'none' }>;

export function sendJob(
  connection: LiveConnection,
  job: { readonly bytes: Uint8Array; readonly confirm: boolean },
  signal: AbortSignal,
  limits: TimeLimits = usualTimeLimits,
): Promise<PrintOutcome> {
  switch (connection.kind) {
    case 'file':
      return printToFile(connection.path, job.bytes);
    case 'tcp':
      return printOverTcp({ host: connection.host, port: connection.port, ...job }, signal, limits);
    default:
      return assertNever(connection);
  }
}
