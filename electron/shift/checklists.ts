/** The verbs of the checklists: what is on them, who ticked what in this shift, and how well they are kept. */
import { Refusal } from '../../shared/errors.ts';
import { keptShare, mayTick } from '../../shared/shift/checklist.ts';
import { checklistMoments } from '../../shared/shift/checklistContract.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { withoutEmpty } from '../../shared/text.ts';
import { addSeconds, type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { countsSince, itemsInUse, lastClosing, tickedItemsOf, ticksOf } from './checklistQueries.ts';
import { shiftNow } from './shiftNow.ts';

/** The share kept looks back so far. */
const shareSeconds = 30 * 86_400;

const showChecklists = readingVerb(shiftContract.checklists, async ({ db, tillId, now }) => {
  const shift = await shiftNow(db, tillId);
  const items = await itemsInUse(db);
  const ticks = await ticksOf(db, tillId, shift.number);
  return {
    isShiftOpen: shift.isOpen,
    lists: checklistMoments.map((moment) => ({
      moment,
      items: items
        .filter((item) => item.moment === moment)
        .map(({ id, name }) => ({ id, name, tick: ticks.get(id) ?? null })),
    })),
    keptBasisPoints: keptShare(await countsSince(db, tillId, addSeconds(now, -shareSeconds))),
  };
});

const showChecklistsOfShift = readingVerb(shiftContract.checklistsOfShift, async ({ db }, { shiftId }) => {
  const items = await tickedItemsOf(db, shiftId);
  if (items === null) throw new Refusal('NotFound', { what: 'shift' });
  return {
    lists: checklistMoments.map((moment) => ({
      moment,
      items: items.filter((item) => item.moment === moment).map(({ id, name, tick }) => ({ id, name, tick })),
    })),
  };
});

/** Now, but after every shift that is closed, whatever the clock says: their lists are what they were. */
async function afterClosedShifts({ trx, now }: WriteScope): Promise<Instant> {
  const last = await lastClosing(trx);
  return last === null || now > last ? now : instantFromMilliseconds(millisecondsOf(last) + 1);
}

/** An item that another window took off the list does not come back under its old id: closed shifts had none. */
async function refuseRemoved(trx: WriteScope['trx'], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = await trx
    .selectFrom('checklist_item')
    .select('id')
    .where('id', 'in', ids)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  if (removed !== undefined) throw new Refusal('NotFound', { what: 'checklistItem' });
}

const saveChecklist = writingVerb(shiftContract.saveChecklist, async (scope, { moment, items }) => {
  const { trx } = scope;
  const at = await afterClosedShifts(scope);
  const keptIds = items.map(({ id }) => id);
  await refuseRemoved(trx, keptIds);
  await trx
    .updateTable('checklist_item')
    .set({ removed_at: at })
    .where('moment', '=', moment)
    .where('removed_at', 'is', null)
    .$if(keptIds.length > 0, (query) => query.where('id', 'not in', keptIds))
    .execute();
  for (const [position, { id, name }] of items.entries()) {
    const row = { moment, position, name_json: JSON.stringify(withoutEmpty(name)) };
    await trx
      .insertInto('checklist_item')
      .values({ id, ...row, created_at: at, removed_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
  await scope.follow(documentOf(scope, 'checklistSaved', { moment, itemIds: keptIds }));
  scope.changed('shift');
  return {};
});

const tickItem = writingVerb(shiftContract.tickItem, async (scope, { itemId, isTicked }) => {
  const { trx, tillId, actor, now } = scope;
  const item = (await itemsInUse(trx)).find(({ id }) => id === itemId);
  if (item === undefined) throw new Refusal('NotFound', { what: 'checklistItem' });
  const shift = await shiftNow(trx, tillId);
  if (!mayTick(item.moment, shift.isOpen)) throw new Refusal('ShiftNotOpen');
  const tick = { till_id: tillId, shift_number: shift.number, item_id: itemId };
  if (isTicked) {
    await trx
      .insertInto('checklist_tick')
      .values({ ...tick, person_id: actor.personId, ticked_at: now })
      .onConflict((conflict) => conflict.columns(['till_id', 'shift_number', 'item_id']).doNothing())
      .execute();
  } else {
    await trx
      .deleteFrom('checklist_tick')
      .where('till_id', '=', tillId)
      .where('shift_number', '=', shift.number)
      .where('item_id', '=', itemId)
      .execute();
  }
  scope.changed('shift');
  return {};
});

/** Everything the contract's `checklistVerbs` ask for. */
export const shiftChecklists = {
  checklists: showChecklists,
  checklistsOfShift: showChecklistsOfShift,
  saveChecklist,
  tickItem,
};
