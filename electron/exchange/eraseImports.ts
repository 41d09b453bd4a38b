/** What of files from other programs is forgotten with a person: what they looked like before, and rows that wait to be taken in. */

import type { Transaction } from 'kysely';
import { jsonWithoutPerson, type PersonalWords, personalPattern } from '../../shared/customer/forgetting.ts';
import type { Tables } from '../database/tables.ts';
import type { Cleaner, ErasedPerson } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';

type Trx = Transaction<Tables>;

/** An import that is taken back later leaves them alone: there is nothing of them to be put back. */
async function items({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  await trx
    .deleteFrom('import_item')
    .where('subject_id', 'in', [...ids])
    .execute();
}

/** Rows of files that are read now, or were read and not cleared yet. */
async function rows({ trx }: WriteScope, person: ErasedPerson): Promise<void> {
  for (const { importId, rowNo } of await rowsNaming(trx, person)) {
    await trx
      .deleteFrom('import_key')
      .where('import_id', '=', importId)
      .where('row_no', '=', rowNo)
      .execute();
    await trx
      .deleteFrom('import_row')
      .where('import_id', '=', importId)
      .where('row_no', '=', rowNo)
      .execute();
  }
}

async function rowsNaming(trx: Trx, { ids, ...words }: ErasedPerson) {
  const pattern = personalPattern(words satisfies PersonalWords);
  const found = await trx
    .selectFrom('import_row')
    .innerJoin('import', 'import.id', 'import_row.import_id')
    .select(['import_row.import_id', 'import_row.row_no', 'import_row.subject_id', 'import_row.cells_json'])
    .where('import.kind', '=', 'customers')
    .execute();
  return found
    .filter(
      ({ subject_id: subject, cells_json: cells }) =>
        (subject !== null && ids.includes(subject)) ||
        (pattern !== null && jsonWithoutPerson(cells, pattern) !== cells),
    )
    .map((row) => ({ importId: row.import_id, rowNo: row.row_no }));
}

export const exchangeCleaners: readonly Cleaner[] = [
  { name: 'importItems', clean: items },
  { name: 'importRows', clean: rows },
];
