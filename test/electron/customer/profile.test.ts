import { describe, expect, test } from 'vitest';
import { about, changeProfile, districts } from '../../../electron/customer/about.ts';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { addFact, facts, removeFact } from '../../../electron/customer/facts.ts';
import { findCustomer } from '../../../electron/customer/find.ts';
import { joinHousehold, leaveHousehold, saveHousehold } from '../../../electron/customer/household.ts';
import { customerOfCard } from '../../../electron/customer/inTransaction.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { addPhone, removePhone } from '../../../electron/customer/phones.ts';
import { photo, removePhoto, savePhoto } from '../../../electron/customer/photo.ts';
import { transact } from '../../../electron/database/transact.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

async function customer(world: RoomWorld, phone: string, name: string) {
  const { customer } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
  return customer.id;
}

/** Somebody who only holds an instant card: nothing may be kept of them yet. */
async function stranger(world: RoomWorld): Promise<string> {
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const holder = await transact(world.db, (trx) =>
    customerOfCard(trx, cardNumbers[0] ?? '', {
      now: '2026-11-22T08:00:00.000Z' as Instant,
      businessDay: businessDay('2026-11-22'),
      tillId: world.tillId,
      newId: world.newId,
      personId: null,
    }),
  );
  return 'customerId' in holder ? holder.customerId : '';
}

const told = {
  gender: 'female',
  address: 'Chilonzor 9-mavze, 12-uy',
  district: 'Chilonzor',
  source: 'telegram',
  preferredChannel: 'phone',
  preferredHour: 18,
} as const;

const found = async (world: RoomWorld, text: string) =>
  (await world.ask(findCustomer, { text })).customers.map(({ id }) => id);

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');

describe('what is told of a customer', () => {
  test('is kept, and the record says which fields changed and never what they hold', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(changeProfile, { customerId, ...told });
    expect((await world.ask(about, { customerId })).about).toMatchObject(told);
    const document = world.documents.at(-1);
    expect(document?.content).toEqual({ customerId, changed: Object.keys(told) });
    expect(JSON.stringify(world.documents)).not.toContain('Chilonzor');
  });

  test('that stands already leaves no record', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(changeProfile, { customerId, ...told });
    const before = world.documents.length;
    await world.ask(changeProfile, { customerId, ...told });
    expect(world.documents).toHaveLength(before);
  });

  test('is kept of nobody who has not agreed: an instant card has no profile', async () => {
    const world = await roomWorld();
    const customerId = await stranger(world);
    expect((await world.refusal(changeProfile, { customerId, ...told })).code).toBe('ConsentNeeded');
    const asked = [
      world.refusal(addPhone, { customerId, phone: '90 111 22 33' }),
      world.refusal(addFact, { customerId, kind: 'allergy', words: 'yongʻoq' }),
      world.refusal(saveHousehold, { customerId, name: 'Karimovlar' }),
      world.refusal(savePhoto, { customerId, imageBase64: jpeg }),
    ];
    for (const refusal of await Promise.all(asked)) expect(refusal.code).toBe('ConsentNeeded');
  });
});

describe('a further phone', () => {
  test('finds its customer: whole, by its last four digits and by a part of it', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(addPhone, {
      customerId,
      phone: '93 555 44 33',
      label: 'ish',
    });
    const { about: after } = await world.ask(about, { customerId });
    expect(after.phones).toEqual([{ phone: '+998935554433', label: 'ish' }]);
    for (const text of ['93 555 44 33', '4433', '55544', '90 123 45 67', '4567', 'nodira']) {
      expect({ text, ids: await found(world, text) }).toEqual({ text, ids: [customerId] });
    }
    expect(JSON.stringify(world.documents)).not.toContain('5554433');
  });

  test('still finds its customer after the name was changed', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(addPhone, { customerId, phone: '93 555 44 33' });
    await world.ask(changeCustomer, {
      customerId,
      name: 'Nodira Karimova',
      phone: '901234567',
      language: null,
    });
    expect(await found(world, '55544')).toEqual([customerId]);
  });

  test('has one owner, whether it is the main one or a further one', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    const other = await customer(world, '90 765 43 21', 'Lola');
    await world.ask(addPhone, { customerId, phone: '93 555 44 33' });
    const taken = { code: 'PhoneTaken', data: { customerId, name: 'Nodira' } };
    expect(await world.refusal(addPhone, { customerId: other, phone: '935554433' })).toEqual(taken);
    expect(await world.refusal(addPhone, { customerId: other, phone: '901234567' })).toEqual(taken);
    const asMain = { customerId: other, name: 'Lola', phone: '935554433', language: null };
    expect(await world.refusal(changeCustomer, asMain)).toEqual(taken);
    expect((await world.refusal(addPhone, { customerId, phone: '12' })).code).toBe('PhoneNotUnderstood');
  });

  test('that becomes the main one is no further one any more', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(addPhone, { customerId, phone: '93 555 44 33' });
    await world.ask(changeCustomer, { customerId, name: 'Nodira', phone: '935554433', language: null });
    expect((await world.ask(about, { customerId })).about.phones).toEqual([]);
    expect(await found(world, '935554433')).toEqual([customerId]);
  });

  test('that was taken away finds nobody', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(addPhone, { customerId, phone: '93 555 44 33' });
    await world.ask(removePhone, { customerId, phone: '+998935554433' });
    for (const text of ['935554433', '4433', '55544']) expect(await found(world, text)).toEqual([]);
    const again = await world.refusal(removePhone, { customerId, phone: '+998935554433' });
    expect(again.code).toBe('NotFound');
  });
});

