/** Which lines of a basket a promotion or a coupon covers. */
import { z } from 'zod';
import type { BasketLine } from '../basket.ts';
import { addDays, type BusinessDay } from '../time.ts';
import { referencesSchema } from './kinds.ts';

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'products'; readonly productIds: readonly string[] }
  | { readonly kind: 'categories'; readonly categoryIds: readonly string[] }
  | { readonly kind: 'brands'; readonly brandIds: readonly string[] }
  /** Goods that carry one of the tags. */
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** Goods whose last day is at most so many days away; those already past it are not sold cheaper but taken away. */
  | { readonly kind: 'expiresWithin'; readonly days: number }
  | { readonly kind: 'anyOf'; readonly scopes: readonly Scope[] }
  | { readonly kind: 'allOf'; readonly scopes: readonly Scope[] }
  /** "All tea but the gift boxes". */
  | { readonly kind: 'except'; readonly scope: Scope; readonly without: Scope };

const nested: z.ZodType<Scope> = z.lazy(() => scopeSchema);

const scopes = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('products'), productIds: referencesSchema }),
  z.strictObject({ kind: z.literal('categories'), categoryIds: referencesSchema }),
  z.strictObject({ kind: z.literal('brands'), brandIds: referencesSchema }),
  z.strictObject({ kind: z.literal('tags'), tags: referencesSchema }),
  z.strictObject({ kind: z.literal('expiresWithin'), days: z.int().min(0).max(3650) }),
  z.strictObject({ kind: z.literal('anyOf'), scopes: z.array(nested).min(1).max(20) }),
  z.strictObject({ kind: z.literal('allOf'), scopes: z.array(nested).min(1).max(20) }),
  z.strictObject({ kind: z.literal('except'), scope: nested, without: nested }),
]);

export const scopeSchema: z.ZodType<Scope> = scopes;
/** The names of all kinds of scopes. */
export const scopeKinds: readonly Scope['kind'][] = scopes.options.map((option) => option.shape.kind.value);

export const wholeBasket: Scope = { kind: 'all' };

/** What a scope looks at; a past purchase has it as well as a line of the basket. */
export type ScopedGoods = Pick<BasketLine, 'productId' | 'categoryId' | 'brandId' | 'tags' | 'expiresOn'>;

/** Whether a line is covered; goods that are never discounted are covered by nothing. */
export function isInScope(line: BasketLine, scope: Scope, day: BusinessDay): boolean {
  return line.isDiscountable && matcherOf(scope, day)(line);
}

/** Reads a scope once, so that asking it of every line of a basket costs little. */
export function matcherOf(scope: Scope, day: BusinessDay): (goods: ScopedGoods) => boolean {
  switch (scope.kind) {
    case 'all':
      return () => true;
    case 'products': {
      const ids = membersOf(scope.productIds);
      return (goods) => ids.has(goods.productId);
    }
    case 'categories': {
      const ids = membersOf(scope.categoryIds);
      return ({ categoryId }) => categoryId !== null && ids.has(categoryId);
    }
    case 'brands': {
      const ids = membersOf(scope.brandIds);
      return ({ brandId }) => typeof brandId === 'string' && ids.has(brandId);
    }
    case 'tags': {
      const tags = membersOf(scope.tags);
      return (goods) => goods.tags?.some((tag) => tags.has(tag)) ?? false;
    }
    case 'expiresWithin': {
      const last = addDays(day, scope.days);
      return ({ expiresOn }) => typeof expiresOn === 'string' && day <= expiresOn && expiresOn <= last;
    }
    case 'anyOf': {
      const parts = scope.scopes.map((part) => matcherOf(part, day));
      return (goods) => parts.some((matches) => matches(goods));
    }
    case 'allOf': {
      const parts = scope.scopes.map((part) => matcherOf(part, day));
      return (goods) => parts.every((matches) => matches(goods));
    }
    case 'except': {
      const inside = matcherOf(scope.scope, day);
      const outside = matcherOf(scope.without, day);
      return (goods) => inside(goods) && !outside(goods);
    }
  }
}

/** A rule that lists thousands of goods is asked for every basket, so the set of a list is kept with it. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A short list is searched faster than a set is built. */
function membersOf(ids: readonly string[]): { has(id: string): boolean } {
  if (ids.length <= 8) return { has: (id) => ids.includes(id) };
  let set = sets.get(ids);
  if (set === undefined) {
    set = new Set(ids);
    sets.set(ids, set);
  }
  return set;
}
