/** Asks a printer what it can tell and keeps the answer: only then the end of a paper is told honestly. */
import type { StatusCapability } from '../../shared/receipt/printers.ts';
import type { Answer } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { newIntentionId } from '../app/uuid.ts';
import type { Printer } from './printer.ts';

/** Prints nothing. A printer that is not reached keeps what was known of it, and the answer says why. */
export async function learnStatus(printer: Printer): Promise<Answer<StatusCapability>> {
  const asked = await api.receipt.probePrinter({ printerId: printer.id });
  if (!asked.ok) return asked;
  const { status } = asked.data;
  if (status !== printer.profile.status) {
    const { id, name, connection } = printer;
    const saved = await api.receipt.savePrinter({
      intentionId: newIntentionId(),
      printerId: id,
      name,
      connection,
      profile: { ...printer.profile, status },
    });
    if (!saved.ok) return saved;
  }
  return { ok: true, data: status };
}
