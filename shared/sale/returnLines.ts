/** What comes back when goods are returned, and how: money, bonus, debt and VAT (docs/rules.md rules 8–10). */
import type { TenderShares } from '../basket.ts';
import { type Refused, refuse } from '../errors.ts';
import { bonusOn, type CashbackRules, earningBase } from '../loyalty/cashback.ts';
import { bonusOfRepayment } from '../loyalty/repayment.ts';
import {
  addSom,
  type BasisPoints,
  largerSom,
  multiplyDivideFloor,
  type Som,
  smallerSom,
  som,
  subtractSom,
  sumOf,
  type Thousandths,
  thousandths,
  vatInside,
  zeroSom,
} from '../money.ts';

/** A line as it was sold, with what earlier returns took of it. */
export interface SoldLine {
  readonly lineId: string;
  readonly quantityThousandths: Thousandths;
  /** How much of the line each group of tenders paid; together what the line counts for. */
  readonly shares: TenderShares;
  readonly vatBasisPoints: BasisPoints | null;
  readonly bonusBasisPoints: BasisPoints;
  readonly returnedThousandths: Thousandths;
  readonly refunded: TenderShares;
  /** What a partner bore of the line's coupon; VAT was taken on it too (docs/rules.md rule 19). Left out, nothing. */
  readonly partnerShareSom?: Som;
}

export interface SoldSale {
  readonly lines: readonly SoldLine[];
  readonly vatSom: Som;
  readonly vatReversedSom: Som;
  /** Bonus that the sale itself earned, and what earlier returns took back of it. */
  readonly bonusEarnedSom: Som;
  readonly bonusTakenBackSom: Som;
  /** What the customer still owes for this sale. */
  readonly openDebtSom: Som;
  /** What of its debt was paid and not given back with goods; left out, all that is not open. What was forgiven is neither. */
  readonly repaidDebtSom?: Som;
  /** A card that is expired or blocked takes nothing back; store credit does instead. */
  readonly giftCardTakesBack: boolean;
  /** What cash rounding let go, and what was given on top; they come back only when all is returned the same day. */
  readonly roundingSom: Som;
  readonly donationSom: Som;
  readonly isSameDay: boolean;
  readonly cashback: CashbackRules;
}

export interface ReturnedLine {
  readonly lineId: string;
  readonly quantityThousandths: Thousandths;
  readonly refund: TenderShares;
}

export interface Return {
  readonly lines: readonly ReturnedLine[];
  /** What the returned goods count for, all tenders together. */
  readonly netSom: Som;
  readonly vatReversedSom: Som;
  readonly bonusBackSom: Som;
  readonly giftCardBackSom: Som;
  readonly storeCreditBackSom: Som;
  readonly debtLoweredSom: Som;
  /** The share of a debt that the shop had forgiven: nobody gets anything, the shop's cost is undone. */
  readonly forgivenBackSom: Som;
  readonly moneyBackSom: Som;
  /** What a partner no longer owes, because the goods it bore a part of came back. */
  readonly partnerBackSom: Som;
  /** Earned bonus that no longer has its purchase (docs/rules.md rule 8). */
  readonly bonusTakenBackSom: Som;
  /** Nothing of the sale is left with the customer. */
  readonly isWhole: boolean;
}

export type ReturnRefusal =
  | Refused<'ReturnLineUnknown', { readonly lineId: string }>
  | Refused<'ReturnTooMuch', { readonly lineId: string; readonly leftThousandths: Thousandths }>;

/**
 * Works out a return. Refunds are cumulative per tender: floor(share × returned so far ÷ quantity) less what was refunded
 * before; so any sequence of part returns gives back exactly what was paid. Kept lines are never priced anew.
 *
 * | sale of 74 780: bonus 20 000, money 54 780, earned 1 095 | bonus back | money back | taken back |
 * |----------------------------------------------------------|------------|------------|------------|
 * | return the line of 42 648                                | 11 406     | 31 242     | 625        |
 * | then the rest                                            | 8 594      | 23 538     | 470        |
 */
