import { describe, expect, test } from 'vitest';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { consents } from '../../../electron/customer/consentVerbs.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { findCustomer, listCustomers } from '../../../electron/customer/find.ts';
import { customerOfCard } from '../../../electron/customer/inTransaction.ts';
import { blockCard, replaceCard } from '../../../electron/customer/lostCards.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { customerFacts, everyIdOf, ownerOfPhone } from '../../../electron/customer/queries.ts';
import { transact } from '../../../electron/database/transact.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { addVisits } from './addVisits.ts';

async function customer(world: RoomWorld, phone: string, name: string, cardNumber: string | null = null) {
  const { customer } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber,
  });
  return customer.id;
}

async function idsOf(world: RoomWorld, customerId: string): Promise<readonly string[]> {
  const rows = await everyIdOf(world.db, customerId).execute();
  return rows.map(({ id }) => id).sort();
}

async function cards(world: RoomWorld, count: number): Promise<readonly string[]> {
  return (await world.ask(issueCards, { count })).cardNumbers;
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

describe('a lost card', () => {
  test('is refused, and the account stays with its customer', async () => {
    const world = await roomWorld();
    const [number = ''] = await cards(world, 1);
    const id = await customer(world, '90 123 45 67', 'Nodira', number);
    const { customer: after } = await world.ask(blockCard, { customerId: id, cardNumber: number });
    expect(after).toMatchObject({ id, cardNumbers: [], blockedCards: [number] });
    expect(await scan(world, number)).toMatchObject({ refused: 'CardBlocked' });
  });

  test('has another given in its place, which nobody may have yet', async () => {
    const world = await roomWorld();
    const [lost = '', next = '', taken = ''] = await cards(world, 3);
    const id = await customer(world, '90 123 45 67', 'Nodira', lost);
    await customer(world, '90 765 43 21', 'Ulugʻbek', taken);
    const replace = (newNumber: string) =>
      world.ask(replaceCard, { customerId: id, oldNumber: lost, newNumber });
    await expect(replace(taken)).rejects.toMatchObject({ code: 'CardTaken' });
    await expect(replace('2900000000001')).rejects.toMatchObject({ code: 'CardNotIssued' });
    expect((await replace(next)).customer).toMatchObject({ cardNumbers: [next], blockedCards: [lost] });
    expect(await scan(world, next)).toEqual({ customerId: id, identification: 'card' });
    expect(await scan(world, lost)).toMatchObject({ refused: 'CardBlocked' });
  });

  test('is blocked by anybody, but replaced only with somebody who may: the new card spends', async () => {
    const world = await roomWorld();
    const [lost = '', next = ''] = await cards(world, 2);
    const id = await customer(world, '90 123 45 67', 'Nodira', lost);
    const replaced = world.ask(replaceCard, { customerId: id, oldNumber: lost, newNumber: next }, 'cashier');
    await expect(replaced).rejects.toMatchObject({ code: 'NotAllowed' });
    await world.ask(blockCard, { customerId: id, cardNumber: lost }, 'cashier');
    expect(await scan(world, lost)).toMatchObject({ refused: 'CardBlocked' });
  });

  test('of somebody else cannot be blocked by mistake', async () => {
    const world = await roomWorld();
    const [number = ''] = await cards(world, 1);
    await customer(world, '90 123 45 67', 'Nodira', number);
    const other = await customer(world, '90 765 43 21', 'Ulugʻbek');
    await expect(world.ask(blockCard, { customerId: other, cardNumber: number })).rejects.toMatchObject({
      code: 'CardNotIssued',
    });
  });
});

describe('two customers who are one person', () => {
  test('become one: cards, phones, tags, birthday and figures', async () => {
    const world = await roomWorld();
    const [number = ''] = await cards(world, 1);
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Nodira opa', number);
    await world.ask(changeCustomer, {
      customerId: from,
      name: 'Nodira opa',
      phone: '90 765 43 21',
      language: 'ru',
      birthDate: businessDay('1990-03-08'),
      tags: ['neighbour'],
    });
    await addVisits(world, into, ['2026-11-01', '2026-11-02']);
    await addVisits(world, from, ['2026-11-03']);
    const paidBefore =
      ((await customerFacts(world.db, into))?.paidSom ?? 0) +
      ((await customerFacts(world.db, from))?.paidSom ?? 0);

    const { customer: one } = await world.ask(mergeCustomers, { intoId: into, fromId: from });
    expect(one).toMatchObject({
      id: into,
      name: 'Nodira',
      phone: '+998901234567',
      language: 'ru',
      birthDate: '1990-03-08',
      tags: ['neighbour'],
      cardNumbers: [number],
      paidSom: paidBefore,
    });
    expect(await scan(world, number)).toEqual({ customerId: into, identification: 'card' });
    expect(await idsOf(world, into)).toEqual([into, from].sort());
  });

  test('are found once: neither by the second phone nor by name nor in the list', async () => {
    const world = await roomWorld();
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Gulchehra');
    await world.ask(mergeCustomers, { intoId: into, fromId: from });
    expect(await ownerOfPhone(world.db, '+998907654321')).toBeNull();
    expect((await world.ask(findCustomer, { text: 'Gulchehra' })).customers).toEqual([]);
    expect((await world.ask(findCustomer, { text: '4321' })).customers).toEqual([]);
    const { customers, count } = await world.ask(listCustomers, { search: '' });
    expect(customers.map(({ id }) => id)).toEqual([into]);
    expect(count).toBe(1);
  });

  test('keep every consent they gave, under either name', async () => {
    const world = await roomWorld();
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Gulchehra');
    await world.ask(mergeCustomers, { intoId: into, fromId: from });
    expect((await world.ask(consents, { customerId: into })).acts).toHaveLength(2);
  });

  test('stay one when the one joins a third; the old id still leads there', async () => {
    const world = await roomWorld();
    const first = await customer(world, '90 123 45 67', 'Nodira');
    const second = await customer(world, '90 765 43 21', 'Gulchehra');
    const third = await customer(world, '90 111 22 33', 'Lola');
    await world.ask(mergeCustomers, { intoId: second, fromId: first });
    await world.ask(mergeCustomers, { intoId: third, fromId: second });
    expect((await customerFacts(world.db, first))?.id).toBe(third);
    expect(await idsOf(world, third)).toEqual([first, second, third].sort());
    await expect(world.ask(mergeCustomers, { intoId: third, fromId: first })).rejects.toMatchObject({
      code: 'SameCustomer',
    });
  });

  test('who never gave a phone takes the one of the other', async () => {
    const world = await roomWorld();
    const [number = ''] = await cards(world, 1);
    const found = await scan(world, number);
    const instant = 'customerId' in found ? found.customerId : '';
    const from = await customer(world, '90 765 43 21', 'Gulchehra');
    const { customer: one } = await world.ask(mergeCustomers, { intoId: instant, fromId: from });
    expect(one).toMatchObject({ phone: '+998907654321', name: 'Gulchehra', isRegistered: true });
    expect((await ownerOfPhone(world.db, '+998907654321'))?.id).toBe(instant);
  });

  test('are joined by a senior or the owner, not by a cashier alone', async () => {
    const world = await roomWorld();
    const into = await customer(world, '90 123 45 67', 'Nodira');
    const from = await customer(world, '90 765 43 21', 'Gulchehra');
    await expect(world.ask(mergeCustomers, { intoId: into, fromId: from }, 'cashier')).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const [document] = world.documents.filter(({ kind }) => kind === 'customerMerged');
    expect(document).toBeUndefined();
  });
});
