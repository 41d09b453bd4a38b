import { expect, test } from 'vitest';
import { issueCards, joinCard } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { consents, tellWording, withdrawConsent } from '../../../electron/customer/consentVerbs.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { findCustomer } from '../../../electron/customer/find.ts';
import { getCustomer } from '../../../electron/customer/get.ts';
import { customerOfCard } from '../../../electron/customer/inTransaction.ts';
import { customerFacts } from '../../../electron/customer/queries.ts';
import { transact } from '../../../electron/database/transact.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { newCardNumber, readCardNumber } from '../../../shared/customer/cardNumber.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { bonusEarnedPosting } from '../../../shared/ledger/otherPostings.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { addVisits } from './addVisits.ts';

const nodira = {
  phone: '90 123 45 67',
  name: "Nodira G'aniyeva",
  language: 'ru' as const,
  consentProfile: true as const,
  consentMessages: true,
  consentVersion,
  consentLanguage: 'uz' as const,
  cardNumber: null,
};

async function issuedCard(world: RoomWorld): Promise<string> {
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  return cardNumbers[0] ?? '';
}

function scan(world: RoomWorld, number: string) {
  const first = {
    now: '2026-11-22T08:00:00.000Z' as Instant,
    businessDay: businessDay('2026-11-22'),
    tillId: world.tillId,
    newId: world.newId,
    personId: null,
  };
  return transact(world.db, (trx) => customerOfCard(trx, number, first));
}

test('a phone alone makes a customer', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, { ...nodira, name: '', language: null });
  expect(customer).toEqual({
    id: expect.any(String),
    name: '',
    phone: '+998901234567',
    language: null,
    isRegistered: true,
    birthDate: null,
    tags: [],
    cardNumbers: [],
    blockedCards: [],
    visits: 0,
    averageSom: 0,
    paidSom: 0,
    lastVisitOn: null,
    bonusSom: 0,
    createdAt: '2026-11-22T08:00:00.000Z',
  });
});

test('what was agreed to is kept with its wording, its language, and who asked', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira, 'cashier');
  const { acts } = await world.ask(consents, { customerId: customer.id });
  expect(acts).toEqual([
    {
      id: expect.any(String),
      kind: 'given',
      subjects: ['profile', 'sms', 'telegram', 'phone'],
      at: '2026-11-22T08:00:00.000Z',
      how: 'spoken',
      personName: 'Sardor',
      wording: { version: consentVersion, language: 'uz' },
    },
  ]);
});

test('without a tick for messages only the profile is agreed to', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, { ...nodira, consentMessages: false });
  const { now } = await world.ask(consents, { customerId: customer.id });
  expect(now).toEqual({
    profile: true,
    channels: { sms: false, telegram: false, phone: false, email: false },
  });
});

test('a wording that nobody ever told is refused', async () => {
  const world = await roomWorld();
  for (const version of ['1999-01', 'toString', '']) {
    const asked = { ...nodira, consentVersion: version };
    expect(await world.refusal(createCustomer, asked)).toMatchObject({ code: 'NotFound' });
  }
});

test('the wording is told in the language that was asked, with its version', async () => {
  const world = await roomWorld();
  const told = await world.ask(tellWording, { language: 'ru' });
  expect(told.version).toBe(consentVersion);
  expect(told.profile).toContain('ЗРУ-547');
});

test('what is no phone is refused', async () => {
  const world = await roomWorld();
  for (const phone of ['', '12345', 'Nodira']) {
    expect(await world.refusal(createCustomer, { ...nodira, phone })).toEqual({
      code: 'PhoneNotUnderstood',
      data: {},
    });
  }
});

test('one phone has one living owner, however it is written', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  expect(await world.refusal(createCustomer, { ...nodira, phone: '998901234567' })).toEqual({
    code: 'PhoneTaken',
    data: { customerId: customer.id, name: 'Nodira Gʻaniyeva' },
  });
});

test('issued cards are valid, different, and belong to nobody yet', async () => {
  const world = await roomWorld();
  const { batchId, cardNumbers } = await world.ask(issueCards, { count: 200 });
  expect(new Set(cardNumbers).size).toBe(200);
  expect(cardNumbers.every((number) => readCardNumber(number) === number)).toBe(true);
  const batch = await world.db.selectFrom('card_batch').selectAll().executeTakeFirst();
  expect(batch).toMatchObject({ id: batchId, card_count: 200, created_by: world.people.owner });
  expect(await world.db.selectFrom('customer').selectAll().execute()).toEqual([]);
});

