/** Paying: ceilings, cash rounding, change, and how the tenders share the lines (docs/rules.md rules 14 and 19). */
import {
  cardProviders,
  qrProviders,
  type Tender,
  type TenderKind,
  type TenderShares,
  tenderKinds,
} from '../basket.ts';
import { type Refused, refuse } from '../errors.ts';
import {
  addSom,
  allocate,
  type BasisPoints,
  multiplyDivideFloor,
  multiplyDivideHalfUp,
  percentOf,
  type Som,
  som,
  subtractSom,
  sumOf,
  zeroSom,
} from '../money.ts';

/** The step to which cash is rounded; 0 and 1 round nothing. */
export interface CashRounding {
  readonly stepSom: number;
  readonly direction: 'down' | 'nearest';
}

export const noCashRounding: CashRounding = { stepSom: 0, direction: 'down' };

/** The most that bonus may pay: a percent of the goods on which bonus may be spent, floored (docs/rules.md rule 14). */
export function bonusCeiling(payableSom: Som, ceiling: BasisPoints): Som {
  return percentOf(payableSom, ceiling);
}

/**
 * What is really asked for in cash: 20 540 with a step of 100 is 20 500. Only the part that is paid in cash is rounded,
 * so that the difference belongs to no line.
 */
export function roundCash(dueSom: Som, rounding: CashRounding): Som {
  if (rounding.stepSom <= 1) return dueSom;
  const steps =
    rounding.direction === 'down'
      ? multiplyDivideFloor(dueSom, 1, rounding.stepSom)
      : multiplyDivideHalfUp(dueSom, 1, rounding.stepSom);
  return som(steps * rounding.stepSom);
}

/** The sum of each group in which tenders cover the lines. */
export interface TenderGroups {
  readonly bonusSom: Som;
  readonly giftCardSom: Som;
  readonly storeCreditSom: Som;
  readonly debtSom: Som;
}

export interface Payment {
  readonly netSom: Som;
  /** Given on top, belongs to no line. */
  readonly donationSom: Som;
  readonly tenders: readonly Tender[];
  /** What the customer handed over in cash. */
  readonly receivedCashSom: Som;
  readonly rounding: CashRounding;
}

export interface Settlement extends TenderGroups {
  /** The tenders in their fixed order, without empty ones. */
  readonly tenders: readonly Tender[];
  readonly cashSom: Som;
  readonly changeSom: Som;
  /** What rounding took off the due (above zero) or put on it: net + donation − tenders. */
  readonly roundingSom: Som;
}

export type PaymentRefusal =
  /** Above zero: money is missing; below zero: more was entered than is due. */
  | Refused<'TendersDoNotCover', { readonly missingSom: Som }>
  | Refused<'CashTooLittle', { readonly missingSom: Som }>
  | Refused<'TenderNotAccepted', { readonly kind: TenderKind }>;

/**
 * Checks that the tenders cover the due exactly. Nothing but cash may be handed over in excess, and only cash is
 * rounded: the cash tender is what stays in the drawer.
 *
 * | net    | tenders               | handed over | answer                      |
 * |--------|-----------------------|-------------|-----------------------------|
 * | 47 800 | cash 47 800           | 50 000      | change 2 200                |
 * | 47 800 | card 47 800           | 0           | settled                     |
 * | 47 800 | card 50 000           | 0           | TendersDoNotCover −2 200    |
 * | 47 850 | cash 47 800, step 100 | 47 800      | settled, rounding 50        |
 * | 47 800 | cash 47 800           | 40 000      | CashTooLittle 7 800         |
 */
