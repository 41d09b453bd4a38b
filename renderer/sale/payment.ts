/** What is still to be paid while a payment is being put together, worked out from what was begun and typed. */
import type { PaymentProvider, Tender } from '../../shared/basket.ts';
import { largerSom, type Som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/contract.ts';
import { type CashRounding, roundCash } from '../../shared/sale/tenders.ts';
import type { Attempt } from './basketQueue.ts';

export const cardsAsked = ['uzcard', 'humo'] as const satisfies readonly PaymentProvider[];
export const qrAsked = ['click', 'payme', 'uzum', 'uzqr'] as const satisfies readonly PaymentProvider[];
export type AskedProvider = (typeof cardsAsked)[number] | (typeof qrAsked)[number];

/** Names of brands: the same in every language. */
export const providerNames: Readonly<Record<PaymentProvider, string>> = {
  uzcard: 'Uzcard',
  humo: 'Humo',
  otherCard: 'Visa / Mastercard',
  click: 'Click',
  payme: 'Payme',
  uzum: 'Uzum',
  uzqr: 'UzQR',
};

export function kindOfProvider(provider: AskedProvider): 'card' | 'qr' {
  return cardsAsked.some((card) => card === provider) ? 'card' : 'qr';
}

export interface PaymentInput {
  readonly basket: Pick<Basket, 'dueSom' | 'bonusToSpendSom' | 'attempts'>;
  /** Payments that this page began itself; what is left `asked` by another is uncertain. */
  readonly begunHere: ReadonlySet<string>;
  /** Cash that was put down before the rest is paid otherwise. */
  readonly heldCashSom: Som;
  /** The amount in the field; null while it is the exact rest. */
  readonly typedSom: Som | null;
  readonly rounding: CashRounding;
}

export interface PaymentView {
  /** Non-cash payments that count: asked here, or taken. */
  readonly parts: readonly Attempt[];
  /** Begun by a page that is gone: a person must say what became of each. */
  readonly uncertain: readonly Attempt[];
  /** What non-cash payments leave; below zero when they are more than is due. */
  readonly leftSom: Som;
  /** The same in cash, after the shop's rounding. */
  readonly cashDueSom: Som;
  /** Cash that would settle it without change. */
  readonly exactSom: Som;
  /** What is in the field: typed, or the exact rest. */
  readonly amountSom: Som;
  readonly receivedSom: Som;
  readonly changeSom: Som;
  readonly missingSom: Som;
}

/**
 * | due     | parts       | held   | typed   | answer                        |
 * |---------|-------------|--------|---------|-------------------------------|
 * | 115 950 | –           | –      | –       | amount 115 950, change 0      |
 * | 115 950 | –           | –      | 150 000 | change 34 050                 |
 * | 115 950 | card 50 000 | –      | –       | amount 65 950, change 0       |
 * | 115 950 | –           | 15 950 | –       | amount 100 000, change 0      |
 * | 115 950 | –           | –      | 100 000 | missing 15 950                |
 */
export function paymentView(input: PaymentInput): PaymentView {
  const { basket, begunHere, heldCashSom, typedSom } = input;
  const parts = basket.attempts.filter(
    ({ id, state }) => state === 'taken' || (state === 'asked' && begunHere.has(id)),
  );
  const uncertain = basket.attempts.filter(
    ({ id, state }) => state === 'uncertain' || (state === 'asked' && !begunHere.has(id)),
  );
  const leftSom = subtractSom(
    basket.dueSom,
    sumOf(parts, (part) => part.amountSom),
  );
  const cashDueSom = leftSom > 0 ? roundCash(leftSom, input.rounding) : zeroSom;
  const exactSom = largerSom(zeroSom, subtractSom(cashDueSom, heldCashSom));
  const amountSom = typedSom ?? exactSom;
  const receivedSom = (heldCashSom + amountSom) as Som;
  return {
    parts,
    uncertain,
    leftSom,
    cashDueSom,
    exactSom,
    amountSom,
    receivedSom,
    changeSom: largerSom(zeroSom, subtractSom(receivedSom, cashDueSom)),
    missingSom: largerSom(zeroSom, subtractSom(cashDueSom, receivedSom)),
  };
}

/** What is left to pay beside these parts and the cash that was put down; 0 when they cover it. */
export function leftBeside(dueSom: Som, parts: readonly Pick<Attempt, 'amountSom'>[], heldCashSom: Som): Som {
  const coveredSom = sumOf(parts, (part) => part.amountSom) + heldCashSom;
  return largerSom(zeroSom, (dueSom - coveredSom) as Som);
}

/** The parts of the payment as the till books them: the bonus, what was paid without cash, and the cash that stays. */
export function tendersOf(
  basket: Pick<Basket, 'bonusToSpendSom'>,
  view: Pick<PaymentView, 'parts' | 'leftSom' | 'cashDueSom'>,
): readonly Tender[] {
  const bonus: readonly Tender[] =
    basket.bonusToSpendSom > 0
      ? [{ kind: 'bonus', provider: null, amountSom: basket.bonusToSpendSom, reference: null }]
      : [];
  const cash: readonly Tender[] =
    view.leftSom > 0 ? [{ kind: 'cash', provider: null, amountSom: view.cashDueSom, reference: null }] : [];
  return [
    ...bonus,
    ...view.parts.map(({ kind, provider, amountSom }) => ({ kind, provider, amountSom, reference: null })),
    ...cash,
  ];
}
