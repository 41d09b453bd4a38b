/** A merge that was a mistake is taken back for a day, and what came since stays with the customer who was kept. */
import { expect, test } from 'vitest';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { addFact } from '../../../electron/customer/facts.ts';
import { findCustomer } from '../../../electron/customer/find.ts';
import { saveHousehold } from '../../../electron/customer/household.ts';
import { forgetMergeRows } from '../../../electron/customer/inTransaction.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { addPhone } from '../../../electron/customer/phones.ts';
import { recentMerges, undoMerge } from '../../../electron/customer/unmerge.ts';
import { transact } from '../../../electron/database/transact.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { businessDay } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { addVisits } from './addVisits.ts';

async function customer(world: RoomWorld, phone: string, name: string, cardNumber: string | null = null) {
  const { customer: made } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber,
  });
  return made.id;
}

/** What the shop knows of its customers; documents, and the record of the merge itself, are told apart from it. */
async function known(world: RoomWorld): Promise<Record<string, unknown>> {
  const tables = [
    'customer',
    'card',
    'customer_tag',
    'former_phone',
    'customer_phone',
    'customer_fact',
    'customer_photo',
    'customer_figure',
    'household',
    'name_word',
  ] as const;
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const rows = await world.db.selectFrom(table).selectAll().execute();
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

/** Two people of whom the shop knows much, who were taken for one. */
async function twoPeople() {
  const world = await roomWorld();
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const into = await customer(world, '90 123 45 67', 'Nodira Karimova');
  const from = await customer(world, '90 765 43 21', 'Gulchehra Oripova', cardNumbers[0]);
  await world.ask(changeCustomer, {
    customerId: from,
    name: 'Gulchehra Oripova',
    phone: '90 765 43 21',
    language: 'ru',
    birthDate: businessDay('1990-03-08'),
    tags: ['neighbour'],
  });
  await world.ask(addPhone, { customerId: from, phone: '91 111 22 33', label: 'uy' });
  await world.ask(addFact, { customerId: from, kind: 'allergy', words: 'yongʻoq' });
  await world.ask(saveHousehold, { customerId: from, name: 'Oripovlar' });
  await addVisits(world, into, ['2026-11-01', '2026-11-02']);
  await addVisits(world, from, ['2026-11-02', '2026-11-03']);
  return { world, into, from };
}

test('everything is as it was before: names, phones, cards, facts, household, tags, figures and the search', async () => {
  const { world, into, from } = await twoPeople();
  const before = await known(world);
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  expect(await known(world)).not.toEqual(before);
  const answer = await world.ask(undoMerge, { intoId: into, fromId: from });
  expect(answer.into).toMatchObject({ id: into, name: 'Nodira Karimova', visits: 2 });
  expect(answer.from).toMatchObject({
    id: from,
    name: 'Gulchehra Oripova',
    phone: '+998907654321',
    visits: 2,
  });
  expect(await known(world)).toEqual(before);
  const { customers } = await world.ask(findCustomer, { text: 'Gulchehra' });
  expect(customers.map(({ id }) => id)).toEqual([from]);
});

test('what was told since stays with the customer who was kept', async () => {
  const { world, into, from } = await twoPeople();
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  await world.ask(addFact, { customerId: into, kind: 'likes', words: 'koʻk choy' });
  await world.ask(undoMerge, { intoId: into, fromId: from });
  const facts = await world.db.selectFrom('customer_fact').select(['customer_id', 'words']).execute();
  expect(facts).toContainEqual({ customer_id: into, words: 'koʻk choy' });
  expect(facts).toContainEqual({ customer_id: from, words: 'yongʻoq' });
});

test('can be taken back for 24 hours, and is offered for so long', async () => {
  const { world, into, from } = await twoPeople();
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  world.setClock('2026-11-23T08:00:00.000Z');
  expect((await world.ask(recentMerges, {})).merges).toMatchObject([
    { fromId: from, fromName: 'Gulchehra Oripova', undoUntil: '2026-11-23T08:00:00.000Z' },
  ]);
  world.setClock('2026-11-23T08:00:01.000Z');
  expect((await world.ask(recentMerges, {})).merges).toEqual([]);
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from })).toMatchObject({
    code: 'MergeTooOld',
  });
});

test('stands when somebody else has the phone by now', async () => {
  const { world, into, from } = await twoPeople();
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  await customer(world, '90 765 43 21', 'Lola');
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from })).toEqual({
    code: 'MergeUsed',
    data: { obstacle: 'phoneTaken' },
  });
});

test('of several merges the last one goes first', async () => {
  const { world, into, from } = await twoPeople();
  const before = await known(world);
  const third = await customer(world, '93 333 33 33', 'Lola');
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  world.setClock('2026-11-22T08:01:00.000Z');
  await world.ask(mergeCustomers, { intoId: third, fromId: into });
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from })).toMatchObject({
    data: { obstacle: 'mergedSince' },
  });
  await world.ask(undoMerge, { intoId: third, fromId: into });
  await world.ask(undoMerge, { intoId: into, fromId: from });
  const after = await known(world);
  for (const table of ['card', 'customer_fact', 'customer_figure', 'household', 'former_phone']) {
    expect(after[table]).toEqual(before[table]);
  }
});

test('is done by whoever may join, once, and never of what was erased', async () => {
  const { world, into, from } = await twoPeople();
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from }, 'cashier')).toMatchObject({
    code: 'NotAllowed',
  });
  await world.ask(undoMerge, { intoId: into, fromId: from });
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from })).toMatchObject({ code: 'NotFound' });
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  await transact(world.db, (trx) => forgetMergeRows(trx, [from]));
  expect(await world.refusal(undoMerge, { intoId: into, fromId: from })).toMatchObject({
    data: { obstacle: 'changed' },
  });
});

test('leaves nothing of names and phones behind once it is taken back', async () => {
  const { world, into, from } = await twoPeople();
  await world.ask(mergeCustomers, { intoId: into, fromId: from });
  const kept = await world.db.selectFrom('merge_row').selectAll().execute();
  expect(JSON.stringify(kept)).toContain('+998907654321');
  await world.ask(undoMerge, { intoId: into, fromId: from });
  expect(await world.db.selectFrom('merge_row').selectAll().execute()).toEqual([]);
  const told = world.documents.filter(({ kind }) => kind === 'customerUnmerged');
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('Gulchehra');
});

test.each(['older', 'younger'])(
  'a phone that only the %s one had goes back from the other',
  async (which) => {
    const world = await roomWorld();
    const ids = [await customer(world, '90 765 43 21', 'Gulchehra')];
    world.setClock('2026-11-22T08:00:30.000Z');
    ids.push(await customer(world, '90 123 45 67', 'Nodira'));
    const [from = '', into = ''] = which === 'older' ? ids : ids.toReversed();
    const phone = which === 'older' ? '+998907654321' : '+998901234567';
    // Known by a card alone until now.
    await world.db
      .updateTable('customer')
      .set({ phone: null, phone_last4: null })
      .where('id', '=', into)
      .execute();
    const { customer: joined } = await world.ask(mergeCustomers, { intoId: into, fromId: from });
    expect(joined.phone).toBe(phone);
    const answer = await world.ask(undoMerge, { intoId: into, fromId: from });
    expect([answer.into.phone, answer.from.phone]).toEqual([null, phone]);
    const rows = await world.db.selectFrom('customer').select('phone_last4').where('id', '=', into).execute();
    expect(rows).toEqual([{ phone_last4: null }]);
  },
);
