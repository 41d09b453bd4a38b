/** Every verb of imports, for the router. */

import { Refusal } from '../../shared/errors.ts';
import { exchangeContract } from '../../shared/exchange/contract.ts';
import { som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { TillParts } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { finishImport } from './finishImport.ts';
import { importSlip } from './paper.ts';
import { importOf, summaryOf } from './queries.ts';
import {
  cancelImport,
  changeRow,
  columnsOf,
  importSummary,
  listRows,
  startImport,
  takeRows,
} from './takeRows.ts';
import { undoImport } from './undoImport.ts';

const mostListed = 100;

/** Newest first; those that were dropped are not told of. */
export const listImports = readingVerb(exchangeContract.list, async ({ db }) => {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(mostListed)
    .execute();
  const imports = [];
  for (const row of rows) imports.push(await summaryOf(db, row));
  return { imports };
});

/** The slip is printed again as often as it is asked for; each one has a job of its own. */
export const printImport = (parts: Pick<TillParts, 'printQueue'>) =>
  writingVerb(exchangeContract.print, async (scope, { importId }) => {
    const { trx, settings, actor, now: at } = scope;
    const found = await importOf(trx, importId);
    if (found.number === null) throw new Refusal('ImportNotDone');
    const printer = await defaultPrinter(trx);
    if (printer === null) return { isQueued: false };
    const personName = (await personOf(trx, actor.personId))?.name ?? '';
    const summary = await summaryOf(trx, found);
    await queuePrint(trx, {
      id: scope.newId(),
      documentKind: 'import',
      documentId: scope.newId(),
      purpose: 'original',
      copyNumber: 0,
      printerId: printer.id,
      blocks: importSlip({ language: settings.language, settings, personName, at, summary }),
      at,
    });
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { isQueued: true };
  });

export const customerBefore = readingVerb(exchangeContract.before, async ({ db }, { customerId }) => {
  const row = await db
    .selectFrom('customer')
    .select(['before_visits', 'before_spent_som', 'before_last_visit_on'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  const isTold = row !== undefined && Object.values(row).some((value) => value !== null);
  if (!isTold) return { before: null };
  return {
    before: {
      visits: row.before_visits ?? 0,
      spentSom: som(row.before_spent_som ?? 0),
      lastVisitOn: row.before_last_visit_on as BusinessDay | null,
    },
  };
});

/** The verbs by their names in the contract. */
export const exchangeVerbs = (parts: TillParts) => ({
  columnsOf,
  start: startImport(parts),
  takeRows,
  changeRow,
  rows: listRows,
  summary: importSummary,
  finish: finishImport(parts),
  cancel: cancelImport(parts),
  undo: undoImport,
  list: listImports,
  print: printImport(parts),
  before: customerBefore,
});
