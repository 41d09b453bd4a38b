import { expect, test } from 'vitest';
import { neighbours } from '../../../electron/neighbours.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import { addOwner } from '../../../electron/staff/people.ts';
import { recover } from '../../../electron/staff/recover.ts';
import { journalOf, openWorld, ownerPassword, startedWorld } from '../shop/world.ts';

const newPassword = 'yangi kalit 31';
type Started = Awaited<ReturnType<typeof startedWorld>>;

function tryCode(world: Started, recoveryCode: string, password = newPassword, personId?: string) {
  const input = { intentionId: world.newId(), recoveryCode, password, personId };
  return world.ask(recover(world.parts, neighbours), input, 'a window where nobody is logged in');
}

test('the printed code gives the owner a new password and a new code', async () => {
  const world = await startedWorld();
  const asked = await tryCode(world, world.recoveryCode);
  if (!asked.ok) throw new Error(asked.code);
  expect(asked.answer.person.id).toBe(world.ownerId);
  expect(asked.answer.recoveryCode).not.toBe(world.recoveryCode);
  const logInWith = (secret: string) => world.ask(logIn(world.parts), { personId: world.ownerId, secret });
  expect(await logInWith(ownerPassword)).toMatchObject({ code: 'WrongSecret' });
  expect((await logInWith(newPassword)).ok).toBe(true);
  expect((await tryCode(world, asked.answer.recoveryCode)).ok).toBe(true);
  expect((await journalOf(world)).map((line) => line.kind)).toContain('recovery');
});

test('the code opens the way for the owner who is named, and leaves the other’s password alone', async () => {
  const world = await startedWorld();
  const second = { intentionId: world.newId(), name: 'Nodira', password: 'kuz shamoli 3' };
  const { personId } = await world.must(addOwner, second, 'office');
  expect(await tryCode(world, world.recoveryCode, newPassword, world.cashierId)).toMatchObject({
    code: 'NotFound',
  });
  const asked = await tryCode(world, world.recoveryCode, newPassword, personId);
  expect(asked).toMatchObject({ ok: true, answer: { person: { id: personId } } });
  const comes = (id: string, secret: string) => world.ask(logIn(world.parts), { personId: id, secret });
  expect(await comes(personId, newPassword)).toMatchObject({ ok: true });
  expect(await comes(world.ownerId, ownerPassword)).toMatchObject({ ok: true });
  expect((await journalOf(world)).find(({ kind }) => kind === 'recovery')?.content).toEqual({ personId });
});

test('a code works once', async () => {
  const world = await startedWorld();
  expect((await tryCode(world, world.recoveryCode)).ok).toBe(true);
  expect(await tryCode(world, world.recoveryCode)).toMatchObject({ code: 'WrongSecret' });
});

test('two who type the same code at the same moment do not both get in', async () => {
  const world = await startedWorld();
  const both = await Promise.all([
    tryCode(world, world.recoveryCode, 'birinchi kalit'),
    tryCode(world, world.recoveryCode, 'ikkinchi kalit'),
  ]);
  expect(both.filter((asked) => asked.ok)).toHaveLength(1);
});

test('small letters, spaces and missing hyphens are no mistake', async () => {
  const world = await startedWorld();
  const typed = ` ${world.recoveryCode.toLowerCase().replace('-', '').replace('-', ' – ')} `;
  expect((await tryCode(world, typed)).ok).toBe(true);
});

test('wrong codes make everybody wait but never lock the last way in', async () => {
  const world = await startedWorld();
  let delays = 0;
  for (let count = 0; count < 16; count++) {
    const asked = await tryCode(world, 'ABCD-EFGH-ABCD-EFGH-ABCD-EFGH');
    if (!asked.ok && asked.code === 'LogInDelayed') delays++;
    else expect(asked).toMatchObject({ code: 'WrongSecret' });
    world.wait(240);
  }
  expect(delays).toBe(12);
  expect((await tryCode(world, world.recoveryCode)).ok).toBe(true);
});

test('recovery opens the owner’s own locked log-in', async () => {
  const world = await startedWorld();
  const attempts = { wrong_count: 15, last_wrong_at: world.now() };
  await world.db
    .insertInto('log_in_attempt')
    .values({ subject: world.ownerId, ...attempts })
    .execute();
  const input = { personId: world.ownerId, secret: newPassword };
  expect(await world.ask(logIn(world.parts), input)).toMatchObject({ code: 'LogInLocked' });
  expect((await tryCode(world, world.recoveryCode)).ok).toBe(true);
  expect((await world.ask(logIn(world.parts), input)).ok).toBe(true);
});

test('a weak password is refused before the code is used up', async () => {
  const world = await startedWorld();
  expect(await tryCode(world, world.recoveryCode, 'aaaaaaaa')).toMatchObject({ code: 'WeakPassword' });
  expect((await tryCode(world, world.recoveryCode)).ok).toBe(true);
});

test('the same request again is not answered with the code', async () => {
  const world = await startedWorld();
  const input = { intentionId: world.newId(), recoveryCode: world.recoveryCode, password: newPassword };
  expect((await world.ask(recover(world.parts, neighbours), input)).ok).toBe(true);
  expect(await world.ask(recover(world.parts, neighbours), input)).toMatchObject({ code: 'AlreadyDone' });
});

test('a recovery that fails half way leaves the old password and the old code', async () => {
  let isBroken = false;
  const world = await startedWorld({
    followers: [
      async () => {
        if (isBroken) throw new Error('the disk went away');
      },
    ],
  });
  isBroken = true;
  await expect(tryCode(world, world.recoveryCode)).rejects.toThrow('the disk went away');
  isBroken = false;
  const old = { personId: world.ownerId, secret: ownerPassword };
  expect((await world.ask(logIn(world.parts), old)).ok).toBe(true);
  expect((await tryCode(world, world.recoveryCode)).ok).toBe(true);
});

test('a shop that was never started has nothing to recover', async () => {
  const world = await openWorld();
  const input = { intentionId: world.newId(), recoveryCode: 'ABCD', password: newPassword };
  expect(await world.ask(recover(world.parts, neighbours), input)).toMatchObject({ code: 'ShopNotReady' });
});
