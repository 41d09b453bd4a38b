/** The words on the papers of the shift, in the shop's language; `{}` stands where a value goes. */
import type { PaymentProvider, TenderKind } from '../../shared/basket.ts';
import type { CashMoveKind, DrawerCause } from '../../shared/shift/figures.ts';
import type { Language } from '../../shared/text.ts';

export interface ShiftPaperWords {
  readonly xReport: string;
  readonly zReport: string;
  readonly shift: string;
  readonly stir: string;
  readonly opened: string;
  readonly closed: string;
  readonly ofDay: string;
  /** A forgotten shift: closed on another day than its own. */
  readonly closedOn: string;
  readonly receipts: string;
  readonly numbers: string;
  readonly gross: string;
  readonly discounts: string;
  readonly sold: string;
  readonly returns: string;
  readonly looseReturns: string;
  readonly net: string;
  readonly sales: string;
  readonly vat: string;
  readonly noVat: string;
  readonly rate: string;
  readonly payments: string;
  readonly tender: Readonly<Record<TenderKind, string>>;
  readonly wentBack: string;
  readonly besides: string;
  readonly giftCards: string;
  readonly debts: string;
  readonly bonusPaidOut: string;
  readonly donations: string;
  readonly rounding: string;
  readonly bonusEarned: string;
  readonly bonusSpent: string;
  readonly drawer: string;
  readonly cause: Readonly<Record<DrawerCause, string>>;
  readonly expected: string;
  readonly counted: string;
  readonly difference: string;
  readonly reason: string;
  readonly approver: string;
  readonly alone: string;
  readonly terminals: string;
  readonly byProgram: string;
  readonly byTerminal: string;
  readonly sellers: string;
  readonly looked: string;
  readonly discountsByHand: string;
  readonly shelfPrices: string;
  readonly linesRemoved: string;
  readonly basketsCleared: string;
  readonly drawerOpened: string;
  readonly refusedCounts: string;
  readonly writtenOnPaper: string;
  readonly checklist: string;
  readonly handOvers: string;
  readonly notes: string;
  readonly journal: string;
  readonly document: string;
  readonly cashier: string;
  readonly responsible: string;
  readonly signature: string;
  readonly notFiscal: string;
  readonly move: Readonly<Record<CashMoveKind, string>>;
  readonly amount: string;
  readonly person: string;
  /** Who brought the cash, and who takes it away. */
  readonly broughtBy: string;
  readonly takenBy: string;
}

const uz: ShiftPaperWords = {
  xReport: 'X-HISOBOT',
  zReport: 'Z-HISOBOT',
  shift: 'Smena',
  stir: 'STIR',
  opened: 'Ochildi',
  closed: 'Yopildi',
  ofDay: 'Smena kuni',
  closedOn: 'Yopilgan kun',
  receipts: 'Cheklar',
  numbers: 'Raqamlari',
  gross: 'Chegirmasiz',
  discounts: 'Chegirmalar',
  sold: 'Sotildi',
  returns: 'Qaytarildi ({})',
  looseReturns: 'Cheksiz qaytarildi ({})',
  net: 'JAMI',
  sales: 'SAVDO',
  vat: 'QQS',
  noVat: 'QQSsiz savdo',
  rate: '{} stavkali savdo',
  payments: 'TOʻLOVLAR',
  tender: {
    bonus: 'Bonus',
    giftCard: 'Sovgʻa kartasi',
    storeCredit: 'Doʻkon hisobi',
    debt: 'Nasiya',
    card: 'Karta',
    qr: 'QR',
    cash: 'Naqd',
  },
  wentBack: 'qaytdi',
  besides: 'SAVDODAN TASHQARI',
  giftCards: 'Sovgʻa kartalari ({})',
  debts: 'Qarz toʻlovlari ({})',
  bonusPaidOut: 'Bonus naqd berildi ({})',
  donations: 'Xayriya',
  rounding: 'Yaxlitlash',
  bonusEarned: 'Bonus qoʻshildi',
  bonusSpent: 'Bonus sarflandi',
  drawer: 'KASSADAGI NAQD',
  cause: {
    float: 'Boshlangʻich naqd',
    sales: 'Naqd savdo',
    returns: 'Qaytarishlar',
    looseReturns: 'Cheksiz qaytarishlar',
    giftCards: 'Sovgʻa kartalari',
    debts: 'Qarz toʻlovlari',
    deposits: 'Buyurtmaga oldindan toʻlov',
    depositsBack: 'Oldindan toʻlov qaytarildi',
    bonusPaidOut: 'Berilgan bonus',
    charity: 'Xayriyaga berildi',
    in: 'Naqd kirim',
    out: 'Naqd chiqim',
    collection: 'Inkassatsiya',
    expense: 'Xarajat',
  },
  expected: 'Kutilgan naqd',
  counted: 'Sanalgan naqd',
  difference: 'Farq',
  reason: 'Sababi',
  approver: 'Tasdiqladi',
  alone: 'Tasdiqlovchi yoʻq edi: yakka oʻzi',
  terminals: 'NAQDSIZ TOʻLOVLAR',
  byProgram: 'Dastur boʻyicha',
  byTerminal: 'Terminal boʻyicha',
  sellers: 'SOTUVCHILAR',
  looked: 'EʼTIBOR BERING',
  discountsByHand: 'Qoʻlda chegirma ({})',
  shelfPrices: 'Javon narxida ({})',
  linesRemoved: 'Savatdan olingan qator',
  basketsCleared: 'Tozalangan savat',
  drawerOpened: 'Savdosiz ochilgan yashik',
  refusedCounts: 'Rad etilgan sanash',
  writtenOnPaper: 'Qogʻozdan kiritilgan ({})',
  checklist: 'Nazorat roʻyxati',
  handOvers: 'OʻRTADAGI SANASHLAR',
  notes: 'KEYINGI SMENAGA',
  journal: 'JURNAL',
  document: 'Oxirgi hujjat',
  cashier: 'Kassir',
  responsible: 'Masʼul',
  signature: 'Imzo',
  notFiscal: 'FISKAL HISOBOT EMAS',
  move: { in: 'NAQD KIRIM', out: 'NAQD CHIQIM', collection: 'INKASSATSIYA', expense: 'XARAJAT' },
  amount: 'Summa',
  person: 'Kassir',
  broughtBy: 'Topshirdi',
  takenBy: 'Oldi',
};

