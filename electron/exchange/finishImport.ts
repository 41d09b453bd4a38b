/** The verb exchange.finish: everything that can come in comes in, in one transaction under one number. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { exchangeContract, type ImportOptions } from '../../shared/exchange/contract.ts';
import type { CustomerDraft } from '../../shared/exchange/readCustomerRow.ts';
import type { ProductDraft } from '../../shared/exchange/readProductRow.ts';
import { largestSom } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { createTurns } from '../turns.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { applyCustomers, postOpenings } from './applyCustomers.ts';
import { type Applying, applyProducts, type ComingRow } from './applyProducts.ts';
import { orderedIds } from './orderedIds.ts';
import { type ImportRow, importOf, readingImport, stagedTotals, summaryOf } from './queries.ts';
import { type ClearingParts, clearAfterCommit } from './takeRows.ts';

/** How many rows have a code or a phone that goods or customers took after the check: others than the row means. */
async function staleRows(db: Kysely<Tables>, found: ImportRow): Promise<number> {
  const coming = db
    .selectFrom('import_key')
    .innerJoin('import_row', (join) =>
      join
        .onRef('import_row.import_id', '=', 'import_key.import_id')
        .onRef('import_row.row_no', '=', 'import_key.row_no'),
    )
    .where('import_key.import_id', '=', found.id)
    .where('import_row.verdict', 'in', ['add', 'update']);
  const counted =
    found.kind === 'products'
      ? coming
          .innerJoin('product_barcode', 'product_barcode.barcode', 'import_key.code')
          .where('import_key.kind', '=', 'barcode')
          .where(({ eb, or, ref }) =>
            or([
              eb('import_row.subject_id', 'is', null),
              eb('product_barcode.product_id', '!=', ref('import_row.subject_id')),
            ]),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
      : coming
          .innerJoin('customer', 'customer.phone', 'import_key.code')
          .where('import_key.kind', '=', 'phone')
          .where(({ eb, or, ref }) =>
            or([
              eb('import_row.subject_id', 'is', null),
              eb('customer.id', '!=', ref('import_row.subject_id')),
            ]),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'));
  const { count } = await counted.executeTakeFirstOrThrow();
  return count;
}

/** The rows that come in, in the order of the file. */
async function comingRows<Draft>(db: Kysely<Tables>, importId: string): Promise<readonly ComingRow<Draft>[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['row_no', 'subject_id', 'draft_json'])
    .where('import_id', '=', importId)
    .where('verdict', 'in', ['add', 'update'])
    .orderBy('row_no')
    .execute();
  return rows.map((row) => ({
    row: row.row_no,
    subjectId: row.subject_id,
    draft: JSON.parse(row.draft_json) as Draft,
  }));
}

async function apply(applying: Applying, found: ImportRow, documentId: string): Promise<void> {
  const { trx } = applying.scope;
  if (found.kind === 'products') {
    await applyProducts(applying, await comingRows<ProductDraft>(trx, found.id));
    return;
  }
  const balances = await applyCustomers(applying, await comingRows<CustomerDraft>(trx, found.id));
  await postOpenings(applying.scope, documentId, balances);
}

export const finishImport = (parts: ClearingParts) =>
  writingVerb(exchangeContract.finish, async (scope, { importId }) => {
    const { trx, now, businessDay } = scope;
    const found = await readingImport(trx, importId);
    const totals = await stagedTotals(trx, importId);
    const { counts, warnings, openingBonus, openingDebt } = totals;
    if (counts.add + counts.update === 0) throw new Refusal('ImportEmpty');
    if (Math.max(openingBonus, openingDebt) > largestSom) throw new Refusal('ImportTotalTooLarge');
    const stale = await staleRows(trx, found);
    if (stale > 0) throw new Refusal('ImportStale', { rows: stale });

    const { bonusExpiry } = JSON.parse(found.options_json) as ImportOptions;
    const number = await numberAfter(trx, scope.tillId, 'import');
    // The id of the import is its document's: what it made is found by it.
    const document = {
      ...documentOf(scope, 'imported', {
        number,
        kind: found.kind,
        added: counts.add,
        updated: counts.update,
        openingBonusSom: openingBonus,
        openingDebtSom: openingDebt,
      }),
      id: importId,
    };
    // A customer, a lot and a debt for each row at most.
    const idCount = (counts.add + counts.update) * (found.kind === 'products' ? 1 : 3);
    const applying: Applying = {
      scope: { ...scope, newId: orderedIds(scope.newId, idCount) },
      importId,
      expiryDays: bonusExpiry === 'shop' ? scope.settings.bonusExpiryDays : 0,
      turn: createTurns(),
    };
    await apply(applying, found, importId);
    await trx
      .updateTable('import')
      .set({
        state: 'done',
        number,
        counts_json: JSON.stringify({ counts, warnings }),
        opening_bonus_som: openingBonus,
        opening_debt_som: openingDebt,
        finished_at: now,
        finished_on: businessDay,
      })
      .where('id', '=', importId)
      .execute();
    await scope.follow(document);
    tellOf(scope, found.kind);
    clearAfterCommit(scope, parts);
    return summaryOf(trx, await importOf(trx, importId));
  });

/** Every screen that shows goods, or customers and what they have. */
export function tellOf(scope: Pick<WriteScope, 'changed'>, kind: ImportRow['kind']): void {
  if (kind === 'products') scope.changed('catalogue');
  else scope.changed('customer', 'loyalty', 'credit');
}
