/** News for the screens: every window hears what changed, several changes joined into one. */
import { expect, test } from 'vitest';
import { createChanges } from '../../electron/changes.ts';
import { openCounter } from './sale/counter.ts';

test('a window that waits hears what changed', async () => {
  const changes = createChanges();
  const news = changes.listen('window', undefined);
  const next = news.next();
  changes.announce(['sale', 'shift']);
  expect(await next).toEqual({ done: false, value: { topics: ['sale', 'shift'] } });
});

test('what changes while a window is busy reaches it as one piece of news', async () => {
  const changes = createChanges();
  const news = changes.listen('window', undefined);
  const first = news.next();
  changes.announce(['receipt']);
  await first;
  changes.announce(['sale', 'customer']);
  changes.announce(['customer', 'coupon']);
  expect((await news.next()).value).toEqual({ topics: ['sale', 'customer', 'coupon'] });
});

test('every window hears the same news; nothing is no news', async () => {
  const changes = createChanges();
  const windows = ['first', 'second'].map((key) => changes.listen(key, undefined));
  const next = windows.map((news) => news.next());
  changes.announce([]);
  changes.announce(['receipt']);
  const heard = await Promise.all(next);
  expect(heard.map((each) => each.value)).toEqual([{ topics: ['receipt'] }, { topics: ['receipt'] }]);
});

test('a window is there as long as it listens', async () => {
  const changes = createChanges();
  const leaves = new AbortController();
  const news = changes.listen('window', leaves.signal);
  expect([...changes.listeningKeys()]).toEqual([]);
  const next = news.next();
  expect([...changes.listeningKeys()]).toEqual(['window']);
  leaves.abort();
  expect(await next).toEqual({ done: true, value: undefined });
  expect([...changes.listeningKeys()]).toEqual([]);
});

test('a page that was reloaded is still there when its old connection ends', async () => {
  const changes = createChanges();
  const old = new AbortController();
  const before = changes.listen('window', old.signal).next();
  void changes.listen('window', undefined).next();
  old.abort();
  await before;
  expect([...changes.listeningKeys()]).toEqual(['window']);
});

test('a sale is news for sales, customers, shift and coupons; a refused one is none', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  const news = shop.till.parts.changes.listen('another window', undefined);
  const next = news.next();
  await shop.refusal(shop.cashier.pay({ receivedCashSom: 0 }));
  await shop.cashier.pay();
  const { value } = await next;
  expect([...(value?.topics ?? [])].sort()).toEqual(['coupon', 'customer', 'sale', 'shift']);
});
