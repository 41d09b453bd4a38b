/** The verbs customer.undoMerge and recentMerges: two customers who were joined by mistake are two again. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { tidyName } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import { giveBackMoves, mergeStands, movedRows } from '../movedRows.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { giveFirmBack } from './firms.ts';
import {
  forgetOldMerges,
  giveHouseholdBack,
  type KeptMerge,
  mergesOf,
  undoableSince,
  undoUntil,
} from './mergeRecord.ts';
import { movedOfCustomer } from './mergeTables.ts';
import { customerOfId, ownerOfPhone } from './queries.ts';
import { refreshSearchText } from './rows.ts';
import { keepWords } from './spelling.ts';
import { giveFiguresBack } from './unmergeFigures.ts';
import { returnedSince } from './unmergeQueries.ts';

/** A shop joins a handful of people a day. */
const mostShown = 50;

export const recentMerges = readingVerb(
  customerContract.recentMerges,
  async ({ db, now }, { customerId }) => {
    const kept = await mergesOf(db, {
      since: undoableSince(now),
      limit: mostShown,
      ...(customerId === null ? {} : { customerId }),
    });
    const merges = [];
    for (const { id, intoId, fromId, mergedAt } of kept) {
      const into = await customerOfId(db, intoId);
      const from = await db.selectFrom('customer').select('name').where('id', '=', fromId).executeTakeFirst();
      if (into === null || from === undefined) continue;
      merges.push({
        mergeId: id,
        into,
        fromId,
        fromName: tidyName(from.name),
        mergedAt,
        undoUntil: undoUntil(mergedAt),
      });
    }
    return { merges };
  },
);

/**
 * Takes a merge back within a day: cards, phones, facts, household, photo, tags and figures here, and what the rooms above
 * moved, which follow the document. What was earned, bought and told since stays with the customer who was kept; where a
 * balance would be wrong the merge stands (MergeUsed says why).
 */
export const undoMerge = writingVerb(customerContract.undoMerge, async (scope, { intoId, fromId }) => {
  const { trx, now } = scope;
  const merge = await mergeToUndo(scope, intoId, fromId);
  if ((await returnedSince(trx, fromId, merge.mergedAt)) > 0) mergeStands('goodsTakenBack');

  const before = { into: await searchTextOf(scope, intoId), from: await searchTextOf(scope, fromId) };
  await freePhones(scope, merge);
  await giveHouseholdBack(trx, merge.id);
  await giveBackMoves(trx, merge.id, movedOfCustomer);
  await giveFirmBack(trx, merge);
  await giveFiguresBack(scope, merge);
  await findAgain(scope, intoId, before.into);
  await findAgain(scope, fromId, before.from);
  await scope.follow({
    ...documentOf(scope, 'customerUnmerged', {
      customerId: intoId,
      fromCustomerId: fromId,
      mergeId: merge.id,
    }),
    customerId: intoId,
  });
  await trx.updateTable('merge').set({ undone_at: now }).where('id', '=', merge.id).execute();
  await forgetOldMerges(trx, now);
  scope.changed('customer', 'loyalty', 'credit', 'coupon', 'sale');
  const into = await customerOfId(trx, intoId);
  const from = await customerOfId(trx, fromId);
  if (into === null || from === null) throw new Error('the customers just parted are not there');
  return { into, from };
});

/** Throws NotFound, MergeTooOld, and MergeUsed while a later merge stands on this one. */
async function mergeToUndo({ trx, now }: WriteScope, intoId: string, fromId: string): Promise<KeptMerge> {
  const all = await mergesOf(trx, { customerId: fromId, limit: mostShown });
  const merge = all.find((each) => each.intoId === intoId && each.fromId === fromId);
  if (merge === undefined) throw new Refusal('NotFound', { what: 'merge' });
  if (merge.mergedAt < undoableSince(now)) throw new Refusal('MergeTooOld');
  const into = await trx
    .selectFrom('customer')
    .select(['merged_into_id', 'erased_at', 'withdrawn_at'])
    .where('id', '=', intoId)
    .executeTakeFirstOrThrow();
  if (into.merged_into_id !== null || into.erased_at !== null || into.withdrawn_at !== null) {
    mergeStands('mergedSince');
  }
  const [last] = await mergesOf(trx, { customerId: intoId, limit: 1 });
  if (last !== undefined && last.id !== merge.id) mergeStands('laterMerge');
  // An erasure empties the record.
  if ((await movedRows(trx, merge.id, 'customer')).length === 0) mergeStands('changed');
  return merge;
}

/**
 * A phone that goes back to its owner may have been given to somebody else in the meantime. The customer who was kept lets go
 * of one that came with the merge before its owner gets it: nobody has it twice, not for a moment.
 */
async function freePhones({ trx }: WriteScope, { id, intoId, fromId }: KeptMerge): Promise<void> {
  const rows = await movedRows(trx, id, 'customer');
  const phone = rows.find(({ before }) => before?.id === fromId)?.before?.phone ?? null;
  if (phone === null) return;
  const owner = await ownerOfPhone(trx, String(phone));
  if (owner !== null && owner.id !== intoId) mergeStands('phoneTaken');
  const into = await trx.selectFrom('customer').select('phone').where('id', '=', intoId).executeTakeFirst();
  if (into?.phone !== phone) return;
  const came = rows.some(({ before, after }) => after?.id === intoId && before?.phone === null);
  if (!came) mergeStands('phoneTaken');
  await trx
    .updateTable('customer')
    .set({ phone: null, phone_last4: null })
    .where('id', '=', intoId)
    .execute();
}

async function searchTextOf({ trx }: WriteScope, id: string): Promise<string> {
  const row = await trx
    .selectFrom('customer')
    .select('search_text')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.search_text;
}

/** The search finds a customer by what they have now. */
async function findAgain(scope: WriteScope, id: string, before: string): Promise<void> {
  await refreshSearchText(scope.trx, id);
  await keepWords(scope.trx, before, await searchTextOf(scope, id));
}
