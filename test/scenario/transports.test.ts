/** The same first day, asked in process and over the loopback's socket, gets the same answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../electron/command/seededRandom.ts';
import { newId as newIdAt } from '../../electron/ids.ts';
import { type Loopback, serveLoopback } from '../../electron/shell/loopback.ts';
import { openTill, type Till } from '../../electron/till.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import type { TillClient } from './client.ts';
import { comparable } from './comparable.ts';
import { liveFirstDay, type Step } from './firstDay.ts';
import { connectSocket, cookieOf, type SocketClient } from './socketClient.ts';

const random = seededRandom(3);
const newId = () => newIdAt(instantFromMilliseconds(Date.now()), random.bytes);
const folder = () => mkdtempSync(join(tmpdir(), 'daftar-day-'));

async function dayInProcess(): Promise<readonly Step[]> {
  const directory = folder();
  const till = await openTill({ dataDirectory: directory, shell: 'browser' });
  try {
    const client = createRouterClient(till.router, { context: { key: 'window' } });
    return await liveFirstDay(client as unknown as TillClient, newId, join(directory, 'papers'));
  } finally {
    await till.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

let directory: string;
let till: Till;
let loopback: Loopback;
let socket: SocketClient;
let overSocket: readonly Step[];
let inProcess: readonly Step[];

beforeAll(async () => {
  inProcess = await dayInProcess();
  directory = folder();
  till = await openTill({ dataDirectory: directory, shell: 'browser' });
  const handler = new RPCHandler(till.router);
  loopback = await serveLoopback({
    screens: new Map(),
    port: 0,
    secret: 'of this test',
    onClient: (client, key) => void handler.upgrade(client, { context: till.context({ key }) }),
  });
  const address = loopback.newAddress();
  socket = await connectSocket(address, await cookieOf(address));
  overSocket = await liveFirstDay(socket.client, newId, join(directory, 'papers'));
}, 120_000);

afterAll(async () => {
  socket.close();
  await loopback.close();
  await till.close();
  rmSync(directory, { recursive: true, force: true });
});

const refusalsOf = (steps: readonly Step[]) =>
  Object.fromEntries(
    steps.flatMap((step) => ('code' in step ? [[step.step, [step.code, step.isDeclared, step.data]]] : [])),
  );

describe('the first day over the loopback', () => {
  test('is answer by answer the day in process', () => {
    expect(comparable(overSocket)).toBe(comparable(inProcess));
  });

  test('refuses with the code and the numbers that the screen needs', () => {
    const id = expect.any(String);
    expect(refusalsOf(overSocket)).toMatchObject({
      'nobody is in yet': ['LogInNeeded', true, {}],
      'an easy PIN': ['WeakPin', true, {}],
      'a shop without a name': ['BAD_REQUEST', false, { issues: expect.any(Array) }],
      'a second first start': ['ShopAlreadyStarted', true, {}],
      'a wrong PIN': ['WrongSecret', true, { triesLeft: expect.any(Number) }],
      'goods by a cashier': ['NotAllowed', true, { action: 'catalogue.change' }],
      'goods, wrongly approved': ['ApprovalRefused', true, { reason: 'wrongPin' }],
      'a barcode twice': ['BarcodeTaken', true, { barcode: '4780000000014', productName: 'Non' }],
      'a phone twice': ['PhoneTaken', true, { customerId: id, name: 'Malika Karimova' }],
      'shift opened twice': ['ShiftAlreadyOpen', true, {}],
      'paying with a red line': ['UnknownCodeInBasket', true, { code: '4780000000045' }],
      'an old revision': ['BasketChanged', true, { basket: { totalSom: 65_500 } }],
      'an old price': ['PriceChanged', true, { basket: { totalSom: 65_500 } }],
      'too little cash': ['CashTooLittle', true, { missingSom: 64_500 }],
      'the same intention with another payment': ['IntentionConflict', true, {}],
      'a coupon without its customer': ['CouponNeedsCustomer', true, {}],
      'too much bonus': ['BonusAboveCeiling', true, { atMostSom: 20_100 }],
      'the coupon a second time': ['CouponUsed', true, { receiptNumber: 2, redeemedAt: id }],
      'a receipt that is not': ['NotFound', true, {}],
      'the figures, asked by the cashier': ['NotAllowed', true, { action: 'report.today' }],
    });
  });

  test('sells for the sums that the rules give', () => {
    const answerOf = (wanted: string) => {
      const found = overSocket.find((step) => step.step === wanted);
      return found !== undefined && 'answer' in found ? found.answer : null;
    };
    // Bread 2 × 3 500, rice 1.25 kg × 24 000, tea 3 × 9 500 = 65 500; 2 % of it comes back.
    expect(answerOf('sold')).toMatchObject({
      number: 1,
      netSom: 65_500,
      changeSom: 34_500,
      bonusEarnedSom: 1310,
      couponCodes: [expect.stringMatching(/^K/)],
    });
    expect(answerOf('the same intention again')).toEqual(answerOf('sold'));
    // Rice 3 kg × 24 000 less the coupon of 5 000; all 1 310 of bonus are spent.
    expect(answerOf('sold by card')).toMatchObject({ number: 2, netSom: 67_000, bonusSpentSom: 1310 });
    expect(answerOf('the figures')).toMatchObject({
      figures: { netSom: 132_500, receipts: 2, couponsGiven: 2, couponsRedeemed: 1, bonusSpentSom: 1310 },
    });
  });
});

describe('a page on the socket', () => {
  test('hears at once what another window has changed, and of nothing once it has left', async () => {
    const address = loopback.newAddress();
    const other = await connectSocket(address, await cookieOf(address));
    const leaving = new AbortController();
    const news = await other.client.shop.changes({}, { signal: leaving.signal });
    const next = news.next();
    await socket.client.sale.basket({ intentionId: newId() });
    const { people } = await socket.client.staff.people({});
    const personId = people.find((person) => person.role === 'owner')?.id ?? '';
    await socket.client.staff.logIn({ personId, secret: 'a long password' });
    await socket.client.customer.issueCards({ intentionId: newId(), count: 1 });
    expect(await next).toMatchObject({ done: false, value: { topics: [expect.any(String)] } });
    leaving.abort();
    await expect(news.next()).rejects.toThrow();
    await expect.poll(() => till.parts.changes.listeningKeys().size).toBe(0);
    other.close();
  });

  test('is told nothing of a fault inside the till but that it happened', async () => {
    const file = new Sqlite(join(directory, 'daftar.db'));
    file.exec('alter table printer rename to printer_gone');
    try {
      const error = await socket.client.receipt.printers({}).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ORPCError);
      expect(JSON.stringify({ ...(error as ORPCError<string, unknown>) })).not.toMatch(
        /printer|sql|table|\.ts/i,
      );
      expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' });
    } finally {
      file.exec('alter table printer_gone rename to printer');
      file.close();
    }
    expect(await socket.client.receipt.printers({})).toMatchObject({
      printers: [{ connection: { kind: 'file' } }],
    });
  });
});
