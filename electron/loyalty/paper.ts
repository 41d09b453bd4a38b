/** The slip of bonus that was paid out as money: what the customer signs and the shop keeps. */
import { createFormat } from '../../shared/format.ts';
import type { Som } from '../../shared/money.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';

interface SlipWords {
  readonly title: string;
  readonly customer: string;
  readonly paid: string;
  readonly left: string;
  readonly cashier: string;
  readonly approver: string;
  readonly received: string;
  readonly signature: string;
  readonly notFiscal: string;
}

const slipWords: Readonly<Record<Language, SlipWords>> = {
  uz: {
    title: 'Bonusni naqd berish',
    customer: 'Mijoz',
    paid: 'Berildi',
    left: 'Bonus qoldigʻi',
    cashier: 'Kassir',
    approver: 'Tasdiqladi',
    received: 'Shu summani naqd oldim.',
    signature: 'Imzo',
    notFiscal: 'Fiskal chek emas',
  },
  ru: {
    title: 'Выплата бонуса деньгами',
    customer: 'Покупатель',
    paid: 'Выдано',
    left: 'Остаток бонуса',
    cashier: 'Кассир',
    approver: 'Разрешил(а)',
    received: 'Эту сумму получил(а) наличными.',
    signature: 'Подпись',
    notFiscal: 'Нефискальный чек',
  },
  en: {
    title: 'Bonus paid out',
    customer: 'Customer',
    paid: 'Paid',
    left: 'Bonus left',
    cashier: 'Cashier',
    approver: 'Approved by',
    received: 'I have received this sum in cash.',
    signature: 'Signature',
    notFiscal: 'Not a fiscal receipt',
  },
};

export interface PayOutOnPaper {
  readonly number: number;
  readonly amountSom: Som;
  readonly bonusBalanceSom: Som;
  readonly settings: Pick<ShopSettings, 'name' | 'address' | 'phone' | 'timeZone'>;
  readonly language: Language;
  readonly at: Instant;
  /** Empty while only a phone is known: the customer writes it. */
  readonly customerName: string;
  readonly cashierName: string;
  /** Null in a shop of one person. */
  readonly approverName: string | null;
}

/** Head, sum, who gave and allowed it, and a line to sign on. */
export function payOutSlip(slip: PayOutOnPaper): readonly Block[] {
  const words = slipWords[slip.language];
  const format = createFormat(slip.language, slip.settings.timeZone);
  const { name, address, phone } = slip.settings;
  const line = '_'.repeat(20);
  return [
    { kind: 'heading', text: name },
    ...[address, phone]
      .filter((text) => text !== '')
      .map((text): Block => ({ kind: 'text', text, align: 'center' })),
    { kind: 'rule' },
    { kind: 'text', text: `${words.title} №${slip.number}`, align: 'center', bold: true },
    { kind: 'text', text: format.moment(slip.at), align: 'center' },
    { kind: 'rule' },
    { kind: 'row', left: words.customer, right: slip.customerName === '' ? line : slip.customerName },
    { kind: 'row', left: words.paid, right: format.som(slip.amountSom), bold: true },
    { kind: 'row', left: words.left, right: format.number(slip.bonusBalanceSom) },
    { kind: 'row', left: words.cashier, right: slip.cashierName },
    ...(slip.approverName === null
      ? []
      : [{ kind: 'row', left: words.approver, right: slip.approverName } as const]),
    { kind: 'rule' },
    { kind: 'text', text: words.received },
    { kind: 'feed', lines: 1 },
    { kind: 'row', left: words.signature, right: line },
    { kind: 'text', text: words.notFiscal, align: 'center' },
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
}
