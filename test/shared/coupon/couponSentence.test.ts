/** What a coupon says of itself: one sentence, the lines of its paper, a message. Texts as a shopkeeper would read them. */
import { describe, expect, it } from 'vitest';
import { newCode } from '../../../shared/code.ts';
import { couponMessage } from '../../../shared/coupon/couponMessage.ts';
import {
  couponDaysWords,
  couponFinePrint,
  couponLines,
  couponSentence,
  referencesOfSeries,
} from '../../../shared/coupon/couponSentence.ts';
import type { CouponSeries } from '../../../shared/coupon/series.ts';
import { som } from '../../../shared/money.ts';
import type { NamesOf } from '../../../shared/promotion/speaker.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import type { LocalText } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';
import { basketPercent, couponSeries, onlyProducts, today } from '../baskets.ts';

const goods: Readonly<Record<string, LocalText>> = {
  tea: { uz: 'Choy', ru: 'Чай', en: 'Tea' },
  salt: { uz: 'Tuz', ru: 'Соль', en: 'Salt' },
};
const named = (id: string): LocalText => goods[id] ?? { uz: id };
const names: NamesOf = {
  product: named,
  category: named,
  brand: named,
  tier: named,
  series: named,
  segment: named,
  partner: named,
};

/** No-break spaces and the minus sign as they are typed. */
const typed = (text: string | undefined) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

function sentence(different: Partial<CouponSeries>, partnerName: string | null = null) {
  const said = couponSentence({ ...couponSeries, ...different }, names, partnerName);
  return [typed(said.uz), typed(said.ru), typed(said.en)];
}

function lines(different: Partial<CouponSeries>, partnerName: string | null = null) {
  return couponLines({ ...couponSeries, ...different }, names, partnerName).map((line) => [
    typed(line.uz),
    typed(line.ru),
    typed(line.en),
  ]);
}

describe('the sentence of a coupon', () => {
  it('says money, minimum and days', () => {
    expect(sentence({})).toEqual([
      '-5 000 soʻm, 50 000 soʻmdan boshlab xaridga, berilgandan keyin 14 kun',
      '-5 000 сум, на покупку от 50 000 сум, 14 дней после выдачи',
      '-5,000 soʻm, on a purchase from 50,000 soʻm, for 14 days after it is given',
    ]);
  });

  it('names the goods, and how often it may be used', () => {
    const different = {
      benefit: basketPercent(10),
      scope: onlyProducts('tea', 'salt'),
      minimumSom: som(0),
      usesPerCoupon: 3,
      validity: { kind: 'days', days: 1 },
    } as const;
    expect(sentence(different)).toEqual([
      '-10%, mahsulotlar: Choy va Tuz, 3 marta ishlatish mumkin, berilgandan keyin 1 kun',
      '-10 %, на товары: Чай и Соль, можно использовать 3 раза, 1 день после выдачи',
      '-10%, on: Tea and Salt, good for 3 purchases, for a day after it is given',
    ]);
  });

  it('says bonus and gifts in their own words, and days between two dates', () => {
    const december = {
      kind: 'between',
      from: businessDay('2026-12-01'),
      to: businessDay('2026-12-14'),
    } as const;
    const bonus = sentence({ benefit: { kind: 'bonus', bonusSom: som(3_000) }, validity: december });
    expect(bonus[0]).toBe('+3 000 bonus, 50 000 soʻmdan boshlab xaridga, 1\u201314-dekabr');
    const gift = { kind: 'gift', of: onlyProducts('tea'), pieces: 1 } as const;
    expect(sentence({ benefit: gift })[1]).toBe(
      'В подарок: Чай, на покупку от 50 000 сум, 14 дней после выдачи',
    );
  });

  it('says where a coupon for a partner is used', () => {
    expect(sentence({ usedAt: 'partner', minimumSom: som(0) }, 'Non uyi')[2]).toBe(
      '-5,000 soʻm, to be used at “Non uyi”, for 14 days after it is given',
    );
  });

  it('asks for the names of the goods it names, and of no others', () => {
    const gift = { kind: 'gift', of: onlyProducts('tea'), pieces: 1 } as const;
    const series = { ...couponSeries, benefit: gift, scope: onlyProducts('salt') };
    expect(referencesOfSeries([series, couponSeries]).productIds).toEqual(['salt', 'tea']);
  });
});

