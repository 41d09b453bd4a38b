/** What a basket says beside its goods: paid before money does, or given on top; each can be taken off again. */
import { type Som, som, zeroSom } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';

export interface PaidBefore {
  readonly kind: 'exchange' | 'giftCard' | 'account' | 'debt' | 'donation';
  /** Below zero what lessens what is due, above what adds to it. */
  readonly amountSom: Som;
  readonly remove: BasketChange;
}

type Paid = Pick<Basket, 'exchange' | 'giftCard' | 'storeCreditPaysSom' | 'debt' | 'donation'>;

/** In the order in which they are counted: goods that come back, gift card, account, debt, then the donation on top. */
export function paidBefore(basket: Paid | null): readonly PaidBefore[] {
  if (basket === null) return [];
  const { exchange, giftCard, storeCreditPaysSom, debt, donation } = basket;
  const all: readonly PaidBefore[] = [
    {
      kind: 'exchange',
      amountSom: som(-(exchange?.usedSom ?? 0)),
      remove: { kind: 'exchange', exchange: null },
    },
    { kind: 'giftCard', amountSom: som(-(giftCard?.paysSom ?? 0)), remove: { kind: 'removeGiftCard' } },
    {
      kind: 'account',
      amountSom: som(-storeCreditPaysSom),
      remove: { kind: 'spendStoreCredit', amountSom: zeroSom },
    },
    {
      kind: 'debt',
      amountSom: som(-(debt?.amountSom ?? 0)),
      remove: { kind: 'sellOnCredit', amountSom: zeroSom, dueOn: null },
    },
    {
      kind: 'donation',
      amountSom: donation?.amountSom ?? zeroSom,
      remove: { kind: 'roundUp', donation: null },
    },
  ];
  return all.filter(({ amountSom }) => amountSom !== 0);
}
