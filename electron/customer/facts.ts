/** The verbs customer.facts, addFact and removeFact: allergies, sizes and tastes, each with its day and author. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { type CustomerFact, factKinds } from '../../shared/customer/profileContract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { knownCustomer, registeredCustomer } from './about.ts';
import { personIdOf } from './create.ts';

/** What stands now, by kind with allergies first, the newest of a kind in front. */
export async function factsOf(db: Kysely<Tables>, customerId: string): Promise<CustomerFact[]> {
  const rows = await db
    .selectFrom('customer_fact')
    .select(['id', 'kind', 'words', 'person_id', 'noted_at'])
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.person_id).filter((id) => id !== null),
  );
  const shown = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    words: row.words,
    personName: names.get(row.person_id ?? '') ?? '',
    notedAt: row.noted_at as Instant,
  }));
  return shown.sort((a, b) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind));
}

export const facts = readingVerb(customerContract.facts, async ({ db }, { customerId }) => ({
  facts: await factsOf(db, (await knownCustomer(db, customerId)).id),
}));

/** The document says that something was noted and of which kind; the words stay in the room's own table. */
export const addFact = writingVerb(customerContract.addFact, async (scope, { customerId, kind, words }) => {
  const { id } = await registeredCustomer(scope.trx, customerId);
  const factId = scope.newId();
  await scope.trx
    .insertInto('customer_fact')
    .values({
      id: factId,
      customer_id: id,
      kind,
      words,
      person_id: personIdOf(scope),
      noted_at: scope.now,
      removed_at: null,
      removed_by: null,
    })
    .execute();
  await scope.follow({
    ...documentOf(scope, 'factNoted', { customerId: id, factId, factKind: kind }),
    customerId: id,
  });
  scope.changed('customer');
  return { factId };
});

/** It no longer counts, but that it once stood there stays known. */
export const removeFact = writingVerb(customerContract.removeFact, async (scope, { customerId, factId }) => {
  const { id } = await knownCustomer(scope.trx, customerId);
  const removed = await scope.trx
    .updateTable('customer_fact')
    .set({ removed_at: scope.now, removed_by: personIdOf(scope) })
    .where('id', '=', factId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  if (removed.length === 0) throw new Refusal('NotFound', { what: 'fact' });
  await scope.follow({
    ...documentOf(scope, 'factRemoved', { customerId: id, factId }),
    customerId: id,
  });
  scope.changed('customer');
  return {};
});
