/** What pays before money does: bonus, gift card, account, goods that come back, debt; and what rounding up adds. */
import { type DebtRefusal, judgeDebt, type OpenDebt } from '../credit/debt.ts';
import { type GiftCard, payableByGiftCard } from '../credit/giftCard.ts';
import { roundUpDonation } from '../loyalty/donation.ts';
import { type BonusLot, spendableSom } from '../loyalty/lots.ts';
import { type SpendFacts, spendLeftToday } from '../loyalty/spendLimit.ts';
import { addSom, largerSom, type Som, smallerSom, subtractSom, zeroSom } from '../money.ts';
import type { ShopSettings } from '../shop/settings.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import type { BasketContent } from './basketContent.ts';

/** What a customer has on account and owes, as far as a basket looks at it. */
export interface QuotedCredit {
  readonly storeCreditSom: Som;
  /** The most this customer may owe at once; null where nobody ever allowed it. */
  readonly limitSom: Som | null;
  readonly debts: readonly OpenDebt[];
}

/** A fund for which totals may be rounded up. */
export interface QuotedFund {
  readonly fundId: string;
  readonly name: LocalText;
}

/** Who pays, as far as money that is no money goes; spent today counts bonus and account together. */
export type Payer = Pick<SpendFacts, 'identification' | 'isRegistered' | 'spentTodaySom' | 'isApproved'> & {
  readonly lots: readonly BonusLot[];
};

export interface PayingFacts {
  readonly totalSom: Som;
  /** The most that bonus may pay of these goods (docs/rules.md rule 14). */
  readonly ceilingSom: Som;
  readonly wanted: Pick<
    BasketContent,
    'bonusToSpendSom' | 'giftCard' | 'storeCreditSom' | 'debt' | 'donation'
  >;
  readonly payer: Payer | null;
  readonly credit: QuotedCredit | null;
  readonly giftCard: GiftCard | null;
  /** The money of goods that come back with this sale; 0 without any. */
  readonly exchangeSom: Som;
  readonly funds: readonly QuotedFund[];
  readonly settings: Pick<ShopSettings, 'spendWithoutCardSom' | 'instantCardDailySom'>;
  readonly day: BusinessDay;
}

export interface BeforeMoney {
  /** What bonus may pay at most: ceiling, lots and how the customer was recognised. */
  readonly bonusAtMostSom: Som;
  readonly bonusToSpendSom: Som;
  readonly giftCardPaysSom: Som;
  readonly storeCreditAtMostSom: Som;
  readonly storeCreditPaysSom: Som;
  /** What of the money of goods that come back pays here. */
  readonly exchangePaysSom: Som;
  /** What may be sold on credit without anybody's approval. */
  readonly debtAtMostSom: Som;
  readonly debtSom: Som;
  /** What is left for money, and for rounding up. */
  readonly moneySom: Som;
  readonly donation: (QuotedFund & { readonly amountSom: Som }) | null;
  readonly dueSom: Som;
}

/**
 * What each way of paying really pays. What was chosen stays chosen when the basket changes; it never pays more than it may.
 *
 * | total 90 040: wanted           | may       | pays   | left   |
 * |--------------------------------|-----------|--------|--------|
 * | bonus 20 000                   | 27 012    | 20 000 | 70 040 |
 * | gift card, as much as it can   | 15 000    | 15 000 | 55 040 |
 * | nothing from the account       | –         | 0      | 55 040 |
 * | debt 25 000                    | 100 000   | 25 000 | 30 040 |
 * | rounded up to whole 1 000      | –         | 960    | 31 000 due |
 *
 * Goods that come back pay before any debt is made, so that nobody gets money handed out and owes it at once; what they pay is
 * money like any other (it earns, and goes back as it had come). Of 40 000 that come back a basket of 50 000 that was to go on
 * credit uses all, and 10 000 are owed; a basket of 30 000 uses 30 000, and 10 000 are handed back.
 *
 * Bonus and account share the day's limit of who came without the card (docs/rules.md rule 20); a gift card is its own
 * proof. A debt without approval never pays more than the customer's limit leaves.
 */
