/** Which goods a rule is about, as the form shows it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  allGoods,
  noGoodsYet,
  scopeFormOf,
  scopeOf,
  withGoods,
  withoutGoods,
} from '../../../renderer/promotion/scopeForm.ts';
import type { Scope } from '../../../shared/promotion/scope.ts';
import { anyScope } from './everyPromotion.ts';

const tea: Scope = { kind: 'categories', categoryIds: ['tea'] };
const green: Scope = { kind: 'products', productIds: ['green', 'oolong'] };

describe('a scope in the form', () => {
  test.each<[string, Scope, object]>([
    ['all goods', { kind: 'all' }, allGoods],
    ['one category', tea, { ...noGoodsYet, include: [{ kind: 'categories', ids: ['tea'] }] }],
    [
      'products or a category, but not what is tagged',
      {
        kind: 'except',
        scope: { kind: 'anyOf', scopes: [green, tea] },
        without: { kind: 'tags', tags: ['new'] },
      },
      {
        ...noGoodsYet,
        include: [
          { kind: 'products', ids: ['green', 'oolong'] },
          { kind: 'categories', ids: ['tea'] },
        ],
        exclude: [{ kind: 'tags', ids: ['new'] }],
      },
    ],
    ['what expires soon', { kind: 'expiresWithin', days: 3 }, { ...allGoods, expiring: { days: 3 } }],
    [
      'tea that expires soon',
      { kind: 'allOf', scopes: [tea, { kind: 'expiresWithin', days: 5 }] },
      { ...noGoodsYet, include: [{ kind: 'categories', ids: ['tea'] }], expiring: { days: 5 } },
    ],
  ])('%s', (_, scope, form) => {
    expect(scopeFormOf(scope)).toEqual(form);
  });

  test.each<[string, Scope]>([
    ['goods that are of two groups at once', { kind: 'allOf', scopes: [tea, green] }],
    [
      'exceptions from exceptions',
      { kind: 'except', scope: tea, without: { kind: 'except', scope: green, without: tea } },
    ],
    ['all goods or tea', { kind: 'anyOf', scopes: [{ kind: 'all' }, tea] }],
    ['a choice of one', { kind: 'anyOf', scopes: [tea] }],
  ])('%s are kept, because the form cannot show them', (_, scope) => {
    expect(scopeFormOf(scope)).toEqual({ kind: 'kept', scope });
  });

  it('is the same scope again', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        expect(scopeOf(scopeFormOf(scope))).toEqual(scope);
      }),
    );
  });
});

describe('choosing goods', () => {
  const chosen = withGoods(withGoods([], 'products', 'green'), 'tags', 'new');

  it('adds to the group of its kind', () => {
    expect(withGoods(chosen, 'products', 'oolong')).toEqual([
      { kind: 'products', ids: ['green', 'oolong'] },
      { kind: 'tags', ids: ['new'] },
    ]);
  });

  it('chooses the same thing once', () => {
    expect(withGoods(chosen, 'products', 'green')).toEqual(chosen);
  });

  it('takes a group away with its last goods', () => {
    expect(withoutGoods(chosen, 'tags', 'new')).toEqual([{ kind: 'products', ids: ['green'] }]);
  });
});
