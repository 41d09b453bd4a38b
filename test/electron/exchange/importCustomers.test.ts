/** Customers of another program come in with what they had saved and owe; every balance is an entry of the ledger. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { noteDebt } from '../../../electron/credit/notebook.ts';
import { listCustomers } from '../../../electron/customer/find.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { tablesNamingCustomers } from '../../../electron/exchange/uses.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { som } from '../../../shared/money.ts';
import { type ImportWorld, importWorld } from './importWorld.ts';

const customersIn = async (world: ImportWorld) => (await world.ask(listCustomers, {})).customers;

const balance = async ({ db }: ImportWorld, kind: string, subjectId: string) =>
  (
    await db
      .selectFrom('account')
      .select('balance_som')
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst()
  )?.balance_som ?? 0;

/** Everything that the shop's own verification finds wrong, but for what a world without a whole till cannot have. */
const faultsIn = async ({ db }: ImportWorld) =>
  (await verifyShop(db)).filter(({ wrong }) => wrong > 0).map(({ proves }) => proves);

const gulnora = {
  name: 'Gulnora Toʻxtayeva',
  phone: '90 123-45-67',
  card: 'c000123',
  birthDate: '05.06.1990',
  language: 'узб',
  tags: 'Ulgurji, qoʻshni',
  bonus: '25 000',
  debt: '140 000',
  visits: '31',
  spent: '4 200 000',
  lastVisit: '20.11.2026',
};

const malikaOwes = {
  name: 'Malika',
  phone: '911112233',
  amountSom: som(5_000),
  since: '2026-11-22',
  dueOn: null,
  note: '',
};

test('a customer comes with bonus and debt as opening entries, and without any consent', async () => {
  const world = await importWorld({ bonusExpiryDays: 365, debtDays: 30 });
  const importId = await world.bring('customers', [gulnora]);
  const [customer] = await customersIn(world);
  const id = customer?.id ?? '';
  expect(customer).toMatchObject({
    name: 'Gulnora Toʻxtayeva',
    phone: '+998901234567',
    language: 'uz',
    birthDate: '1990-06-05',
    tags: ['qoʻshni', 'ulgurji'],
    cardNumbers: ['C000123'],
    bonusSom: 25_000,
    // What happened elsewhere is no visit of this till.
    visits: 0,
  });
  expect(await balance(world, 'bonusLiability', id)).toBe(-25_000);
  expect(await balance(world, 'customerDebt', id)).toBe(140_000);
  expect(await balance(world, 'openingBalance', 'shop')).toBe(25_000 - 140_000);
  const lots = await world.db
    .selectFrom('bonus_lot')
    .select(['remaining_som', 'expires_on', 'reason'])
    .execute();
  expect(lots).toEqual([{ remaining_som: 25_000, expires_on: '2027-11-22', reason: 'opening' }]);
  const debts = await world.db.selectFrom('debt').select(['open_som', 'due_on', 'origin']).execute();
  expect(debts).toEqual([{ open_som: 140_000, due_on: '2026-12-22', origin: 'notebook' }]);
  expect(await world.db.selectFrom('consent_entry').selectAll().execute()).toEqual([]);
  expect(await world.ask(world.verbs.before, { customerId: id })).toEqual({
    before: { visits: 31, spentSom: 4_200_000, lastVisitOn: '2026-11-20' },
  });
  const postings = await world.db
    .selectFrom('posting')
    .select(['document_id', 'reason'])
    .orderBy('reason')
    .execute();
  expect(postings).toEqual([
    { document_id: importId, reason: 'openingBonus' },
    { document_id: importId, reason: 'openingDebt' },
  ]);
  expect(world.documents.map(({ kind, id: documentId }) => [kind, documentId])).toEqual([
    ['imported', importId],
  ]);
  expect(await faultsIn(world)).toEqual([]);
});

