/** The printed rules of the programme say what the owner has set, in three languages, and nothing that is switched off. */
import { describe, expect, it } from 'vitest';
import { deedKinds } from '../../../shared/loyalty/deedContract.ts';
import { defaultDeed } from '../../../shared/loyalty/deeds.ts';
import { programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { programmeText } from '../../../shared/loyalty/programmeText.ts';
import type { ProgrammeToTell } from '../../../shared/loyalty/programmeTextWords.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { languages } from '../../../shared/text.ts';

const name = (id: string) => ({ uz: id });
const names = {
  product: name,
  category: name,
  brand: name,
  tier: name,
  series: name,
  segment: name,
  partner: name,
};

function told(settings: Partial<ShopSettings> = {}, more: Partial<ProgrammeToTell> = {}): ProgrammeToTell {
  const shop = { ...defaultSettings, name: 'Baraka', ...settings };
  return {
    shop,
    programme: programmeSettingsSchema.parse(shop),
    rules: [],
    ladder: { window: 'lastTwelveMonths', tiers: [] },
    deeds: deedKinds.map(defaultDeed),
    names,
    ...more,
  };
}

/** All that is said in one language, with ordinary spaces. */
const saidIn = (language: (typeof languages)[number], offer: ProgrammeToTell) =>
  programmeText(offer)
    .flatMap((section) => [section.title[language], ...section.lines.map((line) => line[language])])
    .join('\n')
    .replaceAll('\u00a0', ' ');

const full = told(
  {
    isReferralOn: true,
    isPayOutOn: true,
    activationDelayDays: 14,
    minimumReceiptSom: som(10_000),
    mostReceiptsPerDay: 3,
    mostEarnedPerDaySom: som(5_000),
    discountedEarnNothing: true,
    earnWhileRedeeming: false,
    stir: '123456789',
  },
  {
    rules: [
      { kind: 'times', scope: { kind: 'categories', categoryIds: ['Choy'] }, timesBasisPoints: 20_000 },
      { kind: 'times', scope: { kind: 'categories', categoryIds: ['Non'] }, timesBasisPoints: 5_000 },
      { kind: 'neverEarns', scope: { kind: 'categories', categoryIds: ['Pivo'] } },
      { kind: 'neverPaid', scope: { kind: 'brands', brandIds: ['Pine'] } },
    ],
    ladder: {
      window: 'lastTwelveMonths',
      tiers: [
        {
          tierId: 'gold',
          name: { uz: 'Oltin', ru: 'Золото', en: 'Gold' },
          fromSom: som(5_000_000),
          discountBasisPoints: basisPoints(300),
          bonusBasisPoints: basisPoints(500),
          privilege: { uz: 'navbatsiz', ru: 'без очереди', en: 'no queue' },
        },
      ],
    },
    deeds: deedKinds.map((kind) => ({ ...defaultDeed(kind), isOn: true })),
    stampCards: [
      {
        stampCardId: 'coffee',
        name: { uz: 'Qahva' },
        scope: { kind: 'categories', categoryIds: ['Qahva'] },
        needed: 9,
        validDays: 0,
        reward: { kind: 'freePiece' },
      },
    ],
  },
);

describe('the rules on the wall', () => {
  it('say rate, ceiling and life as the owner set them', () => {
    const said = saidIn('en', told({ cashbackBasisPoints: basisPoints(250), bonusExpiryDays: 90 }));
    for (const words of ['bonus of 2.5% of what is paid', 'at most 30% of a purchase', 'lives 90 days']) {
      expect(said).toContain(words);
    }
  });

  it('say in Russian and Uzbek the same figures', () => {
    expect(saidIn('ru', full)).toContain('За покупку начисляется бонус 2 % от суммы');
    expect(saidIn('uz', full)).toContain('koʻpi bilan 30% qismini');
    expect(saidIn('ru', full)).toContain('«Золото», от 5 000 000 сум: бонус 5 %, скидка 3 %, без очереди.');
    expect(saidIn('uz', full)).toContain('“Oltin”, 5 000 000 soʻmdan: bonus 5%, chegirma 3%, navbatsiz.');
  });

  it('say for which goods more, less or none is given, and what bonus does not pay', () => {
    const said = saidIn('en', full);
    for (const words of [
      'Choy: 2 times the usual bonus.',
      'Non: 50% of the usual bonus.',
      'Goods that bring none: Pivo.',
      'May not be paid with bonus: brand “Pine”.',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('say every limit that is set and none that is not', () => {
    const limits = ['A receipt below 10,000 soʻm', 'in one day: at most 3.', 'in one day: at most 5,000.'];
    const switches = [
      'Goods sold at a discount bring none.',
      'A purchase on which bonus is spent',
      'after 14 days',
    ];
    for (const words of [...limits, ...switches]) {
      expect(saidIn('en', full)).toContain(words);
      expect(saidIn('en', told())).not.toContain(words);
    }
  });

  it('leave out tiers, deeds, friends and stamps where the shop has none', () => {
    const titles = (offer: ProgrammeToTell) => programmeText(offer).map(({ title }) => title.en);
    const rewards = ['Tiers', 'What else brings bonus', 'Bring a friend', 'Stamp cards'];
    expect(titles(full)).toEqual(expect.arrayContaining(rewards));
    for (const title of rewards) expect(titles(told())).not.toContain(title);
  });

  it('name a deed with its sum, its life and its limits', () => {
    const said = saidIn('ru', full);
    expect(said).toContain('За возвращённую тару: 500, действует 90 дней, не больше 3 раз в день.');
    expect(saidIn('en', full)).toContain('For a review: 5,000, lives 60 days, at most 1 in all.');
  });

  it('say that bonus is not money where it is not paid out, and the limit where it is', () => {
    expect(saidIn('en', told())).toContain('Bonus is not exchanged for money.');
    expect(saidIn('en', full)).toContain('paid out in cash: up to 50,000 soʻm a day');
  });

  it('say that bonus which never burns never burns', () => {
    const said = saidIn('en', told({ bonusExpiryDays: 0 }));
    expect(said).toContain('Bonus for purchases never burns.');
    expect(said).not.toContain('Bonus for purchases lives');
  });

  it('never call the shop’s bonus cashback: the word stands only where it is told apart from the state’s', () => {
    for (const language of languages) {
      const lines = saidIn(language, full).split('\n');
      expect(lines.filter((line) => /cashback|keshbe|кешбэк|кэшбэк/i.test(line))).toHaveLength(1);
    }
  });

  it('are whole in all three languages', () => {
    for (const section of programmeText(full)) {
      for (const text of [section.title, ...section.lines]) {
        for (const language of languages) {
          expect((text[language] ?? '').trim()).not.toBe('');
          expect(text[language]).not.toMatch(/undefined|null|NaN|\{\}| {2}/);
        }
      }
    }
  });

  it('write oʻ and gʻ with their own letter', () => {
    expect(saidIn('uz', full)).not.toMatch(/[og]['’‘`]/i);
  });
});
