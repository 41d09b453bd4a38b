/** What a customer chooses to pay with beside money: bonus, a gift card, the account, a debt; and rounding up for a fund. */
import { readCode } from '../../shared/code.ts';
import { dueDay } from '../../shared/credit/debt.ts';
import { type GiftCard, judgeGiftCard } from '../../shared/credit/giftCard.ts';
import { Refusal } from '../../shared/errors.ts';
import { spendableSom } from '../../shared/loyalty/lots.ts';
import { addSom, type Som, smallerSom, som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import { type BasketContent, noBonus } from '../../shared/sale/basketContent.ts';
import { judgeDebtOfBasket } from '../../shared/sale/beforeMoney.ts';
import type { BasketFacts } from '../../shared/sale/quoteBasket.ts';
import { addDays } from '../../shared/time.ts';
import { giftCardOf } from '../credit/queries.ts';
import { openFunds } from '../loyalty/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { loadBasket } from './loadBasket.ts';
import { sourceIn } from './openBasket.ts';
import { whoMay } from './whoMay.ts';

type Change<Kind extends BasketChange['kind']> = Extract<BasketChange, { kind: Kind }>;

/** Nobody lends for longer. */
const longestDebtDays = 366;

/**
 * Who allowed spending above the day's limit. What was allowed once stands for the same or less; for more somebody has to
 * allow it again, for bonus and account alike.
 */
function allowedBy(scope: WriteScope, { bonusApprovedBy }: BasketContent, isMore: boolean): string | null {
  return whoMay(scope, 'loyalty.spendOverLimit') ?? (isMore ? null : bonusApprovedBy);
}

/** Over the ceiling, the lots or the day's limit it is refused with the number that would go (rules 14, 17 and 20). */
export async function spendBonus(
  scope: WriteScope,
  content: BasketContent,
  { amountSom }: Change<'spendBonus'>,
): Promise<BasketContent> {
  if (content.customer === null) throw new Refusal('NoCustomer');
  const asked = som(amountSom);
  const standsFor = content.storeCreditSom > 0 ? content.bonusApprovedBy : null;
  if (asked === zeroSom) return { ...content, ...noBonus, bonusApprovedBy: standsFor };
  const wanted: BasketContent = {
    ...content,
    bonusToSpendSom: asked,
    bonusApprovedBy: allowedBy(scope, content, asked > content.bonusToSpendSom),
  };
  const { facts, quote } = await loadBasket(sourceIn(scope), wanted);
  if (asked > quote.ceilingSom) throw new Refusal('BonusAboveCeiling', { atMostSom: quote.ceilingSom });
  const spendable = spendableSom(facts.customer?.lots ?? [], facts.day);
  if (asked > spendable) throw new Refusal('BonusNotEnough', { spendableSom: spendable });
  if (asked > quote.bonusAtMostSom) {
    throw new Refusal('BonusNeedsCard', { atMostSom: quote.bonusAtMostSom });
  }
  // The account was chosen before and is never cut silently.
  const leftSom = subtractSom(quote.totalSom, addSom(quote.bonusToSpendSom, quote.giftCardPaysSom));
  const onAccountSom = smallerSom(leftSom, facts.credit?.storeCreditSom ?? zeroSom);
  if (smallerSom(content.storeCreditSom, onAccountSom) > quote.storeCreditAtMostSom) {
    throw new Refusal('BonusNeedsCard', { atMostSom: content.bonusToSpendSom });
  }
  return wanted;
}

/** A gift card that may pay today, by its code; refused with the reason when it may not. */
export async function giftCardThatPays(scope: WriteScope, typed: string): Promise<GiftCard> {
  const read = readCode(typed);
  const card = read?.kind === 'giftCard' ? await giftCardOf(scope.trx, read.code) : null;
  if (card === null) throw new Refusal('GiftCardUnknown');
  const refusal = judgeGiftCard(card, scope.businessDay);
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);
  return card;
}

