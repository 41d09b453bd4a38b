/** The words on a printed coupon that are the same for every series, in the three languages of the shop. */
import type { Language } from '../../../shared/text.ts';

export interface PaperWords {
  readonly coupon: string;
  readonly lastDay: string;
  readonly days: string;
  readonly onePerReceipt: string;
  readonly showAtTill: string;
  readonly gift: string;
  readonly bonus: string;
  readonly som: string;
  /** What stands before and after the highest step: "up to −20%". */
  readonly upTo: readonly [before: string, after: string];
  readonly usedAt: (partner: string) => string;
}

export const paperWords: Readonly<Record<Language, PaperWords>> = {
  uz: {
    coupon: 'Kupon',
    lastDay: 'Oxirgi kun',
    days: 'Amal qilish muddati',
    onePerReceipt: 'Bitta chekka bitta kupon',
    showAtTill: 'Kassada koʻrsating',
    gift: 'Sovgʻa',
    bonus: 'bonus',
    som: 'soʻm',
    upTo: ['', 'gacha'],
    usedAt: (partner) => `Qabul qilinadi: ${partner}`,
  },
  ru: {
    coupon: 'Купон',
    lastDay: 'Последний день',
    days: 'Срок действия',
    onePerReceipt: 'Один купон на чек',
    showAtTill: 'Покажите на кассе',
    gift: 'Подарок',
    bonus: 'бонусов',
    som: 'сум',
    upTo: ['до', ''],
    usedAt: (partner) => `Принимает: ${partner}`,
  },
  en: {
    coupon: 'Coupon',
    lastDay: 'Last day',
    days: 'Valid',
    onePerReceipt: 'One coupon per receipt',
    showAtTill: 'Show it at the till',
    gift: 'Gift',
    bonus: 'bonus',
    som: 'soʻm',
    upTo: ['up to', ''],
    usedAt: (partner) => `Accepted at: ${partner}`,
  },
};
