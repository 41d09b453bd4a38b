/** Groups of customers counted by hand: three customers, five visits, one debt. */
import { beforeEach, expect, test } from 'vitest';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { removeSegment, saveSegment, segments } from '../../../electron/customer/segments.ts';
import { transact } from '../../../electron/database/transact.ts';
import { promotionsOfSegments } from '../../../electron/promotion/inTransaction.ts';
import { segmentReportVerbs } from '../../../electron/report/segmentVerbs.ts';
import { readySegments, type SegmentRule, segmentRuleSchema } from '../../../shared/customer/segment.ts';
import { som } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';

interface Customer {
  readonly customerId: string;
  readonly card: string;
}

let shop: WholeShop;
let aziza: Customer;
let bobur: Customer;
let dilnoza: Customer;

const names = () =>
  new Map([
    [aziza.customerId, 'Aziza'],
    [bobur.customerId, 'Bobur'],
    [dilnoza.customerId, 'Dilnoza'],
  ]);

async function buy(customer: Customer, day: string, pieces: number, onCreditSom = 0): Promise<void> {
  shop.clock.now = `${day}T06:00:00.000Z` as Instant;
  await shop.cashier.put(...Array.from({ length: pieces }, () => 'b' as const));
  await shop.cashier.scan(customer.card);
  if (onCreditSom > 0) {
    await shop.cashier.change({ kind: 'sellOnCredit', amountSom: som(onCreditSom), dueOn: null });
  }
  await shop.payAll();
}

const verbs = () => segmentReportVerbs(shop.till.parts);
const rule = (...conditions: readonly unknown[]): SegmentRule => segmentRuleSchema.parse({ conditions });

async function whoIs(asked: SegmentRule): Promise<readonly string[]> {
  const { members } = await shop.asOwner(verbs().segmentMembers, { rule: asked });
  return members.map(({ customerId }) => names().get(customerId) ?? customerId).sort();
}

/** Aziza came on 1, 5, 9 November and took goods on credit; Bobur on 2 November for much; Dilnoza never. */
beforeEach(async () => {
  shop = await openWholeShop({ now: '2026-11-01T06:00:00.000Z' });
  aziza = await shop.cardHolder('901110001');
  bobur = await shop.cardHolder('901110002');
  dilnoza = await shop.cardHolder('901110003');
  await shop.mayOwe(aziza.customerId, 100_000);
  await buy(aziza, '2026-11-01', 1);
  await buy(bobur, '2026-11-02', 20);
  await buy(aziza, '2026-11-05', 1);
  await buy(aziza, '2026-11-09', 2, 20_000);
  await shop.asOwner(changeCustomer, {
    customerId: dilnoza.customerId,
    name: 'Dilnoza',
    phone: '901110003',
    language: 'ru',
    birthDate: '1990-11-25' as never,
    tags: ['qoʻshni'],
  });
  shop.clock.now = '2026-11-22T06:00:00.000Z' as Instant;
});

