/** Draws: a promised seed, tickets at the counter, winners that anyone can compute from what is published. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkDrawText } from '../../../electron/command/draw.ts';
import {
  beginDraw,
  cancelDraw,
  handPrize,
  holdDraw,
  listDraws,
  listDrawTickets,
  showDraw,
} from '../../../electron/loyalty/drawsVerbs.ts';
import { ticketsOf } from '../../../electron/loyalty/inTransaction.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import { type GameShop, openGameShop } from './collectWorld.ts';

type DrawInput = VerbInput<typeof loyaltyContract.beginDraw>['draw'];

async function drawShop(different: Partial<DrawInput> = {}) {
  const shop = await openGameShop();
  const draw: DrawInput = {
    drawId: shop.newId(),
    name: { uz: 'Bahor sovgʻasi' },
    from: '2026-11-22',
    to: '2026-11-25',
    eachSom: 40_000,
    scope: { kind: 'all' },
    prizes: ['Velosiped', 'Choynak'],
    isOncePerCustomer: true,
    ...different,
  };
  const { commitment } = await shop.own(beginDraw, { draw });
  return { shop, draw, drawId: draw.drawId, commitment };
}

/** All that is published of a draw, as a file. */
async function published(shop: GameShop, drawId: string) {
  const { draw } = await shop.call(showDraw(shop.till.parts), { drawId });
  const tickets = [];
  for (let cursor: string | null = null; ; ) {
    const page = (await shop.call(listDrawTickets, { drawId, cursor, limit: 2 })) as {
      tickets: { number: number; isVoid: boolean; publicName: string; holder: string }[];
      nextCursor: string | null;
    };
    tickets.push(...page.tickets);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  const { seed, commitment, prizes, isOncePerCustomer: oncePerCustomer } = draw;
  return { seed, commitment, prizes, oncePerCustomer, tickets };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The winners by nothing but the published words: no function of the till is used. */
function computedByHand({ seed, prizes, oncePerCustomer, tickets }: Awaited<ReturnType<typeof published>>) {
  let left = tickets.filter(({ isVoid }) => !isVoid).sort((a, b) => a.number - b.number);
  return prizes.flatMap((_, index) => {
    if (left.length === 0) return [];
    const value = Number.parseInt(sha256(`${seed}:${index + 1}`).slice(0, 13), 16);
    const won = left[value % left.length];
    if (won === undefined) return [];
    left = left.filter(({ number, holder }) =>
      oncePerCustomer ? holder !== won.holder : number !== won.number,
    );
    return [won.number];
  });
}

async function soldTo(shop: GameShop, names: readonly string[]) {
  const holders = [];
  for (const [index, name] of names.entries()) {
    const [card = ''] = await shop.newCards();
    const customerId = await shop.newCustomer(`+99890111220${index}`, card, name);
    holders.push({ card, customerId });
  }
  return holders;
}

test('tickets are numbered in the order of giving, for each whole sum after discounts and by promotions', async () => {
  const { shop, drawId } = await drawShop();
  const [a, b] = await soldTo(shop, ['Dilnoza Karimova', 'Timur']);
  if (a === undefined || b === undefined) throw new Error('two customers');
  // 91 000: two; 45 500: one; 37 200: none.
  expect((await shop.buy(a.card, 'b', 'b')).ticketNumbers).toEqual([1, 2]);
  expect((await shop.buy(b.card, 'b')).ticketNumbers).toEqual([3]);
  await shop.live({ level: 'basket', benefit: { kind: 'percent', rateBasisPoints: 2_000, atMostSom: null } });
  expect((await shop.buy(b.card, 'b')).ticketNumbers).toEqual([]);
  await shop.live({
    level: 'reward',
    scope: { kind: 'products', productIds: [shop.productIds.c] },
    benefit: { kind: 'tickets', drawId, tickets: 2, per: { kind: 'receipt' } },
  });
  expect((await shop.buy(b.card, 'c')).ticketNumbers).toEqual([4, 5]);
  expect(await ticketsOf(shop.db, b.customerId)).toEqual([
    { drawId, name: { uz: 'Bahor sovgʻasi' }, tickets: [3, 4, 5] },
  ]);
  expect((await shop.call(listDraws(shop.till.parts), {})).draws).toMatchObject([
    { drawId, tickets: 5, customers: 2 },
  ]);
});

test('the seed is promised at once, kept until the draw, and the winners follow from what is published', async () => {
  const { shop, drawId, commitment } = await drawShop();
  const holders = await soldTo(shop, ['Dilnoza Karimova', 'Timur', 'Sardor', 'Aziza']);
  for (const { card } of holders) await shop.buy(card, 'b', 'b');
  expect(await published(shop, drawId)).toMatchObject({ seed: null, commitment });
  expect(await shop.refusal(shop.own(holdDraw, { drawId }))).toMatchObject({
    code: 'DrawNotOver',
    data: { to: '2026-11-25' },
  });
  shop.goTo('26');
  const held = await shop.own(holdDraw, { drawId });
  expect(held).toMatchObject({ winners: 2 });
  expect(sha256(`daftar-draw:${held.seed}`)).toBe(commitment);

  const file = await published(shop, drawId);
  expect(file.tickets).toHaveLength(8);
  const { winners } = await shop.call(showDraw(shop.till.parts), { drawId });
  expect(winners.map(({ ticketNumber }) => ticketNumber)).toEqual(computedByHand(file));
  expect(winners.map(({ prize }) => prize)).toEqual(['Velosiped', 'Choynak']);
  const ran = checkDrawText(JSON.stringify(file));
  expect(ran).toMatchObject({ exitCode: 0, printed: { isPromised: true } });
  expect(ran.printed).toMatchObject({
    winners: winners.map(({ place, prize, ticketNumber, publicName }) => ({
      place,
      prize,
      ticketNumber,
      publicName,
    })),
  });
  const forged = checkDrawText(JSON.stringify({ ...file, seed: 'ff'.repeat(32) }));
  expect(forged).toMatchObject({ exitCode: 1, printed: { isPromised: false } });
});

test('what is published tells a first name, two digits and an opaque holder, and nothing else', async () => {
  const { shop, drawId } = await drawShop();
  const [dilnoza] = await soldTo(shop, ['Karimova Dilnoza']);
  await shop.buy(dilnoza?.card ?? '', 'b', 'b');
  const { tickets } = await published(shop, drawId);
  expect(tickets.map(({ publicName }) => publicName)).toEqual(['Dilnoza …00', 'Dilnoza …00']);
  expect(new Set(tickets.map(({ holder }) => holder)).size).toBe(1);
  expect(JSON.stringify(tickets)).not.toContain(dilnoza?.customerId ?? 'nobody');
});

test('tickets of goods that came back win nothing; after the draw the list stays as it was drawn from', async () => {
  const { shop, drawId } = await drawShop();
  const [a, b] = await soldTo(shop, ['Dilnoza', 'Timur']);
  const returned = await shop.buy(a?.card ?? '', 'b', 'b');
  const kept = await shop.buy(b?.card ?? '', 'b');
  await shop.giveBack(returned.saleId);
  shop.goTo('26');
  expect(await shop.own(holdDraw, { drawId })).toMatchObject({ winners: 1 });
  await shop.giveBack(kept.saleId);
  const file = await published(shop, drawId);
  expect(file.tickets.map(({ isVoid }) => isVoid)).toEqual([true, true, false]);
  const { winners } = await shop.call(showDraw(shop.till.parts), { drawId });
  expect(winners).toMatchObject([{ place: 1, ticketNumber: 3, prize: 'Velosiped', publicName: 'Timur …01' }]);
  expect(computedByHand(file)).toEqual([3]);
});

test('two customers who are one win once in an open draw, and a draw that was held is computed as before', async () => {
  const open = await drawShop({ prizes: ['1', '2', '3'] });
  const [a, b, c] = await soldTo(open.shop, ['Dilnoza', 'Dilnoza', 'Timur']);
  for (const holder of [a, b, c]) await open.shop.buy(holder?.card ?? '', 'b', 'b');
  await open.shop.merge(a?.customerId ?? '', b?.customerId ?? '');
  open.shop.goTo('26');
  expect(await open.shop.own(holdDraw, { drawId: open.drawId })).toMatchObject({ winners: 2 });

  const held = await drawShop({ prizes: ['1', '2', '3'] });
  const three = await soldTo(held.shop, ['Dilnoza', 'Dilnoza', 'Timur']);
  for (const holder of three) await held.shop.buy(holder.card, 'b', 'b');
  held.shop.goTo('26');
  expect(await held.shop.own(holdDraw, { drawId: held.drawId })).toMatchObject({ winners: 3 });
  await held.shop.merge(three[0]?.customerId ?? '', three[1]?.customerId ?? '');
  const { winners } = await held.shop.call(showDraw(held.shop.till.parts), { drawId: held.drawId });
  expect(computedByHand(await published(held.shop, held.drawId))).toEqual(
    winners.map(({ ticketNumber }) => ticketNumber),
  );
  const owners = new Set(winners.map(({ customerId }) => customerId));
  expect(owners).toEqual(new Set([three[0]?.customerId, three[2]?.customerId]));
});

test('a draw begins today or later, is begun once, and is neither held nor cancelled twice', async () => {
  const { shop, draw, drawId } = await drawShop();
  const begin = (different: Partial<DrawInput>) =>
    shop.refusal(shop.own(beginDraw, { draw: { ...draw, drawId: shop.newId(), ...different } }));
  expect((await begin({ from: '2026-11-21' })).code).toBe('DaysWrong');
  expect((await begin({ from: '2026-11-24', to: '2026-11-23' })).code).toBe('DaysWrong');
  expect((await begin({ drawId })).code).toBe('DrawClosed');
  shop.goTo('26');
  expect((await shop.refusal(shop.own(holdDraw, { drawId }))).code).toBe('DrawEmpty');
  await shop.own(cancelDraw, { drawId });
  expect((await shop.refusal(shop.own(cancelDraw, { drawId }))).code).toBe('DrawClosed');
  expect((await shop.refusal(shop.own(holdDraw, { drawId }))).code).toBe('DrawClosed');
  expect((await published(shop, drawId)).seed).toBeNull();
});

test('a prize is handed over once, and the first time is noted', async () => {
  const { shop, drawId } = await drawShop();
  const [a] = await soldTo(shop, ['Dilnoza']);
  await shop.buy(a?.card ?? '', 'b');
  shop.goTo('26');
  await shop.own(holdDraw, { drawId });
  const first = shop.clock.now;
  await shop.own(handPrize, { drawId, place: 1 });
  shop.clock.pass(60);
  await shop.own(handPrize, { drawId, place: 1 });
  expect((await shop.call(showDraw(shop.till.parts), { drawId })).winners).toMatchObject([
    { handedAt: first },
  ]);
  expect((await shop.refusal(shop.own(handPrize, { drawId, place: 2 }))).code).toBe('NotFound');
});

test('one receipt brings ten thousand tickets at most, whatever the draw was set to', async () => {
  const { shop } = await drawShop({ eachSom: 1 });
  const [a] = await soldTo(shop, ['Dilnoza']);
  expect((await shop.buy(a?.card ?? '', 'tv')).ticketNumbers).toHaveLength(10_000);
});

test('a file that is no draw is said to be none', () => {
  expect(checkDrawText('{').exitCode).toBe(2);
  expect(checkDrawText('{"seed": null}').exitCode).toBe(2);
});
