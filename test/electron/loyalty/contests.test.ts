/** Contests by merit: entered, judged or counted, closed with places, shown with first names of those who agreed. */
import { expect, test } from 'vitest';
import {
  closeContest,
  enterContest,
  judgeEntry,
  listContests,
  saveContest,
  showContest,
} from '../../../electron/loyalty/contestsVerbs.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import { openGameShop } from './collectWorld.ts';

type ContestInput = VerbInput<typeof loyaltyContract.saveContest>['contest'];
type EnterInput = VerbInput<typeof loyaltyContract.enterContest>;

async function contestShop(different: Partial<ContestInput> = {}) {
  const shop = await openGameShop();
  const contest: ContestInput = {
    contestId: shop.newId(),
    name: { uz: 'Eng chiroyli dasturxon' },
    kind: 'photo',
    from: '2026-11-22',
    to: '2026-11-25',
    prizes: ['Choynak', 'Piyola'],
    stampCardId: null,
    ...different,
  };
  await shop.own(saveContest, { contest });
  const { contestId } = contest;
  let phones = 0;
  const enter = (customerId: string, what: Partial<EnterInput> = {}) => {
    shop.clock.pass(60);
    return shop.own(enterContest, { contestId, customerId, note: '', guess: null, isShown: true, ...what });
  };
  const person = (name: string) => shop.newCustomer(`+99890111220${phones++}`, null, name);
  const table = async () => (await shop.call(showContest, { contestId })).entries;
  return { shop, contest, contestId, enter, person, table };
}

test('the jury’s points give the places; only who agreed stands in the table, with the first name', async () => {
  const { shop, contestId, enter, person, table } = await contestShop();
  const [dilnoza, timur, aziza] = [
    await person('Karimova Dilnoza'),
    await person('Timur'),
    await person('Aziza'),
  ];
  await enter(dilnoza, { note: 'Palov' });
  await enter(timur, { isShown: false });
  await enter(aziza);
  const before = await table();
  const idOf = (customerId: string) => before.find((entry) => entry.customerId === customerId)?.entryId ?? '';
  await shop.own(judgeEntry, { entryId: idOf(timur), points: 9 });
  await shop.own(judgeEntry, { entryId: idOf(dilnoza), points: 7 });
  await shop.own(judgeEntry, { entryId: idOf(dilnoza), points: 9 });
  expect(await shop.refusal(shop.own(closeContest, { contestId, answer: null }))).toMatchObject({
    code: 'ContestRunning',
    data: { to: '2026-11-25' },
  });
  shop.goTo('26');
  await shop.own(closeContest, { contestId, answer: null });
  expect(await table()).toMatchObject([
    { name: 'Karimova Dilnoza', publicName: 'Dilnoza', place: 1, prize: 'Choynak', note: 'Palov' },
    { name: 'Timur', publicName: '', place: 1, prize: 'Piyola' },
    { name: 'Aziza', publicName: 'Aziza', place: null, prize: null },
  ]);
  expect((await shop.refusal(shop.own(judgeEntry, { entryId: idOf(aziza), points: 10 }))).code).toBe(
    'ContestClosed',
  );
  expect((await shop.refusal(shop.own(closeContest, { contestId, answer: null }))).code).toBe(
    'ContestClosed',
  );
  expect((await shop.call(listContests, {})).contests).toMatchObject([
    { contestId, state: 'closed', entries: 3 },
  ]);
});

test('the nearest guess wins, and whoever guesses anew loses the early place in the row', async () => {
  const { shop, contestId, enter, person, table } = await contestShop({ kind: 'guess' });
  const [a, b] = [await person('Aziza'), await person('Bobur')];
  expect((await shop.refusal(enter(a))).code).toBe('GuessNeeded');
  await enter(a, { guess: 100 });
  await enter(b, { guess: 520 });
  await enter(a, { guess: 480 });
  expect(await shop.db.selectFrom('contest_entry').selectAll().execute()).toHaveLength(2);
  shop.goTo('26');
  expect((await shop.refusal(shop.own(closeContest, { contestId, answer: null }))).code).toBe('AnswerNeeded');
  await shop.own(closeContest, { contestId, answer: 500 });
  expect(await table()).toMatchObject([
    { customerId: b, guess: 520, place: 1, prize: 'Choynak' },
    { customerId: a, guess: 480, place: 1, prize: 'Piyola' },
  ]);
});

