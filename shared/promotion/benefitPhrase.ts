/** What a benefit gives in words of one language, alone and beside its goods. */
import { basketBenefitWords, lineBenefitWords, rewardWords, setBenefitWords } from './benefitWordTable.ts';
import type { Promotion } from './promotion.ts';
import { scopeWords } from './scopeWords.ts';
import type { Speaker } from './speaker.ts';

type AnyBenefit = Promotion['benefit'];
type Words = Readonly<Record<string, (benefit: never, speaker: Speaker) => string>>;

/** Benefits on lines and on the basket share some names, and say the same under them. */
const allWords: Words = { ...basketBenefitWords, ...lineBenefitWords, ...setBenefitWords, ...rewardWords };
const basketWords: Words = basketBenefitWords;

/** In short: "−10 %", "as a gift: tea", "buy 2, get 1 free". */
export function benefitPhrase(benefit: AnyBenefit, speaker: Speaker): string {
  // Of the kinds that both levels have, only the basket's percentage can have a ceiling.
  const isOfBasket = benefit.kind === 'percent' && 'atMostSom' in benefit;
  const words = (isOfBasket ? basketWords : allWords)[benefit.kind];
  return words?.(benefit as never, speaker) ?? benefit.kind;
}

/** Benefits that read as one with the goods before them: "tea −15 %", "tea at 9 000 soʻm". */
const besideGoods: readonly AnyBenefit['kind'][] = ['percent', 'fixedPrice'];

/** The goods and what is given for them: "tea −15 %", "tea: buy 2, get 1 free", "the whole basket −10 %". */
export function goodsPhrase({ level, scope, benefit }: Promotion, speaker: Speaker): string {
  const { say } = speaker;
  const isAll = scope.kind === 'all';
  if (level === 'basket') {
    const words = (basketWords[benefit.kind] ?? (() => ''))(benefit as never, speaker);
    const isPrice = benefit.kind === 'fixedPrice';
    if (isAll) return isPrice ? words : `${say('butun xarid', 'весь чек', 'the whole basket')} ${words}`;
    const goods = scopeWords(scope, speaker);
    return isPrice ? `${goods}: ${words}` : `${goods}${say(' jami', ', всё вместе', ' together')}: ${words}`;
  }
  const words = benefitPhrase(benefit, speaker);
  if (level === 'product' && besideGoods.includes(benefit.kind))
    return `${scopeWords(scope, speaker)} ${words}`;
  const namesItsGoods = benefit.kind === 'salePrices' && scope.kind === 'products';
  return isAll || namesItsGoods ? words : `${scopeWords(scope, speaker)}: ${words}`;
}
