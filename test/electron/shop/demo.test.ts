import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { neighbours } from '../../../electron/neighbours.ts';
import type { TillParts } from '../../../electron/parts.ts';
import { leaveDemo, openDemo } from '../../../electron/shop/demo.ts';
import { keepSettings } from '../../../electron/shop/inTransaction.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { openWorld, startedWorld, type World } from './world.ts';

/** The switch itself is the wiring's; here it only tells that it was asked. */
function watched(world: World) {
  const asked: string[] = [];
  const demo: TillParts['demo'] = {
    ...world.parts.demo,
    open: async (language) => void asked.push(language),
    leave: async () => void asked.push('leave'),
  };
  return { asked, parts: { ...world.parts, demo } };
}

test('the demo shop opens from a fresh till in the chosen language', async () => {
  const world = await openWorld();
  const { asked, parts } = watched(world);
  await world.must(openDemo(parts, neighbours), { language: 'ru' });
  expect(asked).toEqual(['ru']);
});

test('a shop that sells already is never replaced by the demo', async () => {
  const world = await startedWorld();
  const { asked, parts } = watched(world);
  expect(await world.ask(openDemo(parts, neighbours), { language: 'uz' }, 'office')).toMatchObject({
    code: 'ShopAlreadyStarted',
  });
  expect(asked).toEqual([]);
});

test('only a demo can be left, by its owner, who is then logged out', async () => {
  const world = await startedWorld();
  const { asked, parts } = watched(world);
  expect(await world.ask(leaveDemo(parts), {}, 'office')).toMatchObject({ code: 'NotADemo' });
  const now = world.now();
  await transact(world.db, (trx) => keepSettings(trx, defaultSettings, { now, isDemo: true }));
  expect(await world.ask(leaveDemo(parts), {})).toMatchObject({ code: 'NotAllowed' });
  expect(asked).toEqual([]);
  await world.must(leaveDemo(parts), {}, 'office');
  expect(asked).toEqual(['leave']);
  expect(world.sessions.personIdOf('office')).toBeNull();
});
