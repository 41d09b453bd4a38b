/** An import asks before it gives a balance to somebody else, leaves no empty groups, and forgets people who are erased. */
import { expect, test } from 'vitest';
import { findCustomer } from '../../../electron/customer/find.ts';
import { importWorld } from './importWorld.ts';

const malika = { name: 'Malika Rahimova', phone: '911112233' };

test('a known phone under another name brings a balance only when the person says that it is the same one', async () => {
  const world = await importWorld();
  await world.bring('customers', [malika]);
  const cells = { name: 'Botir Aliyev', phone: '911112233', bonus: '5000' };
  const importId = await world.check('customers', [cells]);
  expect(await world.verdicts(importId)).toMatchObject([{ verdict: 'error', notes: ['nameOfAnother'] }]);
  const { row } = await world.ask(world.verbs.changeRow, {
    importId,
    row: 2,
    cells: { ...cells, samePerson: 'yes' },
  });
  expect(row).toMatchObject({ verdict: 'update', notes: [{ code: 'nameKept', hint: 'Malika Rahimova' }] });
  const plain = await world.check('customers', [{ name: 'Botir Aliyev', phone: '911112233', visits: '3' }]);
  expect(await world.verdicts(plain)).toMatchObject([{ verdict: 'update', notes: ['nameKept'] }]);
});

test('categories that only the import made and nobody uses go out with it', async () => {
  const world = await importWorld();
  await world.bring('products', [{ name: 'Choy', price: '10000', category: 'Ichimlik' }]);
  world.setClock('2026-11-22T09:00:00.000Z');
  const importId = await world.bring('products', [
    { name: 'Non', price: '4000', category: 'Nonlar' },
    { name: 'Sut', price: '9000', category: 'Ichimlik' },
  ]);
  await world.ask(world.verbs.undo, { importId });
  const names = await world.db.selectFrom('category').select('name_json').execute();
  expect(names.map(({ name_json }) => JSON.parse(name_json).uz)).toEqual(['Ichimlik']);
});

test('a typing slip finds whoever came with an import, and nobody once it is undone', async () => {
  const world = await importWorld();
  const importId = await world.bring('customers', [malika]);
  const find = async () =>
    (await world.ask(findCustomer, { text: 'Mailka' })).customers.map(({ name }) => name);
  expect(await find()).toEqual(['Malika Rahimova']);
  await world.ask(world.verbs.undo, { importId });
  expect(await find()).toEqual([]);
  expect(await world.db.selectFrom('name_word').selectAll().execute()).toEqual([]);
});
