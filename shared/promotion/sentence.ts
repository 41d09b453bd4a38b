/** Rules as people say them, in all three languages: "Every Tuesday 14:00–18:00, tea −15 %, with others". */
import { benefitPhrase, goodsPhrase } from './benefitPhrase.ts';
import type { Condition } from './condition.ts';
import { conditionPhrase, conditionPhrases } from './conditionPhrase.ts';
import { spanWords } from './dayWords.ts';
import type { Limits } from './limits.ts';
import type { PromotionReport } from './outcome.ts';
import { outcomePhrase, type PromotionOf } from './outcomeWords.ts';
import type { Promotion } from './promotion.ts';
import { type Scope, wholeBasket } from './scope.ts';
import { scopeWords } from './scopeWords.ts';
import {
  capitalised,
  englishTimes,
  inAllLanguages,
  type NamesOf,
  russianOf,
  type Sentence,
  type Speaker,
} from './speaker.ts';

/** The whole rule: its days, its conditions, what it gives for which goods, how it combines, its limits. */
export function promotionSentence(promotion: Promotion, names: NamesOf): Sentence {
  return inAllLanguages(names, (speaker) => {
    const parts = [
      spanWords(promotion, speaker),
      ...conditionPhrases(promotion.conditions, promotion.scope, speaker),
      goodsPhrase(promotion, speaker),
      combinationPhrase(promotion, speaker),
      ...limitPhrases(promotion.limits, speaker),
    ];
    return capitalised(parts.filter((part) => part !== '').join(', '));
  });
}

/** What a promotion or a coupon gives, in short: "−10 %", "as a gift: tea". */
export function benefitWords(benefit: Promotion['benefit'], names: NamesOf): Sentence {
  return inAllLanguages(names, (speaker) => benefitPhrase(benefit, speaker));
}

/** Which goods: "tea and coffee", "everything". */
export function goodsWords(scope: Scope, names: NamesOf): Sentence {
  return inAllLanguages(names, (speaker) => scopeWords(scope, speaker));
}

/** One condition: "every Tuesday", "from 50 000 soʻm". Thresholds without goods of their own count `ownScope`. */
export function conditionWords(
  condition: Condition,
  names: NamesOf,
  ownScope: Scope = wholeBasket,
): Sentence {
  return inAllLanguages(names, (speaker) => capitalised(conditionPhrase(condition, ownScope, speaker)));
}

/**
 * Why a promotion did or did not work, with what a little more would bring. `promotionOf` knows the promotions of the day:
 * without it no other is named and the nearest miss does not say what it would give.
 */
export function outcomeWords(
  report: Pick<PromotionReport, 'promotionId' | 'outcome' | 'nearest'>,
  names: NamesOf,
  promotionOf: PromotionOf = () => undefined,
): Sentence {
  return inAllLanguages(names, (speaker) => outcomePhrase(report, promotionOf, speaker));
}

function combinationPhrase({ combines, priority }: Promotion, { say, format }: Speaker): string {
  const combination =
    combines === 'alone'
      ? say('boshqa aksiyalarsiz', 'без других акций', 'alone')
      : say('boshqalar bilan birga', 'вместе с другими', 'with others');
  if (priority === 0) return combination;
  const place = format.signedNumber(priority);
  return `${combination}, ${say(`navbati ${place}`, `приоритет ${place}`, `priority ${place}`)}`;
}

function limitPhrases(limits: Limits, { say, format }: Speaker): readonly string[] {
  const most = (times: number | null, write: (uz: string, ru: string, en: string) => string) => {
    if (times === null) return [];
    const count = format.number(times);
    return [
      write(
        `koʻpi bilan ${count} marta`,
        `не более ${count} ${russianOf(times, 'раза', 'раз')}`,
        `at most ${englishTimes(times, count)}`,
      ),
    ];
  };
  const budget = limits.budgetSom === null ? null : format.som(limits.budgetSom);
  return [
    ...most(limits.times, (uz, ru, en) => say(`jami ${uz}`, `всего ${ru}`, `${en} in all`)),
    ...most(limits.timesPerDay, (uz, ru, en) => say(`kuniga ${uz}`, `${ru} в день`, `${en} a day`)),
    ...most(limits.timesPerCustomer, (uz, ru, en) =>
      say(`har mijozga ${uz}`, `${ru} на клиента`, `${en} per customer`),
    ),
    ...most(limits.timesPerCustomerPerDay, (uz, ru, en) =>
      say(`har mijozga kuniga ${uz}`, `${ru} в день на клиента`, `${en} a day per customer`),
    ),
    ...(budget === null ? [] : [say(`byudjeti ${budget}`, `бюджет ${budget}`, `budget ${budget}`)]),
  ];
}
