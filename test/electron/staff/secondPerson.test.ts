/** The second person: whoever may stand for an act must, and a shop of one person acts alone and visibly. */
import { expect, test } from 'vitest';
import { secondPerson } from '../../../electron/staff/inTransaction.ts';
import { inTransaction } from '../../../electron/verb.ts';
import type { Actor, Role } from '../../../shared/actor.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { roomWorld } from '../roomWorld.ts';

/** Owner and cashier, and whoever else is told; who acts, and with whose approval. */
async function judged(others: readonly Role[], acts: Role, approvedBy: Role | null, isActive = true) {
  const world = await roomWorld();
  const ids: Partial<Record<Role, string>> = { owner: world.people.owner, cashier: world.people.cashier };
  for (const role of others) {
    const id = world.newId();
    ids[role] ??= id;
    await world.db
      .insertInto('person')
      .values({
        id,
        name: role,
        role,
        secret_kind: 'pin',
        secret_hash: 'never asked',
        is_active: isActive ? 1 : 0,
        created_at: '2026-11-22T08:00:00.000Z',
      })
      .execute();
  }
  const actor: Actor = {
    personId: ids[acts] ?? '',
    role: acts,
    tillId: world.tillId,
    approver: approvedBy === null ? null : { personId: ids[approvedBy] ?? '', role: approvedBy },
    permissions,
  };
  const second = inTransaction(world.host, { key: 'test' }, actor, (scope) =>
    secondPerson(scope, 'ledger.approve'),
  );
  return second.then(
    ({ approverId, isAlone }) =>
      isAlone ? 'alone' : approverId === null ? 'nobody needed' : `approved by the ${approvedBy}`,
    (error: { code: string }) => error.code,
  );
}

test.each<[string, readonly Role[], Role, Role | null, string]>([
  ['a cashier with the owner beside them', [], 'cashier', 'owner', 'approved by the owner'],
  ['a cashier alone, while there is an owner', [], 'cashier', null, 'SecondPersonNeeded'],
  ['an owner with nobody but a cashier', [], 'owner', null, 'alone'],
  ['an owner while there is a senior', ['senior'], 'owner', null, 'SecondPersonNeeded'],
  ['an owner with the senior beside them', ['senior'], 'owner', 'senior', 'approved by the senior'],
  [
    'an owner with a cashier beside them, while there is a senior',
    ['senior'],
    'owner',
    'cashier',
    'SecondPersonNeeded',
  ],
  ['a senior alone', ['senior'], 'senior', null, 'SecondPersonNeeded'],
])('%s', async (_who, others, acts, approvedBy, answer) => {
  expect(await judged(others, acts, approvedBy)).toBe(answer);
});

test('somebody who has left stands for nothing', async () => {
  expect(await judged(['senior'], 'owner', null, false)).toBe('alone');
});

test('nobody is their own second person', async () => {
  expect(await judged(['senior'], 'owner', 'owner')).toBe('SecondPersonNeeded');
});
