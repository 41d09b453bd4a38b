/** The verbs customer.segments, saveSegment and removeSegment: the groups of customers that the shop keeps. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { segmentRuleSchema } from '../../shared/customer/segment.ts';
import { Refusal } from '../../shared/errors.ts';
import { type LocalText, withoutEmpty } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';

async function keptSegments(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('segment')
    .select(['id', 'name_json', 'rule_json'])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    rule: segmentRuleSchema.parse(JSON.parse(row.rule_json)),
  }));
}

export const segments = readingVerb(customerContract.segments, async ({ db }) => ({
  segments: await keptSegments(db),
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

/** A removed group stays for the promotions that name it. */
export const removeSegment = writingVerb(customerContract.removeSegment, async (scope, { segmentId }) => {
  const rows = await scope.trx
    .updateTable('segment')
    .set({ removed_at: scope.now })
    .where('id', '=', segmentId)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  if (rows.length === 0) throw new Refusal('NotFound', { what: 'segment' });
  await scope.follow(documentOf(scope, 'segmentRemoved', { segmentId }));
  scope.changed('customer');
  return {};
});
