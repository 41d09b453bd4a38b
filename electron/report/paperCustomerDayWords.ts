/** The words of the customer report on the receipt printer; `{}` stands where a value goes. */
import type { FigureWord, figureSections, listSections, Note } from '../../shared/report/customerDayLines.ts';
import type { Language } from '../../shared/text.ts';

type SectionKey = (typeof figureSections)[number] | (typeof listSections)[number];

export interface CustomerDayWords {
  readonly title: string;
  /** Under the title, while the day runs. */
  readonly until: string;
  readonly section: Readonly<Record<SectionKey, string>>;
  readonly figure: Readonly<Record<FigureWord, string>>;
  readonly note: Readonly<Record<Note['word'], string>>;
  readonly receiptsOfOne: string;
  readonly due: string;
  readonly overdueSince: string;
  readonly visits: string;
  readonly usual: string;
  readonly silent: string;
  readonly nobody: string;
  readonly unknown: string;
  readonly more: string;
  readonly unnamed: string;
  readonly printed: string;
}

export const customerDayWords: Readonly<Record<Language, CustomerDayWords>> = {
  uz: {
    title: 'MIJOZLAR KUNI',
    until: 'soat {} gacha',
    section: {
      receipts: 'Cheklar',
      customers: 'Mijozlar',
      bonus: 'Bonus',
      coupons: 'Kuponlar',
      debts: 'Qarz toʻlash vaqti',
      missing: 'Kelmay qolgan doimiylar',
      birthdays: 'Ertaga tugʻilgan kuni',
      cashiers: 'Kassirlar: mijozli cheklar',
      came: 'Kim keldi',
    },
    figure: {
      receipts: 'Jami cheklar',
      withCustomer: 'Mijoz bilan',
      withoutCustomer: 'Mijozsiz',
      came: 'Kelgan mijozlar',
      new: 'Yangi',
      returning: 'Yana kelgan',
      cameBack: '30+ kundan keyin qaytgan',
      registered: 'Roʻyxatdan oʻtgan',
      bonusBefore: 'Ertalab qarzimiz',
      bonusGiven: 'Berildi',
      bonusSpent: 'Ishlatildi',
      bonusOther: 'Kuygan, qaytgan va b.',
      bonusOwed: 'Kechqurun qarzimiz',
      couponsGiven: 'Berildi',
      couponsUsed: 'Ishlatildi',
      couponsBrought: 'Kuponli savdo',
      couponsTookOff: 'Kupon chegirmasi',
      couponsOpen: 'Hali ochiq',
      debtsDue: 'Bugun toʻlanadi',
      debtsOverdue: 'Muddati oʻtgan',
      debtsOpen: 'Jami qarz',
    },
    note: { new: 'yangi', back: '{} kundan keyin', visit: '{}-tashrif' },
    receiptsOfOne: '{} chek',
    due: 'bugun',
    overdueSince: 'muddati {} da oʻtgan',
    visits: '{} marta kelgan',
    usual: 'odatda {} kunda',
    silent: '{} kun yoʻq',
    nobody: 'yoʻq',
    unknown: 'bir oydan eski kun uchun aytilmaydi',
    more: 'yana {} ta',
    unnamed: 'Ismsiz mijoz',
    printed: 'Chop etildi',
  },
  ru: {
    title: 'КЛИЕНТЫ ДНЯ',
    until: 'до {}',
    section: {
      receipts: 'Чеки',
      customers: 'Клиенты',
      bonus: 'Бонусы',
      coupons: 'Купоны',
      debts: 'Пора вернуть долг',
      missing: 'Постоянные не пришли',
      birthdays: 'Завтра день рождения',
      cashiers: 'Кассиры: чеки с клиентом',
      came: 'Кто пришёл',
    },
    figure: {
      receipts: 'Всего чеков',
      withCustomer: 'С клиентом',
      withoutCustomer: 'Без клиента',
      came: 'Пришло клиентов',
      new: 'Новые',
      returning: 'Пришли снова',
      cameBack: 'Вернулись через 30+ дней',
      registered: 'Зарегистрированы',
      bonusBefore: 'Должны были утром',
      bonusGiven: 'Начислено',
      bonusSpent: 'Потрачено',
      bonusOther: 'Сгорело, возвраты и др.',
      bonusOwed: 'Должны вечером',
      couponsGiven: 'Выдано',
      couponsUsed: 'Использовано',
      couponsBrought: 'Продажи с купоном',
      couponsTookOff: 'Скидка по купонам',
      couponsOpen: 'Ещё действуют',
      debtsDue: 'Срок сегодня',
      debtsOverdue: 'Просрочено',
      debtsOpen: 'Весь долг',
    },
    note: { new: 'новый', back: 'через {} дн.', visit: 'визит {}' },
    receiptsOfOne: 'чеков: {}',
    due: 'сегодня',
    overdueSince: 'срок был {}',
    visits: 'визитов: {}',
    usual: 'обычно раз в {} дн.',
    silent: 'нет {} дн.',
    nobody: 'нет',
    unknown: 'для дня старше месяца не считается',
    more: 'ещё {}',
    unnamed: 'Клиент без имени',
    printed: 'Напечатано',
  },
  en: {
    title: 'CUSTOMERS OF THE DAY',
    until: 'until {}',
    section: {
      receipts: 'Receipts',
      customers: 'Customers',
      bonus: 'Bonus',
      coupons: 'Coupons',
      debts: 'Debts to be paid',
      missing: 'Regulars who are missing',
      birthdays: 'Birthday tomorrow',
      cashiers: 'Cashiers: receipts with customer',
      came: 'Who came',
    },
    figure: {
      receipts: 'All receipts',
      withCustomer: 'With customer',
      withoutCustomer: 'Without customer',
      came: 'Customers who came',
      new: 'New',
      returning: 'Returning',
      cameBack: 'Back after 30+ days',
      registered: 'Registered',
      bonusBefore: 'Owed in the morning',
      bonusGiven: 'Given',
      bonusSpent: 'Spent',
      bonusOther: 'Expired, returns, other',
      bonusOwed: 'Owed in the evening',
      couponsGiven: 'Given',
      couponsUsed: 'Used',
      couponsBrought: 'Sales with a coupon',
      couponsTookOff: 'Coupon discounts',
      couponsOpen: 'Still open',
      debtsDue: 'Due today',
      debtsOverdue: 'Overdue',
      debtsOpen: 'All debts',
    },
    note: { new: 'new', back: 'after {} days', visit: 'visit {}' },
    receiptsOfOne: '{} receipts',
    due: 'today',
    overdueSince: 'was due {}',
    visits: '{} visits',
    usual: 'usually every {} days',
    silent: 'away {} days',
    nobody: 'none',
    unknown: 'not told for a day over a month ago',
    more: '{} more',
    unnamed: 'Customer without a name',
    printed: 'Printed',
  },
};