const conditions: readonly (readonly [string, readonly unknown[], readonly string[]])[] = [
  ['everybody', [], ['Aziza', 'Bobur', 'Dilnoza']],
  ['three visits and more', [{ kind: 'visits', from: 3, to: null, withinDays: null }], ['Aziza']],
  ['a visit in the last 14 days', [{ kind: 'visits', from: 1, to: null, withinDays: 14 }], ['Aziza']],
  ['silent for 20 days and more', [{ kind: 'lastVisit', from: 20, to: null }], ['Bobur']],
  ['never came', [{ kind: 'visits', from: 1, to: null, withinDays: null, isNot: true }], ['Dilnoza']],
  ['birthday in four days', [{ kind: 'birthday', withinDays: 4 }], ['Dilnoza']],
  ['birthday in three days', [{ kind: 'birthday', withinDays: 3 }], []],
  ['35 years old', [{ kind: 'age', from: 35, to: 35 }], ['Dilnoza']],
  ['36 years old', [{ kind: 'age', from: 36, to: 36 }], []],
  ['a tag', [{ kind: 'tag', tags: ['qoʻshni'] }], ['Dilnoza']],
  ['a language', [{ kind: 'language', languages: ['ru'] }], ['Dilnoza']],
  ['whoever owes', [{ kind: 'debtor', isOverdue: false }], ['Aziza']],
  ['whoever is late to pay', [{ kind: 'debtor', isOverdue: true }], []],
  ['agreed to be kept', [{ kind: 'consent', purpose: 'profile' }], ['Aziza', 'Bobur', 'Dilnoza']],
  ['agreed to messages', [{ kind: 'consent', purpose: 'messages' }], []],
  ['agreed to Telegram', [{ kind: 'consent', purpose: 'messages', channel: 'telegram' }], []],
  ['complained', readySegments.complainers.conditions, []],
  ['would not recommend', [{ kind: 'feedback', scale: 'nps', from: 0, to: 6, withinDays: null }], []],
  ['first came in the last 20 days', [{ kind: 'firstVisit', withinDays: 20 }], []],
  ['first came in the last 21 days', [{ kind: 'firstVisit', withinDays: 21 }], ['Bobur']],
  ['in no cell: three customers have no scores', [{ kind: 'rfm', recency: [1, 2, 3, 4, 5] }], []],
  ['spent nothing', [{ kind: 'spent', fromSom: null, toSom: 0, withinDays: 30 }], ['Dilnoza']],
  ['class A', [{ kind: 'abc', by: 'sales', classes: ['A'] }], ['Bobur']],
  [
    'class B: before Aziza stand 910 000 of 1 072 000',
    [{ kind: 'abc', by: 'sales', classes: ['B', 'C'] }],
    ['Aziza'],
  ],
  ['has bonus and never used it', readySegments.neverUsedBonus.conditions, ['Aziza', 'Bobur']],
];

test('each condition finds whom it names', async () => {
  for (const [name, asked, expected] of conditions) {
    expect({ name, found: await whoIs(rule(...asked)) }).toEqual({ name, found: expected });
  }
});

test('whoever bought a product is found by it, not by another', async () => {
  const bought = (name: 'a' | 'b') => ({
    kind: 'bought',
    what: 'product',
    ids: [shop.productIds[name]],
    withinDays: null,
  });
  expect(await whoIs(rule(bought('b')))).toEqual(['Aziza', 'Bobur']);
  expect(await whoIs(rule(bought('a')))).toEqual([]);
});

test('any of two conditions is enough where the rule says so', async () => {
  const either = segmentRuleSchema.parse({
    match: 'any',
    conditions: [
      { kind: 'lastVisit', from: 20, to: null },
      { kind: 'birthday', withinDays: 7 },
    ],
  });
  expect(await whoIs(either)).toEqual(['Bobur', 'Dilnoza']);
});

test('the count stands beside everybody, and who paid most stands first', async () => {
  const shown = await shop.asOwner(verbs().segmentPreview, { rule: rule() });
  expect(shown.count).toBe(3);
  expect(shown.everybody).toBe(3);
  expect(shown.first.map(({ customerId }) => names().get(customerId))).toEqual(['Bobur', 'Aziza', 'Dilnoza']);
});

test('whoever paid most stands first, or whoever came last, or whoever is away longest; who never came is last', async () => {
  const orderOf = async (order: 'paid' | 'recent' | 'silent') => {
    const { members } = await shop.asOwner(verbs().segmentMembers, { rule: rule(), order });
    return members.map(({ customerId }) => names().get(customerId));
  };
  expect(await orderOf('paid')).toEqual(['Bobur', 'Aziza', 'Dilnoza']);
  expect(await orderOf('recent')).toEqual(['Aziza', 'Bobur', 'Dilnoza']);
  expect(await orderOf('silent')).toEqual(['Bobur', 'Aziza', 'Dilnoza']);
});

test('a page follows the other and nobody is told twice, whatever is sold between', async () => {
  const first = await shop.asOwner(verbs().segmentMembers, { rule: rule(), limit: 1 });
  expect(first).toMatchObject({ count: 3, paidSom: 1_072_000 });
  await buy(dilnoza, '2026-11-22', 60);
  const cursor = first.nextCursor;
  const second = await shop.asOwner(verbs().segmentMembers, { rule: rule(), cursor, limit: 2 });
  expect(second.nextCursor).toBeNull();
  expect([...first.members, ...second.members].map(({ customerId }) => names().get(customerId))).toEqual([
    'Bobur',
    'Aziza',
    'Dilnoza',
  ]);
});