describe('a fact', () => {
  test('stands with its day and author, allergies in front, until somebody takes it back', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(addFact, { customerId, kind: 'size', words: '42' });
    world.setClock('2026-11-23T08:00:00.000Z');
    const { factId } = await world.ask(addFact, { customerId, kind: 'allergy', words: 'yongʻoq' }, 'cashier');
    const { facts: now } = await world.ask(facts, { customerId });
    expect(now.map(({ kind, words, personName, notedAt }) => [kind, words, personName, notedAt])).toEqual([
      ['allergy', 'yongʻoq', 'Sardor', '2026-11-23T08:00:00.000Z'],
      ['size', '42', 'Dilnoza', '2026-11-22T08:00:00.000Z'],
    ]);
    await world.ask(removeFact, { customerId, factId });
    expect((await world.ask(facts, { customerId })).facts.map(({ kind }) => kind)).toEqual(['size']);
    expect((await world.refusal(removeFact, { customerId, factId })).code).toBe('NotFound');
    expect(JSON.stringify(world.documents)).not.toContain('yongʻoq');
  });

  test('is noted by a cashier but taken back only by a senior or the owner', async () => {
    const world = await roomWorld();
    const customerId = await customer(world, '90 123 45 67', 'Nodira');
    const { factId } = await world.ask(addFact, { customerId, kind: 'note', words: 'uka' }, 'cashier');
    const refused = await world.refusal(removeFact, { customerId, factId }, 'cashier');
    expect(refused.code).toBe('NotAllowed');
  });
});

describe('a household', () => {
  test('is founded by one, joined by others, and each sees who belongs', async () => {
    const world = await roomWorld();
    const nodira = await customer(world, '90 123 45 67', 'Nodira');
    const aziz = await customer(world, '90 765 43 21', 'Aziz');
    await world.ask(saveHousehold, { customerId: nodira, name: 'Karimovlar' });
    await world.ask(joinHousehold, { customerId: aziz, withCustomerId: nodira });
    const { about: joined } = await world.ask(about, { customerId: aziz });
    expect(joined.household).toMatchObject({
      name: 'Karimovlar',
      members: [
        { customerId: aziz, name: 'Aziz' },
        { customerId: nodira, name: 'Nodira' },
      ],
    });
    await world.ask(saveHousehold, { customerId: aziz, name: 'Karimovlar uyi' });
    expect((await world.ask(about, { customerId: nodira })).about.household?.name).toBe('Karimovlar uyi');
    expect(JSON.stringify(world.documents)).not.toContain('Karimovlar');
  });

  test('ends with its last member, its name included', async () => {
    const world = await roomWorld();
    const nodira = await customer(world, '90 123 45 67', 'Nodira');
    await world.ask(saveHousehold, { customerId: nodira, name: 'Karimovlar' });
    await world.ask(leaveHousehold, { customerId: nodira });
    const { about: after } = await world.ask(about, { customerId: nodira });
    expect(after.household).toBeNull();
    expect(await world.everyRow()).not.toContain('Karimovlar');
  });

  test('begins when two of whom neither had one are told to belong together, and needs no name', async () => {
    const world = await roomWorld();
    const nodira = await customer(world, '90 123 45 67', 'Nodira');
    const aziz = await customer(world, '90 765 43 21', 'Aziz');
    await world.ask(joinHousehold, { customerId: aziz, withCustomerId: nodira });
    const { household } = (await world.ask(about, { customerId: nodira })).about;
    expect(household).toMatchObject({ name: '', members: [{ customerId: aziz }, { customerId: nodira }] });
  });

  test('takes in a found customer who has none, and nobody is their own household', async () => {
    const world = await roomWorld();
    const nodira = await customer(world, '90 123 45 67', 'Nodira');
    const aziz = await customer(world, '90 765 43 21', 'Aziz');
    await world.ask(saveHousehold, { customerId: aziz, name: 'Karimovlar' });
    await world.ask(joinHousehold, { customerId: aziz, withCustomerId: nodira });
    expect((await world.ask(about, { customerId: nodira })).about.household?.name).toBe('Karimovlar');
    const own = await world.refusal(joinHousehold, { customerId: aziz, withCustomerId: aziz });
    expect(own.code).toBe('SameCustomer');
  });

  test('is of people who agreed: the holder of an unregistered card cannot be put into one', async () => {
    const world = await roomWorld();
    const aziz = await customer(world, '90 765 43 21', 'Aziz');
    const withCustomerId = await stranger(world);
    const refused = await world.refusal(joinHousehold, { customerId: aziz, withCustomerId });
    expect(refused.code).toBe('ConsentNeeded');
  });
});

