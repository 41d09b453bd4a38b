/** Whether a receipt has come out of the printer, as far as the till knows. */
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { isHeldUp } from '../receipt/heldUp.ts';

/** False in a shop without a printer, and while something keeps the paper from the customer. */
export function usePaperOut(saleId: string): boolean {
  const printers = useTill(api.receipt.printers, {}).data?.printers;
  const jobs = useTill(api.receipt.jobs, { which: 'open', limit: 100 }).data?.jobs ?? [];
  return printers?.every(({ connection }) => connection.kind === 'none') !== true && !isHeldUp(jobs, saleId);
}
