import { describe, expect, it } from 'vitest';
import { looseGoods, packedGoods } from '../../../electron/command/demoGoods.ts';
import { daysLeftOf, demoCategories, groupOf } from '../../../electron/command/demoGroups.ts';

const keyOf = (name: string) => groupOf(name).category?.key ?? null;

describe('goods of the demo shop', () => {
  it.each([
    ['Чай Lipton Малина', 'tea'],
    ['Молоко ультрапастеризованное 1.5%', 'dairy'],
    ['Птичье молоко', 'sweets'],
    ['Кетчуп чесночный', 'canned'],
    ['Beer Baltika No 5 470ML', 'alcohol'],
    ['Виноград и яблоко', null],
    ['Pomidor', 'greens'],
    ['Paket', null],
  ])('stand where their name tells: %s', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  it('carry the brand that their name begins with, whatever letters it is typed in', () => {
    expect(groupOf('Ulker Bizim Spaghetti').brand).toBe('Ülker');
    expect(groupOf('Çaykur Rize').brand).toBe('Çaykur');
    expect(groupOf('Ulkerim').brand).toBeNull();
  });

  it('are never discounted when they are alcohol', () => {
    expect(demoCategories.filter((each) => each.isNeverDiscounted).map((each) => each.key)).toEqual([
      'alcohol',
    ]);
  });

  it('have their last day within three weeks only where they go off', () => {
    const days = [...looseGoods(), ...packedGoods()].flatMap(({ name, barcode }) => {
      const { category } = groupOf(name.uz ?? '');
      const left = daysLeftOf(barcode, category);
      return left === null ? [] : [{ left, goesOff: category?.goesOff }];
    });
    expect(days.length).toBeGreaterThan(30);
    expect(days.every(({ left, goesOff }) => left >= 0 && left < 22 && goesOff === true)).toBe(true);
  });
});
