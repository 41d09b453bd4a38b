/** The words on the papers of gift cards and debts, in the customer's language; `{}` stands where a value goes. */
import type { Language } from '../../shared/text.ts';

export interface CreditPaperWords {
  readonly cashier: string;
  readonly money: Readonly<Record<'cash' | 'card' | 'qr' | 'storeCredit', string>>;
  readonly received: string;
  readonly change: string;
  readonly thanks: string;
  readonly notFiscal: string;
  readonly giftCard: {
    readonly title: string;
    readonly sold: string;
    readonly toppedUp: string;
    readonly onCard: string;
    readonly put: string;
    readonly lastDay: string;
    readonly neverEnds: string;
    /** What holds for every card, one line each. */
    readonly rules: readonly string[];
  };
  readonly repayment: {
    readonly title: string;
    readonly paid: string;
    readonly left: string;
    readonly nothingLeft: string;
    readonly dueOn: string;
    readonly bonus: string;
  };
  readonly debt: {
    readonly receipt: string;
    readonly notebook: string;
    readonly taken: string;
    readonly settled: string;
    readonly dueOn: string;
    readonly late: string;
  };
  readonly statement: {
    readonly title: string;
    readonly day: string;
    readonly owes: string;
    readonly late: string;
    readonly acknowledges: string;
    readonly signature: string;
    readonly shop: string;
    readonly agrees: string;
  };
}

const uz: CreditPaperWords = {
  cashier: 'Kassir',
  money: { cash: 'Naqd', card: 'Karta', qr: 'QR', storeCredit: 'Doʻkon hisobidan' },
  received: 'Olindi',
  change: 'Qaytim',
  thanks: 'Rahmat!',
  notFiscal: 'FISKAL CHEK EMAS',
  giftCard: {
    title: 'SOVGʻA KARTASI',
    sold: 'Sovgʻa kartasi sotildi',
    toppedUp: 'Sovgʻa kartasi toʻldirildi',
    onCard: 'Kartada',
    put: 'Solindi',
    lastDay: 'Oxirgi kuni',
    neverEnds: 'Muddatsiz',
    rules: [
      'Kartani kim olib kelsa, oʻsha sarflaydi: uni puldek asrang.',
      'Boʻlib-boʻlib sarflash mumkin, qolgani kartada turadi.',
      'Karta faqat shu doʻkonda tovarga toʻlaydi.',
    ],
  },
  repayment: {
    title: 'Qarz toʻlovi',
    paid: 'TOʻLANDI',
    left: 'Qolgan qarz',
    nothingLeft: 'Qarz qolmadi',
    dueOn: 'Keyingi toʻlov kuni',
    bonus: 'Bonus qoʻshildi',
  },
  debt: {
    receipt: 'chek №{}',
    notebook: 'daftardan',
    taken: 'Olingan',
    settled: 'Uzilgan',
    dueOn: 'Muddati',
    late: 'muddati oʻtgan',
  },
  statement: {
    title: 'QARZ VARAQASI',
    day: 'Sana',
    owes: 'JAMI',
    late: 'shundan muddati oʻtgani',
    acknowledges: 'Yuqoridagi qarzni tan olaman va muddatida toʻlayman.',
    signature: 'Imzo',
    shop: 'Doʻkon vakili',
    agrees: 'Roziman, imzo',
  },
};

const ru: CreditPaperWords = {
  cashier: 'Кассир',
  money: { cash: 'Наличные', card: 'Карта', qr: 'QR', storeCredit: 'Со счёта в магазине' },
  received: 'Получено',
  change: 'Сдача',
  thanks: 'Спасибо!',
  notFiscal: 'НЕ ФИСКАЛЬНЫЙ ЧЕК',
  giftCard: {
    title: 'ПОДАРОЧНАЯ КАРТА',
    sold: 'Продана подарочная карта',
    toppedUp: 'Пополнена подарочная карта',
    onCard: 'На карте',
    put: 'Внесено',
    lastDay: 'Последний день',
    neverEnds: 'Без срока',
    rules: [
      'Карту тратит тот, кто её принёс: берегите её как деньги.',
      'Можно тратить частями, остаток хранится на карте.',
      'Картой платят только за товары этого магазина.',
    ],
  },
  repayment: {
    title: 'Оплата долга',
    paid: 'ОПЛАЧЕНО',
    left: 'Остаток долга',
    nothingLeft: 'Долга не осталось',
    dueOn: 'Следующий платёж до',
    bonus: 'Бонус начислен',
  },
  debt: {
    receipt: 'чек №{}',
    notebook: 'из тетради',
    taken: 'Взято',
    settled: 'Погашено',
    dueOn: 'Срок',
    late: 'просрочено',
  },
  statement: {
    title: 'ВЫПИСКА О ДОЛГЕ',
    day: 'Дата',
    owes: 'ИТОГО',
    late: 'из него просрочено',
    acknowledges: 'С указанным долгом согласен (согласна), оплачу в срок.',
    signature: 'Подпись',
    shop: 'От магазина',
    agrees: 'Согласен (согласна), подпись',
  },
};

const en: CreditPaperWords = {
  cashier: 'Cashier',
  money: { cash: 'Cash', card: 'Card', qr: 'QR', storeCredit: 'From store credit' },
  received: 'Received',
  change: 'Change',
  thanks: 'Thank you!',
  notFiscal: 'NOT A FISCAL RECEIPT',
  giftCard: {
    title: 'GIFT CARD',
    sold: 'Gift card sold',
    toppedUp: 'Gift card topped up',
    onCard: 'On the card',
    put: 'Put on',
    lastDay: 'Last day',
    neverEnds: 'Never expires',
    rules: [
      'Whoever brings the card may spend it: keep it like money.',
      'Spend it in parts, the rest stays on the card.',
      'It pays only for goods of this shop.',
    ],
  },
  repayment: {
    title: 'Debt payment',
    paid: 'PAID',
    left: 'Remaining debt',
    nothingLeft: 'No debt is left',
    dueOn: 'Next payment by',
    bonus: 'Bonus earned',
  },
  debt: {
    receipt: 'receipt №{}',
    notebook: 'from the notebook',
    taken: 'Taken',
    settled: 'Settled',
    dueOn: 'Due',
    late: 'overdue',
  },
  statement: {
    title: 'STATEMENT OF DEBT',
    day: 'Date',
    owes: 'TOTAL',
    late: 'of it overdue',
    acknowledges: 'I acknowledge the debt above and will pay it on time.',
    signature: 'Signature',
    shop: 'For the shop',
    agrees: 'I agree, signature',
  },
};

export const creditPaperWords: Readonly<Record<Language, CreditPaperWords>> = { uz, ru, en };

/** As terminals and phones call themselves; a bank card without a name of its own has none. */
export const providerNames: Readonly<Record<string, string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};
