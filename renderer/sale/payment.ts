/** What is still to be paid while a payment is being put together, worked out from what was begun and typed. */
import type { PaymentProvider, Tender } from '../../shared/basket.ts';
import { changeToAccount } from '../../shared/credit/giftCard.ts';
import { largerSom, type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { type CashRounding, roundCash } from '../../shared/sale/tenders.ts';
import type { Attempt } from './basketQueue.ts';

export const cardsAsked = ['uzcard', 'humo'] as const satisfies readonly PaymentProvider[];
export const qrAsked = ['click', 'payme', 'uzum', 'uzqr'] as const satisfies readonly PaymentProvider[];
export type AskedProvider = (typeof cardsAsked)[number] | (typeof qrAsked)[number];

export function kindOfProvider(provider: AskedProvider): 'card' | 'qr' {
  return cardsAsked.some((card) => card === provider) ? 'card' : 'qr';
}

export interface PaymentInput {
  readonly basket: Pick<Basket, 'dueSom' | 'attempts'>;
  /** Payments that this page began itself; what is left `asked` by another is uncertain. */
  readonly begunHere: ReadonlySet<string>;
  /** Cash that was put down before the rest is paid otherwise. */
  readonly heldCashSom: Som;
  /** The amount in the field; null while it is the exact rest. */
  readonly typedSom: Som | null;
  readonly rounding: CashRounding;
  /** What of the change stays with the shop on the customer's account. */
  readonly keeping: Keeping;
  /** The smallest note that the drawer gives out. */
  readonly changeStepSom: number;
}

/** Nothing, what is below the smallest note, or all of the change. */
export type Keeping = 'none' | 'small' | 'all';

/**
 * What the key "change to the card" means next: first the small change, then all of it, then none.
 *
 * | change | step  | none →  | small → | all →  |
 * |--------|-------|---------|---------|--------|
 * | 3 450  | 1 000 | small   | all     | none   |
 * | 3 000  | 1 000 | all     | all     | none   |
 * | 450    | 1 000 | all     | all     | none   |
 */
export function nextKeeping(keeping: Keeping, changeSom: Som, stepSom: number): Keeping {
  const { drawerSom, accountSom } = changeToAccount(changeSom, som(stepSom));
  if (keeping === 'all') return 'none';
  return keeping === 'none' && accountSom > 0 && drawerSom > 0 ? 'small' : 'all';
}

function keptOf(keeping: Keeping, changeSom: Som, stepSom: number): Som {
  if (keeping === 'none') return zeroSom;
  return keeping === 'all' ? changeSom : changeToAccount(changeSom, som(stepSom)).accountSom;
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
  /** What is handed back. */
  readonly changeSom: Som;
  /** What stays on the customer's account. */
  readonly keptSom: Som;
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
 * | 0       | –           | –      | 60 000  | amount 0, change 0            |
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
  // What was typed is no money yet: once nothing is due in cash, it would be shown as change that nobody owes.
  const amountSom = cashDueSom > 0 ? (typedSom ?? exactSom) : zeroSom;
  const receivedSom = (heldCashSom + amountSom) as Som;
  const overSom = largerSom(zeroSom, subtractSom(receivedSom, cashDueSom));
  const keptSom = cashDueSom > 0 ? keptOf(input.keeping, overSom, input.changeStepSom) : zeroSom;
  return {
    parts,
    uncertain,
    leftSom,
    cashDueSom,
    exactSom,
    amountSom,
    receivedSom,
    changeSom: subtractSom(overSom, keptSom),
    keptSom,
    missingSom: largerSom(zeroSom, subtractSom(cashDueSom, receivedSom)),
  };
}

/** What is left to pay beside these parts and the cash that was put down; 0 when they cover it. */
export function leftBeside(dueSom: Som, parts: readonly Pick<Attempt, 'amountSom'>[], heldCashSom: Som): Som {
  const coveredSom = sumOf(parts, (part) => part.amountSom) + heldCashSom;
  return largerSom(zeroSom, (dueSom - coveredSom) as Som);
}

/** What the basket says is paid before money. */
export type BasketTenders = Pick<Basket, 'bonusToSpendSom' | 'giftCard' | 'storeCreditPaysSom' | 'debt'>;

/** The parts of the payment as the till books them: what is paid before money, money without cash, the cash that stays. */
export function tendersOf(
  basket: BasketTenders,
  view: Pick<PaymentView, 'parts' | 'leftSom' | 'cashDueSom'>,
): readonly Tender[] {
  const before = [
    { kind: 'bonus', amountSom: basket.bonusToSpendSom, reference: null },
    {
      kind: 'giftCard',
      amountSom: basket.giftCard?.paysSom ?? zeroSom,
      reference: basket.giftCard?.number ?? null,
    },
    { kind: 'storeCredit', amountSom: basket.storeCreditPaysSom, reference: null },
    { kind: 'debt', amountSom: basket.debt?.amountSom ?? zeroSom, reference: null },
  ] as const;
  const cash: readonly Tender[] =
    view.leftSom > 0 ? [{ kind: 'cash', provider: null, amountSom: view.cashDueSom, reference: null }] : [];
  return [
    ...before.filter(({ amountSom }) => amountSom > 0).map((tender) => ({ ...tender, provider: null })),
    ...view.parts.map(({ kind, provider, amountSom }) => ({ kind, provider, amountSom, reference: null })),
    ...cash,
  ];
}
