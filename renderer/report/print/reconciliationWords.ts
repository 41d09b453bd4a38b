/** The words of a reconciliation statement, in the three languages of the shop. */
import type { ReconciledKind } from '../../../shared/report/firmContract.ts';
import type { Language } from '../../../shared/text.ts';

export interface ReconciliationWords {
  readonly title: string;
  readonly period: string;
  readonly customer: string;
  readonly taxNumber: string;
  readonly contract: (number: string, day: string) => string;
  readonly day: string;
  readonly document: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly opening: string;
  readonly turnover: string;
  readonly closing: string;
  readonly customerOwes: string;
  readonly shopOwes: string;
  readonly nobodyOwes: string;
  readonly atOnce: (receipts: string, sum: string) => string;
  readonly kind: Readonly<Record<ReconciledKind, string>>;
  readonly numbered: (kind: string, number: number) => string;
  readonly forShop: string;
  readonly forCustomer: string;
  readonly signature: string;
  readonly page: (page: number, pages: number) => string;
}

export const reconciliationWords: Readonly<Record<Language, ReconciliationWords>> = {
  uz: {
    title: 'Oʻzaro hisob-kitoblarni solishtirish dalolatnomasi',
    period: 'Davr',
    customer: 'Mijoz',
    taxNumber: 'STIR',
    contract: (number, day) => `Shartnoma №${number}${day === '' ? '' : `, ${day}`}`,
    day: 'Sana',
    document: 'Hujjat',
    debit: 'Doʻkon berdi (debet)',
    credit: 'Mijoz toʻladi (kredit)',
    balance: 'Qoldiq',
    opening: 'Davr boshidagi qoldiq',
    turnover: 'Davr aylanmasi',
    closing: 'Davr oxiridagi qoldiq',
    customerOwes: 'Mijozning doʻkon oldidagi qarzi',
    shopOwes: 'Doʻkonning mijoz oldidagi qarzi',
    nobodyOwes: 'Tomonlarning bir-biriga qarzi yoʻq',
    atOnce: (receipts, sum) => `Davrda joyida toʻlangan xaridlar: ${receipts} ta chek, ${sum}.`,
    kind: {
      sale: 'Xarid',
      goodsTakenBack: 'Tovar qaytarildi',
      debtRepaid: 'Toʻlov',
      debtForgiven: 'Qarz kechildi',
      debtNoted: 'Daftardagi qarz',
      deposit: 'Buyurtma uchun oldindan toʻlov',
      corrected: 'Hisobdagi oʻzgarish',
    },
    numbered: (kind, number) => `${kind} №${number}`,
    forShop: 'Doʻkon tomonidan',
    forCustomer: 'Mijoz tomonidan',
    signature: 'imzo, muhr',
    page: (page, pages) => `${page} / ${pages}`,
  },
  ru: {
    title: 'Акт сверки взаимных расчётов',
    period: 'Период',
    customer: 'Клиент',
    taxNumber: 'ИНН (СТИР)',
    contract: (number, day) => `Договор №${number}${day === '' ? '' : ` от ${day}`}`,
    day: 'Дата',
    document: 'Документ',
    debit: 'Отпущено (дебет)',
    credit: 'Оплачено (кредит)',
    balance: 'Остаток',
    opening: 'Остаток на начало периода',
    turnover: 'Обороты за период',
    closing: 'Остаток на конец периода',
    customerOwes: 'Долг клиента перед магазином',
    shopOwes: 'Долг магазина перед клиентом',
    nobodyOwes: 'Стороны друг другу не должны',
    atOnce: (receipts, sum) => `Оплачено сразу при покупке за период: чеков ${receipts}, ${sum}.`,
    kind: {
      sale: 'Покупка',
      goodsTakenBack: 'Возврат товара',
      debtRepaid: 'Оплата',
      debtForgiven: 'Долг прощён',
      debtNoted: 'Долг из тетради',
      deposit: 'Предоплата заказа',
      corrected: 'Изменение счёта',
    },
    numbered: (kind, number) => `${kind} №${number}`,
    forShop: 'От магазина',
    forCustomer: 'От клиента',
    signature: 'подпись, печать',
    page: (page, pages) => `${page} / ${pages}`,
  },
  en: {
    title: 'Reconciliation statement',
    period: 'Period',
    customer: 'Customer',
    taxNumber: 'Tax number (STIR)',
    contract: (number, day) => `Contract no. ${number}${day === '' ? '' : ` of ${day}`}`,
    day: 'Day',
    document: 'Document',
    debit: 'Given by the shop (debit)',
    credit: 'Paid by the customer (credit)',
    balance: 'Balance',
    opening: 'Balance before the period',
    turnover: 'Turnover of the period',
    closing: 'Balance after the period',
    customerOwes: 'The customer owes the shop',
    shopOwes: 'The shop owes the customer',
    nobodyOwes: 'Neither side owes the other',
    atOnce: (receipts, sum) => `Paid at once in the period: ${receipts} receipts, ${sum}.`,
    kind: {
      sale: 'Purchase',
      goodsTakenBack: 'Goods returned',
      debtRepaid: 'Payment',
      debtForgiven: 'Debt forgiven',
      debtNoted: 'Debt from the notebook',
      deposit: 'Deposit for an order',
      corrected: 'Change of the account',
    },
    numbered: (kind, number) => `${kind} no. ${number}`,
    forShop: 'For the shop',
    forCustomer: 'For the customer',
    signature: 'signature, stamp',
    page: (page, pages) => `${page} / ${pages}`,
  },
};
