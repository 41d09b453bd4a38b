import { expect, test } from 'vitest';
import { issueCards, joinCard } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { customerTags } from '../../../electron/customer/find.ts';
import {
  customerOfCard,
  customerOfPromotions,
  noteBirthdayUsed,
} from '../../../electron/customer/inTransaction.ts';
import { customerFacts } from '../../../electron/customer/queries.ts';
import { transact } from '../../../electron/database/transact.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { addVisits } from './addVisits.ts';

const nodira = {
  phone: '90 123 45 67',
  name: 'Nodira',
  language: 'ru' as const,
  consentProfile: true as const,
  consentMessages: true,
  consentVersion,
  consentLanguage: 'uz' as const,
  cardNumber: null,
};

async function create(world: RoomWorld, more: Partial<typeof nodira> = {}) {
  const { customer } = await world.ask(createCustomer, { ...nodira, ...more });
  const unchanged = { customerId: customer.id, name: customer.name, phone: customer.phone ?? '' };
  return { id: customer.id, unchanged: { ...unchanged, language: customer.language } };
}

async function scanNewCard(world: RoomWorld): Promise<{ customerId: string; number: string }> {
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const [number = ''] = cardNumbers;
  const scan = {
    now: '2026-11-22T08:00:00.000Z' as Instant,
    businessDay: businessDay('2026-11-22'),
    tillId: world.tillId,
    newId: world.newId,
    personId: world.people.cashier,
  };
  const holder = await transact(world.db, (trx) => customerOfCard(trx, number, scan));
  return { customerId: 'customerId' in holder ? holder.customerId : '', number };
}

test('a birthday is known from the day it is named, and a changed one from the day of the change', async () => {
  const world = await roomWorld();
  const { id, unchanged } = await create(world);
  const answer = await world.ask(changeCustomer, { ...unchanged, birthDate: '1985-03-08' });
  expect(answer.customer.birthDate).toBe('1985-03-08');
  world.setClock('2026-12-24T08:00:00.000Z');
  await world.ask(changeCustomer, { ...unchanged, name: 'Nodira Gʻaniyeva', birthDate: '1985-03-08' });
  expect((await customerFacts(world.db, id))?.birthDateKnownSince).toBe('2026-11-22');
  await world.ask(changeCustomer, { ...unchanged, birthDate: '1985-12-25' });
  expect((await customerFacts(world.db, id))?.birthDateKnownSince).toBe('2026-12-24');
  await world.ask(changeCustomer, { ...unchanged, birthDate: null });
  expect(await customerFacts(world.db, id)).toMatchObject({ birthDate: null, birthDateKnownSince: null });
});

test.each(['2026-11-23', '1906-11-21'])('nobody was born on %s', async (birthDate) => {
  const world = await roomWorld();
  const { unchanged } = await create(world);
  const before = await world.everyRow();
  expect(await world.refusal(changeCustomer, { ...unchanged, birthDate })).toEqual({
    code: 'BirthDateImpossible',
    data: {},
  });
  expect(await world.everyRow()).toBe(before);
});

test('the birthday of an instant card that nobody registered is not kept: nobody agreed to it', async () => {
  const world = await roomWorld();
  const { customerId } = await scanNewCard(world);
  const change = { customerId, name: '', phone: '', language: null };
  expect(await world.refusal(changeCustomer, { ...change, birthDate: '1985-03-08' })).toMatchObject({
    code: 'ConsentNeeded',
  });
});

test('tags are given, taken and counted, in lower case and once', async () => {
  const world = await roomWorld();
  const { unchanged } = await create(world);
  const other = await create(world, { phone: '93 765 43 21', name: 'Malika' });
  const answer = await world.ask(changeCustomer, { ...unchanged, tags: ['Ulgurji', 'qoʻshni', 'ULGURJI'] });
  expect(answer.customer.tags).toEqual(['qoʻshni', 'ulgurji']);
  await world.ask(changeCustomer, { ...other.unchanged, tags: ['ulgurji'] });
  expect((await world.ask(customerTags, {})).tags).toEqual([
    { tag: 'ulgurji', customers: 2 },
    { tag: 'qoʻshni', customers: 1 },
  ]);
  await world.ask(changeCustomer, { ...unchanged, tags: ['qoʻshni'] });
  expect((await world.ask(customerTags, {})).tags).toEqual([
    { tag: 'qoʻshni', customers: 1 },
    { tag: 'ulgurji', customers: 1 },
  ]);
});

