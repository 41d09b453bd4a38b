/** What the rules of the programme say of tiers, deeds, friends and stamp cards. */
import { birthDateKnownDays } from '../promotion/customerConditions.ts';
import { scopeWords } from '../promotion/scopeWords.ts';
import { russianOf, type Speaker } from '../promotion/speaker.ts';
import { type Deed, type DeedKind, deedKinds } from './deedContract.ts';
import { birthdayDaysAfter, birthdayDaysBefore } from './deeds.ts';
import type { StampCardRule } from './gameContract.ts';
import type { TierRule } from './programmeContract.ts';
import { days, type Line, type ProgrammeToTell, type SectionToSay } from './programmeTextWords.ts';

export function tiersSection({ ladder }: ProgrammeToTell): SectionToSay {
  const tiers = [...ladder.tiers].sort((a, b) => a.fromSom - b.fromSom);
  const isAllTime = ladder.window === 'allTime';
  return {
    title: ({ say }) => say('Darajalar', 'Уровни', 'Tiers'),
    lines:
      tiers.length === 0
        ? []
        : [
            ({ say }) =>
              isAllTime
                ? say(
                    'Daraja shu doʻkonda toʻlangan hamma pulga qarab beriladi.',
                    'Уровень зависит от всех денег, заплаченных в магазине.',
                    'The tier follows from all money paid in the shop.',
                  )
                : say(
                    'Daraja oxirgi 12 oyda toʻlangan pulga qarab beriladi.',
                    'Уровень зависит от денег, заплаченных за последние 12 месяцев.',
                    'The tier follows from the money paid in the last 12 months.',
                  ),
            ...tiers.map(
              (tier): Line =>
                (speaker) =>
                  tierLine(tier, speaker),
            ),
            ({ say }) =>
              say(
                'Chegaradan oʻtgan xarid eski daraja bilan hisoblanadi, yangi daraja ertasi kundan amal qiladi. Qaytarilgan tovar puli ayriladi.',
                'Покупка, которой вы перешли границу, считается по старому уровню, новый действует со следующего дня. Деньги за возвращённый товар вычитаются.',
                'The purchase that crosses a bound counts by the old tier; the new one holds from the next day. Money for goods brought back is taken off.',
              ),
          ],
  };
}

/** "Gold", from 5 000 000 soʻm: 5 % bonus, discount up to 3 %; no queue at delivery. */
function tierLine(tier: TierRule, speaker: Speaker): string {
  const { say, format, name, quoted } = speaker;
  const privilege = name(tier.privilege);
  const gives = [
    ...(tier.bonusBasisPoints === null
      ? []
      : [
          say(
            `bonus ${format.percent(tier.bonusBasisPoints)}`,
            `бонус ${format.percent(tier.bonusBasisPoints)}`,
            `bonus ${format.percent(tier.bonusBasisPoints)}`,
          ),
        ]),
    ...(tier.discountBasisPoints === 0
      ? []
      : [
          say(
            `chegirma ${format.percent(tier.discountBasisPoints)}`,
            `скидка ${format.percent(tier.discountBasisPoints)}`,
            `discount ${format.percent(tier.discountBasisPoints)}`,
          ),
        ]),
    ...(privilege === '' ? [] : [privilege]),
  ];
  const sum = format.som(tier.fromSom);
  const head = say(
    `${quoted(tier.name)}, ${sum}dan`,
    `${quoted(tier.name)}, от ${sum}`,
    `${quoted(tier.name)}, from ${sum}`,
  );
  return gives.length === 0 ? `${head}.` : `${head}: ${gives.join(', ')}.`;
}

const deedNames: Readonly<Record<DeedKind, readonly [uz: string, ru: string, en: string]>> = {
  welcome: [
    'Telefonini aytib, dasturga qoʻshilgani uchun',
    'За вступление с номером телефона',
    'For joining with a phone',
  ],
  firstPurchase: ['Birinchi xarid uchun', 'За первую покупку', 'For the first purchase'],
  birthday: ['Tugʻilgan kun uchun', 'Ко дню рождения', 'For the birthday'],
  review: ['Fikr uchun', 'За отзыв', 'For a review'],
  subscription: [
    'Sahifamizga obuna boʻlgani uchun',
    'За подписку на нашу страницу',
    'For following our page',
  ],
  story: ['Biz haqimizdagi storis uchun', 'За сторис о нас', 'For a story about us'],
  packaging: ['Qaytarilgan idish uchun', 'За возвращённую тару', 'For bringing packaging back'],
  ownBag: ['Oʻz sumkasi bilan kelgani uchun', 'За покупку со своей сумкой', 'For bringing one’s own bag'],
  survey: ['Soʻrovnomaga javob uchun', 'За ответ на опрос', 'For answering a survey'],
  photo: [
    'Nashr qilishga ruxsat berilgan rasm uchun',
    'За фото с разрешением на публикацию',
    'For a photo that we may publish',
  ],
  volunteering: [
    'Doʻkon bilan xayrli ishda qatnashgani uchun',
    'За участие в добром деле с магазином',
    'For volunteering with the shop',
  ],
};

/** Deeds that are on and bring something, in the order of the list. */
export function deedsSection({ deeds }: ProgrammeToTell): SectionToSay {
  const on = deedKinds.flatMap((kind) =>
    deeds.filter((deed) => deed.kind === kind && deed.isOn && deed.bonusSom > 0),
  );
  return {
    title: ({ say }) =>
      say('Yana nima uchun bonus beriladi', 'За что ещё дают бонус', 'What else brings bonus'),
    lines: on.map(
      (deed): Line =>
        (speaker) =>
          deedLine(deed, speaker),
    ),
  };
}

