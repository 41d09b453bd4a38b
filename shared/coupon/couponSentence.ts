/** What a coupon gives and asks for, in three languages: one sentence for screens, short lines for paper. */
import { type References, referencesOfScopes } from '../promotion/references.ts';
import { scopeWords } from '../promotion/scopeWords.ts';
import { benefitWords } from '../promotion/sentence.ts';
import {
  capitalised,
  inAllLanguages,
  type NamesOf,
  namedAtMost,
  russianCount,
  type Speaker,
} from '../promotion/speaker.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import { moneyBenefit, openedPromotion } from './openedPromotion.ts';
import type { CouponSeries } from './series.ts';

type Said = Required<LocalText>;

/** The names that the words of some series need. */
export function referencesOfSeries(series: readonly CouponSeries[]): References {
  return referencesOfScopes(
    series.flatMap(({ scope, benefit }) => (benefit.kind === 'gift' ? [scope, benefit.of] : [scope])),
    namedAtMost,
  );
}

/** What a coupon gives, as short as it can be said: "−5 000 soʻm", "as a gift: tea". */
export function couponGives(series: CouponSeries, names: NamesOf): LocalText {
  return benefitWords(openedPromotion(series)?.benefit ?? moneyBenefit(series), names);
}

/**
 * The whole coupon in one sentence.
 *
 * | −5 000, from 50 000, 14 days                                             |
 * |--------------------------------------------------------------------------|
 * | −5 000 soʻm, 50 000 soʻmdan boshlab xaridga, berilgandan keyin 14 kun     |
 * | −5 000 сум, на покупку от 50 000 сум, 14 дней после выдачи                |
 * | −5,000 soʻm, on a purchase from 50,000 soʻm, for 14 days after it is given |
 */
export function couponSentence(series: CouponSeries, names: NamesOf, partnerName: string | null): Said {
  const gives = inEvery(couponGives(series, names));
  return inAllLanguages(names, (speaker) => {
    const parts = [
      gives(speaker),
      ...asks(series, partnerName).map((write) => write(speaker)),
      validityWords(series, speaker),
    ];
    return capitalised(parts.filter((part) => part !== '').join(', '));
  });
}

/**
 * What stands on the paper between the name of the coupon and its code, a line each: what it gives unless the name says
 * the same, which goods, the minimum, where, how often, and the shop's own conditions.
 */
export function couponLines(
  series: CouponSeries,
  names: NamesOf,
  partnerName: string | null,
): readonly LocalText[] {
  const lines = [
    couponGives(series, names),
    ...asks(series, partnerName).map((write) => inAllLanguages(names, write)),
  ];
  const shown = lines.map((line) => capitalisedIn(line));
  return series.conditions === null ? shown : [...shown, series.conditions];
}

/** The last lines of every coupon: one a receipt, no money back, and whose it is. */
export function couponFinePrint(names: NamesOf, isBound: boolean): readonly LocalText[] {
  const lines: readonly Write[] = [
    ({ say }) => say('Bitta chekka bitta kupon.', 'Один купон на один чек.', 'One coupon per receipt.'),
    ({ say }) => say('Pulga almashtirilmaydi.', 'На деньги не обменивается.', 'Not exchangeable for money.'),
    ...(isBound ? [boundWords] : []),
  ];
  return lines.map((write) => inAllLanguages(names, write));
}

/** "14.12.2026 gacha", with the first day in front when that is still to come. */
export function couponDaysWords(
  { validFrom, expiresOn }: { readonly validFrom: BusinessDay; readonly expiresOn: BusinessDay },
  today: BusinessDay,
  names: NamesOf,
): Said {
  return inAllLanguages(names, ({ say, format }) => {
    const last = format.day(expiresOn);
    if (validFrom <= today) return say(`Oxirgi kun: ${last}`, `Последний день: ${last}`, `Last day: ${last}`);
    const first = format.day(validFrom);
    return say(`${first} – ${last}`, `С ${first} по ${last}`, `From ${first} to ${last}`);
  });
}

type Write = (speaker: Speaker) => string;

const boundWords: Write = ({ say }) =>
  say('Faqat shu mijoz uchun.', 'Только для этого покупателя.', 'Only for this customer.');

/** Everything that a coupon asks for, in the order in which a customer wants to know it. */
function asks(series: CouponSeries, partnerName: string | null): readonly Write[] {
  const { scope, minimumSom, usesPerCoupon, usedAt } = series;
  const writes: Write[] = [];
  if (scope.kind !== 'all') {
    writes.push((speaker) => {
      const goods = scopeWords(scope, speaker);
      return speaker.say(`mahsulotlar: ${goods}`, `на товары: ${goods}`, `on: ${goods}`);
    });
  }
  if (minimumSom > 0) {
    writes.push(({ say, format }) => {
      const sum = format.som(minimumSom);
      return say(`${sum}dan boshlab xaridga`, `на покупку от ${sum}`, `on a purchase from ${sum}`);
    });
  }
  if (usedAt === 'partner' && partnerName !== null) {
    writes.push(({ say }) =>
      say(
        `“${partnerName}” doʻkonida ishlatiladi`,
        `действует в «${partnerName}»`,
        `to be used at “${partnerName}”`,
      ),
    );
  }
  if (usesPerCoupon > 1) writes.push((speaker) => usesWords(usesPerCoupon, speaker));
  return writes;
}

function usesWords(uses: number, { say, format }: Speaker): string {
  const count = format.number(uses);
  return say(
    `${count} marta ishlatish mumkin`,
    `можно использовать ${count} ${russianCount(uses, 'раз', 'раза', 'раз')}`,
    `good for ${count} purchases`,
  );
}

function validityWords({ validity }: CouponSeries, { say, format }: Speaker): string {
  if (validity.kind === 'between') {
    const range = format.dayRange(validity.from, validity.to);
    return say(range, range, range);
  }
  const days = format.number(validity.days);
  return say(
    `berilgandan keyin ${days} kun`,
    `${days} ${russianCount(validity.days, 'день', 'дня', 'дней')} после выдачи`,
    validity.days === 1 ? 'for a day after it is given' : `for ${days} days after it is given`,
  );
}

/** A text that is there in three languages, in the one that is spoken now. */
function inEvery(text: LocalText): Write {
  return (speaker) => speaker.name(text);
}

function capitalisedIn(text: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, capitalised(words)]),
  ) as LocalText;
}
