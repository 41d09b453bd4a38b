/** When each kind of condition holds, in words, and when its opposite does. A new kind is one more entry here. */
import { ONE } from '../money.ts';
import type { PlainCondition } from './condition.ts';
import { hourWords, onlyOn, outsideSpanWords, spanWords, weekdayWords } from './dayWords.ts';
import type { Scope } from './scope.ts';
import { scopeWords } from './scopeWords.ts';
import { englishCount, englishOrdinal, russianCount, russianOf, type Speaker } from './speaker.ts';

/** What the words of a condition must know besides the condition. */
export interface ConditionSight {
  readonly speaker: Speaker;
  /** The condition must not hold. */
  readonly isNot: boolean;
  /** The goods that a threshold counts when it names none. */
  readonly ownScope: Scope;
}

type ConditionWords = {
  readonly [Kind in PlainCondition['kind']]: (
    condition: Extract<PlainCondition, { readonly kind: Kind }>,
    sight: ConditionSight,
  ) => string;
};

const providerNames: Readonly<Record<string, readonly [string, string, string] | string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  otherCard: ['boshqa karta', 'другую карту', 'another card'],
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};

/** The goods that a threshold counts: "of tea", "(choy)", nothing when it counts everything. */
function countedGoods(of: Scope | undefined, { speaker, ownScope }: ConditionSight): string {
  const scope = of ?? ownScope;
  if (scope.kind === 'all') return '';
  const goods = scopeWords(scope, speaker);
  return speaker.say(` (${goods})`, ` (${goods})`, ` of ${goods}`);
}

/** Who a rule is for, or is not for: the phrase stands in front, and its opposite is an exception. */
function forWhom(
  isNot: boolean,
  { say }: Speaker,
  whom: { readonly uz: string; readonly uzOther: string; readonly ru: string; readonly en: string },
): string {
  return isNot
    ? say(`${whom.uzOther}dan tashqari`, `кроме ${whom.ru}`, `not for ${whom.en}`)
    : say(`${whom.uz}`, `для ${whom.ru}`, `for ${whom.en}`);
}

/** On which purchase: the opposite is an exception. */
function onPurchase(isNot: boolean, { say }: Speaker, uz: string, ru: readonly [string, string], en: string) {
  return isNot
    ? say(`${uz}dan tashqari`, `кроме ${ru[1]}`, `not on ${en}`)
    : say(`${uz}da`, `при ${ru[0]}`, `on ${en}`);
}

