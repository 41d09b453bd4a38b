/** Says a rule with the names of a small shop, for the tests of sentences. */
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { promotionSentence } from '../../../shared/promotion/sentence.ts';
import type { NamesOf } from '../../../shared/promotion/speaker.ts';
import type { LocalText } from '../../../shared/text.ts';

export interface SaidRule {
  readonly rule: object;
  readonly uz: string;
  readonly ru: string;
  readonly en: string;
}

const shopNames: Readonly<Record<string, LocalText>> = {
  tea: { uz: 'Choy', ru: 'Чай', en: 'Tea' },
  cup: { uz: 'Piyola', ru: 'Пиала', en: 'Cup' },
  green: { uz: 'Koʻk choy', ru: 'Зелёный чай', en: 'Green tea' },
  black: { uz: 'Qora choy', ru: 'Чёрный чай', en: 'Black tea' },
  gold: { uz: 'Oltin', ru: 'Золото', en: 'Gold' },
  regular: { uz: 'Doimiylar', ru: 'Постоянные', en: 'Regulars' },
  spring: { uz: 'Bahor', ru: 'Весна', en: 'Spring' },
  garden: { uz: 'Bogʻ', ru: 'Сад', en: 'Garden' },
  ahmad: { uz: 'Ahmad' },
  lipton: { uz: 'Lipton' },
};

const nameOf = (id: string): LocalText => shopNames[id] ?? { uz: id };

export const names: NamesOf = {
  product: nameOf,
  category: nameOf,
  brand: nameOf,
  tier: nameOf,
  series: nameOf,
  segment: nameOf,
  partner: nameOf,
};

/** Figures and their words are joined by spaces that never break; tests write plain ones. */
export function plainSpaces(words: LocalText): { uz: string; ru: string; en: string } {
  const { uz = '', ru = '', en = '' } = words;
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  return { uz: plain(uz), ru: plain(ru), en: plain(en) };
}

export function ruleOf(rule: object) {
  return promotionSchema.parse({ promotionId: 'p', name: { uz: 'Aksiya' }, ...rule });
}

export function said(rule: object) {
  return plainSpaces(promotionSentence(ruleOf(rule), names));
}
