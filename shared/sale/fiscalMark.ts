/** What a fiscal service answers for a sale and the receipt must carry. */
import { z } from 'zod';
import { instantSchema } from '../wire.ts';

/** The address that the service returned for the code; it is printed as it came and never built here. */
const checkAddress = z
  .string()
  .max(300)
  .regex(/^https:\/\/[\x21-\x7e]+$/);

export const fiscalMarkSchema = z.object({
  /** The number of the fiscal module. */
  terminalId: z.string().regex(/^[0-9A-Za-z]{1,20}$/),
  /** The module's own number of the receipt. */
  receiptNumber: z.int().min(1),
  /** The fiscal sign: twelve digits. */
  sign: z.string().regex(/^\d{12}$/),
  at: instantSchema,
  checkAddress,
});
export type FiscalMark = z.output<typeof fiscalMarkSchema>;