export function payBeforeMoney(facts: PayingFacts): BeforeMoney {
  const { wanted, totalSom, payer, day } = facts;
  const leftTodaySom = limitOfDay(facts);
  const bonusAtMostSom =
    payer === null
      ? zeroSom
      : within(leftTodaySom, smallerSom(facts.ceilingSom, spendableSom(payer.lots, day)));
  const bonusToSpendSom = smallerSom(wanted.bonusToSpendSom, bonusAtMostSom);
  const afterBonusSom = subtractSom(totalSom, bonusToSpendSom);

  const giftCardPaysSom = byGiftCard(facts, afterBonusSom);
  const afterCardSom = subtractSom(afterBonusSom, giftCardPaysSom);

  const storeCreditAtMostSom = fromAccount(facts, afterCardSom, leftTodaySom, bonusToSpendSom);
  const storeCreditPaysSom = smallerSom(wanted.storeCreditSom, storeCreditAtMostSom);
  const afterAccountSom = subtractSom(afterCardSom, storeCreditPaysSom);

  const exchangePaysSom = smallerSom(afterAccountSom, facts.exchangeSom);
  const afterExchangeSom = subtractSom(afterAccountSom, exchangePaysSom);

  const debtAtMostSom = smallerSom(afterExchangeSom, freeDebt(facts));
  const debtSom = onCredit(facts, afterExchangeSom, debtAtMostSom);
  const moneySom = subtractSom(afterExchangeSom, debtSom);
  const donation = roundedUp(facts, moneySom);
  return {
    bonusAtMostSom,
    bonusToSpendSom,
    giftCardPaysSom,
    storeCreditAtMostSom,
    storeCreditPaysSom,
    exchangePaysSom,
    debtAtMostSom,
    debtSom,
    moneySom,
    donation,
    dueSom: addSom(moneySom, donation?.amountSom ?? zeroSom),
  };
}

/** Null where no limit of the day stands in the way. */
function limitOfDay({ payer, settings }: PayingFacts): Som | null {
  if (payer === null) return null;
  const { spendWithoutCardSom: withoutCardSom, instantCardDailySom: instantCardSom } = settings;
  return spendLeftToday({ ...payer, limits: { withoutCardSom, instantCardSom } });
}

function within(limitSom: Som | null, amountSom: Som): Som {
  return limitSom === null ? amountSom : smallerSom(limitSom, amountSom);
}

function byGiftCard({ wanted, giftCard, day }: PayingFacts, leftSom: Som): Som {
  if (wanted.giftCard === null || giftCard === null) return zeroSom;
  const maySom = payableByGiftCard(leftSom, giftCard, day);
  return wanted.giftCard.amountSom === null ? maySom : smallerSom(maySom, wanted.giftCard.amountSom);
}

/** Below zero an account pays nothing. */
function fromAccount(
  { payer, credit }: PayingFacts,
  leftSom: Som,
  leftTodaySom: Som | null,
  bonusSom: Som,
): Som {
  if (payer === null || credit === null) return zeroSom;
  const limitSom = leftTodaySom === null ? null : largerSom(zeroSom, subtractSom(leftTodaySom, bonusSom));
  return within(limitSom, smallerSom(leftSom, largerSom(zeroSom, credit.storeCreditSom)));
}

/** What the customer may still take on credit alone; 0 when something is late or nobody ever allowed it. */
function freeDebt({ payer, credit, day }: PayingFacts): Som {
  if (payer === null || credit === null || credit.limitSom === null) return zeroSom;
  const { limitSom, debts } = credit;
  const facts = { day, isRegistered: payer.isRegistered, limitSom, debts, isApproved: false };
  if (judgeDebt(zeroSom, facts) !== null) return zeroSom;
  const openSom = addSom(...debts.map((debt) => debt.openSom));
  return largerSom(zeroSom, subtractSom(limitSom, openSom));
}

function onCredit({ wanted: { debt }, payer }: PayingFacts, leftSom: Som, atMostSom: Som): Som {
  if (debt === null || payer === null || !payer.isRegistered) return zeroSom;
  const maySom = debt.approvedBy === null ? atMostSom : leftSom;
  return debt.amountSom === null ? maySom : smallerSom(maySom, debt.amountSom);
}

function roundedUp({ wanted: { donation }, funds }: PayingFacts, moneySom: Som): BeforeMoney['donation'] {
  if (donation === null) return null;
  const fund = funds.find(({ fundId }) => fundId === donation.fundId);
  if (fund === undefined) return null;
  return { ...fund, amountSom: roundUpDonation(moneySom, donation.stepSom) };
}

/** Whether so much may be sold on credit; the refusal, or null. */
export function judgeDebtOfBasket(
  wantedSom: Som,
  { payer, credit, day }: Pick<PayingFacts, 'payer' | 'credit' | 'day'>,
  isApproved: boolean,
): DebtRefusal | null {
  return judgeDebt(wantedSom, {
    day,
    isRegistered: payer?.isRegistered ?? false,
    limitSom: credit?.limitSom ?? null,
    debts: credit?.debts ?? [],
    isApproved,
  });
}