describe('the paper of a coupon', () => {
  it('has a short line for everything, and the shop’s own conditions last', () => {
    const conditions = { uz: 'Tamakiga emas', ru: 'Кроме табака' };
    expect(lines({ conditions, usesPerCoupon: 2 })).toEqual([
      ['-5 000 soʻm', '-5 000 сум', '-5,000 soʻm'],
      ['50 000 soʻmdan boshlab xaridga', 'На покупку от 50 000 сум', 'On a purchase from 50,000 soʻm'],
      ['2 marta ishlatish mumkin', 'Можно использовать 2 раза', 'Good for 2 purchases'],
      ['Tamakiga emas', 'Кроме табака', undefined],
    ]);
  });

  it('says the last day, and the first one while it is still to come', () => {
    const days = { validFrom: today, expiresOn: businessDay('2026-12-06') };
    expect(couponDaysWords(days, today, names)).toEqual({
      uz: 'Oxirgi kun: 06.12.2026',
      ru: 'Последний день: 06.12.2026',
      en: 'Last day: 06.12.2026',
    });
    const later = { ...days, validFrom: businessDay('2026-12-01') };
    expect(couponDaysWords(later, today, names).ru).toBe('С 01.12.2026 по 06.12.2026');
  });

  it('always says one coupon per receipt and no money back, and whose it is when it is bound', () => {
    const uz = (isBound: boolean) => couponFinePrint(names, isBound).map((line) => line.uz);
    expect(uz(false)).toEqual(['Bitta chekka bitta kupon.', 'Pulga almashtirilmaydi.']);
    expect(uz(true)).toContain('Faqat shu mijoz uchun.');
  });

  it('fits 32 columns in every language for the first coupon of a shop', () => {
    const all = [
      ...couponLines(couponSeries, names, null),
      ...couponFinePrint(names, true),
      couponDaysWords({ validFrom: today, expiresOn: businessDay('2026-12-06') }, today, names),
    ];
    for (const line of all) {
      for (const words of [line.uz, line.ru, line.en]) expect(words?.length).toBeLessThanOrEqual(32);
    }
  });
});

describe('a coupon as a message', () => {
  const code = newCode('K', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
  const shop = { ...defaultSettings, name: 'Baraka', address: 'Chilonzor 5' };
  const coupon = { code, expiresOn: businessDay('2026-12-06') };

  it('is in the customer’s language, with the code alone on its line and the last day', () => {
    const text = couponMessage(coupon, couponSeries, shop, 'ru', names);
    expect(typed(text)?.split('\n')).toEqual([
      'Baraka: 5 000 soʻm chegirma',
      '-5 000 сум',
      'На покупку от 50 000 сум',
      'Код:',
      `${code.slice(0, 5)} ${code.slice(5)}`,
      'Последний день: 06.12.2026',
      'Покажите код на кассе.',
      'Chilonzor 5',
    ]);
  });

  it('keeps a partner’s code as the partner wrote it, and leaves out what the shop has not filled in', () => {
    const text = couponMessage(
      { ...coupon, code: 'NON-0001' },
      couponSeries,
      { ...shop, name: '', address: '' },
      'uz',
      names,
    );
    expect(text.split('\n')).toContain('NON-0001');
    expect(text.split('\n')[0]).toBe('5 000 soʻm chegirma');
    expect(text.endsWith('Kodni kassada koʻrsating.')).toBe(true);
  });
});
