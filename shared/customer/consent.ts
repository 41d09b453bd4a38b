/** What a customer is told before the shop keeps their data, by version, purpose and language, and what may be agreed to. */
import type { Language } from '../text.ts';

/** Keeping what a person tells, and writing or calling; the second is worth nothing without the first. */
export const consentPurposes = ['profile', 'messages'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** By which way a person agreed to be written to or called (`phone`): each is given and withdrawn on its own. */
export const consentChannels = ['sms', 'telegram', 'phone', 'email'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
/** What one entry of the ledger is about: keeping the profile, or messages by one channel. */
export const consentSubjects = ['profile', ...consentChannels] as const;
export type ConsentSubject = (typeof consentSubjects)[number];
/** How the shop was told; a bot and an import are no people at the counter. */
export const consentWays = ['spoken', 'paper', 'bot', 'import'] as const;
export type ConsentWay = (typeof consentWays)[number];

type Wording = Readonly<Record<ConsentPurpose, Readonly<Record<Language, string>>>>;

/**
 * Every wording that was ever told, because a consent is worth what was said: texts are never edited, a new version is
 * added. They name the purpose, the law (ZRU-547 on personal data), the way to withdraw, and the way to be erased.
 */
const wordings = {
  '2026-11': {
    profile: {
      uz:
        'Ismingiz, telefon raqamingiz va xaridlaringizni doʻkonimiz faqat bonus, kupon va kartangizni yuritish ' +
        'uchun saqlashiga rozimisiz? Maʼlumotlaringiz boshqalarga berilmaydi. Rozilikni istalgan paytda doʻkonda ' +
        'qaytarib olishingiz va maʼlumotlaringizni oʻchirishni soʻrashingiz mumkin. Asos: “Shaxsga doir ' +
        'maʼlumotlar toʻgʻrisida”gi OʻRQ-547-son Qonun.',
      ru:
        'Согласны ли вы, чтобы наш магазин хранил ваше имя, номер телефона и покупки только для бонусов, купонов ' +
        'и вашей карты? Другим эти данные не передаются. Согласие можно отозвать в магазине в любое время и ' +
        'попросить удалить ваши данные. Основание: Закон № ЗРУ-547 «О персональных данных».',
      en:
        'Do you agree that our shop keeps your name, phone number and purchases, only to run your bonus, coupons ' +
        'and card? They are given to nobody else. You may withdraw your consent in the shop at any time and ask ' +
        'for your data to be erased. Basis: Law No. ZRU-547 on Personal Data.',
    },
    messages: {
      uz:
        'Doʻkonimiz telefoningizga bonus, kupon va aksiyalar haqida xabar yuborishiga rozimisiz? Bu ixtiyoriy: ' +
        'rozi boʻlmasangiz ham bonus toʻplayverasiz. Rozilikni istalgan paytda qaytarib olishingiz mumkin, ' +
        'shundan soʻng xabarlar darhol toʻxtaydi.',
      ru:
        'Согласны ли вы получать от нашего магазина сообщения о бонусах, купонах и акциях? Это по желанию: ' +
        'бонусы копятся и без этого. Согласие можно отозвать в любое время, и сообщения сразу прекратятся.',
      en:
        'Do you agree to messages from our shop about bonus, coupons and offers? This is your choice: you collect ' +
        'bonus without it too. You may withdraw at any time, and messages stop at once.',
    },
  },
  /** Tells of the birthday too, which the customer need not name. */
  '2026-11-birthday': {
    profile: {
      uz:
        'Ismingiz, telefoningiz, xaridlaringiz va aytsangiz tugʻilgan kuningizni doʻkonimiz faqat bonus, kupon va ' +
        'kartangiz uchun saqlashiga rozimisiz? Ular boshqalarga berilmaydi. Rozilikni istalgan paytda doʻkonda ' +
        'qaytarib olishingiz va maʼlumotlaringizni oʻchirishni soʻrashingiz mumkin. Asos: “Shaxsga doir ' +
        'maʼlumotlar toʻgʻrisida”gi OʻRQ-547-son Qonun.',
      ru:
        'Согласны ли вы, чтобы наш магазин хранил ваше имя, телефон, покупки и, если назовёте, день рождения ' +
        'только для бонусов, купонов и вашей карты? Другим эти данные не передаются. Согласие можно отозвать ' +
        'в магазине в любое время и попросить удалить ваши данные. Основание: Закон № ЗРУ-547 ' +
        '«О персональных данных».',
      en:
        'Do you agree that our shop keeps your name, phone, purchases and, if you tell it, your birthday, only to ' +
        'run your bonus, coupons and card? They are given to nobody else. You may withdraw your consent in the ' +
        'shop at any time and ask for your data to be erased. Basis: Law No. ZRU-547 on Personal Data.',
    },
    messages: {
      uz:
        'Doʻkonimiz telefoningizga bonus, kupon va aksiyalar haqida xabar yuborishiga rozimisiz? Bu ixtiyoriy: ' +
        'rozi boʻlmasangiz ham bonus toʻplayverasiz. Rozilikni istalgan paytda qaytarib olishingiz mumkin, ' +
        'shundan soʻng xabarlar darhol toʻxtaydi.',
      ru:
        'Согласны ли вы получать от нашего магазина сообщения о бонусах, купонах и акциях? Это по желанию: ' +
        'бонусы копятся и без этого. Согласие можно отозвать в любое время, и сообщения сразу прекратятся.',
      en:
        'Do you agree to messages from our shop about bonus, coupons and offers? This is your choice: you collect ' +
        'bonus without it too. You may withdraw at any time, and messages stop at once.',
    },
  },
  /** Names the channels, and all that a profile may hold: address, household, sizes and tastes, allergies, a photo. */
  '2026-11-channels': {
    profile: {
      uz:
        'Ismingiz, telefoningiz, xaridlaringiz va aytsangiz tugʻilgan kun, manzil, oila, oʻlcham, did, allergiya va ' +
        'suratingizni doʻkonimiz faqat bonus, karta va sizga xizmat uchun saqlashiga rozimisiz? Ular boshqalarga ' +
        'berilmaydi. Rozilikni istalgan paytda doʻkonda qaytarib olishingiz, nusxa va oʻchirishni soʻrashingiz ' +
        'mumkin. Asos: “Shaxsga doir maʼlumotlar toʻgʻrisida”gi OʻRQ-547-son Qonun.',
      ru:
        'Согласны ли вы, чтобы наш магазин хранил ваше имя, телефон, покупки и, если расскажете, день рождения, ' +
        'адрес, семью, размеры, вкусы, аллергии и фото только для бонусов, карты и заботы о вас? Другим их не ' +
        'передаём. Согласие можно отозвать в магазине в любое время, получить копию данных и попросить удалить их. ' +
        'Основание: Закон № ЗРУ-547 «О персональных данных».',
      en:
        'Do you agree that our shop keeps your name, phone, purchases and, if you tell them, your birthday, ' +
        'address, household, sizes, tastes, allergies and photo, only for your bonus and card and to serve you? ' +
        'Nobody else gets them. You may withdraw in the shop at any time, take a copy, and ask for your data to be ' +
        'erased. Basis: Law No. ZRU-547 on Personal Data.',
    },
    messages: {
      uz:
        'Doʻkonimiz bonus, kupon va aksiyalar haqida telefoningizga SMS, Telegram va qoʻngʻiroq orqali, manzilini ' +
        'aytsangiz elektron pochta orqali xabar berishiga rozimisiz? Bu ixtiyoriy: bonus busiz ham toʻplanadi. ' +
        'Rozilikni hammasi yoki bir yoʻl uchun istalgan paytda qaytarib olishingiz mumkin, xabarlar darhol ' +
        'toʻxtaydi.',
      ru:
        'Согласны ли вы получать от нашего магазина сообщения о бонусах, купонах и акциях: на телефон по СМС, ' +
        'в Telegram и звонком, а если назовёте адрес, то и по почте? Это по желанию: бонусы копятся и без этого. ' +
        'Согласие можно отозвать в любое время, целиком или для одного способа, и сообщения сразу прекратятся.',
      en:
        'Do you agree to messages from our shop about bonus, coupons and offers: to your phone by SMS, Telegram and ' +
        'calls, and by e-mail if you tell the address? This is your choice: you collect bonus without it too. You ' +
        'may withdraw at any time, for all of it or for one way, and messages stop at once.',
    },
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** The version that is told now. */
export const consentVersion: keyof typeof wordings = '2026-11-channels';

/** The words of one version in a language, by purpose; null for a version that never was. */
export function consentWording(
  version: string,
  language: Language,
): Readonly<Record<ConsentPurpose, string>> | null {
  if (!Object.hasOwn(wordings, version)) return null;
  const wording: Wording = wordings[version as keyof typeof wordings];
  return { profile: wording.profile[language], messages: wording.messages[language] };
}

/**
 * By which channels a yes to messages counts when none was named apart: what reaches the phone that was just told. The
 * wordings before `2026-11-channels` spoke of messages to the phone only, an SMS or a call.
 */
export function channelsOfWording(version: string): readonly ConsentChannel[] {
  return version === '2026-11' || version === '2026-11-birthday'
    ? ['sms', 'phone']
    : ['sms', 'telegram', 'phone'];
}