export const conditionWordTable: ConditionWords = {
  dates: (condition, { speaker, isNot }) =>
    isNot ? outsideSpanWords(condition, speaker) : spanWords(condition, speaker),

  onDay: ({ day }, { speaker, isNot }) =>
    isNot ? outsideSpanWords({ from: day, to: day }, speaker) : onlyOn(day, speaker),

  weekdays: ({ days }, { speaker, isNot }) => weekdayWords(days, isNot, speaker),

  hours: ({ fromMinute, toMinute }, { speaker, isNot }) => hourWords(fromMinute, toMinute, isNot, speaker),

  minimumSum: ({ minimumSom, of }, sight) => {
    const { say, format } = sight.speaker;
    const sum = format.som(minimumSom);
    const goods = countedGoods(of, sight);
    if (sight.isNot) {
      return say(
        `xarid ${sum}dan kam boʻlsa${goods}`,
        `при покупке меньше ${sum}${goods}`,
        `below ${sum}${goods}`,
      );
    }
    return say(`xarid ${sum}dan boshlab${goods}`, `при покупке от ${sum}${goods}`, `from ${sum}${goods}`);
  },

  minimumQuantity: ({ minimumThousandths, of }, sight) => {
    const { say, format } = sight.speaker;
    const goods = countedGoods(of, sight);
    const figure = format.quantity(minimumThousandths);
    const isWhole = minimumThousandths % ONE === 0;
    const count = minimumThousandths / ONE;
    const ru = isWhole ? `${figure} ${russianOf(count, 'штуки', 'штук')}` : figure;
    const en = isWhole ? `${figure} ${englishCount(count, 'piece', 'pieces')}` : figure;
    const uz = isWhole ? `${figure} tadan` : `${figure} dan`;
    return sight.isNot
      ? say(`${uz} kam olinsa${goods}`, `меньше ${ru}${goods}`, `fewer than ${en}${goods}`)
      : say(`${uz} boshlab${goods}`, `от ${ru}${goods}`, `from ${en}${goods}`);
  },

  contains: ({ of }, { speaker, isNot }) => {
    const goods = scopeWords(of, speaker);
    return isNot
      ? speaker.say(
          `savatda ${goods} boʻlmasa`,
          `если в корзине нет: ${goods}`,
          `with no ${goods} in the basket`,
        )
      : speaker.say(`savatda ${goods} boʻlsa`, `если в корзине есть ${goods}`, `with ${goods} in the basket`);
  },

  paidWithoutCash: ({ providers }, { speaker, isNot }) => {
    const { say, either } = speaker;
    const names = either(
      providers.map((provider) => {
        const known = providerNames[provider] ?? provider;
        return typeof known === 'string' ? known : say(...known);
      }),
    );
    const means =
      providers.length === 0
        ? say('karta yoki QR', 'картой или по QR', 'card or QR')
        : say(names, `через ${names}`, names);
    return isNot
      ? say(`toʻlov ${means} orqali boʻlmasa`, `если оплата не ${means}`, `not paid by ${means}`)
      : say(`${means} orqali toʻlansa`, `при оплате ${means}`, `paid by ${means}`);
  },

  couponPresented: ({ seriesIds }, { speaker, isNot }) => {
    const { say, either, quoted, names } = speaker;
    const series = either(seriesIds.map((id) => quoted(names.series(id))));
    return isNot
      ? say(`${series} kuponisiz`, `без купона ${series}`, `without the coupon ${series}`)
      : say(`${series} kuponi bilan`, `по купону ${series}`, `with the coupon ${series}`);
  },

  hasCard: (_, { speaker, isNot }) =>
    isNot
      ? speaker.say('kartasiz mijozga', 'без карты клиента', 'without a customer card')
      : speaker.say('kartasi bor mijozga', 'по карте клиента', 'with a customer card'),

  tier: ({ tierIds }, { speaker, isNot }) => {
    const { either, quoted, names } = speaker;
    const tiers = either(tierIds.map((id) => quoted(names.tier(id))));
    return forWhom(isNot, speaker, {
      uz: `${tiers} darajasidagi mijozga`,
      uzOther: `${tiers} darajasi`,
      ru: `уровня ${tiers}`,
      en: `the tier ${tiers}`,
    });
  },

  segment: ({ segmentIds }, { speaker, isNot }) => {
    const { either, quoted, names } = speaker;
    const segments = either(segmentIds.map((id) => quoted(names.segment(id))));
    return forWhom(isNot, speaker, {
      uz: `${segments} guruhidagi mijozga`,
      uzOther: `${segments} guruhi`,
      ru: `группы ${segments}`,
      en: `the group ${segments}`,
    });
  },

  customerTag: ({ tags }, { speaker, isNot }) => {
    const { either, quoted } = speaker;
    const names = either(tags.map((tag) => quoted({ uz: tag })));
    return forWhom(isNot, speaker, {
      uz: `${names} belgili mijozga`,
      uzOther: `${names} belgili mijoz`,
      ru: `клиентов с меткой ${names}`,
      en: `customers tagged ${names}`,
    });
  },

  birthday: ({ daysBefore, daysAfter }, { speaker, isNot }) => {
    const window = birthdayWords(daysBefore, daysAfter, speaker);
    return isNot ? speaker.say(`${window} emas`, `кроме: ${window}`, `not ${window}`) : window;
  },

  firstPurchase: (_, { speaker, isNot }) =>
    onPurchase(isNot, speaker, 'birinchi xarid', ['первой покупке', 'первой покупки'], 'the first purchase'),

  visitNumber: ({ number, repeats }, { speaker, isNot }) => {
    const ru = repeats ? ['каждой ', 'каждой '] : ['', ''];
    const ordinal = englishOrdinal(number);
    return onPurchase(
      isNot,
      speaker,
      `${repeats ? 'har ' : ''}${number}-xarid`,
      [`${ru[0]}${number}-й покупке`, `${ru[1]}${number}-й покупки`],
      repeats ? `every ${ordinal} purchase` : `the ${ordinal} purchase`,
    );
  },

  daysSinceLastVisit: ({ atLeastDays }, { speaker, isNot }) => {
    const { say, format } = speaker;
    const days = format.number(atLeastDays);
    const ru = `${days} ${russianOf(atLeastDays, 'дня', 'дней')}`;
    const en = `${days} ${englishCount(atLeastDays, 'day', 'days')}`;
    return isNot
      ? say(
          `oxirgi tashrifdan ${days} kun oʻtmagan boʻlsa`,
          `если с последнего визита прошло меньше ${ru}`,
          `if the last visit was less than ${en} ago`,
        )
      : say(
          `oxirgi tashrifdan kamida ${days} kun oʻtgan boʻlsa`,
          `если с последнего визита прошло не меньше ${ru}`,
          `if the last visit was at least ${en} ago`,
        );
  },

  boughtBefore: (condition, { speaker, isNot }) => boughtBeforeWords(condition, isNot, speaker),

  referral: (_, { speaker, isNot }) =>
    onPurchase(
      isNot,
      speaker,
      'doʻst tavsiyasi bilan birinchi xarid',
      ['первой покупке по приглашению друга', 'первой покупки по приглашению друга'],
      'the first purchase of an invited friend',
    ),
};

