import { expect, test } from 'vitest';
import { openCounter } from './counter.ts';
test('x', async () => {
  const t = performance.now();
  const shop = await openCounter();
  console.log('open', performance.now() - t);
  const { cashier } = shop;
  await cashier.put('a', 'a', 'b', 'c');
  const done = await cashier.pay({ receivedCashSom: 80_000 });
  console.log(done, performance.now() - t);
  expect(1).toBe(1);
});
test('y', async () => {
  const t = performance.now();
  await openCounter();
  console.log('open', performance.now() - t);
});