export function settlePayment(payment: Payment): Settlement | PaymentRefusal {
  const wrong = payment.tenders.find((tender, index) => !isAccepted(tender, payment.tenders, index));
  if (wrong !== undefined) return refuse('TenderNotAccepted', { kind: wrong.kind });
  const totalOf = (kind: TenderKind) =>
    sumOf(payment.tenders, (tender) => (tender.kind === kind ? tender.amountSom : zeroSom));
  const cashSom = totalOf('cash');
  const dueSom = addSom(payment.netSom, payment.donationSom);
  const nonCashSom = subtractSom(
    sumOf(payment.tenders, (tender) => tender.amountSom),
    cashSom,
  );
  const leftSom = subtractSom(dueSom, nonCashSom);
  const paysCash = payment.tenders.some((tender) => tender.kind === 'cash');
  const askedSom = paysCash && leftSom > 0 ? roundCash(leftSom, payment.rounding) : leftSom;
  if (cashSom !== askedSom) {
    return refuse('TendersDoNotCover', { missingSom: subtractSom(askedSom, cashSom) });
  }
  if (payment.receivedCashSom < cashSom) {
    return refuse('CashTooLittle', { missingSom: subtractSom(cashSom, payment.receivedCashSom) });
  }
  return {
    tenders: payment.tenders.filter((tender) => tender.amountSom > 0).sort(byFixedOrder),
    cashSom,
    changeSom: subtractSom(payment.receivedCashSom, cashSom),
    roundingSom: subtractSom(leftSom, cashSom),
    bonusSom: totalOf('bonus'),
    giftCardSom: totalOf('giftCard'),
    storeCreditSom: totalOf('storeCredit'),
    debtSom: totalOf('debt'),
  };
}

const mayRepeat: readonly TenderKind[] = ['card', 'qr'];

/** A tender makes sense: a sum above zero (cash may round to nothing), its own kind of provider, no kind twice. */
function isAccepted(tender: Tender, tenders: readonly Tender[], index: number): boolean {
  const { kind, amountSom, provider } = tender;
  if (amountSom < 0 || (amountSom === 0 && kind !== 'cash')) return false;
  if (!mayRepeat.includes(kind) && tenders.findIndex((other) => other.kind === kind) !== index) return false;
  const providers: readonly string[] = kind === 'card' ? cardProviders : kind === 'qr' ? qrProviders : [];
  return provider === null ? providers.length === 0 : providers.includes(provider);
}

function byFixedOrder(a: Tender, b: Tender): number {
  return tenderKinds.indexOf(a.kind) - tenderKinds.indexOf(b.kind);
}

/** A line that nobody paid anything for. */
export const noShares: TenderShares = {
  bonusSom: zeroSom,
  giftCardSom: zeroSom,
  storeCreditSom: zeroSom,
  debtSom: zeroSom,
  moneySom: zeroSom,
};

/**
 * Splits the tenders over the lines (docs/rules.md rule 19): bonus, gift card, store credit and debt one after the other,
 * each over what is left of the lines by largest remainder; money takes the rest. `settledSom` is what each line counts
 * for and must cover the groups; rounding and donation belong to no line. `takesBonus` leaves out the lines that bonus may
 * not pay; left out, it may pay all of them.
 *
 * | lines                | bonus 20 000           | money                   |
 * |----------------------|------------------------|-------------------------|
 * | 24 352 42 648 7 780  | 6 513 11 406 2 081     | 17 839 31 242 5 699     |
 */
export function splitTenders(
  settledSom: readonly Som[],
  groups: TenderGroups,
  takesBonus: readonly boolean[] = [],
): readonly TenderShares[] {
  let left: readonly Som[] = settledSom;
  const cover = (amountSom: Som, takes: readonly boolean[] = []): readonly Som[] => {
    const parts = allocate(
      amountSom,
      left.map((each, index) => (takes[index] === false ? zeroSom : each)),
    );
    left = left.map((each, index) => subtractSom(each, parts[index] ?? zeroSom));
    return parts;
  };
  const bonus = cover(groups.bonusSom, takesBonus);
  const giftCard = cover(groups.giftCardSom);
  const storeCredit = cover(groups.storeCreditSom);
  const debt = cover(groups.debtSom);
  return settledSom.map((_, index) => ({
    bonusSom: bonus[index] ?? zeroSom,
    giftCardSom: giftCard[index] ?? zeroSom,
    storeCreditSom: storeCredit[index] ?? zeroSom,
    debtSom: debt[index] ?? zeroSom,
    moneySom: left[index] ?? zeroSom,
  }));
}
