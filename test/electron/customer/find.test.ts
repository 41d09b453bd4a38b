import { expect, test } from 'vitest';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { findCustomer, listCustomers } from '../../../electron/customer/find.ts';
import { customerOfCard } from '../../../electron/customer/inTransaction.ts';
import { transact } from '../../../electron/database/transact.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { addVisits } from './addVisits.ts';

async function addCustomer(world: RoomWorld, phone: string, name = '', cardNumber: string | null = null) {
  const { customer } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber,
  });
  return customer;
}

async function phonesFound(world: RoomWorld, text: string): Promise<readonly (string | null)[]> {
  const { customers } = await world.ask(findCustomer, { text });
  return customers.map((customer) => customer.phone);
}

// Each line holds one person's name as different people write it.
const sameNames = [
  ['Oʻktam', 'O`ktam', "O'ktam", 'Ўктам', 'Уктам', 'Oktam', 'oʼktam'],
  ['Xurshid', 'Hurshid', 'Khurshid', 'Хуршид'],
  ['Aliyev', 'Алиев'],
  ['Yelena', 'Елена'],
  ['Xoʻja', 'Ходжа'],
  ['Щукин', 'Shchukin'],
  ['Исҳоқ', 'Ishoq', "Is'hoq"],
  ['Gʻulom', 'Ғулом', 'Гулом', "G'ulom"],
  ['Qodirov', 'Кадыров', 'Кодиров', 'Қодиров'],
  ['Sobir', 'Sabir', 'Сабир'],
];

test.each(sameNames)('%s is found however the name is written', async (...names) => {
  const world = await roomWorld();
  const { id } = await addCustomer(world, '90 123 45 67');
  await addCustomer(world, '90 765 43 21', 'Zebuniso');
  for (const stored of names) {
    await world.ask(changeCustomer, { customerId: id, name: stored, phone: '901234567', language: null });
    for (const typed of names) {
      const found = await phonesFound(world, typed);
      expect({ stored, typed, found }).toEqual({ stored, typed, found: ['+998901234567'] });
    }
  }
});

test('different names stay apart', async () => {
  const world = await roomWorld();
  const names = ['Olim', 'Halim', 'Karim', 'Kamol', 'Anvar', 'Sanjar'];
  for (const [index, name] of names.entries()) await addCustomer(world, `90 123 45 0${index}`, name);
  for (const [index, name] of names.entries()) {
    expect(await phonesFound(world, name)).toEqual([`+99890123450${index}`]);
  }
});

test('a first name and the beginning of a second find one person among many', async () => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 01', 'Dilnoza Karimova');
  await addCustomer(world, '90 123 45 02', 'Dilnoza Rahimova');
  expect(await phonesFound(world, 'дилноза кар')).toEqual(['+998901234501']);
  expect(await phonesFound(world, 'dilnoza r')).toEqual(['+998901234502']);
  expect((await phonesFound(world, 'dil')).length).toBe(2);
});

test.each([
  '90 123-45-67',
  '901234567',
  '+998 (90) 123 45 67',
  '998901234567',
  '8 90 123 45 67',
  '00998901234567',
  '4567',
  '12345',
  '345-67',
])('a phone is found when %s is typed', async (typed) => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67');
  await addCustomer(world, '93 765 43 21');
  expect(await phonesFound(world, typed)).toEqual(['+998901234567']);
});

test('a whole phone that nobody has is offered as a new customer, a part of one is not', async () => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67');
  expect(await world.ask(findCustomer, { text: '93 765-43-21' })).toEqual({
    customers: [],
    newPhone: '+998937654321',
  });
  expect(await world.ask(findCustomer, { text: '7654' })).toEqual({ customers: [], newPhone: null });
  expect((await world.ask(findCustomer, { text: '90 123 45 67' })).newPhone).toBeNull();
});

