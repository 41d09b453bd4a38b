/** The words on the slip of goods that came back, in the customer's language. */
import type { TenderKind } from '../../shared/basket.ts';
import type { returnReasons } from '../../shared/sale/returnContract.ts';
import type { Language } from '../../shared/text.ts';

export interface ReturnWords {
  readonly title: string;
  /** The title where nobody brought a receipt. */
  readonly looseTitle: string;
  /** The receipt that the goods were sold on. */
  readonly receipt: string;
  readonly cashier: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<(typeof returnReasons)[number], string>>;
  readonly total: string;
  readonly vat: string;
  readonly rounding: string;
  readonly donation: string;
  /** Where what was paid goes back to. */
  readonly back: Readonly<Record<TenderKind, string>>;
  /** What of the money paid for other goods. */
  readonly usedForExchange: string;
  /** What is kept from the money, because the bonus was spent. */
  readonly withheld: string;
  readonly bonusTakenBack: string;
  readonly bonusBalance: string;
  readonly signature: string;
}

export const returnWords: Readonly<Record<Language, ReturnWords>> = {
  uz: {
    title: 'Qaytarish',
    looseTitle: 'Cheksiz qaytarish',
    receipt: 'Sotilgan chek',
    cashier: 'Kassir',
    reason: 'Sababi',
    reasons: {
      quality: 'Sifati yomon',
      expired: 'Muddati oʻtgan',
      wrong: 'Adashib berilgan',
      changedMind: 'Xaridor fikridan qaytdi',
      price: 'Narxi notoʻgʻri',
    },
    total: 'QAYTDI',
    vat: 'shu jumladan QQS',
    rounding: 'Yaxlitlash',
    donation: 'Xayriya qaytdi',
    back: {
      bonus: 'Bonusga qaytdi',
      giftCard: 'Sovgʻa kartasiga qaytdi',
      storeCredit: 'Hisobingizga oʻtdi',
      debt: 'Qarzingiz kamaydi',
      card: 'Kartaga',
      qr: 'QR orqali',
      cash: 'Naqd qaytarildi',
    },
    usedForExchange: 'Boshqa tovarga oʻtdi',
    withheld: 'Sarflangan bonus ushlab qolindi',
    bonusTakenBack: 'Xarid bonusi bekor qilindi',
    bonusBalance: 'Bonus qoldigʻi',
    signature: 'Xaridor imzosi',
  },
  ru: {
    title: 'Возврат',
    looseTitle: 'Возврат без чека',
    receipt: 'Продано по чеку',
    cashier: 'Кассир',
    reason: 'Причина',
    reasons: {
      quality: 'Плохое качество',
      expired: 'Истёк срок годности',
      wrong: 'Отпущено по ошибке',
      changedMind: 'Покупатель передумал',
      price: 'Неверная цена',
    },
    total: 'ВОЗВРАТ',
    vat: 'в том числе НДС',
    rounding: 'Округление',
    donation: 'Пожертвование возвращено',
    back: {
      bonus: 'Возвращено бонусами',
      giftCard: 'На подарочную карту',
      storeCredit: 'На ваш счёт в магазине',
      debt: 'Долг уменьшен',
      card: 'На карту',
      qr: 'По QR',
      cash: 'Выдано наличными',
    },
    usedForExchange: 'Зачтено за другой товар',
    withheld: 'Удержано: бонус потрачен',
    bonusTakenBack: 'Бонус за покупку отменён',
    bonusBalance: 'Остаток бонуса',
    signature: 'Подпись покупателя',
  },
  en: {
    title: 'Return',
    looseTitle: 'Return without receipt',
    receipt: 'Sold on receipt',
    cashier: 'Cashier',
    reason: 'Reason',
    reasons: {
      quality: 'Bad quality',
      expired: 'Out of date',
      wrong: 'Wrong goods',
      changedMind: 'Changed mind',
      price: 'Wrong price',
    },
    total: 'RETURNED',
    vat: 'VAT included',
    rounding: 'Rounding',
    donation: 'Donation given back',
    back: {
      bonus: 'Back as bonus',
      giftCard: 'Back on the gift card',
      storeCredit: 'To your account',
      debt: 'Your debt is less by',
      card: 'To the card',
      qr: 'By QR',
      cash: 'Cash handed back',
    },
    usedForExchange: 'Paid for other goods',
    withheld: 'Kept: bonus was spent',
    bonusTakenBack: 'Bonus of the purchase',
    bonusBalance: 'Bonus balance',
    signature: 'Customer signature',
  },
};