test('records that are kept for ever say that a birthday and tags were changed, and not to what', async () => {
  const world = await roomWorld();
  const { unchanged } = await create(world);
  await world.ask(changeCustomer, { ...unchanged, birthDate: '1985-03-08', tags: ['qarzdor'] });
  const document = world.documents.find(({ kind }) => kind === 'customerChanged');
  expect(document?.content).toMatchObject({ changed: ['birthDate', 'tags'] });
  const journal = await world.db.selectFrom('journal').select('content_json').execute();
  const text = journal.map((line) => line.content_json).join('\n');
  for (const secret of ['1985', 'qarzdor']) expect(text).not.toContain(secret);
});

test('a phone that was changed still tells who had it', async () => {
  const world = await roomWorld();
  const { id, unchanged } = await create(world);
  await world.ask(changeCustomer, { ...unchanged, name: 'Nodira Gʻaniyeva' });
  expect(await world.db.selectFrom('former_phone').selectAll().execute()).toEqual([]);
  await world.ask(changeCustomer, { ...unchanged, phone: '93 765 43 21' });
  await world.ask(changeCustomer, { ...unchanged, phone: '90 123 45 67' });
  world.setClock('2026-11-23T08:00:00.000Z');
  await world.ask(changeCustomer, { ...unchanged, phone: '93 765 43 21' });
  expect(await world.db.selectFrom('former_phone').selectAll().orderBy('phone').execute()).toEqual([
    { phone: '+998901234567', customer_id: id, until_at: '2026-11-23T08:00:00.000Z' },
    { phone: '+998937654321', customer_id: id, until_at: '2026-11-22T08:00:00.000Z' },
  ]);
});

test('it is kept on which till and day a customer was made, by phone or by the first scan of a card', async () => {
  const world = await roomWorld();
  const { id } = await create(world);
  const { customerId } = await scanNewCard(world);
  const rows = await world.db
    .selectFrom('customer')
    .select(['id', 'created_till_id', 'created_on'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const made = { created_till_id: world.tillId, created_on: '2026-11-22' };
  expect(rows).toEqual([
    { id, ...made },
    { id: customerId, ...made },
  ]);
});

test('promotions count receipts, where a person sees days', async () => {
  const world = await roomWorld();
  const { id } = await create(world);
  expect(await customerOfPromotions(world.db, id)).toMatchObject({ visits: 0, lastVisitOn: null });
  await addVisits(world, id, ['2026-11-20', '2026-11-20', '2026-11-21']);
  expect(await customerOfPromotions(world.db, id)).toMatchObject({ visits: 3, lastVisitOn: '2026-11-21' });
  expect(await customerFacts(world.db, id)).toMatchObject({ visits: 2, receipts: 3 });
});

test('a joined card brings its receipts along', async () => {
  const world = await roomWorld();
  const { id } = await create(world);
  const { customerId, number } = await scanNewCard(world);
  await addVisits(world, id, ['2026-11-19']);
  await addVisits(world, customerId, ['2026-11-20', '2026-11-20']);
  await world.ask(joinCard, { customerId: id, cardNumber: number });
  expect(await customerFacts(world.db, id)).toMatchObject({ receipts: 3 });
});

test('promotions know a customer with card, tags and birthday, and nobody who is not there', async () => {
  const world = await roomWorld();
  const { id, unchanged } = await create(world);
  await world.ask(changeCustomer, { ...unchanged, birthDate: '1985-03-08', tags: ['ulgurji'] });
  await transact(world.db, (trx) => noteBirthdayUsed(trx, id, businessDay('2026-11-22')));
  expect(await customerOfPromotions(world.db, id)).toEqual({
    customerId: id,
    isRegistered: true,
    hasCard: false,
    tags: ['ulgurji'],
    birthDate: '1985-03-08',
    birthDateKnownSince: '2026-11-22',
    birthdayUsedOn: '2026-11-22',
    visits: 0,
    lastVisitOn: null,
  });
  const card = await scanNewCard(world);
  expect(await customerOfPromotions(world.db, card.customerId)).toMatchObject({
    hasCard: true,
    isRegistered: false,
  });
  expect(await customerOfPromotions(world.db, world.newId())).toBeNull();
});