test('a customer who comes for the first time in three years is not new, and every visit counts', async () => {
  const old = { customer_id: bobur.customerId };
  await transact(shop.db, async (trx) => {
    await trx
      .updateTable('customer_figure')
      .set({ first_visit_on: '2023-11-02', visits: 4 })
      .where('customer_id', '=', old.customer_id)
      .execute();
  });
  expect(await whoIs(readySegments.new)).toEqual(['Aziza']);
  expect(await whoIs(rule({ kind: 'visits', from: 4, to: 4, withinDays: null }))).toEqual(['Bobur']);
});

test('every group tells its count, the ready-made and the own', async () => {
  const input = {
    segmentId: null,
    name: { uz: 'Oʻttiz besh' },
    rule: rule({ kind: 'age', from: 35, to: 35 }),
  };
  const { segmentId } = await shop.asOwner(saveSegment, input);
  const counts = await shop.asOwner(verbs().segmentCounts, {});
  expect(counts.everybody).toBe(3);
  expect(Object.fromEntries(counts.ready.map(({ name, count }) => [name, count]))).toEqual({
    new: 2,
    // Aziza came every four days and has been away for thirteen.
    regular: 0,
    vip: 1,
    sleeping: 0,
    lost: 2,
    birthday: 1,
    neverUsedBonus: 2,
    debtors: 1,
    complainers: 0,
    notToBeLost: 0,
  });
  expect(counts.own).toEqual([{ segmentId, count: 1, promotions: [], countedAt: null }]);
});

test('the classes by sales, with who brought nothing left out', async () => {
  const { classes, curve, without, knownBasisPoints } = await shop.asOwner(verbs().abc, { by: 'sales' });
  expect(classes).toEqual([
    { class: 'A', customers: 1, sumSom: 910_000 },
    { class: 'B', customers: 1, sumSom: 162_000 },
    { class: 'C', customers: 0, sumSom: 0 },
  ]);
  expect(curve.map((point) => point.moneyBasisPoints)).toEqual([0, 8488, 10_000]);
  expect(without).toBe(1);
  expect(knownBasisPoints).toBe(10_000);
});

/** Rice for 45 500 with 30 000 paid for it: 15 500 a piece. Before it had a cost, 24 pieces had been sold. */
test('the classes by gross profit count goods whose cost was known, less what came back', async () => {
  await transact(shop.db, async (trx) => {
    await trx.updateTable('product').set({ cost_som: 30_000 }).where('id', '=', shop.productIds.b).execute();
  });
  await buy(aziza, '2026-11-22', 9);
  await buy(bobur, '2026-11-22', 1);
  const whole = await shop.asOwner(verbs().abc, { by: 'profit' });
  expect(whole.classes.map(({ sumSom }) => sumSom)).toEqual([139_500, 15_500, 0]);
  // 10 of 34 pieces, all at one price.
  expect(whole.knownBasisPoints).toBe(2941);
  const sale = await shop.db
    .selectFrom('sale')
    .select('id')
    .orderBy('number', 'desc')
    .offset(1)
    .limit(1)
    .executeTakeFirstOrThrow();
  await shop.takeBack(sale.id, { 1: 4 });
  const after = await shop.asOwner(verbs().abc, { by: 'profit' });
  expect(after.classes.map(({ sumSom }) => sumSom)).toEqual([77_500, 15_500, 0]);
});

test('a kept group has one name, and a removed one is gone', async () => {
  const input = { segmentId: null, name: { uz: 'Faollar' }, rule: readySegments.regular };
  const { segmentId } = await shop.asOwner(saveSegment, input);
  const again = await shop.refusal(shop.asOwner(saveSegment, { ...input, name: { uz: 'FAOLLAR' } }));
  expect(again.code).toBe('NameTaken');
  expect((await shop.call(segments, {}, 'office')).segments).toEqual([
    { id: segmentId, name: { uz: 'Faollar' }, rule: readySegments.regular },
  ]);
  await shop.asOwner(removeSegment(promotionsOfSegments), { segmentId });
  expect((await shop.call(segments, {}, 'office')).segments).toEqual([]);
});

test('whoever became another customer counts as that one', async () => {
  await shop.asOwner(mergeCustomers, { intoId: dilnoza.customerId, fromId: bobur.customerId });
  expect(await whoIs(rule({ kind: 'lastVisit', from: 20, to: null }))).toEqual(['Dilnoza']);
  expect(await whoIs(rule({ kind: 'abc', by: 'sales', classes: ['A'] }))).toEqual(['Dilnoza']);
});