test('the document of an import names nobody', async () => {
  const world = await importWorld();
  await world.bring('customers', [gulnora]);
  const journal = await world.db.selectFrom('journal').select('content_json').execute();
  const text = journal.map(({ content_json }) => content_json).join();
  expect(text).toContain('25000');
  for (const secret of ['Gulnora', '901234567', 'C000123']) expect(text).not.toContain(secret);
});

test('one phone has one owner: the same person twice is a double, two people are a question', async () => {
  const world = await importWorld();
  const importId = await world.check('customers', [
    { name: 'Oʻktam Qodirov', phone: '901234567' },
    { name: 'O`ktam Qodirov', phone: '+998 90 123 45 67' },
    { name: 'Dilnoza', phone: '8 90 123 45 67' },
    { name: 'Aziz', phone: '12' },
    { name: 'Malika' },
    { phone: '9,98901E+11' },
  ]);
  expect(await world.verdicts(importId)).toEqual([
    { row: 2, verdict: 'add', notes: [], otherRow: null },
    { row: 3, verdict: 'duplicate', notes: [], otherRow: 2 },
    { row: 4, verdict: 'error', notes: ['phoneOfTwo'], otherRow: 2 },
    { row: 5, verdict: 'error', notes: ['phoneWrong'], otherRow: null },
    { row: 6, verdict: 'add', notes: ['noPhone'], otherRow: null },
    { row: 7, verdict: 'error', notes: ['phoneWrong'], otherRow: null },
  ]);
});

test('balances of one customer come in once, however often the file does', async () => {
  const world = await importWorld();
  await world.bring('customers', [gulnora]);
  const again = await world.check('customers', [{ ...gulnora, name: 'Gulya' }]);
  expect(await world.verdicts(again)).toEqual([
    { row: 2, verdict: 'update', notes: ['nameKept', 'openedBefore'], otherRow: null },
  ]);
  const done = await world.ask(world.verbs.finish, { importId: again });
  expect(done).toMatchObject({ openingBonusSom: 0, openingDebtSom: 0 });
  const [customer] = await customersIn(world);
  expect(customer).toMatchObject({ name: 'Gulnora Toʻxtayeva', bonusSom: 25_000 });
  expect(await faultsIn(world)).toEqual([]);
});

test('an import goes out again: no customer, no card, no balance, and two postings that answer the first two', async () => {
  const world = await importWorld();
  const importId = await world.bring('customers', [gulnora, { name: 'Malika', phone: '911112233' }]);
  world.setClock('2026-11-22T09:00:00.000Z');
  await world.ask(world.verbs.undo, { importId });
  expect(await customersIn(world)).toEqual([]);
  expect(await world.db.selectFrom('card').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('debt').selectAll().execute()).toEqual([]);
  expect(await balance(world, 'openingBalance', 'shop')).toBe(0);
  expect(await faultsIn(world)).toEqual([]);
  // Nothing by which anybody could be known is left in the rows.
  expect(await world.everyRow()).not.toMatch(/Gulnora|901234567|C000123/);
  const again = await world.check('customers', [gulnora]);
  expect((await world.verdicts(again)).map(({ verdict }) => verdict)).toEqual(['add']);
});

test('bonus that moved or a debt of another day keeps the import in', async () => {
  const world = await importWorld();
  const importId = await world.bring('customers', [gulnora]);
  const [customer] = await customersIn(world);
  const customerId = customer?.id ?? '';
  world.setClock('2026-11-22T09:00:00.000Z');
  await world.ask(correctBonus, { customerId, amountSom: som(-1_000), reason: 'xato' });
  const bonus = await world.refusal(world.verbs.undo, { importId });
  expect(bonus.code).toBe('ImportUsed');
  const kinds = (bonus.data as { uses: { kind: string }[] }).uses.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(['bonusUsed', 'moneyMoved']);

  const other = await importWorld();
  const second = await other.bring('customers', [{ name: 'Malika', phone: '911112233' }]);
  other.setClock('2026-11-22T09:00:00.000Z');
  await other.ask(noteDebt, malikaOwes as Parameters<typeof other.ask<typeof noteDebt.procedure>>[1]);
  const paid = await other.refusal(other.verbs.undo, { importId: second });
  expect(paid).toMatchObject({
    code: 'ImportUsed',
    data: { uses: [{ kind: 'moneyMoved', examples: ['Malika'] }] },
  });
});