test('districts are told with how many live there, so that a second spelling is not made', async () => {
  const world = await roomWorld();
  for (const [phone, district] of [
    ['90 123 45 67', 'Chilonzor'],
    ['90 123 45 68', 'Yunusobod'],
    ['90 123 45 69', 'Yunusobod'],
  ] as const) {
    const customerId = await customer(world, phone, 'Mijoz');
    await world.ask(changeProfile, { customerId, ...told, district });
  }
  await customer(world, '90 123 45 70', 'Manzilsiz');
  expect((await world.ask(districts, {})).districts).toEqual([
    { district: 'Yunusobod', customers: 2 },
    { district: 'Chilonzor', customers: 1 },
  ]);
});

test('a photo is judged by its bytes, kept and taken away', async () => {
  const world = await roomWorld();
  const customerId = await customer(world, '90 123 45 67', 'Nodira');
  const gif = Buffer.from('GIF89a').toString('base64');
  const refused = await world.refusal(savePhoto, { customerId, imageBase64: gif });
  expect(refused.code).toBe('PhotoNotUnderstood');
  const large = Buffer.concat([Buffer.from(jpeg, 'base64'), Buffer.alloc(200_000)]).toString('base64');
  expect((await world.refusal(savePhoto, { customerId, imageBase64: large })).code).toBe('PhotoTooLarge');
  await world.ask(savePhoto, { customerId, imageBase64: jpeg });
  expect((await world.ask(photo, { customerId })).photo).toEqual({ kind: 'jpeg', imageBase64: jpeg });
  expect((await world.ask(about, { customerId })).about.hasPhoto).toBe(true);
  await world.ask(removePhoto, { customerId });
  expect((await world.ask(photo, { customerId })).photo).toBeNull();
});

describe('two customers who are one person', () => {
  test('bring phones, facts, household, photo and what was told along', async () => {
    const world = await roomWorld();
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Nodira opa');
    await world.ask(changeProfile, { customerId: from, ...told });
    await world.ask(changeProfile, { customerId: into, ...told, district: 'Yunusobod', gender: null });
    await world.ask(addPhone, { customerId: from, phone: '93 555 44 33', label: 'ish' });
    await world.ask(addFact, { customerId: into, kind: 'size', words: '42' });
    await world.ask(addFact, { customerId: from, kind: 'allergy', words: 'yongʻoq' });
    await world.ask(saveHousehold, { customerId: from, name: 'Karimovlar' });
    await world.ask(savePhoto, { customerId: from, imageBase64: jpeg });
    await world.ask(mergeCustomers, { intoId: into, fromId: from });

    const { about: one } = await world.ask(about, { customerId: from });
    expect(one).toMatchObject({
      ...told,
      district: 'Yunusobod',
      phones: [{ phone: '+998935554433', label: 'ish' }],
      household: { name: 'Karimovlar', members: [{ customerId: into, name: 'Nodira' }] },
      hasPhoto: true,
    });
    const { facts: both } = await world.ask(facts, { customerId: into });
    expect(both.map(({ words }) => words)).toEqual(['yongʻoq', '42']);
    for (const text of ['935554433', '4433', '55544']) expect(await found(world, text)).toEqual([into]);
  });

  test('of two households and two photos keep the first one’s, and the empty household ends', async () => {
    const world = await roomWorld();
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Nodira opa');
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
    await world.ask(saveHousehold, { customerId: into, name: 'Karimovlar' });
    await world.ask(saveHousehold, { customerId: from, name: 'Yusupovlar' });
    await world.ask(savePhoto, { customerId: into, imageBase64: png });
    await world.ask(savePhoto, { customerId: from, imageBase64: jpeg });
    await world.ask(mergeCustomers, { intoId: into, fromId: from });
    expect((await world.ask(about, { customerId: into })).about.household?.name).toBe('Karimovlar');
    expect((await world.ask(photo, { customerId: into })).photo?.kind).toBe('png');
    const rows = await world.db.selectFrom('household').select('name').execute();
    expect(rows).toEqual([{ name: 'Karimovlar' }]);
  });
});