const ru: ShiftPaperWords = {
  xReport: 'X-ОТЧЁТ',
  zReport: 'Z-ОТЧЁТ',
  shift: 'Смена',
  stir: 'СТИР',
  opened: 'Открыта',
  closed: 'Закрыта',
  ofDay: 'День смены',
  closedOn: 'День закрытия',
  receipts: 'Чеков',
  numbers: 'Номера',
  gross: 'Без скидок',
  discounts: 'Скидки',
  sold: 'Продано',
  returns: 'Возвраты ({})',
  looseReturns: 'Возвраты без чека ({})',
  net: 'ИТОГО',
  sales: 'ПРОДАЖИ',
  vat: 'НДС',
  noVat: 'Продажи без НДС',
  rate: 'Продажи по {}',
  payments: 'ОПЛАТЫ',
  tender: {
    bonus: 'Бонус',
    giftCard: 'Подарочная карта',
    storeCredit: 'Счёт в магазине',
    debt: 'В долг',
    card: 'Карта',
    qr: 'QR',
    cash: 'Наличные',
  },
  wentBack: 'возвращено',
  besides: 'КРОМЕ ПРОДАЖ',
  giftCards: 'Подарочные карты ({})',
  debts: 'Оплата долгов ({})',
  bonusPaidOut: 'Бонус деньгами ({})',
  donations: 'Благотворительность',
  rounding: 'Округление',
  bonusEarned: 'Бонус начислен',
  bonusSpent: 'Бонус потрачен',
  drawer: 'НАЛИЧНЫЕ В КАССЕ',
  cause: {
    float: 'На начало',
    sales: 'Продажи за наличные',
    returns: 'Возвраты',
    looseReturns: 'Возвраты без чека',
    giftCards: 'Подарочные карты',
    debts: 'Оплата долгов',
    deposits: 'Задатки за заказы',
    depositsBack: 'Задатки возвращены',
    bonusPaidOut: 'Выплачен бонус',
    charity: 'На благотворительность',
    in: 'Внесение',
    out: 'Изъятие',
    collection: 'Инкассация',
    expense: 'Расход',
  },
  expected: 'Должно быть',
  counted: 'Пересчитано',
  difference: 'Расхождение',
  reason: 'Причина',
  approver: 'Подтвердил(а)',
  alone: 'Подтвердить было некому: один(одна)',
  terminals: 'БЕЗНАЛИЧНЫЕ',
  byProgram: 'По программе',
  byTerminal: 'По терминалу',
  sellers: 'ПРОДАВЦЫ',
  looked: 'ОБРАТИТЕ ВНИМАНИЕ',
  discountsByHand: 'Скидки вручную ({})',
  shelfPrices: 'По цене полки ({})',
  linesRemoved: 'Удалено строк',
  basketsCleared: 'Очищено корзин',
  drawerOpened: 'Ящик открыт без продажи',
  refusedCounts: 'Отклонено пересчётов',
  writtenOnPaper: 'Внесено с бумаги ({})',
  checklist: 'Чек-листы',
  handOvers: 'ПЕРЕСЧЁТЫ В СМЕНЕ',
  notes: 'СЛЕДУЮЩЕЙ СМЕНЕ',
  journal: 'ЖУРНАЛ',
  document: 'Последний документ',
  cashier: 'Кассир',
  responsible: 'Ответственный',
  signature: 'Подпись',
  notFiscal: 'НЕ ФИСКАЛЬНЫЙ ОТЧЁТ',
  move: { in: 'ВНЕСЕНИЕ', out: 'ИЗЪЯТИЕ', collection: 'ИНКАССАЦИЯ', expense: 'РАСХОД' },
  amount: 'Сумма',
  person: 'Кассир',
  broughtBy: 'Сдал(а)',
  takenBy: 'Получил(а)',
};

