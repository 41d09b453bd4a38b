/** The copy of a person: everything the shop holds of them, under all ids, to read and for programs. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createCustomer } from '../../../electron/customer/create.ts';
import { addFact } from '../../../electron/customer/facts.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { personExport } from '../../../electron/report/personExport.ts';
import { leftOut, personTables } from '../../../electron/report/personExportTables.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import type { PersonCopy } from '../../../shared/report/personCopy.ts';
import { escaped, personPage } from '../../../shared/report/personPage.ts';
import type { Instant } from '../../../shared/time.ts';
import { roomWorld } from '../roomWorld.ts';
import { openWholeShop } from '../sale/wholeShop.ts';

/** Columns that name a customer without saying so to the engine. */
const namesCustomer = /^(customer_id|holder_id|subject|subject_id|referrer_id|friend_id|merged_into_id)$/;
/** Of these the same words mean something else. */
const meansAnother: readonly string[] = ['log_in_attempt.subject'];

test('every table that names a customer is in the copy, or left out for a reason that is written down', async () => {
  const world = await roomWorld();
  const missing: string[] = [];
  for (const { name, columns } of await world.db.introspection.getTables()) {
    if (name.includes('_trigrams') || name.endsWith('_search')) continue;
    const keys = await sql<{ column: string; target: string }>`
      select "from" as "column", "table" as target from pragma_foreign_key_list(${name})`.execute(world.db);
    const named = new Set([
      ...columns.map((column) => column.name).filter((column) => namesCustomer.test(column)),
      ...keys.rows.filter(({ target }) => target === 'customer').map(({ column }) => column),
    ]);
    for (const column of named) {
      const isCopied = personTables.some(({ table, by }) => table === name && by === column);
      const isAnother = meansAnother.includes(`${name}.${column}`) || Object.hasOwn(leftOut, name);
      if (!isCopied && !isAnother) missing.push(`${name}.${column}`);
    }
  }
  expect(missing).toEqual([]);
});

test('the list of the copy names only tables and columns that are there', async () => {
  const world = await roomWorld();
  const known = new Map(
    (await world.db.introspection.getTables()).map(({ name, columns }) => [
      name,
      columns.map((column) => column.name),
    ]),
  );
  for (const { table, by, from } of personTables) {
    expect(known.get(table), table).toContain(by);
    if (from !== undefined) expect(known.get(from[0]), from[0]).toContain(from[1]);
  }
});

