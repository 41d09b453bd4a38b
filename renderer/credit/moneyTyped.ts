/** New money as it is typed beside a gift card or a debt: in cash, by card, by QR, or from the customer's account. */
import type { cardProviders, qrProviders } from '../../shared/basket.ts';
import type { Money } from '../../shared/credit/giftCardContract.ts';
import { type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';

export type MoneyKind = Money['kind'] | 'storeCredit';
export type AnyMoney = Money | { readonly kind: 'storeCredit' };

export interface MoneyTyped {
  readonly kind: MoneyKind;
  /** What the customer handed over; null while it is the exact sum. */
  readonly receivedSom: Som | null;
  readonly card: (typeof cardProviders)[number];
  readonly qr: (typeof qrProviders)[number];
}

export const cashTyped: MoneyTyped = { kind: 'cash', receivedSom: null, card: 'uzcard', qr: 'click' };

/** What the verb takes; cash that nobody typed is exact. */
export function moneyOf(typed: MoneyTyped, amountSom: Som): AnyMoney {
  switch (typed.kind) {
    case 'cash':
      return { kind: 'cash', receivedSom: typed.receivedSom ?? amountSom };
    case 'card':
      return { kind: 'card', provider: typed.card };
    case 'qr':
      return { kind: 'qr', provider: typed.qr };
    case 'storeCredit':
      return { kind: 'storeCredit' };
  }
}

/** The same where an account cannot pay: a gift card is bought with new money only. */
export function newMoneyOf(typed: MoneyTyped, amountSom: Som): Money {
  const money = moneyOf(typed, amountSom);
  return money.kind === 'storeCredit' ? { kind: 'cash', receivedSom: amountSom } : money;
}

/**
 * What goes back to the customer and what is still missing. Only cash gives change.
 *
 * | sum     | handed over | change | missing |
 * |---------|-------------|--------|---------|
 * | 115 000 | nothing typed | 0    | 0       |
 * | 115 000 | 120 000     | 5 000  | 0       |
 * | 115 000 | 100 000     | 0      | 15 000  |
 */
export function cashBalance(
  typed: MoneyTyped,
  amountSom: Som,
): { readonly changeSom: Som; readonly missingSom: Som } {
  const received = typed.kind === 'cash' ? (typed.receivedSom ?? amountSom) : amountSom;
  return received >= amountSom
    ? { changeSom: subtractSom(received, amountSom), missingSom: zeroSom }
    : { changeSom: zeroSom, missingSom: subtractSom(amountSom, received) };
}

/** What the customer's account can pay of a debt: nothing when it stands at or below zero. */
export function accountPays(storeCreditSom: number, amountSom: Som): boolean {
  return amountSom > 0 && som(Math.max(0, storeCreditSom)) >= amountSom;
}
