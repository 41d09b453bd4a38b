/** Goods that come back: every share goes where it came from, earned bonus is counted anew (docs/rules.md rules 8 and 9). */
import { partDown, sum, vatIn } from './arithmetic.ts';
import { burn, giveBack, takeBack } from './purse.ts';
import { bonusOn, earningBase, noShares } from './selling.ts';
import { addTo, orderOf, type Sale, type Shares, type Shop, type SoldLine, shareKinds } from './shop.ts';

export interface Wanted {
  readonly line: SoldLine;
  readonly quantity: number;
}

export interface Returned {
  readonly net: number;
  readonly moneyBack: number;
  readonly bonusBack: number;
  readonly giftCardBack: number;
  readonly storeCreditBack: number;
  readonly debtLowered: number;
  readonly bonusTakenBack: number;
  readonly isWhole: boolean;
}

const keptShares = (line: SoldLine): Shares => {
  const kept = noShares();
  for (const kind of shareKinds) kept[kind] = line.shares[kind] - line.refunded[kind];
  return kept;
};

/** What the goods that stay deserve: their money at once, their debt as far as it was repaid. */
function deserved(sale: Sale): number {
  const kept = sale.lines.map((line) => ({ shares: keptShares(line), rate: line.rateBasisPoints }));
  const atTill = kept.map(({ shares, rate }) => [earningBase(shares, sale.debtEarnedAtOnce), rate] as const);
  return bonusOn(atTill) + deservedOnDebt(sale);
}

/** What the goods that stay and were taken on credit deserve, in proportion to what of them is repaid. */
export function deservedOnDebt(sale: Sale): number {
  const { debt } = sale;
  const kept = sale.lines.map((line) => ({ shares: keptShares(line), rate: line.rateBasisPoints }));
  if (sale.debtEarnedAtOnce || debt === null) return 0;
  const share = sum(kept.map(({ shares }) => shares.debt));
  if (share === 0) return 0;
  const whole = bonusOn(kept.map(({ shares, rate }) => [shares.debt, rate]));
  return partDown(whole, debt.repaid, share);
}

/** Takes goods back and remembers it; whoever asks has made sure that there is so much to come back. */
export function takeGoodsBack(shop: Shop, sale: Sale, wanted: readonly Wanted[]): Returned {
  const { today } = shop;
  burn(sale.purse, today);
  const vatKeptBefore = vatKept(sale);
  const back = noShares();
  for (const { line, quantity } of wanted) {
    line.returned += quantity;
    for (const kind of shareKinds) {
      const soFar = partDown(line.shares[kind], line.returned, line.quantity);
      back[kind] += soFar - line.refunded[kind];
      line.refunded[kind] = soFar;
    }
  }
  const isWhole = sale.lines.every((line) => line.returned === line.quantity);
  const debtLowered = Math.min(back.debt, sale.debt?.open ?? 0);
  const repaidDebtBack = Math.min(back.debt - debtLowered, sale.debt?.repaid ?? 0);
  if (sale.debt !== null) {
    sale.debt.open -= debtLowered;
    sale.debt.repaid -= repaidDebtBack;
  }
  const isCancel = isWhole && sale.day === today;
  const donationBack = isCancel ? (sale.donation?.amount ?? 0) : 0;
  const moneyBack = back.money + repaidDebtBack + donationBack - (isCancel ? sale.rounding : 0);
  sale.vatReversed += isWhole
    ? sale.vat - sale.vatReversed
    : Math.min(sale.vat - sale.vatReversed, vatKeptBefore - vatKept(sale));
  if (back.bonus > 0) giveBack(sale.purse, back.bonus, sale.spent, today, () => orderOf(shop));
  const card = shop.giftCards.find((each) => each.number === sale.giftCardNumber) ?? null;
  const cardIsGood = card !== null && !card.isBlocked && (card.expiresOn === null || card.expiresOn >= today);
  const giftCardBack = cardIsGood || sale.customer === null ? back.giftCard : 0;
  if (card !== null) card.balance += giftCardBack;
  const storeCreditBack = back.storeCredit + back.giftCard - giftCardBack;
  if (sale.donation !== null) addTo(shop.funds, sale.donation.fundId, -donationBack);
  shop.money -= moneyBack;
  const bonusTakenBack = takeEarnedBack(shop, sale, isWhole);
  if (sale.customer !== null) {
    sale.customer.storeCredit += storeCreditBack;
    addTo(sale.customer.paidOn, today, -(back.money + back.giftCard + back.storeCredit + repaidDebtBack));
  }
  sale.isWhollyReturned = isWhole;
  return {
    net: sum(shareKinds.map((kind) => back[kind])),
    moneyBack,
    bonusBack: back.bonus,
    giftCardBack,
    storeCreditBack,
    debtLowered,
    bonusTakenBack,
    isWhole,
  };
}

function vatKept(sale: Sale): number {
  return sum(
    sale.lines.map((line) => {
      const kept = keptShares(line);
      return vatIn(sum(shareKinds.map((kind) => kept[kind])), line.vatBasisPoints);
    }),
  );
}

function takeEarnedBack(shop: Shop, sale: Sale, isWhole: boolean): number {
  const excess = Math.max(0, sale.earned - sale.takenBack - deserved(sale));
  sale.takenBack += excess;
  const own = sale.purse.lots.filter((lot) => lot.saleNumber === sale.number);
  if (excess > 0) takeBack(sale.purse, excess, own, shop.today);
  const { firstPurchase } = sale;
  if (isWhole && firstPurchase !== null) {
    const lots = firstPurchase.lot === null ? [] : [firstPurchase.lot];
    takeBack(sale.purse, firstPurchase.bonus, lots, shop.today);
    sale.firstPurchase = null;
  }
  return excess;
}
