/** The verbs customer.saveHousehold, joinHousehold and leaveHousehold: people of one kitchen, each with their own card. */
import type { Transaction } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { followChange, knownCustomer, registeredCustomer } from './about.ts';

type Trx = Transaction<Tables>;

export const saveHousehold = writingVerb(customerContract.saveHousehold, async (scope, input) => {
  const { trx } = scope;
  const { id } = await registeredCustomer(trx, input.customerId);
  const known = await householdIdOf(trx, id);
  const householdId = known ?? (await foundHousehold(scope, input.name));
  if (known === null) {
    await belong(trx, id, householdId);
  } else {
    await trx.updateTable('household').set({ name: input.name }).where('id', '=', known).execute();
  }
  await scope.follow(documentOf(scope, 'householdSaved', { householdId }));
  if (known === null) await followChange(scope, id, ['household']);
  else scope.changed('customer');
  return {};
});

/** Both have agreed that the shop keeps what it knows of them; ConsentNeeded when one has not. */
export const joinHousehold = writingVerb(customerContract.joinHousehold, async (scope, input) => {
  const { trx } = scope;
  const { id } = await registeredCustomer(trx, input.customerId);
  const other = await registeredCustomer(trx, input.withCustomerId);
  if (other.id === id) throw new Refusal('SameCustomer');
  const before = await householdIdOf(trx, id);
  const theirs = await householdIdOf(trx, other.id);
  if (theirs !== null && theirs === before) return {};
  const householdId = theirs ?? before ?? (await foundHousehold(scope, ''));
  for (const [customerId, former] of [
    [id, before],
    [other.id, theirs],
  ] as const) {
    if (former === householdId) continue;
    await belong(trx, customerId, householdId);
    await forgetIfEmpty(trx, former);
    await followChange(scope, customerId, ['household']);
  }
  return {};
});

export const leaveHousehold = writingVerb(customerContract.leaveHousehold, async (scope, input) => {
  const { trx } = scope;
  const { id } = await knownCustomer(trx, input.customerId);
  const before = await householdIdOf(trx, id);
  if (before === null) return {};
  await belong(trx, id, null);
  await forgetIfEmpty(trx, before);
  await followChange(scope, id, ['household']);
  return {};
});

/** Who has become another customer belongs nowhere any more; the other stays where they were, else takes their place. */
export async function bringHouseholdAlong(trx: Trx, fromId: string, intoId: string): Promise<void> {
  const former = await householdIdOf(trx, fromId);
  if (former === null) return;
  await belong(trx, fromId, null);
  if ((await householdIdOf(trx, intoId)) === null) await belong(trx, intoId, former);
  else await forgetIfEmpty(trx, former);
}

async function foundHousehold(scope: WriteScope, name: string): Promise<string> {
  const id = scope.newId();
  await scope.trx.insertInto('household').values({ id, name, created_at: scope.now }).execute();
  return id;
}

/** The household of a customer; null for none. */
export async function householdIdOf(trx: Trx, customerId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('customer')
    .select('household_id')
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row?.household_id ?? null;
}

async function belong(trx: Trx, customerId: string, householdId: string | null): Promise<void> {
  await trx.updateTable('customer').set({ household_id: householdId }).where('id', '=', customerId).execute();
}

/** A household of nobody is only a name that somebody once told. */
async function forgetIfEmpty(trx: Trx, householdId: string | null): Promise<void> {
  if (householdId === null) return;
  const member = await trx
    .selectFrom('customer')
    .select('id')
    .where('household_id', '=', householdId)
    .limit(1)
    .executeTakeFirst();
  if (member === undefined) await trx.deleteFrom('household').where('id', '=', householdId).execute();
}
