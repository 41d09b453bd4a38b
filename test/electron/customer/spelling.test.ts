/** A name with one wrong letter finds its customer, and a forgotten name leaves no word behind. */
import { expect, test } from 'vitest';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { findCustomer } from '../../../electron/customer/find.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

async function addCustomer(world: RoomWorld, phone: string, name: string): Promise<string> {
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

async function namesFound(world: RoomWorld, text: string): Promise<readonly string[]> {
  const { customers } = await world.ask(findCustomer, { text });
  return customers.map((customer) => customer.name);
}

async function wordsKept(world: RoomWorld): Promise<Readonly<Record<string, number>>> {
  const rows = await world.database.db.selectFrom('name_word').select(['word', 'uses']).execute();
  return Object.fromEntries(rows.map(({ word, uses }) => [word, uses]));
}

test.each([
  ['Hurhsid', 'two letters in the wrong order'],
  ['Khurshit', 'a wrong letter'],
  ['Хуршд', 'a missing letter, in Cyrillic'],
  ['Hursshidd', 'double letters'],
  ['urshid', 'a missing first letter'],
  ['Karmov Xurshid', 'one word of two'],
  ['Xurshid Karimof', 'the other word of two'],
  ['Karumo', 'an unfinished word'],
])('%s finds Xurshid Karimov: %s', async (typed) => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67', 'Xurshid Karimov');
  await addCustomer(world, '90 765 43 21', 'Zebuniso Azimova');
  expect(await namesFound(world, typed)).toEqual(['Xurshid Karimov']);
});

test('whoever fits exactly stands alone: nothing is guessed beside them', async () => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67', 'Karim');
  await addCustomer(world, '90 765 43 21', 'Karima');
  await addCustomer(world, '90 765 43 22', 'Salim');
  expect(await namesFound(world, 'karima')).toEqual(['Karima']);
});

test('two slips, and words of three letters, are not guessed', async () => {
  const world = await roomWorld();
  await addCustomer(world, '90 123 45 67', 'Xurshid Karimov');
  await addCustomer(world, '90 123 45 68', 'Ali');
  expect(await namesFound(world, 'Hukshit')).toEqual([]);
  expect(await namesFound(world, 'aki')).toEqual([]);
});

test('a changed and a merged name leave no word behind, and a shared word stays', async () => {
  const world = await roomWorld();
  const first = await addCustomer(world, '90 123 45 67', 'Malika Karimova');
  const second = await addCustomer(world, '90 123 45 68', 'Feruza Karimova');
  expect(await wordsKept(world)).toEqual({ malika: 1, feruza: 1, karimova: 2 });
  await world.ask(changeCustomer, {
    customerId: first,
    name: 'Malika Saidova',
    phone: '901234567',
    language: null,
  });
  expect(await wordsKept(world)).toEqual({ malika: 1, saidova: 1, feruza: 1, karimova: 1 });
  await world.ask(mergeCustomers, { intoId: first, fromId: second });
  expect(await wordsKept(world)).toEqual({ malika: 1, saidova: 1 });
});