function birthdayWords(before: number, after: number, { say, format }: Speaker): string {
  const [first, last] = [format.number(before), format.number(after)];
  const ruBefore = `${first} ${russianCount(before, 'день', 'дня', 'дней')}`;
  const ruAfter = `${last} ${russianCount(after, 'день', 'дня', 'дней')}`;
  const enBefore = `${first} ${englishCount(before, 'day', 'days')}`;
  const enAfter = `${last} ${englishCount(after, 'day', 'days')}`;
  if (before === 0 && after === 0) return say('tugʻilgan kunda', 'в день рождения', 'on the birthday');
  if (before === 0) {
    return say(
      `tugʻilgan kunda va undan keyin ${last} kun`,
      `в день рождения и ${ruAfter} после`,
      `on the birthday and ${enAfter} after`,
    );
  }
  if (after === 0) {
    return say(
      `tugʻilgan kungacha ${first} kun va shu kuni`,
      `за ${ruBefore} до дня рождения и в сам день`,
      `${enBefore} before the birthday and on the day`,
    );
  }
  return say(
    `tugʻilgan kundan ${first} kun oldin va ${last} kun keyin`,
    `за ${ruBefore} до дня рождения и ${ruAfter} после`,
    `${enBefore} before to ${enAfter} after the birthday`,
  );
}

function boughtBeforeWords(
  condition: Extract<PlainCondition, { readonly kind: 'boughtBefore' }>,
  isNot: boolean,
  speaker: Speaker,
): string {
  const { say, format, both } = speaker;
  const { of, withinDays, atLeastSom, atLeastThousandths } = condition;
  const days = format.number(withinDays);
  const amounts: string[] = [];
  if (atLeastSom !== undefined) {
    const sum = format.som(atLeastSom);
    amounts.push(say(`kamida ${sum}lik`, `не меньше чем на ${sum}`, `for at least ${sum}`));
  }
  if (atLeastThousandths !== undefined) {
    const figure = format.quantity(atLeastThousandths);
    amounts.push(say(`kamida ${figure} ta`, `не меньше ${figure} шт.`, `at least ${figure} pcs`));
  }
  const isAnything = of.kind === 'all';
  const goods = scopeWords(of, speaker);
  const amount = amounts.length === 0 ? '' : `${both(amounts)} `;
  const uz = `soʻnggi ${days} kunda ${isAnything ? '' : `${goods}dan `}${amount}xarid qilganlar`;
  const ru = `тех, кто за ${days} ${russianCount(withinDays, 'день', 'дня', 'дней')} купил`;
  const ruGoods = isAnything ? (amount === '' ? 'что-нибудь' : '') : `(${goods})`;
  const en = `those who bought ${isAnything ? 'goods' : goods} ${amount}in the last`;
  return forWhom(isNot, speaker, {
    uz: `${uz}ga`,
    uzOther: uz,
    ru: `${ru} ${amount}${ruGoods}`.trimEnd(),
    en: `${en} ${days} ${englishCount(withinDays, 'day', 'days')}`,
  });
}