test('most stamps counts those of its days, also those that became rewards, less what came back', async () => {
  const { shop, contestId, enter, table, contest } = await contestShop();
  const stampCardId = await shop.makeStampCard({ needed: 2 });
  const other = { ...contest, contestId: shop.newId(), kind: 'mostStamps' } as const;
  expect((await shop.refusal(shop.own(saveContest, { contest: other }))).code).toBe('StampCardNeeded');
  await shop.own(saveContest, { contest: { ...contest, kind: 'mostStamps', stampCardId } });
  const a = await shop.cardHolder('+998901112233');
  const b = await shop.cardHolder('+998905556677');
  const nobody = await shop.cardHolder('+998907778899');
  await shop.buy(a.card, 'a', 'a', 'a');
  await shop.buy(b.card, 'a', 'a');
  await shop.buy(b.card, 'b');
  const back = await shop.buy(b.card, 'a', 'a', 'a');
  await shop.buy(nobody.card, 'a', 'a', 'a', 'a', 'a', 'a', 'a');
  await enter(a.customerId);
  await enter(b.customerId);
  expect(await table()).toMatchObject([
    { customerId: b.customerId, stamps: 4 },
    { customerId: a.customerId, stamps: 3 },
  ]);
  await shop.giveBack(back.saleId);
  shop.goTo('26');
  await shop.buy(b.card, 'a', 'a', 'a', 'a', 'a', 'a');
  await shop.own(closeContest, { contestId, answer: null });
  expect(await table()).toMatchObject([
    { customerId: a.customerId, stamps: 3, place: 1 },
    { customerId: b.customerId, stamps: 2, place: 2 },
  ]);
});

test('nobody enters without a phone, before it begins or after it is over', async () => {
  const { shop, enter, person } = await contestShop({ from: '2026-11-23' });
  const a = await person('Aziza');
  expect((await shop.refusal(enter(a))).code).toBe('ContestNotRunning');
  shop.goTo('23');
  const [instant = ''] = await shop.newCards();
  await shop.cashier.scan(instant);
  const unknown = shop.cashier.seen().customer?.customerId ?? '';
  expect((await shop.refusal(enter(unknown))).code).toBe('NeedsPhone');
  await enter(a);
  shop.goTo('26');
  expect((await shop.refusal(enter(a))).code).toBe('ContestNotRunning');
});

test('once somebody entered, what counts and the prizes stay as they were told', async () => {
  const { shop, contest, enter, person } = await contestShop();
  const change = (different: Partial<ContestInput>) =>
    shop.own(saveContest, { contest: { ...contest, ...different } });
  await change({ prizes: ['Choynak'] });
  await enter(await person('Aziza'));
  expect((await shop.refusal(change({ kind: 'guess', prizes: ['Choynak'] }))).code).toBe('ContestBegun');
  expect((await shop.refusal(change({ prizes: ['Qoshiq'] }))).code).toBe('ContestBegun');
  await change({ prizes: ['Choynak'], to: '2026-11-28' });
  expect((await shop.refusal(change({ to: '2026-11-21' }))).code).toBe('DaysWrong');
});

test('two customers who are one have one entry: the earlier one', async () => {
  const { shop, enter, person, table } = await contestShop();
  const [a, b] = [await person('Aziza'), await person('Bobur')];
  await enter(b, { note: 'birinchi' });
  await enter(a, { note: 'ikkinchi' });
  await shop.merge(a, b);
  expect(await table()).toMatchObject([{ customerId: a, note: 'birinchi' }]);
  expect(await table()).toHaveLength(1);
});