test('a cashier may not issue cards alone', async () => {
  const world = await roomWorld();
  expect(await world.refusal(issueCards, { count: 1 }, 'cashier')).toMatchObject({ code: 'NotAllowed' });
});

test('a valid number that nobody issued is no card', async () => {
  const world = await roomWorld();
  const number = newCardNumber('987654321');
  expect(await scan(world, number)).toEqual({ refused: 'CardNotIssued', data: {} });
  expect(await world.refusal(createCustomer, { ...nodira, cardNumber: number })).toMatchObject({
    code: 'CardNotIssued',
  });
  expect(await world.db.selectFrom('customer').selectAll().execute()).toEqual([]);
});

test('an instant card becomes one customer at its first scan and stays that one', async () => {
  const world = await roomWorld();
  const card = await issuedCard(world);
  const first = await scan(world, card);
  expect(first).toEqual({ customerId: expect.any(String), identification: 'instantCard' });
  expect(await scan(world, card)).toEqual(first);
});

test('a phone registers the instant card in the hand with all it has collected', async () => {
  const world = await roomWorld();
  const card = await issuedCard(world);
  const scanned = await scan(world, card);
  const customerId = 'customerId' in scanned ? scanned.customerId : '';
  await addVisits(world, customerId, ['2026-11-21']);
  const { customer } = await world.ask(createCustomer, { ...nodira, cardNumber: card });
  expect(customer).toMatchObject({ id: customerId, isRegistered: true, visits: 1, cardNumbers: [card] });
  expect(await scan(world, card)).toEqual({ customerId, identification: 'card' });
});

test('a card that was never scanned is registered too', async () => {
  const world = await roomWorld();
  const card = await issuedCard(world);
  const { customer } = await world.ask(createCustomer, { ...nodira, cardNumber: card });
  expect(await scan(world, card)).toEqual({ customerId: customer.id, identification: 'card' });
});

test('a registered card is no other phone’s', async () => {
  const world = await roomWorld();
  const card = await issuedCard(world);
  await world.ask(createCustomer, { ...nodira, cardNumber: card });
  const other = { ...nodira, phone: '93 765 43 21', cardNumber: card };
  expect(await world.refusal(createCustomer, other)).toEqual({ code: 'CardTaken', data: {} });
});

test('a card joins the customer whose phone was known, and its visits go with it', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  await addVisits(world, customer.id, ['2026-11-10', '2026-11-20']);
  const card = await issuedCard(world);
  const scanned = await scan(world, card);
  const fromCustomerId = 'customerId' in scanned ? scanned.customerId : '';
  await addVisits(world, fromCustomerId, ['2026-11-05']);
  const joined = await world.ask(joinCard, { customerId: customer.id, cardNumber: card });
  expect(joined.customer).toMatchObject({
    id: customer.id,
    cardNumbers: [card],
    visits: 3,
    paidSom: 30_000,
    averageSom: 10_000,
    lastVisitOn: '2026-11-20',
  });
  expect(await scan(world, card)).toEqual({ customerId: customer.id, identification: 'card' });
  expect((await customerFacts(world.db, fromCustomerId))?.id).toBe(customer.id);
  expect((await customerFacts(world.db, customer.id))?.firstVisitOn).toBe('2026-11-05');
  expect(world.documents.at(-1)).toMatchObject({
    kind: 'customerChanged',
    customerId: customer.id,
    content: { changed: ['card'], fromCustomerId },
  });
});

test('a card joins nobody who is unknown, and no registered card joins', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  const card = await issuedCard(world);
  const asked = { customerId: world.newId(), cardNumber: card };
  expect(await world.refusal(joinCard, asked)).toMatchObject({ code: 'NotFound' });
  await world.ask(createCustomer, { ...nodira, phone: '93 765 43 21', cardNumber: card });
  expect(await world.refusal(joinCard, { customerId: customer.id, cardNumber: card })).toMatchObject({
    code: 'CardTaken',
  });
});

test('a changed name and phone are found, the old ones no longer', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  const changed = await world.ask(changeCustomer, {
    customerId: customer.id,
    name: 'Malika',
    phone: '93 765 43 21',
    language: 'en',
  });
  expect(changed.customer).toMatchObject({ name: 'Malika', phone: '+998937654321', language: 'en' });
  const idsFound = async (text: string) =>
    (await world.ask(findCustomer, { text })).customers.map((found) => found.id);
  for (const text of ['малика', '4321', '93 765 43 21', '76543']) {
    expect(await idsFound(text)).toEqual([customer.id]);
  }
  for (const text of ['nodira', '4567', '90 123 45 67', '12345']) expect(await idsFound(text)).toEqual([]);
});

