/** Badges: given once, worn, scanned, lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { neighbours } from '../../../electron/neighbours.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { badgeSubject } from '../../../electron/staff/attempts.ts';
import { giveBadge, takeBadge } from '../../../electron/staff/badges.ts';
import { logIn, logInByBadge } from '../../../electron/staff/logIn.ts';
import { badgeSlip } from '../../../electron/staff/paper.ts';
import { codeLetters, newCode } from '../../../shared/code.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { Instant } from '../../../shared/time.ts';
import { openTestTill } from '../../till.ts';
import { cashierPin, journalOf, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;

async function badgeFor(world: World, personId = world.cashierId) {
  const verb = giveBadge(world.parts, neighbours);
  return world.must(verb, { intentionId: world.newId(), personId }, 'office');
}

const scanned = (world: World, code: string, key = 'a new window') =>
  world.ask(logInByBadge(world.parts), { code }, key);

/** A badge of the right form that nobody was given. */
const strangers = (count: number) =>
  newCode(
    codeLetters.badge,
    Uint8Array.from({ length: 8 }, () => count),
  );

test('a badge logs its owner in, however it is typed, and the journal knows that it was a badge', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  expect(code).toMatch(/^S[2-9A-HJ-NP-Z]{9}$/);
  const spelt = `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
  expect(await scanned(world, spelt)).toMatchObject({
    ok: true,
    answer: { person: { id: world.cashierId } },
  });
  expect(world.sessions.personIdOf('a new window')).toBe(world.cashierId);
  expect((await journalOf(world)).at(-1)).toEqual({
    kind: 'logIn',
    person: world.cashierId,
    approver: null,
    content: { by: 'badge' },
  });
});

test('the shop’s file knows no badge by its code, and the journal none at all', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  const kept = await world.db.selectFrom('badge').selectAll().execute();
  const jobs = await world.db.selectFrom('print_job').selectAll().execute();
  const intentions = await world.db.selectFrom('intention').selectAll().execute();
  expect(JSON.stringify([kept, jobs, intentions, await journalOf(world)])).not.toContain(code);
  expect((await journalOf(world)).at(-1)).toMatchObject({
    kind: 'badgeGiven',
    person: world.ownerId,
    content: { personId: world.cashierId },
  });
});

test('a new badge ends the one before it, and the same request is not answered with a code twice', async () => {
  const world = await startedWorld();
  const first = await badgeFor(world);
  const again = { intentionId: world.newId(), personId: world.cashierId };
  const second = await world.must(giveBadge(world.parts, neighbours), again, 'office');
  expect(await world.ask(giveBadge(world.parts, neighbours), again, 'office')).toMatchObject({
    code: 'AlreadyDone',
  });
  expect(await scanned(world, first.code)).toMatchObject({ code: 'BadgeUnknown' });
  expect(await scanned(world, second.code)).toMatchObject({ ok: true });
});

test('a lost badge is taken away and lets nobody in', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  const taking = () =>
    world.ask(takeBadge, { intentionId: world.newId(), personId: world.cashierId }, 'office');
  expect(await taking()).toMatchObject({ ok: true });
  expect(await scanned(world, code)).toMatchObject({ code: 'BadgeUnknown' });
  expect(await taking()).toMatchObject({ code: 'NotFound' });
  expect((await journalOf(world)).map(({ kind }) => kind)).toContain('badgeTaken');
});

test('an owner has a password and gets no badge', async () => {
  const world = await startedWorld();
  const input = { intentionId: world.newId(), personId: world.ownerId };
  expect(await world.ask(giveBadge(world.parts, neighbours), input, 'office')).toMatchObject({
    code: 'OwnerNeedsPassword',
  });
});

test('wrong badges hold up badges, never lock them, and hold up no PIN', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  for (let count = 0; count < 4; count++) {
    expect(await scanned(world, strangers(count))).toMatchObject({ code: 'BadgeUnknown' });
  }
  const fifth = await scanned(world, strangers(5));
  expect(fifth).toMatchObject({ code: 'LogInDelayed' });
  expect(await scanned(world, code)).toMatchObject({ code: 'LogInDelayed' });
  const byPin = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), byPin)).toMatchObject({ ok: true });
  for (let count = 6; count < 40; count++) {
    const asked = await scanned(world, strangers(count));
    const { until } = (asked as { readonly data: { readonly until?: Instant } }).data;
    if (until !== undefined) world.setClock(until);
  }
  expect(await scanned(world, code)).toMatchObject({ ok: true });
  const counted = await world.db
    .selectFrom('log_in_attempt')
    .selectAll()
    .where('subject', '=', badgeSubject)
    .execute();
  expect(counted).toEqual([]);
});

test('what cannot be a badge is no attempt: goods scanned at the lock screen hold up nobody', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  const misread = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2');
  for (const other of ['4780000000019', misread, 'K2345678AB']) {
    for (let count = 0; count < 6; count++) {
      expect(await scanned(world, other)).toMatchObject({ code: 'BadgeUnknown' });
    }
  }
  expect(await scanned(world, code)).toMatchObject({ ok: true });
});

test('whoever switches by badge relieves the other in one act', async () => {
  const world = await startedWorld();
  const { code } = await badgeFor(world);
  expect(await scanned(world, code, 'office')).toMatchObject({ ok: true });
  expect(world.sessions.personIdOf('office')).toBe(world.cashierId);
  expect((await journalOf(world)).at(-1)?.content).toEqual({ by: 'badge', relieved: world.ownerId });
});

test('the slip carries the bars and the name, and the till forgets what it said once it is out', async () => {
  const shop = await openTestTill();
  onTestFinished(shop.close);
  shop.workAs(shop.ownerId, 'office');
  const asOwner = { intentionId: shop.newId() };
  const verb = giveBadge(shop.till.parts, neighbours);
  const unprinted = await shop.call(verb, { ...asOwner, personId: shop.cashierId }, 'office');
  expect(unprinted.isPrinted).toBe(false);
  const paper = join(shop.directory, 'papers');
  const connection = { kind: 'file', path: paper } as const;
  const printer = { printerId: null, name: 'Chek', connection, profile: printerProfiles.epson80 };
  await shop.call(savePrinter, { intentionId: shop.newId(), ...printer }, 'office');
  const given = { intentionId: shop.newId(), personId: shop.cashierId };
  const { code, isPrinted } = await shop.call(verb, given, 'office');
  expect(isPrinted).toBe(true);
  await shop.till.parts.printQueue.settle();
  const job = () =>
    shop.db.selectFrom('print_job').select(['state', 'blocks_json']).executeTakeFirstOrThrow();
  await vi.waitFor(async () => expect((await job()).blocks_json).toBe('[]'));
  expect((await job()).state).toBe('printed');
  const printed = readdirSync(paper).map((name) => readFileSync(join(paper, name), 'latin1'));
  expect(printed.join('')).toContain(code);
  expect(await shop.everyRow()).not.toContain(code);
});

test.each(['uz', 'ru', 'en'] as const)('the slip in %s tells whose it is and shows the code', (language) => {
  const slip = badgeSlip({ code: 'S2345678AB', personName: 'Malika', shopName: 'Chorsu', language });
  expect(slip).toContainEqual({ kind: 'heading', text: 'Malika' });
  expect(slip).toContainEqual({
    kind: 'code',
    symbology: 'code128',
    data: 'S2345678AB',
    caption: 'S2345 678AB',
  });
});
