/** Printers that were set up before the till asked them what they can tell: they are asked once, when the shop opens. */
import type { Kysely } from 'kysely';
import { printerProfileSchema, statusCapabilities } from '../../shared/receipt/printers.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import type { PrintQueue } from '../parts.ts';
import { probeStatus } from './connections/send.ts';
import { printers } from './queries.ts';

/** Long enough for a printer that answers at all. */
const probeMilliseconds = 30_000;

/**
 * Network printers whose stored profile says nothing of what they can tell; others are asked at their set-up. Prints nothing
 * and waits for the printer's turn. Whoever does not answer now is asked again at the next start.
 */
export async function askUnaskedPrinters(
  db: Kysely<Tables>,
  { inTurn }: Pick<PrintQueue, 'inTurn'>,
): Promise<void> {
  const rows = await db.selectFrom('printer').select(['id', 'profile_json']).execute();
  const unasked = new Set(
    rows.filter((row) => !('status' in JSON.parse(row.profile_json))).map(({ id }) => id),
  );
  for (const { id, connection, profile } of await printers(db)) {
    if (!unasked.has(id) || connection.kind !== 'tcp') continue;
    const answer = await inTurn(id, () => probeStatus(connection, AbortSignal.timeout(probeMilliseconds)));
    const status = statusCapabilities.find((each) => each === answer);
    if (status === undefined) continue;
    const profile_json = JSON.stringify(printerProfileSchema.parse({ ...profile, status }));
    await transact(db, (trx) =>
      trx.updateTable('printer').set({ profile_json }).where('id', '=', id).execute(),
    );
  }
}
