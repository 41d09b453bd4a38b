/** The goods of a rule as the form shows them: all or chosen ones, those that expire soon, and exceptions. */
import { type Scope, scopeSchema } from '../../shared/promotion/scope.ts';

export type GoodsKind = 'products' | 'categories' | 'brands' | 'tags';

/** Goods chosen one way; for tags the ids are the words themselves. */
export interface GoodsGroup {
  readonly kind: GoodsKind;
  readonly ids: readonly string[];
}

export interface ChosenGoods {
  readonly kind: 'chosen';
  readonly isAll: boolean;
  /** Any of these; nothing while `isAll`. */
  readonly include: readonly GoodsGroup[];
  /** Only goods whose last day is at most so many days away; `days` is null while nothing is typed. */
  readonly expiring: { readonly days: number | null } | null;
  readonly exclude: readonly GoodsGroup[];
}

/** A scope that the form cannot show in full is kept and saved as it was. */
export type ScopeForm = ChosenGoods | { readonly kind: 'kept'; readonly scope: Scope };

export const allGoods: ChosenGoods = {
  kind: 'chosen',
  isAll: true,
  include: [],
  expiring: null,
  exclude: [],
};

export const noGoodsYet: ChosenGoods = { ...allGoods, isAll: false };

/**
 * The form of a scope.
 *
 * | scope                                       | form                              |
 * |---------------------------------------------|-----------------------------------|
 * | all                                         | all goods                         |
 * | tea or coffee but not gift boxes            | chosen goods, with an exception   |
 * | tea that expires within 3 days              | chosen goods, expiring            |
 * | all but (tea but not green tea)             | kept: exceptions from exceptions  |
 */
export function scopeFormOf(scope: Scope): ScopeForm {
  const chosen = chosenOf(scope);
  const isSame = chosen !== null && textOf(scopeOf(chosen)) === textOf(scope);
  return isSame ? chosen : { kind: 'kept', scope };
}

const textOf = (scope: unknown) => JSON.stringify(scopeSchema.safeParse(scope).data);

function chosenOf(scope: Scope): ChosenGoods | null {
  if (scope.kind !== 'except') return includedOf(scope);
  const included = includedOf(scope.scope);
  const exclude = groupsOf(scope.without);
  return included === null || exclude === null ? null : { ...included, exclude };
}

function includedOf(scope: Scope): ChosenGoods | null {
  if (scope.kind === 'all') return allGoods;
  if (scope.kind === 'expiresWithin') return { ...allGoods, expiring: { days: scope.days } };
  if (scope.kind !== 'allOf') {
    const include = groupsOf(scope);
    return include === null ? null : { ...noGoodsYet, include };
  }
  const [goods, expiring] = scope.scopes;
  const include = goods === undefined ? null : groupsOf(goods);
  if (include === null || expiring?.kind !== 'expiresWithin') return null;
  return { ...noGoodsYet, include, expiring: { days: expiring.days } };
}

function groupsOf(scope: Scope): readonly GoodsGroup[] | null {
  switch (scope.kind) {
    case 'products':
      return [{ kind: 'products', ids: scope.productIds }];
    case 'categories':
      return [{ kind: 'categories', ids: scope.categoryIds }];
    case 'brands':
      return [{ kind: 'brands', ids: scope.brandIds }];
    case 'tags':
      return [{ kind: 'tags', ids: scope.tags }];
    case 'anyOf': {
      const groups = scope.scopes.map((part) => (part.kind === 'anyOf' ? null : groupsOf(part)));
      return groups.every((each) => each !== null) ? groups.flat() : null;
    }
    default:
      return null;
  }
}

/** What the form says as a scope; not one yet while goods or days are missing, which the schema then tells. */
export function scopeOf(form: ScopeForm): unknown {
  if (form.kind === 'kept') return form.scope;
  const included = includedScopeOf(form);
  const exclude = form.exclude.filter(({ ids }) => ids.length > 0);
  return exclude.length === 0
    ? included
    : { kind: 'except', scope: included, without: scopeOfGroups(exclude) };
}

function includedScopeOf({ isAll, include, expiring }: ChosenGoods): unknown {
  const expires = expiring === null ? null : { kind: 'expiresWithin', days: expiring.days };
  if (isAll) return expires ?? { kind: 'all' };
  const goods = scopeOfGroups(include.filter(({ ids }) => ids.length > 0));
  return expires === null ? goods : { kind: 'allOf', scopes: [goods, expires] };
}

function scopeOfGroups(groups: readonly GoodsGroup[]): unknown {
  const [first, ...others] = groups;
  if (first === undefined) return { kind: 'products', productIds: [] };
  return others.length === 0 ? scopeOfGroup(first) : { kind: 'anyOf', scopes: groups.map(scopeOfGroup) };
}

function scopeOfGroup({ kind, ids }: GoodsGroup): unknown {
  switch (kind) {
    case 'products':
      return { kind, productIds: ids };
    case 'categories':
      return { kind, categoryIds: ids };
    case 'brands':
      return { kind, brandIds: ids };
    case 'tags':
      return { kind, tags: ids };
  }
}

/** The groups with one more thing chosen; what is there already stays there once. */
export function withGoods(groups: readonly GoodsGroup[], kind: GoodsKind, id: string): readonly GoodsGroup[] {
  const group = groups.find((each) => each.kind === kind);
  if (group === undefined) return [...groups, { kind, ids: [id] }];
  if (group.ids.includes(id)) return groups;
  return groups.map((each) => (each === group ? { kind, ids: [...each.ids, id] } : each));
}

export function withoutGoods(
  groups: readonly GoodsGroup[],
  kind: GoodsKind,
  id: string,
): readonly GoodsGroup[] {
  return groups
    .map((each) => (each.kind === kind ? { kind, ids: each.ids.filter((other) => other !== id) } : each))
    .filter(({ ids }) => ids.length > 0);
}
