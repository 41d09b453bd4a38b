/** The verbs customer.segments, saveSegment and removeSegment: the groups of customers that the shop keeps. */
import type { Transaction } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { type LocalText, withoutEmpty } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { keptSegments } from './keepSegment.ts';

export const segments = readingVerb(customerContract.segments, async ({ db }) => ({
  segments: (await keptSegments(db)).map(({ id, name, rule }) => ({ id, name, rule })),
}));

/** Refuses NameTaken where another group has the same name in any language. */
export const saveSegment = writingVerb(customerContract.saveSegment, async (scope, input) => {
  const { trx, now } = scope;
  const name = withoutEmpty(input.name);
  const all = await keptSegments(trx);
  const isKnown = input.segmentId === null || all.some(({ id }) => id === input.segmentId);
  if (!isKnown) throw new Refusal('NotFound', { what: 'segment' });
  const others = all.filter(({ id }) => id !== input.segmentId);
  if (others.some((other) => haveOneName(other.name, name))) throw new Refusal('NameTaken', {});
  const segmentId = input.segmentId ?? scope.newId();
  const words = { name_json: JSON.stringify(name), rule_json: JSON.stringify(input.rule), changed_at: now };
  await (input.segmentId === null
    ? trx
        .insertInto('segment')
        .values({ id: segmentId, ...words, created_at: now, created_by: scope.actor?.personId ?? null })
    : trx.updateTable('segment').set(words).where('id', '=', segmentId)
  ).execute();
  const kinds = input.rule.conditions.map(({ kind }) => kind);
  await scope.follow(documentOf(scope, 'segmentSaved', { segmentId, kinds }));
  scope.changed('customer');
  return { segmentId };
});

function haveOneName(one: LocalText, other: LocalText): boolean {
  const names = Object.values(one).map((name) => name.toLowerCase());
  return Object.values(other).some((name) => names.includes(name.toLowerCase()));
}

/** Which live promotions are for groups of customers, told by the room of promotions. */
export type PromotionsOfSegments = (
  trx: Transaction<Tables>,
) => Promise<readonly { readonly name: LocalText; readonly segmentIds: readonly string[] }[]>;

/** A removed group keeps its name for the promotions that were for it; SegmentInUse while one is for it still. */
export const removeSegment = (promotionsOf: PromotionsOfSegments) =>
  writingVerb(customerContract.removeSegment, async (scope, { segmentId }) => {
    const promotion = (await promotionsOf(scope.trx)).find((each) => each.segmentIds.includes(segmentId));
    if (promotion !== undefined) throw new Refusal('SegmentInUse', { promotion: promotion.name });
    const rows = await scope.trx
      .updateTable('segment')
      .set({ removed_at: scope.now, counted_at: null })
      .where('id', '=', segmentId)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute();
    if (rows.length === 0) throw new Refusal('NotFound', { what: 'segment' });
    await scope.trx.deleteFrom('segment_member').where('segment_id', '=', segmentId).execute();
    await scope.follow(documentOf(scope, 'segmentRemoved', { segmentId }));
    scope.changed('customer');
    return {};
  });
