/** The owner's pages about the journal: what happened, what to look at first, and whether everything is whole. */
import { expect, test } from 'vitest';
import { exported, seeAttention } from '../../../electron/journal/verbs.ts';
import { attention } from '../../../electron/report/attention.ts';
import { journalDocument, journalPage } from '../../../electron/report/journalPage.ts';
import { verifyVerb } from '../../../electron/report/verifyVerb.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { reportContract } from '../../../shared/report/contract.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const office = 'office';

async function soldShop(): Promise<Counter> {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  await shop.cashier.pay();
  shop.clock.pass(24 * 3600);
  await shop.cashier.put('tv');
  await shop.cashier.pay();
  shop.workAs(shop.ownerId, office);
  return shop;
}

const page = async (shop: Counter, asked: Partial<VerbInput<typeof reportContract.journal>> = {}) => {
  const answer = await shop.call(journalPage, asked, office);
  return { ...answer, kinds: answer.documents.map(({ kind }) => kind) };
};

test('documents stand newest first, with who did it, their number and their sum', async () => {
  const shop = await soldShop();
  const { documents, kinds, nextCursor } = await page(shop);
  expect(kinds.slice(0, 3)).toEqual(['sale', 'sale', 'shiftOpened']);
  expect(kinds.at(-1)).toBe('shopStarted');
  expect(nextCursor).toBeNull();
  expect(documents[0]).toMatchObject({
    number: 2,
    amountSom: 1_000_000,
    personName: 'Kassir',
    approverName: null,
    businessDay: '2026-11-23',
  });
});

test('pages follow one another without a gap or a double', async () => {
  const shop = await soldShop();
  const all = (await page(shop)).documents.map(({ sequence }) => sequence);
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const next = await page(shop, { limit: 3, cursor });
    seen.push(...next.documents.map(({ sequence }) => sequence));
    cursor = next.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(all);
});

test('kinds, people, days and a receipt can be asked for', async () => {
  const shop = await soldShop();
  expect((await page(shop, { kinds: ['shiftOpened'] })).kinds).toEqual(['shiftOpened']);
  expect((await page(shop, { personId: shop.cashierId })).kinds).toEqual(['sale', 'sale', 'shiftOpened']);
  expect((await page(shop, { from: '2026-11-23' })).kinds).toEqual(['sale']);
  expect((await page(shop, { to: '2026-11-01' })).kinds).toEqual(['shopStarted']);
  expect((await page(shop, { receiptNumber: 1 })).documents).toMatchObject([{ kind: 'sale', number: 1 }]);
  expect((await page(shop, { receiptNumber: 9 })).kinds).toEqual([]);
});

test('one document is shown as the chain keeps it', async () => {
  const shop = await soldShop();
  const [sale] = (await page(shop)).documents;
  const shown = await shop.call(journalDocument, { sequence: sale?.sequence ?? 0 }, office);
  expect(JSON.parse(shown.contentJson)).toMatchObject({
    kind: 'sale',
    content: { number: 2, netSom: 1_000_000 },
  });
  expect(shown.hash).toMatch(/^[0-9a-f]{64}$/);
  const missing = await shop.refusal(shop.call(journalDocument, { sequence: 999 }, office));
  expect(missing.code).toBe('NotFound');
});

test('a cashier sees neither the journal nor what the owner should look at', async () => {
  const shop = await soldShop();
  for (const verb of [shop.call(journalPage, {}), shop.call(attention, {})]) {
    expect((await shop.refusal(verb)).code).toBe('NotAllowed');
  }
});

test('what the owner has looked at is no news any more; everything stays to be read', async () => {
  const shop = await soldShop();
  const settings = { ...defaultSettings, name: 'Sinov', timeZone: 'Asia/Almaty' };
  await shop.call(changeSettings, { intentionId: shop.newId(), settings }, office);
  const { items, unseen } = await shop.call(attention, {}, office);
  expect(unseen).toBe(1);
  expect(items).toMatchObject([
    { kind: 'timeZoneChanged', personName: 'Egasi', seenAt: null, data: { after: 'Asia/Almaty' } },
  ]);
  const ids = items.map(({ id }) => id);
  expect(await shop.call(seeAttention, { intentionId: shop.newId(), ids }, office)).toEqual({ unseen: 0 });
  expect((await shop.call(attention, {}, office)).items).toEqual([]);
  expect((await shop.call(attention, { withSeen: true }, office)).items).toMatchObject([
    { kind: 'timeZoneChanged', seenAt: shop.clock.now },
  ]);
});

test('a list that was saved as a file stands in the journal with its length', async () => {
  const shop = await soldShop();
  await shop.call(exported, { intentionId: shop.newId(), what: 'bonusReport', rows: 12 }, office);
  const [{ sequence = 0 } = {}] = (await page(shop, { kinds: ['exported'] })).documents;
  const shown = await shop.call(journalDocument, { sequence }, office);
  expect(JSON.parse(shown.contentJson).content).toEqual({ what: 'bonusReport', rows: 12 });
});

test('the button proves what the command proves, and names the first document that is not as it was written', async () => {
  const shop = await soldShop();
  await shop.till.parts.journal.settle();
  const whole = await shop.call(verifyVerb(shop.till.parts), {}, office);
  expect(whole.firstBroken).toBeNull();
  expect(whole.checks.filter(({ wrong }) => wrong > 0)).toEqual([]);
  expect(new Set(whole.checks.map(({ group }) => group))).toContain('journal');
  await shop.db.updateTable('shift').set({ float_som: 99_000 }).execute();
  const broken = await shop.call(verifyVerb(shop.till.parts), {}, office);
  expect(broken.firstBroken).toMatchObject({ kind: 'shiftOpened', fault: 'content', receiptNumber: null });
});