export function returnLines(
  sale: SoldSale,
  wanted: readonly { readonly lineId: string; readonly quantityThousandths: Thousandths }[],
): Return | ReturnRefusal {
  const refusal = judgeWanted(sale, wanted);
  if (refusal !== null) return refusal;
  const lines = wanted.map(({ lineId, quantityThousandths }): ReturnedLine => {
    const line = lineOf(sale, lineId);
    return { lineId, quantityThousandths, refund: refundOf(line, quantityThousandths) };
  });
  const kept = sale.lines.map((line) => keptAfter(line, lines));
  const isWhole = kept.every((line) => line.returnedThousandths === line.quantityThousandths);
  const shares = totalShares(lines.map((line) => line.refund));
  const isCancel = isWhole && sale.isSameDay;
  const debt = debtBack(sale, shares.debtSom);
  return {
    lines,
    netSom: sumOfShares(shares),
    vatReversedSom: vatReversed(sale, kept, isWhole),
    bonusBackSom: shares.bonusSom,
    giftCardBackSom: sale.giftCardTakesBack ? shares.giftCardSom : zeroSom,
    storeCreditBackSom: sale.giftCardTakesBack
      ? shares.storeCreditSom
      : addSom(shares.storeCreditSom, shares.giftCardSom),
    debtLoweredSom: debt.loweredSom,
    forgivenBackSom: debt.forgivenSom,
    moneyBackSom: addSom(
      shares.moneySom,
      debt.paidSom,
      isCancel ? subtractSom(sale.donationSom, sale.roundingSom) : zeroSom,
    ),
    partnerBackSom: subtractSom(sumOf(sale.lines, partnerKept), sumOf(kept, partnerKept)),
    bonusTakenBackSom: bonusTakenBack(sale, kept, subtractSom(repaidDebt(sale), debt.paidSom)),
    isWhole,
  };
}

function judgeWanted(
  sale: SoldSale,
  wanted: readonly { readonly lineId: string; readonly quantityThousandths: Thousandths }[],
): ReturnRefusal | null {
  const seen = new Set<string>();
  for (const { lineId, quantityThousandths } of wanted) {
    const line = sale.lines.find((each) => each.lineId === lineId);
    if (line === undefined || seen.has(lineId)) return refuse('ReturnLineUnknown', { lineId });
    seen.add(lineId);
    const left = thousandths(line.quantityThousandths - line.returnedThousandths);
    if (quantityThousandths <= 0 || quantityThousandths > left) {
      return refuse('ReturnTooMuch', { lineId, leftThousandths: left });
    }
  }
  return null;
}

function lineOf(sale: SoldSale, lineId: string): SoldLine {
  const line = sale.lines.find((each) => each.lineId === lineId);
  if (line === undefined) throw new Error(`line ${lineId} is not of this sale`);
  return line;
}

function refundOf(line: SoldLine, quantity: Thousandths): TenderShares {
  const returned = line.returnedThousandths + quantity;
  return eachShare((group) => {
    const soFar = som(multiplyDivideFloor(line.shares[group], returned, line.quantityThousandths));
    return subtractSom(soFar, line.refunded[group]);
  });
}

/** The line after this return, still with its sold shares. */
function keptAfter(line: SoldLine, returned: readonly ReturnedLine[]): SoldLine {
  const now = returned.find((each) => each.lineId === line.lineId);
  if (now === undefined) return line;
  return {
    ...line,
    returnedThousandths: thousandths(line.returnedThousandths + now.quantityThousandths),
    refunded: totalShares([line.refunded, now.refund]),
  };
}

function keptShares(line: SoldLine): TenderShares {
  return eachShare((group) => subtractSom(line.shares[group], line.refunded[group]));
}

