/** Which lines of a basket a promotion or a coupon covers. */
import type { BasketLine } from '../basket.ts';

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'products'; readonly productIds: readonly string[] }
  | { readonly kind: 'categories'; readonly categoryIds: readonly string[] };

export const wholeBasket: Scope = { kind: 'all' };

/** Whether a line is covered; goods that are never discounted are covered by nothing. */
export function isInScope(line: BasketLine, scope: Scope): boolean {
  if (!line.isDiscountable) return false;
  switch (scope.kind) {
    case 'all':
      return true;
    case 'products':
      return scope.productIds.includes(line.productId);
    case 'categories':
      return line.categoryId !== null && scope.categoryIds.includes(line.categoryId);
  }
}
