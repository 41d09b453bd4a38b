/** Papers that came out: their list, how each looked, and copies that say that they are copies. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../shared/actor.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import { previewOf } from '../../shared/receipt/preview.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { readingVerb, requireAllowed, writingVerb } from '../verb.ts';
import { queuePrint } from './inTransaction.ts';
import { blocksOfOriginal, defaultPrinter, nextCopyNumber, paperOnItsWay } from './queries.ts';
import { secretPaper } from './secretPapers.ts';

/** Papers that are never printed a second time: secrets, slips without a document, and codes that are money for whoever has them. */
export const neverCopied: readonly string[] = [secretPaper, 'testSlip', 'xReport', 'couponStrip'];

/** Papers whose words not everybody may read: the action that their own room asks for to make or see such a paper. */
const neededActions: ReadonlyMap<string, string> = new Map([
  // The code on it is the money of the card.
  ['giftCardSold', 'credit.changeGiftCard'],
  ['giftCardToppedUp', 'credit.changeGiftCard'],
  ['coupon', 'coupon.give'],
  // Whoever holds it spends the bonus of its customer.
  ['customerCard', 'customer.issueCards'],
  ['shiftClosed', 'shift.x'],
  // It names who came and who owes.
  ['customerDay', 'report.today'],
]);

/** Any cashier sells a gift card, so its slip is for the counter before it is for seniors alone. */
const counterPapers: readonly string[] = ['giftCardSold', 'giftCardToppedUp'];

/** Whether a paper is printed only by those who may read it later, too. */
export function printedBySeniors({ documentKind }: { readonly documentKind: string }): boolean {
  return neededActions.has(documentKind) && !counterPapers.includes(documentKind);
}

type Db = Kysely<Tables>;

export const papers = readingVerb(receiptContract.papers, async ({ db }, { cursor, limit, documentKind }) => {
  // A job's id grows with time, so its own order is the order of printing.
  const rows = await originals(db)
    .select(['id', 'document_kind', 'document_id', 'created_at'])
    .$if(cursor !== null, (query) => query.where('id', '<', cursor))
    .$if(documentKind !== null, (query) => query.where('document_kind', '=', documentKind ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const kinds = await originals(db).select('document_kind').distinct().orderBy('document_kind').execute();
  const copies = await copiesOf(
    db,
    page.map((row) => row.document_id),
  );
  return {
    papers: page.map((row) => ({
      documentKind: row.document_kind,
      documentId: row.document_id,
      printedAt: row.created_at,
      copies: copies.get(`${row.document_kind} ${row.document_id}`) ?? 0,
    })),
    kinds: kinds.map((row) => row.document_kind),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
});

function originals(db: Db) {
  return db
    .selectFrom('print_job')
    .where('kind', '=', 'paper')
    .where('purpose', '=', 'original')
    .where('document_kind', 'not in', neverCopied);
}

async function copiesOf(db: Db, documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('print_job')
    .select(({ fn }) => ['document_kind', 'document_id', fn.countAll<number>().as('copies')])
    .where('document_id', 'in', documentIds)
    .where('purpose', '=', 'copy')
    .groupBy(['document_kind', 'document_id'])
    .execute();
  return new Map(rows.map((row) => [`${row.document_kind} ${row.document_id}`, row.copies]));
}

/** Throws NotFound for a paper that never came out, or that nobody may see again; NotAllowed for one that is not for everybody. */
export async function blocksToCopy(
  db: Db,
  actor: Actor | null,
  document: { readonly documentKind: string; readonly documentId: string },
): Promise<readonly Block[]> {
  const needed = neededActions.get(document.documentKind);
  if (needed !== undefined) requireAllowed(actor, needed);
  const mayBeCopied = !neverCopied.includes(document.documentKind);
  const blocks = mayBeCopied ? await blocksOfOriginal(db, document) : null;
  if (blocks === null) throw new Refusal('NotFound', { what: 'paper' });
  return blocks;
}

export const paper = readingVerb(receiptContract.paper, async ({ db, actor }, document) => {
  const blocks = await blocksToCopy(db, actor, document);
  const printer = await defaultPrinter(db);
  return { preview: previewOf(blocks, printer?.profile ?? printerProfiles.epson80) };
});

export const printAgain = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(receiptContract.printAgain, async (scope, { documentKind, documentId }) => {
    const document = { documentKind, documentId };
    const blocks = await blocksToCopy(scope.trx, scope.actor, document);
    const printer = await defaultPrinter(scope.trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const waiting = await paperOnItsWay(scope.trx, document);
    if (waiting !== null) throw new Refusal('PaperWaits', { ...waiting });
    const copyNumber = await nextCopyNumber(scope.trx, document);
    await queuePrint(scope.trx, {
      id: scope.newId(),
      ...document,
      purpose: 'copy',
      copyNumber,
      printerId: printer.id,
      blocks: copyOf(blocks, scope.settings.language, copyNumber),
      at: scope.now,
    });
    await scope.follow(documentOf(scope, 'reprint', { of: documentKind, document: documentId, copyNumber }));
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { copyNumber };
  });
