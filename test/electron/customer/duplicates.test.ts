/** Whom the shop may know twice: found among everybody, joined, or told apart for good. */
import { expect, test } from 'vitest';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { duplicates, notSamePerson } from '../../../electron/customer/duplicates.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

async function customer(world: RoomWorld, phone: string, name: string, birthDate: string | null = null) {
  const { customer: made } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
  if (birthDate !== null) {
    const told = {
      customerId: made.id,
      name,
      phone,
      language: null,
      birthDate: businessDay(birthDate),
      tags: [],
    };
    await world.ask(changeCustomer, told);
  }
  return made.id;
}

async function pairs(world: RoomWorld) {
  const { pairs: found, count } = await world.ask(duplicates({ database: () => world.database }), {});
  expect(count).toBe(found.length);
  return found.map(({ one, other, reasons }) => ({ ids: [one.id, other.id].sort(), reasons }));
}

test('the same name in another script beside the birthday, and a former phone, are found; others are not', async () => {
  const world = await roomWorld();
  const one = await customer(world, '90 123 45 67', 'Xurshid Karimov', '1990-03-08');
  const other = await customer(world, '90 765 43 21', 'Хуршид Каримов', '1990-03-08');
  await customer(world, '91 222 33 44', 'Dilnoza Karimova', '1990-03-08');
  const moved = await customer(world, '93 111 11 11', 'Lola Oripova');
  await world.ask(changeCustomer, {
    customerId: moved,
    name: 'Lola Oripova',
    phone: '93 222 22 22',
    language: null,
    birthDate: null,
    tags: [],
  });
  const later = await customer(world, '93 111 11 11', 'Lola');
  expect(await pairs(world)).toEqual([
    { ids: [one, other].sort(), reasons: ['sameName', 'sameBirthDate'] },
    { ids: [moved, later].sort(), reasons: ['nearName', 'formerPhone'] },
  ]);
});

test('two who were told apart are not shown again, nor is anybody who became another', async () => {
  const world = await roomWorld();
  const one = await customer(world, '90 123 45 67', 'Xurshid Karimov', '1990-03-08');
  const other = await customer(world, '90 765 45 67', 'Xurshid Karimov', '1990-03-08');
  const third = await customer(world, '91 765 45 67', 'Xurshid Karimov', '1990-03-08');
  expect(await pairs(world)).toHaveLength(3);
  await world.ask(notSamePerson, { oneId: other, otherId: one });
  await world.ask(notSamePerson, { oneId: one, otherId: other });
  expect((await pairs(world)).map(({ ids }) => ids)).not.toContainEqual([one, other].sort());
  // Whoever joins one of them is told apart from the other with that one.
  await world.ask(mergeCustomers, { intoId: one, fromId: third });
  expect(await pairs(world)).toEqual([]);
  const told = world.documents.filter(({ kind }) => kind === 'customersDistinct');
  expect(JSON.stringify(told)).not.toContain('Karimov');
});

test('are shown to whoever may join customers', async () => {
  const world = await roomWorld();
  const ask = world.refusal(duplicates({ database: () => world.database }), {}, 'cashier');
  expect(await ask).toMatchObject({ code: 'NotAllowed' });
  const one = await customer(world, '90 123 45 67', 'Lola');
  expect(await world.refusal(notSamePerson, { oneId: one, otherId: one })).toMatchObject({
    code: 'SameCustomer',
  });
});
