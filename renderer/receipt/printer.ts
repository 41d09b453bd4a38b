/** A printer as the till tells of it. */
import type { z } from 'zod';
import type { printerSchema } from '../../shared/receipt/contract.ts';

export type Printer = z.output<typeof printerSchema>;
