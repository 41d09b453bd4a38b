/** The posting of a sale: tenders, discounts and rounding against sales, VAT, donations and bonus (docs/rules.md §3). */
import { type Adjustment, type PricingStep, pricingSteps, type Tender } from '../basket.ts';
import { addSom, type Som, som, subtractSom, sumOf } from '../money.ts';
import { balanced, credit, debit, type Entry, type Posting } from './posting.ts';

export interface SaleToPost {
  readonly tillId: string;
  readonly lines: readonly {
    readonly grossSom: Som;
    readonly netSom: Som;
    readonly vatSom: Som;
    readonly adjustments: readonly Pick<Adjustment, 'step' | 'amountSom'>[];
  }[];
  /** What a partner owes for the coupon of this sale: a part of its discount and of its bonus; null without one. */
  readonly partner: {
    readonly partnerId: string;
    readonly discountShareSom: Som;
    readonly bonusShareSom: Som;
  } | null;
  readonly tenders: readonly Tender[];
  /** Net and donation less the tenders: what rounding the cash let go. */
  readonly roundingSom: Som;
  /** Change that was not handed out: it stays in the drawer, and the shop owes it to the customer. Left out, none. */
  readonly changeToAccountSom?: Som;
  readonly donation: { readonly fundId: string; readonly amountSom: Som } | null;
  readonly customerId: string | null;
  readonly giftCardId: string | null;
  /** Whose lots are spent and earned: the customer, else the claim code of the receipt; null when neither is. */
  readonly bonusHolderId: string | null;
  readonly bonusEarnedSom: Som;
}

/**
 * Goods 120 040 less discounts 30 000 are 90 040 with VAT 9 647 inside; paid with bonus 20 000, gift card 15 000, debt
 * 25 000, Click 10 000 and, with a donation of 500 and rounded down, 20 500 in cash:
 *
 * | debit          | amount | credit         | amount   |
 * |----------------|--------|----------------|----------|
 * | cashDrawer     | 20 500 | sales          | 110 393  |
 * | qr Click       | 10 000 | vat            | 9 647    |
 * | customerDebt   | 25 000 | donations      | 500      |
 * | giftCard       | 15 000 | bonusLiability | 900 (new lot) |
 * | bonusLiability | 20 000 |                |          |
 * | discounts      | 30 000 |                |          |
 * | rounding       | 40     |                |          |
 * | bonusCost      | 900    |                |          |
 *
 * A partner-borne coupon is a discount for the customer and a claim on the partner (docs/rules.md rule 19): what the partner
 * owes is no discount of the shop, and VAT is inside what customer and partner pay together. 112 000 with a coupon of
 * 11 200, half of it the partner's: the customer pays 100 800, VAT is 12 % inside 106 400:
 *
 * | debit       | amount  | credit | amount  |
 * |-------------|---------|--------|---------|
 * | cashDrawer  | 100 800 | sales  | 100 600 |
 * | discounts   | 5 600   | vat    | 11 400  |
 * | partner     | 5 600   |        |         |
 *
 * Of 20 500 that are due the customer hands over 21 000 and leaves the change with the shop: 500 more in the drawer, 500 of
 * store credit.
 *
 * Throws when tenders, net, donation and rounding do not fit each other, because that is a bug.
 */
export function salePosting(sale: SaleToPost): Posting {
  const grossSom = sumOf(sale.lines, (line) => line.grossSom);
  const vatSom = sumOf(sale.lines, (line) => line.vatSom);
  const { donation } = sale;
  return balanced([
    ...sale.tenders.map((tender) => tenderEntry(sale, tender)),
    ...discountEntries(sale),
    ...partnerEntries(sale),
    debit('rounding', sale.roundingSom),
    credit('sales', subtractSom(grossSom, vatSom)),
    credit('vat', vatSom),
    ...(donation === null ? [] : [credit('donations', donation.amountSom, donation.fundId)]),
    ...changeEntries(sale),
    ...saleBonusEntries(sale),
  ]);
}

function changeEntries({ tillId, customerId, changeToAccountSom = som(0) }: SaleToPost): readonly Entry[] {
  if (changeToAccountSom === 0) return [];
  return [
    debit('cashDrawer', changeToAccountSom, tillId),
    credit('storeCredit', changeToAccountSom, subject(customerId, 'store credit has an owner')),
  ];
}

/** The partner's part of a bonus is no cost of the shop. */
function saleBonusEntries({ bonusHolderId, bonusEarnedSom, partner }: SaleToPost): readonly Entry[] {
  const borne = partner?.bonusShareSom ?? som(0);
  if (borne === 0) return bonusEarnedEntries(bonusHolderId, bonusEarnedSom);
  return [
    debit('bonusCost', subtractSom(bonusEarnedSom, borne)),
    credit('bonusLiability', bonusEarnedSom, subject(bonusHolderId, 'bonus needs a holder')),
  ];
}

function partnerEntries({ partner }: SaleToPost): readonly Entry[] {
  if (partner === null) return [];
  const { partnerId, discountShareSom, bonusShareSom } = partner;
  return [debit('partner', addSom(discountShareSom, bonusShareSom), partnerId)];
}

/** Bonus that is earned, with a sale or later when a receipt finds its customer: a cost against what the shop owes. */
export function bonusEarnedEntries(holderId: string | null, amountSom: Som): readonly Entry[] {
  if (amountSom === 0) return [];
  const holder = subject(holderId, 'bonus needs a holder');
  return [debit('bonusCost', amountSom), credit('bonusLiability', amountSom, holder)];
}

function tenderEntry(sale: SaleToPost, tender: Tender): Entry {
  const amount = tender.amountSom;
  switch (tender.kind) {
    case 'bonus':
      return debit('bonusLiability', amount, subject(sale.bonusHolderId, 'bonus needs a holder'));
    case 'giftCard':
      return debit('giftCard', amount, subject(sale.giftCardId, 'a gift card has a number'));
    case 'storeCredit':
      return debit('storeCredit', amount, subject(sale.customerId, 'store credit has an owner'));
    case 'debt':
      return debit('customerDebt', amount, subject(sale.customerId, 'debt has a debtor'));
    case 'card':
      return debit('terminal', amount, subject(tender.provider, 'a card payment has a provider'));
    case 'qr':
      return debit('qr', amount, subject(tender.provider, 'a QR payment has a provider'));
    case 'cash':
      return debit('cashDrawer', amount, sale.tillId);
  }
}

function discountEntries(sale: SaleToPost): readonly Entry[] {
  const perStep = new Map<PricingStep, Som>();
  for (const line of sale.lines) {
    for (const { step, amountSom } of line.adjustments) {
      perStep.set(step, addSom(perStep.get(step) ?? som(0), amountSom));
    }
  }
  const borne = sale.partner?.discountShareSom ?? som(0);
  if (borne > 0) takeFromDiscounts(perStep, borne);
  return pricingSteps.map((step) => debit('discounts', perStep.get(step) ?? som(0), step));
}

function subject(id: string | null, otherwise: string): string {
  if (id === null) throw new Error(otherwise);
  return id;
}

/** A coupon takes money off in its own step; one that opened a gift did it in the step of free goods. */
function takeFromDiscounts(perStep: Map<PricingStep, Som>, borneSom: Som): void {
  let leftSom = borneSom;
  for (const step of ['coupon', 'free'] as const) {
    const given = perStep.get(step) ?? som(0);
    const taken = given < leftSom ? given : leftSom;
    perStep.set(step, subtractSom(given, taken));
    leftSom = subtractSom(leftSom, taken);
  }
  if (leftSom > 0) throw new Error('a partner bears no more than its coupon gave');
}
