/** The words on the slip of a special order, in the customer's language. */
import type { Language } from '../../shared/text.ts';

export interface OrderPaperWords {
  readonly title: string;
  readonly cancelled: string;
  readonly cashier: string;
  readonly quantity: string;
  readonly agreed: string;
  readonly deposit: string;
  readonly left: string;
  readonly promised: string;
  readonly notPromised: string;
  /** What a deposit is, one line each. */
  readonly rules: readonly string[];
  readonly givenBack: string;
  readonly received: string;
  readonly signature: string;
  readonly notFiscal: string;
}

const uz: OrderPaperWords = {
  title: 'BUYURTMA',
  cancelled: 'BUYURTMA BEKOR QILINDI',
  cashier: 'Kassir',
  quantity: 'Miqdori',
  agreed: 'Kelishilgan narx',
  deposit: 'Oldindan toʻlangan',
  left: 'Qolgan toʻlov',
  promised: 'Vaʼda qilingan kun',
  notPromised: 'Kuni kelishilmagan',
  rules: ['Oldindan toʻlov hisobingizda turadi va', 'tovarni olganda toʻlovga oʻtadi.'],
  givenBack: 'Qaytarib berildi',
  received: 'Shu summani naqd oldim.',
  signature: 'Imzo',
  notFiscal: 'FISKAL CHEK EMAS',
};

const ru: OrderPaperWords = {
  title: 'ЗАКАЗ',
  cancelled: 'ЗАКАЗ ОТМЕНЁН',
  cashier: 'Кассир',
  quantity: 'Количество',
  agreed: 'Договорная цена',
  deposit: 'Внесён задаток',
  left: 'Осталось оплатить',
  promised: 'Обещано к',
  notPromised: 'День не назначен',
  rules: ['Задаток лежит на вашем счёте в магазине', 'и пойдёт в оплату при получении.'],
  givenBack: 'Возвращено',
  received: 'Эту сумму получил(а) наличными.',
  signature: 'Подпись',
  notFiscal: 'НЕФИСКАЛЬНЫЙ ЧЕК',
};

const en: OrderPaperWords = {
  title: 'ORDER',
  cancelled: 'ORDER CANCELLED',
  cashier: 'Cashier',
  quantity: 'Quantity',
  agreed: 'Agreed price',
  deposit: 'Deposit paid',
  left: 'Left to pay',
  promised: 'Promised for',
  notPromised: 'No day agreed',
  rules: ['The deposit lies on your account here', 'and pays when you collect the goods.'],
  givenBack: 'Given back',
  received: 'I have received this sum in cash.',
  signature: 'Signature',
  notFiscal: 'NOT A FISCAL RECEIPT',
};

export const orderPaperWords: Readonly<Record<Language, OrderPaperWords>> = { uz, ru, en };
