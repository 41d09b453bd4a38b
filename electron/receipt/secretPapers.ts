/** Papers that carry a secret: once they are out, the till keeps that they were printed, but not what they said. */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The kind of document of a slip whose words must not stay in the shop's file and its backups. */
export const secretPaper = 'secretPaper';

/** Empties every secret paper that needs no further try; answers whether one is still waiting to be printed. */
export async function emptySecretPapers(trx: Transaction<Tables>): Promise<boolean> {
  await trx
    .updateTable('print_job')
    .set({ blocks_json: '[]' })
    .where('document_kind', '=', secretPaper)
    .where('state', 'in', ['printed', 'sent_unconfirmed', 'cancelled'])
    .where('blocks_json', '!=', '[]')
    .execute();
  const waiting = await trx
    .selectFrom('print_job')
    .select('id')
    .where('document_kind', '=', secretPaper)
    .where('blocks_json', '!=', '[]')
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}
