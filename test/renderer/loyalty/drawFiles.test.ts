/** The files of a draw: the same winners follow from them that the till found, and nothing of a customer beyond a name. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jsonFile, publishedDraw, ticketTable } from '../../../renderer/loyalty/drawFiles.ts';
import type { Draw } from '../../../renderer/loyalty/drawState.ts';
import { commitmentOf, drawWinners } from '../../../shared/loyalty/draw.ts';
import { checkDraw, publishedDrawSchema } from '../../../shared/loyalty/publishedDraw.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const seed = '7f'.repeat(32);

const draw: Draw = {
  drawId: '01930000-0000-7000-8000-000000000001',
  name: { uz: 'Yangi yil' },
  from: businessDay('2026-12-01'),
  to: businessDay('2026-12-31'),
  eachSom: som(50_000),
  scope: { kind: 'all' },
  prizes: ['Televizor', 'Choy', 'Choy'],
  isOncePerCustomer: true,
  state: 'drawn',
  tickets: 6,
  customers: 4,
  commitment: commitmentOf(seed, hash),
  seed,
  drawnAt: '2027-01-01T10:00:00.000Z' as Instant,
};

/** Six tickets of four customers; the last one came back with its goods. */
const tickets = [
  { number: 1, isVoid: false, publicName: 'Dilnoza …67', holder: 'a1' },
  { number: 2, isVoid: false, publicName: 'Sardor …12', holder: 'b2' },
  { number: 3, isVoid: false, publicName: 'Dilnoza …67', holder: 'a1' },
  { number: 4, isVoid: false, publicName: '=HYPERLINK("x")', holder: 'c3' },
  { number: 5, isVoid: false, publicName: 'Sardor …12', holder: 'b2' },
  { number: 6, isVoid: true, publicName: 'Nodira …90', holder: 'd4' },
];

const words = { number: 'Chipta', name: 'Mijoz', holder: 'Egasi', isVoid: 'Bekor', yes: 'ha' };

describe('the file to check a draw with', () => {
  it('leads anyone to the winners of the till', async () => {
    const published = publishedDraw(draw, tickets);
    if (published === null) throw new Error('a draw that was held is published');
    const read = publishedDrawSchema.parse(JSON.parse(await jsonFile(published).text()));
    const checked = checkDraw(read, hash);
    const valid = tickets
      .filter(({ isVoid }) => !isVoid)
      .map(({ number, holder }) => ({ number, customerId: holder }));
    expect(checked.isPromised).toBe(true);
    expect(checked.winners.map(({ ticketNumber }) => ticketNumber)).toEqual(
      drawWinners(seed, valid, 3, hash).map(({ number }) => number),
    );
    expect(checked.winners.map(({ prize }) => prize)).toEqual(['Televizor', 'Choy', 'Choy']);
  });

  it('does not exist before the draw is held, because the seed is still a secret', () => {
    expect(publishedDraw({ ...draw, state: 'open', seed: null, drawnAt: null }, tickets)).toBeNull();
  });
});

describe('the table of tickets', () => {
  it('has a line for each, tells the void one, and no name can become a formula', async () => {
    const lines = (await ticketTable(tickets, words).text()).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('Chipta;Mijoz;Egasi;Bekor');
    expect(lines[1]).toBe('1;Dilnoza …67;a1;');
    expect(lines[4]).not.toMatch(/;=/);
    expect(lines[6]).toBe('6;Nodira …90;d4;ha');
  });
});