test('every table that names a customer is asked before an import goes out', async () => {
  const world = await importWorld();
  // Who is in a group is counted anew, and goes with the customer.
  const own = new Set(['customer_tag', 'card', 'debt', 'segment_member']);
  const missing: string[] = [];
  for (const { name } of await world.db.introspection.getTables()) {
    const keys = await sql<{ target: string; column: string }>`
      select "table" as target, "from" as "column" from pragma_foreign_key_list(${name})`.execute(world.db);
    for (const { target, column } of keys.rows) {
      const isAsked = tablesNamingCustomers.some(([table, asked]) => table === name && asked === column);
      if (target === 'customer' && !own.has(name) && !isAsked) missing.push(`${name}.${column}`);
    }
  }
  expect(missing).toEqual([]);
});

test('one customer in two rows, by phone and by card, is a double; two names are a question', async () => {
  const world = await importWorld();
  await world.bring('customers', [gulnora]);
  const importId = await world.check('customers', [
    { name: 'Gulnora Toʻxtayeva', phone: gulnora.phone, tags: 'yangi' },
    { name: 'Gulnora Toʻxtayeva', card: gulnora.card },
    { name: 'Malika', card: gulnora.card },
  ]);
  expect(await world.verdicts(importId)).toEqual([
    { row: 2, verdict: 'update', notes: [], otherRow: null },
    { row: 3, verdict: 'duplicate', notes: ['noPhone'], otherRow: 2 },
    { row: 4, verdict: 'error', notes: ['phoneOrCardOfTwo', 'noPhone', 'nameKept'], otherRow: 2 },
  ]);
  expect(await world.ask(world.verbs.finish, { importId })).toMatchObject({ counts: { update: 1 } });
});

test('a phone that was given to another customer since the check is told, not broken on', async () => {
  const world = await importWorld();
  await world.bring('customers', [{ name: 'Malika', card: 'C000777' }]);
  const importId = await world.check('customers', [{ name: 'Malika', card: 'C000777', phone: '911112233' }]);
  await world.ask(noteDebt, malikaOwes as Parameters<typeof world.ask<typeof noteDebt.procedure>>[1]);
  expect(await world.refusal(world.verbs.finish, { importId })).toEqual({
    code: 'ImportStale',
    data: { rows: 1 },
  });
});

test('the file of a customer who was joined with another brings no balance twice', async () => {
  const world = await importWorld();
  await world.bring('customers', [gulnora, { name: 'Gulnora', phone: '911112233' }]);
  const customers = await customersIn(world);
  const idOf = (phone: string) => customers.find((each) => each.phone === phone)?.id ?? '';
  const intoId = idOf('+998911112233');
  await world.ask(mergeCustomers, { intoId, fromId: idOf('+998901234567') });
  const { card: _, ...withoutCard } = gulnora;
  const again = await world.check('customers', [{ ...withoutCard, name: 'Gulnora' }, gulnora]);
  expect(await world.verdicts(again)).toEqual([
    { row: 2, verdict: 'update', notes: ['openedBefore'], otherRow: null },
    { row: 3, verdict: 'error', notes: ['phoneOfTwo', 'cardTaken'], otherRow: 2 },
  ]);
});

test('a card that was taken from its customer since keeps the import in', async () => {
  const world = await importWorld();
  const importId = await world.bring('customers', [gulnora]);
  await world.db.updateTable('card').set({ blocked_at: '2026-11-22T09:00:00.000Z' }).execute();
  expect(await world.refusal(world.verbs.undo, { importId })).toMatchObject({
    code: 'ImportUsed',
    data: { uses: [{ kind: 'changed', examples: ['Gulnora Toʻxtayeva'] }] },
  });
});