test('a card finds its customer, an instant card from its first scan on', async () => {
  const world = await roomWorld();
  const { cardNumbers } = await world.ask(issueCards, { count: 2 });
  const [given = '', fresh = ''] = cardNumbers;
  const customer = await addCustomer(world, '90 123 45 67', 'Nodira', given);
  const spaced = `${given.slice(0, 2)} ${given.slice(2)}`;
  expect((await world.ask(findCustomer, { text: given })).customers).toEqual([customer]);
  expect((await world.ask(findCustomer, { text: spaced })).customers).toEqual([customer]);
  expect(await world.ask(findCustomer, { text: fresh })).toEqual({ customers: [], newPhone: null });
  const scan = {
    now: customer.createdAt,
    businessDay: businessDay('2026-11-22'),
    tillId: world.tillId,
    newId: world.newId,
    personId: null,
  };
  await transact(world.db, (trx) => customerOfCard(trx, fresh, scan));
  expect((await world.ask(findCustomer, { text: fresh })).customers).toMatchObject([
    { phone: null, isRegistered: false, cardNumbers: [fresh] },
  ]);
});

test('who comes most often stands first, and more than twenty are not shown', async () => {
  const world = await roomWorld();
  for (let index = 10; index < 35; index++) {
    const { id } = await addCustomer(world, `90 123 45 ${index}`, `Aziz ${index}`);
    if (index % 2 === 0) await addVisits(world, id, ['2026-11-20']);
  }
  const faithful = await addCustomer(world, '90 123 45 99', 'Aziza');
  await addVisits(world, faithful.id, ['2026-11-20', '2026-11-21']);
  const { customers } = await world.ask(findCustomer, { text: 'aziz' });
  expect(customers.length).toBe(20);
  const visits = customers.map((customer) => customer.visits);
  expect(visits).toEqual([2, ...Array<number>(13).fill(1), ...Array<number>(6).fill(0)]);
  expect(customers[0]?.id).toBe(faithful.id);
});

test('signs that mean something to the database mean nothing in a search', async () => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67', 'Nodira');
  for (const text of ['%', '_', '%%%', '"', "'; --", '*', 'NOT']) {
    expect(await phonesFound(world, text)).toEqual([]);
  }
});

test('the list holds everybody once, newest first, also while customers come', async () => {
  const world = await roomWorld();
  for (let index = 1; index <= 5; index++) {
    world.setClock(`2026-11-22T08:00:0${index}.000Z`);
    await addCustomer(world, `90 123 45 0${index}`);
  }
  const first = await world.ask(listCustomers, { limit: 3 });
  world.setClock('2026-11-22T09:00:00.000Z');
  await addCustomer(world, '90 123 45 09');
  const second = await world.ask(listCustomers, { limit: 3, cursor: first.nextCursor });
  expect([...first.customers, ...second.customers].map((customer) => customer.phone?.slice(-1))).toEqual([
    '5',
    '4',
    '3',
    '2',
    '1',
  ]);
  expect([first.count, second.count, second.nextCursor]).toEqual([5, 6, null]);
});

test('the list can be searched by name and by a part of a phone', async () => {
  const world = await roomWorld();
  for (let index = 1; index <= 5; index++) await addCustomer(world, `90 123 45 0${index}`, `Алишер ${index}`);
  await addCustomer(world, '93 765 43 21', 'Nodira');
  const first = await world.ask(listCustomers, { search: 'alisher', limit: 3 });
  const second = await world.ask(listCustomers, { search: 'alisher', limit: 3, cursor: first.nextCursor });
  const found = [...first.customers, ...second.customers];
  expect(new Set(found.map((customer) => customer.id)).size).toBe(5);
  expect([first.count, second.nextCursor]).toEqual([5, null]);
  expect((await world.ask(listCustomers, { search: '765-43' })).customers).toMatchObject([
    { name: 'Nodira' },
  ]);
  expect((await world.ask(listCustomers, { search: "'" })).customers).toEqual([]);
});
