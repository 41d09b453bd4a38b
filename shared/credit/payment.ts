/** New money that is taken for a gift card or a debt: what was handed over, and the change. */
import { type Refused, refuse } from '../errors.ts';
import { type Som, som, subtractSom, zeroSom } from '../money.ts';
import type { Money } from './giftCardContract.ts';

/** Money as it is stored: its way, who carried it, and what a customer handed over in cash. */
export interface TakenMoney {
  readonly kind: Money['kind'];
  /** Null for cash. */
  readonly provider: string | null;
  /** 0 for what was no cash. */
  readonly receivedCashSom: Som;
  readonly changeSom: Som;
}

/**
 * What the till takes for a sum, or what is missing of it.
 *
 * | sum    | handed over       | change | answer               |
 * |--------|-------------------|--------|----------------------|
 * | 40 000 | 50 000 in cash    | 10 000 |                      |
 * | 40 000 | 30 000 in cash    | –      | CashTooLittle 10 000 |
 * | 40 000 | a card, QR        | 0      |                      |
 */
export function takeMoney(
  amountSom: Som,
  money: Money,
): TakenMoney | Refused<'CashTooLittle', { readonly missingSom: Som }> {
  if (money.kind !== 'cash') {
    return { kind: money.kind, provider: money.provider, receivedCashSom: zeroSom, changeSom: zeroSom };
  }
  const { receivedSom } = money;
  if (receivedSom < amountSom) return refuse('CashTooLittle', { missingSom: som(amountSom - receivedSom) });
  return {
    kind: 'cash',
    provider: null,
    receivedCashSom: receivedSom,
    changeSom: subtractSom(receivedSom, amountSom),
  };
}
