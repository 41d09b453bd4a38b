/** What of printed papers is forgotten with a person: the till knows that they were printed; receipts are made anew from their rows. */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type Cleaner, type ErasedPerson, sweepColumn } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';
import { takeStep } from './jobSteps.ts';
import { waitingStates } from './queries.ts';

const documentsAtOnce = 400;

/** The documents that name the person by id: receipts, slips, statements. */
async function documentsOf(trx: Transaction<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('journal')
    .select('document_id')
    .where(({ eb, or }) => or(ids.map((id) => eb('content_json', 'like', `%${id}%`))))
    .execute();
  return rows.map(({ document_id }) => document_id);
}

async function emptyPapers({ trx, now }: WriteScope, person: ErasedPerson): Promise<void> {
  const documents = await documentsOf(trx, person.ids);
  for (let from = 0; from < documents.length; from += documentsAtOnce) {
    const jobs = await trx
      .selectFrom('print_job')
      .select('id')
      .where('document_id', 'in', documents.slice(from, from + documentsAtOnce))
      .execute();
    for (const { id } of jobs) {
      await trx.updateTable('print_job').set({ blocks_json: '[]' }).where('id', '=', id).execute();
      await takeStep(trx, id, { from: waitingStates, to: 'cancelled', at: now, detail: null });
    }
  }
}

/** Receipts, lists and slips of others that name the person. */
const sweepPapers: Cleaner['clean'] = ({ trx }, person) =>
  sweepColumn(trx, { table: 'print_job', column: 'blocks_json' }, person);

export const paperCleaners: readonly Cleaner[] = [
  { name: 'papers', clean: emptyPapers },
  { name: 'papersOfOthers', clean: sweepPapers },
];