describe('a copy', () => {
  test('has receipts with their lines, bonus, debts and words of both ids of one person', async () => {
    const shop = await openWholeShop({ now: '2026-11-02T04:00:00.000Z' });
    const { customerId, card } = await shop.cardHolder('901110001');
    const other = await shop.cardHolder('901110002');
    await shop.asOwner(addFact, { customerId, kind: 'allergy', words: 'yongʻoq <b>' });
    shop.clock.now = '2026-11-03T04:00:00.000Z' as Instant;
    await shop.cashier.put('b', 'b');
    await shop.cashier.scan(card);
    await shop.payAll();
    await shop.cashier.put('b');
    await shop.cashier.scan(other.card);
    await shop.payAll();
    await shop.giveBonus(customerId, 3_000);
    await shop.asOwner(mergeCustomers, { intoId: customerId, fromId: other.customerId });

    const answer = await shop.asOwner(personExport, { customerId });
    const copy = JSON.parse(answer.json) as PersonCopy;
    expect([...copy.customerIds].sort()).toEqual([customerId, other.customerId].sort());
    expect(copy.tables.sale).toHaveLength(2);
    expect(copy.tables.sale_line?.length).toBeGreaterThanOrEqual(2);
    const entered = (copy.tables.bonus_lot ?? []).map((lot) => lot.earned_som);
    expect(entered).toContain(3_000);
    expect(copy.tables.card?.map(({ number }) => number).sort()).toEqual([card, other.card].sort());
    expect(copy.tables.customer?.map((row) => row.phone)).toContain('+998901110001');
    expect(copy.tables.former_phone?.map((row) => row.phone)).toEqual(['+998901110002']);
    expect(answer.html.replaceAll('\u00a0', ' ')).toContain('+998 90 111-00-01');
    expect(answer.html).toContain('yongʻoq &lt;b&gt;');
    for (const secret of ['search_text', 'cost_som', 'phone_last4'])
      expect(answer.json).not.toContain(secret);
  });

  test('leaves a record of who gave it and of whom, by ids alone', async () => {
    const world = await roomWorld();
    const customerId = await made(world);
    await world.ask(personExport, { customerId });
    expect(world.documents.at(-1)).toMatchObject({
      kind: 'personExported',
      customerId,
      personId: world.people.owner,
      content: { customerId, rows: expect.any(Number) },
    });
    expect(JSON.stringify(world.documents)).not.toContain('Aziza');
  });

  test('is kept nowhere: the same act asked again is not answered from a store', async () => {
    const world = await roomWorld();
    const customerId = await made(world);
    const intentionId = world.newId();
    await world.ask(personExport, { customerId, intentionId });
    expect((await world.refusal(personExport, { customerId, intentionId })).code).toBe('AlreadyDone');
    const kept = await world.db.selectFrom('intention').select('answer_json').where('id', '=', intentionId);
    expect(await kept.executeTakeFirstOrThrow()).toEqual({ answer_json: null });
  });

  test('is not for cashiers, and of nobody there is none', async () => {
    const world = await roomWorld();
    const customerId = await made(world);
    expect((await world.refusal(personExport, { customerId }, 'cashier')).code).toBe('NotAllowed');
    expect((await world.refusal(personExport, { customerId: world.newId() })).code).toBe('NotFound');
  });
});

async function made(world: Awaited<ReturnType<typeof roomWorld>>): Promise<string> {
  const { customer } = await world.ask(createCustomer, {
    phone: '901234567',
    name: 'Aziza',
    language: 'ru',
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'ru',
    cardNumber: null,
  });
  return customer.id;
}

describe('the page to read', () => {
  const copy: PersonCopy = {
    format: 'daftar-person-1',
    madeAt: '2026-11-22T08:00:00.000Z',
    timeZone: 'Asia/Tashkent',
    language: 'ru',
    shop: { name: 'Обод', address: '', phone: '+998712000000' },
    customerId: 'c',
    customerIds: ['c'],
    staff: {},
    tables: {
      customer: [{ id: 'c', name: '<img src=x onerror=alert(1)>', phone: '+998901234567', gender: 'female' }],
      sale: [{ id: 's', number: 7, sold_at: '2026-11-20T05:30:00.000Z', net_som: 24_000 }],
      sale_line: [
        { sale_id: 's', name: { ru: 'Чай "№1"', uz: 'Choy' }, quantity_thousandths: 2_000, net_som: 24_000 },
      ],
    },
  };

  test('is one file in the person’s language: nothing is fetched and no script can run', () => {
    const page = personPage(copy);
    expect(page).toContain('<html lang="ru">');
    expect(page).toContain('Что магазин хранит о вас');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|src="http|onerror=alert\(1\)>/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('shows a receipt with its day on the shop’s wall, its goods and its sum', () => {
    const page = personPage(copy).replaceAll('\u00a0', ' ');
    expect(page).toContain('Чек 7, 20.11.2026 10:30');
    expect(page).toContain('Чай &quot;№1&quot;');
    expect(page).toContain('24 000 сум');
    expect(page).toContain('женский');
  });

  test('a text keeps its words whatever signs are in it', () => {
    expect(escaped(`"Oʻktam" <o'ktam> & Co`)).toBe('&quot;Oʻktam&quot; &lt;o&#39;ktam&gt; &amp; Co');
  });
});