const en: ShiftPaperWords = {
  xReport: 'X REPORT',
  zReport: 'Z REPORT',
  shift: 'Shift',
  stir: 'TIN',
  opened: 'Opened',
  closed: 'Closed',
  ofDay: 'Day of the shift',
  closedOn: 'Closed on',
  receipts: 'Receipts',
  numbers: 'Numbers',
  gross: 'Before discounts',
  discounts: 'Discounts',
  sold: 'Sold',
  returns: 'Returns ({})',
  looseReturns: 'Without receipt ({})',
  net: 'TOTAL',
  sales: 'SALES',
  vat: 'VAT',
  noVat: 'Sold without VAT',
  rate: 'Sold at {}',
  payments: 'PAYMENTS',
  tender: {
    bonus: 'Bonus',
    giftCard: 'Gift card',
    storeCredit: 'Store credit',
    debt: 'On credit',
    card: 'Card',
    qr: 'QR',
    cash: 'Cash',
  },
  wentBack: 'given back',
  besides: 'BESIDES SALES',
  giftCards: 'Gift cards ({})',
  debts: 'Debts repaid ({})',
  bonusPaidOut: 'Bonus paid out ({})',
  donations: 'Charity',
  rounding: 'Rounding',
  bonusEarned: 'Bonus earned',
  bonusSpent: 'Bonus spent',
  drawer: 'CASH IN THE DRAWER',
  cause: {
    float: 'Opening cash',
    sales: 'Cash sales',
    returns: 'Returns',
    looseReturns: 'Returns without receipt',
    giftCards: 'Gift cards',
    debts: 'Debts repaid',
    deposits: 'Deposits for orders',
    depositsBack: 'Deposits given back',
    bonusPaidOut: 'Bonus paid out',
    charity: 'Paid to charity',
    in: 'Cash in',
    out: 'Cash out',
    collection: 'Collection',
    expense: 'Expense',
  },
  expected: 'Expected cash',
  counted: 'Counted cash',
  difference: 'Difference',
  reason: 'Reason',
  approver: 'Approved by',
  alone: 'Nobody was there to approve it',
  terminals: 'NON-CASH',
  byProgram: 'By the program',
  byTerminal: 'By the terminal',
  sellers: 'SELLERS',
  looked: 'WORTH A LOOK',
  discountsByHand: 'Discounts by hand ({})',
  shelfPrices: 'At the shelf price ({})',
  linesRemoved: 'Lines removed',
  basketsCleared: 'Baskets cleared',
  drawerOpened: 'Drawer opened, no sale',
  refusedCounts: 'Counts refused',
  writtenOnPaper: 'Entered from paper ({})',
  checklist: 'Checklists',
  handOvers: 'COUNTS DURING THE SHIFT',
  notes: 'FOR THE NEXT SHIFT',
  journal: 'JOURNAL',
  document: 'Last document',
  cashier: 'Cashier',
  responsible: 'Responsible',
  signature: 'Signature',
  notFiscal: 'NOT A FISCAL REPORT',
  move: { in: 'CASH IN', out: 'CASH OUT', collection: 'COLLECTION', expense: 'EXPENSE' },
  amount: 'Amount',
  person: 'Cashier',
  broughtBy: 'Brought by',
  takenBy: 'Taken by',
};

export const shiftPaperWords: Readonly<Record<Language, ShiftPaperWords>> = { uz, ru, en };

/** As terminals and phones call themselves; a bank card without a name of its own has none. */
export const providerNames: Readonly<Record<PaymentProvider, string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  otherCard: '',
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};
