/** The goods of a rule in words: "tea and coffee", "everything (except gift boxes)". */
import type { Scope } from './scope.ts';
import { russianOf, type Speaker } from './speaker.ts';

/** The goods as a name that stands for itself, so that no language has to bend what the shopkeeper typed. */
export function scopeWords(scope: Scope, speaker: Speaker): string {
  const { say, name, names, quoted, few, either } = speaker;
  switch (scope.kind) {
    case 'all':
      return say('hamma mahsulotlar', 'все товары', 'everything');
    case 'products':
      return few(scope.productIds, (id) => name(names.product(id)));
    case 'categories':
      return few(scope.categoryIds, (id) => name(names.category(id)));
    case 'brands': {
      const brands = few(scope.brandIds, (id) => quoted(names.brand(id)));
      const isOne = scope.brandIds.length === 1;
      return isOne
        ? say(`${brands} brendi`, `бренд ${brands}`, `brand ${brands}`)
        : say(`${brands} brendlari`, `бренды ${brands}`, `brands ${brands}`);
    }
    case 'tags': {
      const tags = either(scope.tags.map((tag) => quoted({ uz: tag })));
      return say(`${tags} belgili mahsulotlar`, `товары с меткой ${tags}`, `goods tagged ${tags}`);
    }
    case 'expiresWithin':
      return expiryWords(scope.days, speaker);
    case 'anyOf':
      return speaker.both(scope.scopes.map((part) => scopeWords(part, speaker)));
    case 'allOf': {
      const [first = '', ...others] = scope.scopes.map((part) => scopeWords(part, speaker));
      if (others.length === 0) return first;
      const rest = others.join('; ');
      return say(
        `${first} (ulardan faqat: ${rest})`,
        `${first} (из них только: ${rest})`,
        `${first} (of these only: ${rest})`,
      );
    }
    case 'except': {
      const inside = scopeWords(scope.scope, speaker);
      const without = scopeWords(scope.without, speaker);
      return say(
        `${inside} (${without} bundan mustasno)`,
        `${inside} (кроме: ${without})`,
        `${inside} (except ${without})`,
      );
    }
  }
}

function expiryWords(days: number, { say, format }: Speaker): string {
  if (days === 0) {
    return say(
      'muddati bugun tugaydigan mahsulotlar',
      'товары с последним днём срока',
      'goods that expire today',
    );
  }
  const count = format.number(days);
  return say(
    `muddati ${count} kun ichida tugaydigan mahsulotlar`,
    `товары с остатком срока не больше ${count} ${russianOf(days, 'дня', 'дней')}`,
    `goods that expire within ${count} ${days === 1 ? 'day' : 'days'}`,
  );
}