/** The partner's part of what is left of a line; the last piece takes the rest, as with tenders. */
function partnerKept({ partnerShareSom = zeroSom, returnedThousandths, quantityThousandths }: SoldLine): Som {
  const back = multiplyDivideFloor(partnerShareSom, returnedThousandths, quantityThousandths);
  return subtractSom(partnerShareSom, som(back));
}

/** VAT(kept before) − VAT(kept after), line by line; the return that empties the sale takes what is left of its VAT. */
function vatReversed(sale: SoldSale, kept: readonly SoldLine[], isWhole: boolean): Som {
  const leftSom = subtractSom(sale.vatSom, sale.vatReversedSom);
  if (isWhole) return leftSom;
  const vatKept = (lines: readonly SoldLine[]) =>
    sumOf(lines, (line) =>
      line.vatBasisPoints === null
        ? zeroSom
        : vatInside(addSom(sumOfShares(keptShares(line)), partnerKept(line)), line.vatBasisPoints),
    );
  return smallerSom(leftSom, subtractSom(vatKept(sale.lines), vatKept(kept)));
}

/** Debt that is kept: what was taken on credit and has not come back. */
function debtOf(lines: readonly SoldLine[]): Som {
  return sumOf(lines, (line) => keptShares(line).debtSom);
}

function repaidDebt({ lines, openDebtSom, repaidDebtSom }: SoldSale): Som {
  return repaidDebtSom ?? largerSom(zeroSom, subtractSom(debtOf(lines), openDebtSom));
}

/**
 * What becomes of the debt's share in the goods: first what is still owed is lowered, then what was paid goes back as
 * money (docs/rules.md rule 9), and what the shop had forgiven is simply no cost any more.
 */
function debtBack(sale: SoldSale, shareSom: Som) {
  const loweredSom = smallerSom(shareSom, sale.openDebtSom);
  const notOpenSom = subtractSom(shareSom, loweredSom);
  const paidSom = smallerSom(notOpenSom, repaidDebt(sale));
  return { loweredSom, paidSom, forgivenSom: subtractSom(notOpenSom, paidSom) };
}

/**
 * What the kept goods would have earned at the stored rates stays; the rest is taken back. Goods on credit that earn when
 * they are repaid count for as much of them as is paid after this return.
 */
function bonusTakenBack(sale: SoldSale, kept: readonly SoldLine[], repaidSom: Som): Som {
  const onPaidSom = bonusOn(
    kept.map((line) => ({
      baseSom: earningBase(keptShares(line), sale.cashback),
      rateBasisPoints: line.bonusBasisPoints,
    })),
  );
  const keepSom = addSom(
    onPaidSom,
    sale.cashback.debtEarns === 'atOnce' ? zeroSom : onRepaid(kept, repaidSom),
  );
  const stillCredited = subtractSom(sale.bonusEarnedSom, sale.bonusTakenBackSom);
  return largerSom(zeroSom, subtractSom(stillCredited, keepSom));
}

function onRepaid(kept: readonly SoldLine[], repaidSom: Som): Som {
  const lines = kept.map((line) => ({
    bonusBasisPoints: line.bonusBasisPoints,
    debtShareSom: keptShares(line).debtSom,
  }));
  return bonusOfRepayment(lines, zeroSom, repaidSom);
}

function eachShare(amount: (group: keyof TenderShares) => Som): TenderShares {
  return {
    bonusSom: amount('bonusSom'),
    giftCardSom: amount('giftCardSom'),
    storeCreditSom: amount('storeCreditSom'),
    debtSom: amount('debtSom'),
    moneySom: amount('moneySom'),
  };
}

function totalShares(parts: readonly TenderShares[]): TenderShares {
  return eachShare((group) => sumOf(parts, (part) => part[group]));
}

function sumOfShares(shares: TenderShares): Som {
  return addSom(shares.bonusSom, shares.giftCardSom, shares.storeCreditSom, shares.debtSom, shares.moneySom);
}
