/** What a customer is told before the shop keeps their data: the wording by version, purpose and language. */
import type { Language } from '../text.ts';

export type ConsentPurpose = 'profile' | 'messages';
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
} as const satisfies Readonly<Record<string, Wording>>;

/** The version that is told now. */
export const consentVersion: keyof typeof wordings = '2026-11-birthday';

/** The words of one version in a language, by purpose; null for a version that never was. */
export function consentWording(
  version: string,
  language: Language,
): Readonly<Record<ConsentPurpose, string>> | null {
  if (!Object.hasOwn(wordings, version)) return null;
  const wording: Wording = wordings[version as keyof typeof wordings];
  return { profile: wording.profile[language], messages: wording.messages[language] };
}