/** Whoever brings the card pays with it; it needs no customer. */
export async function payByGiftCard(
  scope: WriteScope,
  content: BasketContent,
  { code, amountSom }: Change<'payByGiftCard'>,
): Promise<BasketContent> {
  const { number, balanceSom } = await giftCardThatPays(scope, code);
  const asked = amountSom === null ? null : som(amountSom);
  if (asked !== null && asked > balanceSom) throw new Refusal('GiftCardNotEnough', { balanceSom });
  return { ...content, giftCard: asked === zeroSom ? null : { number, amountSom: asked } };
}

/**
 * Pays with what lies on the customer's account. It is the customer's own money, but to spend it takes the card, or the
 * day's limit that bonus and account share (docs/rules.md rule 20). More than is left to pay it never pays.
 */
export async function spendStoreCredit(
  scope: WriteScope,
  content: BasketContent,
  { amountSom }: Change<'spendStoreCredit'>,
): Promise<BasketContent> {
  if (content.customer === null) throw new Refusal('NoCustomer');
  const asked = som(amountSom);
  const standsFor = content.bonusToSpendSom > 0 ? content.bonusApprovedBy : null;
  if (asked === zeroSom) return { ...content, storeCreditSom: zeroSom, bonusApprovedBy: standsFor };
  const wanted: BasketContent = {
    ...content,
    storeCreditSom: asked,
    bonusApprovedBy: allowedBy(scope, content, asked > content.storeCreditSom),
  };
  const { facts, quote } = await loadBasket(sourceIn(scope), wanted);
  const balanceSom = facts.credit?.storeCreditSom ?? zeroSom;
  if (asked > balanceSom) throw new Refusal('StoreCreditNotEnough', { balanceSom });
  const leftSom = subtractSom(quote.totalSom, addSom(quote.bonusToSpendSom, quote.giftCardPaysSom));
  if (smallerSom(asked, leftSom) > quote.storeCreditAtMostSom) {
    throw new Refusal('BonusNeedsCard', { atMostSom: quote.storeCreditAtMostSom });
  }
  return wanted;
}

/**
 * Sells on credit. What the customer's limit does not allow somebody who may approves in place; then the sum stands as it
 * was approved and does not grow with the basket. Throws DebtNeedsCustomer, DebtNotAllowed, DebtAboveLimit, DebtOverdue,
 * and DaysWrong for a last day before today or more than a year away.
 */
export async function sellOnCredit(
  scope: WriteScope,
  content: BasketContent,
  change: Change<'sellOnCredit'>,
): Promise<BasketContent> {
  if (change.amountSom === 0) return { ...content, debt: null };
  if (content.customer === null) throw new Refusal('DebtNeedsCustomer');
  const today = scope.businessDay;
  const dueOn = change.dueOn ?? dueDay(today, scope.settings.debtDays);
  if (dueOn < today || dueOn > addDays(today, longestDebtDays)) throw new Refusal('DaysWrong');
  const amountSom = change.amountSom === null ? null : som(change.amountSom);
  const wanted = { amountSom, dueOn, approvedBy: null };
  const { facts, quote } = await loadBasket(sourceIn(scope), { ...content, debt: wanted });
  const leftSom = addSom(quote.debtSom, quote.moneySom);
  const askedSom = amountSom === null ? leftSom : smallerSom(amountSom, leftSom);
  const refusal = judge(askedSom, facts, false);
  if (refusal === null) return { ...content, debt: wanted };
  const approvedBy = whoMay(scope, 'credit.overLimit');
  const still = approvedBy === null ? refusal : judge(askedSom, facts, true);
  if (still !== null) throw new Refusal(still.refused, still.data);
  return { ...content, debt: { amountSom: askedSom, dueOn, approvedBy } };
}

function judge(askedSom: Som, { customer, credit = null, day }: BasketFacts, isApproved: boolean) {
  return judgeDebtOfBasket(askedSom, { payer: customer, credit, day }, isApproved);
}

/** Rounds what is due up for a fund; throws FundClosed for one that takes nothing any more. */
export async function roundUp(
  scope: WriteScope,
  content: BasketContent,
  { donation }: Change<'roundUp'>,
): Promise<BasketContent> {
  if (donation === null) return { ...content, donation: null };
  const funds = await openFunds(scope.trx);
  if (!funds.some(({ fundId }) => fundId === donation.fundId)) throw new Refusal('FundClosed');
  return { ...content, donation };
}
