/** A printer as the till tells of it. */
import type { z } from 'zod';
import type { printerSchema } from '../../shared/receipt/printerContract.ts';

export type Printer = z.output<typeof printerSchema>;

/** Whether the slip of numbered lines says anything of it: a driver draws everything by itself. */
export function canCalibrate({ connection }: Pick<Printer, 'connection'>): boolean {
  return connection.kind !== 'none' && connection.kind !== 'driver';
}