test('nobody takes over another’s phone, and who has a phone keeps one', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  const other = await world.ask(createCustomer, { ...nodira, phone: '93 765 43 21', name: 'Malika' });
  const change = { customerId: other.customer.id, name: 'Malika', language: null };
  expect(await world.refusal(changeCustomer, { ...change, phone: '901234567' })).toEqual({
    code: 'PhoneTaken',
    data: { customerId: customer.id, name: 'Nodira Gʻaniyeva' },
  });
  expect(await world.refusal(changeCustomer, { ...change, phone: '' })).toMatchObject({
    code: 'PhoneNotUnderstood',
  });
});

test('an instant card may be given a name, but a phone needs the consent that creating asks for', async () => {
  const world = await roomWorld();
  const scanned = await scan(world, await issuedCard(world));
  const customerId = 'customerId' in scanned ? scanned.customerId : '';
  const change = { customerId, name: 'Aziz', language: null };
  const named = await world.ask(changeCustomer, { ...change, phone: '' });
  expect(named.customer).toMatchObject({ name: 'Aziz', phone: null, isRegistered: false });
  expect(await world.refusal(changeCustomer, { ...change, phone: '901234567' })).toEqual({
    code: 'ConsentNeeded',
    data: {},
  });
});

test('records that are kept for ever hold neither names nor phones', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, { ...nodira, cardNumber: await issuedCard(world) });
  const change = { customerId: customer.id, name: 'Malika', phone: '93 765 43 21', language: null };
  await world.ask(changeCustomer, change);
  const journal = await world.db.selectFrom('journal').select('content_json').execute();
  const text = journal.map((line) => line.content_json).join('\n');
  expect(text).toContain(customer.id);
  for (const secret of ['Nodira', 'Malika', '1234567', '7654321', ...customer.cardNumbers]) {
    expect(text).not.toContain(secret);
  }
});

test('several receipts of a day are one visit, and the average is that of a visit', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  await addVisits(world, customer.id, ['2026-11-20', '2026-11-20', '2026-11-22']);
  expect(await customerFacts(world.db, customer.id)).toMatchObject({
    visits: 2,
    paidSom: 30_000,
    averageSom: 15_000,
    firstVisitOn: '2026-11-20',
    lastVisitOn: '2026-11-22',
  });
});

test('a customer’s bonus is what the ledger says the shop owes them', async () => {
  const world = await roomWorld();
  const { customer } = await world.ask(createCustomer, nodira);
  await transact(world.db, (trx) =>
    post(trx, bonusEarnedPosting(customer.id, som(1_095)), {
      id: world.newId(),
      documentKind: 'sale',
      documentId: world.newId(),
      businessDay: businessDay('2026-11-22'),
      at: '2026-11-22T08:00:00.000Z' as Instant,
      reason: 'sale',
    }),
  );
  expect((await world.ask(getCustomer, { customerId: customer.id })).customer.bonusSom).toBe(1_095);
});

test('a customer nobody made is not found', async () => {
  const world = await roomWorld();
  expect(await world.refusal(getCustomer, { customerId: world.newId() })).toEqual({
    code: 'NotFound',
    data: { what: 'customer' },
  });
});

test('nothing is left behind when an act on a customer fails half way', async () => {
  const world = await roomWorld();
  const card = await issuedCard(world);
  const { customer } = await world.ask(createCustomer, nodira);
  const scanned = await scan(world, await issuedCard(world));
  await addVisits(world, 'customerId' in scanned ? scanned.customerId : '', ['2026-11-20']);
  const before = await world.everyRow();
  world.breakAtTheEnd();
  const customerId = customer.id;
  const acts = [
    () => world.ask(createCustomer, { ...nodira, phone: '93 765 43 21', cardNumber: card }),
    () => world.ask(changeCustomer, { customerId, name: 'X', phone: '93 765 43 21', language: null }),
    () => world.ask(joinCard, { customerId, cardNumber: card }),
    () => world.ask(withdrawConsent, { customerId, subjects: ['profile'] }),
    () => world.ask(issueCards, { count: 5 }),
  ];
  for (const act of acts) await expect(act()).rejects.toThrow('the power went');
  expect(await world.everyRow()).toBe(before);
});