function deedLine(deed: Deed, speaker: Speaker): string {
  const { say, format } = speaker;
  const sum = format.number(deed.bonusSom);
  const term =
    deed.expiryDays === 0
      ? say('kuymaydi', 'не сгорает', 'never burns')
      : say(
          `${days(speaker, deed.expiryDays)} amal qiladi`,
          `действует ${days(speaker, deed.expiryDays)}`,
          `lives ${days(speaker, deed.expiryDays)}`,
        );
  const parts = [`${say(...deedNames[deed.kind])}: ${sum}`, term, ...deedLimits(deed, speaker)];
  return `${parts.join(', ')}.`;
}

function deedLimits({ kind, timesADay, timesInAll }: Deed, { say, format }: Speaker): readonly string[] {
  if (kind === 'welcome' || kind === 'firstPurchase') return [];
  if (kind === 'birthday') {
    return [
      say(
        `yiliga bir marta, tugʻilgan kundan ${birthdayDaysBefore} kun oldin va ${birthdayDaysAfter} kun keyingacha, sana bizga ${birthDateKnownDays} kundan koʻproq maʼlum boʻlsa`,
        `раз в год: за ${birthdayDaysBefore} дня до дня рождения и ${birthdayDaysAfter} дня после, если дата известна нам больше ${birthDateKnownDays} дней`,
        `once a year, from ${birthdayDaysBefore} days before to ${birthdayDaysAfter} days after, when we have known the date for more than ${birthDateKnownDays} days`,
      ),
    ];
  }
  const times = (count: number) => russianOf(count, 'раза', 'раз');
  return [
    ...(timesADay === null || timesADay === timesInAll
      ? []
      : [
          say(
            `kuniga koʻpi bilan ${format.number(timesADay)} marta`,
            `не больше ${format.number(timesADay)} ${times(timesADay)} в день`,
            `at most ${format.number(timesADay)} a day`,
          ),
        ]),
    ...(timesInAll === null
      ? []
      : [
          say(
            `jami koʻpi bilan ${format.number(timesInAll)} marta`,
            `всего не больше ${format.number(timesInAll)} ${times(timesInAll)}`,
            `at most ${format.number(timesInAll)} in all`,
          ),
        ]),
  ];
}

export function friendsSection({ shop }: ProgrammeToTell): SectionToSay {
  const line: Line = ({ say, format }) => {
    const friend = format.number(shop.referralFriendBonusSom);
    const referrer = format.number(shop.referralReferrerBonusSom);
    const from = format.som(shop.referralFromSom);
    const most = format.number(shop.referralsPerMonth);
    return say(
      `Doʻstingiz kodingiz bilan birinchi marta ${from}dan xarid qilsa, unga ${friend}, sizga ${referrer} bonus beriladi; oyiga koʻpi bilan ${most} doʻst.`,
      `Друг пришёл с вашим кодом и купил впервые от ${from}: ему ${friend}, вам ${referrer} бонусов; не больше ${most} друзей в месяц.`,
      `A friend who brings your code and buys for the first time, from ${from}: ${friend} bonus for them, ${referrer} for you; at most ${most} friends a month.`,
    );
  };
  return {
    title: ({ say }) => say('Doʻstni taklif qiling', 'Пригласите друга', 'Bring a friend'),
    lines: shop.isReferralOn ? [line] : [],
  };
}

export function stampsSection({ stampCards = [] }: ProgrammeToTell): SectionToSay {
  return {
    title: ({ say }) => say('Shtamp kartalari', 'Карты со штампами', 'Stamp cards'),
    lines: stampCards.map(
      (card): Line =>
        (speaker) =>
          stampLine(card, speaker),
    ),
  };
}

function stampLine(card: StampCardRule, speaker: Speaker): string {
  const { say, format, quoted } = speaker;
  const goods = scopeWords(card.scope, speaker);
  const needed = format.number(card.needed);
  const pause =
    card.validDays === 0
      ? ''
      : say(
          ` ${days(speaker, card.validDays)} tanaffusdan keyin karta yangidan boshlanadi.`,
          ` После перерыва дольше, чем ${days(speaker, card.validDays)}, карта начинается заново.`,
          ` After a pause of more than ${days(speaker, card.validDays)} the card begins anew.`,
        );
  return `${say(
    `${quoted(card.name)}: ${goods}, har bir dona bitta shtamp; ${needed} ta shtamp uchun: ${stampReward(card, speaker)}.`,
    `${quoted(card.name)}: ${goods}, каждая штука даёт штамп; за ${needed}: ${stampReward(card, speaker)}.`,
    `${quoted(card.name)}: ${goods}, a stamp for each piece; for ${needed}: ${stampReward(card, speaker)}.`,
  )}${pause}`;
}

function stampReward({ reward }: StampCardRule, speaker: Speaker): string {
  const { say, format } = speaker;
  switch (reward.kind) {
    case 'freePiece':
      return say('keyingi dona bepul', 'следующая штука бесплатно', 'the next piece is free');
    case 'coupon':
      return say('kupon', 'купон', 'a coupon');
    case 'bonus': {
      const sum = format.number(reward.bonusSom);
      if (reward.expiryDays === 0) return say(`${sum} bonus`, `бонус ${sum}`, `${sum} bonus`);
      const term = days(speaker, reward.expiryDays);
      return say(
        `${term} amal qiladigan ${sum} bonus`,
        `бонус ${sum} на ${term}`,
        `${sum} bonus for ${term}`,
      );
    }
  }
}
