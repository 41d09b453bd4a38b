/** What stands on the paper that a customer signs, besides the wording itself: on the receipt printer and on A4 alike. */
import type { Language } from '../text.ts';
import type { ConsentChannel } from './consent.ts';

export interface ConsentPaperWords {
  readonly title: string;
  readonly customer: string;
  readonly phone: string;
  readonly day: string;
  readonly profile: string;
  readonly messages: string;
  readonly tickChannels: string;
  readonly channel: Readonly<Record<ConsentChannel, string>>;
  readonly signature: string;
  readonly forShop: string;
  /** Which version of the words this is, so that it can be found again. */
  readonly version: (version: string) => string;
}

export const consentPaperWords: Readonly<Record<Language, ConsentPaperWords>> = {
  uz: {
    title: 'Rozilik',
    customer: 'Mijoz',
    phone: 'Telefon',
    day: 'Sana',
    profile: 'Maʼlumotlarni saqlash',
    messages: 'Xabarlar',
    tickChannels: 'Qaysi yoʻl bilan (belgilang):',
    channel: { sms: 'SMS', telegram: 'Telegram', phone: 'Qoʻngʻiroq', email: 'E-pochta' },
    signature: 'Imzo',
    forShop: 'Doʻkon nomidan',
    version: (version) => `Matn: ${version}`,
  },
  ru: {
    title: 'Согласие',
    customer: 'Покупатель',
    phone: 'Телефон',
    day: 'Дата',
    profile: 'Хранение данных',
    messages: 'Сообщения',
    tickChannels: 'Каким способом (отметьте):',
    channel: { sms: 'СМС', telegram: 'Telegram', phone: 'Звонок', email: 'Эл. почта' },
    signature: 'Подпись',
    forShop: 'За магазин',
    version: (version) => `Текст: ${version}`,
  },
  en: {
    title: 'Consent',
    customer: 'Customer',
    phone: 'Phone',
    day: 'Date',
    profile: 'Keeping your data',
    messages: 'Messages',
    tickChannels: 'By which way (please tick):',
    channel: { sms: 'SMS', telegram: 'Telegram', phone: 'Call', email: 'E-mail' },
    signature: 'Signature',
    forShop: 'For the shop',
    version: (version) => `Wording: ${version}`,
  },
};
