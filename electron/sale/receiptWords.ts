/** The words on a receipt, in the customer's language; `{}` stands where a value goes. */
import type { TenderKind } from '../../shared/basket.ts';
import type { Language } from '../../shared/text.ts';

export interface ReceiptWords {
  readonly receipt: string;
  readonly cashier: string;
  readonly stir: string;
  /** Before the name of a firm that buys. */
  readonly buyer: string;
  /** A line that a promotion gives for nothing. */
  readonly free: string;
  readonly subtotal: string;
  readonly total: string;
  readonly vat: string;
  readonly rounding: string;
  readonly tender: Readonly<Record<TenderKind, string>>;
  /** Money of goods that came back with this sale; `{}` is the number of their return. */
  readonly exchange: string;
  /** The sale was written on paper and typed in later; `{}` is when. */
  readonly onPaper: string;
  readonly received: string;
  readonly change: string;
  readonly changeToAccount: string;
  /** Rounded up for a fund; `{}` is its name. */
  readonly donation: string;
  readonly giftCardLeft: string;
  readonly account: string;
  /** The last day of a debt, all that is owed, and the line on which the debtor signs. */
  readonly debtDue: string;
  readonly debtInAll: string;
  readonly signature: string;
  readonly saved: string;
  readonly bonusEarned: string;
  /** What a friend who sent the customer brought them. */
  readonly bonusOfFriend: string;
  readonly bonusOfFirstPurchase: string;
  /** What full stamp cards and reached challenges brought. */
  readonly bonusOfGames: string;
  /** Bonus that was earned may be spent from this day on. */
  readonly bonusFrom: string;
  readonly bonusSpent: string;
  readonly bonusBalance: string;
  readonly tier: string;
  /** How much is missing to the next tier, and its name. */
  readonly tierMissing: string;
  readonly tierTomorrow: string;
  readonly freePieces: string;
  readonly challengeDaysLeft: string;
  readonly challengeReached: string;
  readonly tickets: string;
  /** What waits for whoever gives a phone with the claim code. */
  readonly claim: string;
  readonly claimHow: string;
  readonly returnDays: string;
  readonly thanks: string;
}

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = {
  uz: {
    receipt: 'Chek',
    cashier: 'Kassir',
    stir: 'STIR',
    buyer: 'Xaridor',
    free: 'Bepul',
    subtotal: 'Oraliq jami',
    total: 'JAMI',
    vat: 'shu jumladan QQS',
    rounding: 'Yaxlitlash',
    tender: {
      bonus: 'Bonus',
      giftCard: 'Sovgʻa kartasi',
      storeCredit: 'Doʻkon hisobi',
      debt: 'Nasiya',
      card: 'Karta',
      qr: 'QR',
      cash: 'Naqd',
    },
    exchange: 'Qaytarilgan tovar (№{})',
    onPaper: 'Qogʻozda yozilgan, kassaga {} da kiritilgan',
    received: 'Olindi',
    change: 'Qaytim',
    changeToAccount: 'Qaytim hisobingizga',
    donation: '{} uchun',
    giftCardLeft: 'Kartada qoldi',
    account: 'Hisobingizda',
    debtDue: 'Toʻlov muddati',
    debtInAll: 'Jami qarzingiz',
    signature: 'Imzo',
    saved: 'Siz tejadingiz',
    bonusEarned: 'Bonus qoʻshildi',
    bonusOfFriend: 'Doʻst taklifi uchun bonus',
    bonusOfFirstPurchase: 'Birinchi xarid uchun bonus',
    bonusOfGames: 'Shtamp va topshiriq bonusi',
    bonusFrom: 'Yangi bonus {} dan sarflanadi.',
    bonusSpent: 'Bonus sarflandi',
    bonusBalance: 'Bonus qoldigʻi',
    tier: 'Darajangiz',
    tierMissing: '{} darajasigacha: {}',
    tierTomorrow: 'Ertadan boshlab darajangiz: {}',
    freePieces: 'bepul: {}',
    challengeDaysLeft: 'yana {} kun',
    challengeReached: 'Bajarildi!',
    tickets: 'Chipta',
    claim: 'Bu xariddan {} bonus sizni kutmoqda, {} gacha.',
    claimHow: 'Keyingi safar shu kodni va telefoningizni ayting:',
    returnDays: 'Qaytarish: chek bilan {} kun ichida.',
    thanks: 'Xaridingiz uchun rahmat!',
  },
  ru: {
    receipt: 'Чек',
    cashier: 'Кассир',
    stir: 'СТИР',
    buyer: 'Покупатель',
    free: 'Бесплатно',
    subtotal: 'Промежуточный итог',
    total: 'ИТОГО',
    vat: 'в том числе НДС',
    rounding: 'Округление',
    tender: {
      bonus: 'Бонус',
      giftCard: 'Подарочная карта',
      storeCredit: 'Счёт в магазине',
      debt: 'В долг',
      card: 'Карта',
      qr: 'QR',
      cash: 'Наличные',
    },
    exchange: 'Зачтён возврат №{}',
    onPaper: 'Записано на бумаге, внесено в кассу {}',
    received: 'Получено',
    change: 'Сдача',
    changeToAccount: 'Сдача на ваш счёт',
    donation: 'На «{}»',
    giftCardLeft: 'Осталось на карте',
    account: 'На вашем счёте',
    debtDue: 'Оплатить до',
    debtInAll: 'Весь ваш долг',
    signature: 'Подпись',
    saved: 'Вы сэкономили',
    bonusEarned: 'Бонус начислен',
    bonusOfFriend: 'Бонус по приглашению',
    bonusOfFirstPurchase: 'Бонус за первую покупку',
    bonusOfGames: 'Бонус за штампы и задания',
    bonusFrom: 'Новый бонус можно тратить с {}.',
    bonusSpent: 'Бонус списан',
    bonusBalance: 'Остаток бонуса',
    tier: 'Ваш уровень',
    tierMissing: 'До уровня «{}» ещё {}',
    tierTomorrow: 'С завтрашнего дня ваш уровень: {}',
    freePieces: 'бесплатно: {}',
    challengeDaysLeft: 'ещё {} дн.',
    challengeReached: 'Выполнено!',
    tickets: 'Билет',
    claim: 'За эту покупку вас ждёт бонус {}, до {}.',
    claimHow: 'В следующий раз назовите этот код и ваш телефон:',
    returnDays: 'Возврат с чеком в течение {} дн.',
    thanks: 'Спасибо за покупку!',
  },
  en: {
    receipt: 'Receipt',
    cashier: 'Cashier',
    stir: 'STIR',
    buyer: 'Buyer',
    free: 'Free',
    subtotal: 'Subtotal',
    total: 'TOTAL',
    vat: 'VAT included',
    rounding: 'Rounding',
    tender: {
      bonus: 'Bonus',
      giftCard: 'Gift card',
      storeCredit: 'Store credit',
      debt: 'On credit',
      card: 'Card',
      qr: 'QR',
      cash: 'Cash',
    },
    exchange: 'Goods taken back (№{})',
    onPaper: 'Written on paper, entered {}',
    received: 'Received',
    change: 'Change',
    changeToAccount: 'Change to your account',
    donation: 'For {}',
    giftCardLeft: 'Left on the card',
    account: 'On your account',
    debtDue: 'To be paid by',
    debtInAll: 'You owe in all',
    signature: 'Signature',
    saved: 'You saved',
    bonusEarned: 'Bonus earned',
    bonusOfFriend: 'Invitation bonus',
    bonusOfFirstPurchase: 'First purchase bonus',
    bonusOfGames: 'Bonus for stamps and challenges',
    bonusFrom: 'The new bonus may be spent from {}.',
    bonusSpent: 'Bonus spent',
    bonusBalance: 'Bonus balance',
    tier: 'Your tier',
    tierMissing: 'To reach {}: {} more',
    tierTomorrow: 'Your tier from tomorrow: {}',
    freePieces: 'free: {}',
    challengeDaysLeft: '{} days left',
    challengeReached: 'Reached!',
    tickets: 'Ticket',
    claim: 'A bonus of {} from this purchase waits for you until {}.',
    claimHow: 'Next time tell us this code and your phone:',
    returnDays: 'Returns with the receipt within {} days.',
    thanks: 'Thank you for your purchase!',
  },
};

/** Puts values where the words leave room for them, in their order. */
export function filled(words: string, ...values: readonly string[]): string {
  let next = 0;
  return words.replace(/\{\}/g, () => values[next++] ?? '');
}

export const providerNames: Readonly<Record<string, string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  otherCard: '',
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};
