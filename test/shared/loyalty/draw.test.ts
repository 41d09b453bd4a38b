/** Draws: tickets for what was spent, winners that anyone can compute again, and what is published of people. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commitmentOf,
  type DrawTicket,
  drawWinners,
  isPromised,
  ticketsFor,
} from '../../../shared/loyalty/draw.ts';
import { firstNameOf, publicNameOf } from '../../../shared/loyalty/publicName.ts';
import { checkDraw } from '../../../shared/loyalty/publishedDraw.ts';
import type { StampedLine } from '../../../shared/loyalty/stamps.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { wholeBasket } from '../../../shared/promotion/scope.ts';
import { businessDay } from '../../../shared/time.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const today = businessDay('2026-11-22');

const tickets: readonly DrawTicket[] = [
  { number: 1, customerId: 'a' },
  { number: 2, customerId: 'a' },
  { number: 3, customerId: 'b' },
  { number: 4, customerId: 'c' },
];

describe('a draw', () => {
  it('shows at the end the seed that it promised at the beginning', () => {
    const commitment = commitmentOf('bahor-2026', sha256);
    expect(isPromised('bahor-2026', commitment, sha256)).toBe(true);
    expect(isPromised('bahor-2027', commitment, sha256)).toBe(false);
  });

  it('names the ticket that its published hash names', () => {
    const first = Number.parseInt(sha256('seed:1').slice(0, 13), 16) % 4;
    const [winner] = drawWinners('seed', [...tickets].reverse(), 1, sha256);
    expect(winner).toEqual({ ...tickets[first], place: 1 });
  });

  it('gives a person one prize, or several where the shop says so, and no prize without a ticket', () => {
    expect(
      drawWinners('seed', tickets, 9, sha256)
        .map((each) => each.customerId)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    const all = drawWinners('seed', tickets, 9, sha256, { oncePerCustomer: false });
    expect(all.map((each) => each.number).sort()).toEqual([1, 2, 3, 4]);
    expect(drawWinners('seed', [], 3, sha256)).toEqual([]);
  });

  it('is the same for everybody who computes it, and fair enough: each of four tickets wins about a quarter', () => {
    const wins = [0, 0, 0, 0];
    for (let at = 0; at < 4000; at += 1) {
      const [winner] = drawWinners(`s${at}`, tickets, 1, sha256);
      wins[(winner?.number ?? 1) - 1] = (wins[(winner?.number ?? 1) - 1] ?? 0) + 1;
    }
    for (const count of wins) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('the published list', () => {
  const seed = 'ab'.repeat(32);

  it('by the words of its own header, without the till’s code: SHA-256 modulo the tickets that are left', () => {
    const published = fc.array(
      fc.record({ holder: fc.constantFrom('a', 'b', 'c', 'd'), isVoid: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 6 }), fc.boolean(), (rows, prizes, once) => {
        const list = rows.map((row, index) => ({ ...row, number: index + 1, publicName: `n${index + 1}` }));
        const expected: number[] = [];
        const out = new Set<number>();
        for (let place = 1; place <= prizes; place += 1) {
          const left = list.filter(({ number, isVoid }) => !isVoid && !out.has(number));
          if (left.length === 0) break;
          const hash = createHash('sha256').update(`${seed}:${place}`).digest();
          // 13 hexadecimal digits are six bytes and the upper half of the seventh.
          const value = BigInt(hash.readUIntBE(0, 6)) * 16n + BigInt((hash[6] ?? 0) >> 4);
          const winner = left[Number(value % BigInt(left.length))];
          if (winner === undefined) break;
          expected.push(winner.number);
          for (const { number, holder } of list) {
            if (number === winner.number || (once && holder === winner.holder)) out.add(number);
          }
        }
        const checked = checkDraw(
          {
            seed,
            commitment: createHash('sha256').update(`daftar-draw:${seed}`).digest('hex'),
            prizes: Array.from({ length: prizes }, (_, index) => `p${index + 1}`),
            oncePerCustomer: once,
            tickets: list,
          },
          sha256,
        );
        expect(checked.isPromised).toBe(true);
        expect(checked.winners.map(({ ticketNumber }) => ticketNumber)).toEqual(expected);
        expect(checked.winners.map(({ prize, publicName }) => [prize, publicName])).toEqual(
          expected.map((number, index) => [`p${index + 1}`, `n${number}`]),
        );
      }),
    );
  });

  it('with another seed than the promised one is seen', () => {
    const draw = { seed: 'other', prizes: ['p'], oncePerCustomer: true, tickets: [] };
    expect(checkDraw({ ...draw, commitment: commitmentOf(seed, sha256) }, sha256).isPromised).toBe(false);
  });
});

describe('tickets for what was spent', () => {
  const line = (categoryId: string, net: number): StampedLine => ({
    productId: 'p',
    categoryId,
    quantityThousandths: thousandths(1000),
    grossSom: som(net + 5_000),
    netSom: som(net),
    adjustments: [],
  });
  it.each([
    [100_000, [99_999], 0],
    [100_000, [60_000, 45_000], 1],
    [100_000, [200_000], 2],
    [null, [500_000], 0],
  ] as const)('one for each %s: lines of %j bring %i', (each, nets, count) => {
    const draw = { eachSom: each === null ? null : som(each), scope: wholeBasket };
    const lines = nets.map((net) => line('tea', net));
    expect(ticketsFor(draw, lines, today)).toBe(count);
  });

  it('count only the goods of the draw', () => {
    const draw = { eachSom: som(10_000), scope: { kind: 'categories', categoryIds: ['tea'] } } as const;
    expect(ticketsFor(draw, [line('tea', 25_000), line('rice', 90_000)], today)).toBe(2);
  });
});

describe('what is published of a person', () => {
  it.each([
    ['Dilnoza Karimova', 'Dilnoza'],
    ['Karimova Dilnoza Akmalovna', 'Dilnoza'],
    ['Каримов Тимур', 'Тимур'],
    ['Aliyev Oʻktam Rustam oʻgʻli', 'Oʻktam'],
    ['Sardor', 'Sardor'],
    ['Eva', 'Eva'],
    ['Karimova', ''],
    ['', ''],
  ])('of %s is the first name %s', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });

  it('is never more of the phone than its last two digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+998[0-9]{9}$/), (phone) => {
        expect(publicNameOf({ name: 'Dilnoza Karimova', phone })).toBe(`Dilnoza …${phone.slice(-2)}`);
        expect(publicNameOf({ name: '', phone })).toBe(`…${phone.slice(-2)}`);
      }),
    );
    expect(publicNameOf({ name: '', phone: null })).toBe('');
  });
});
