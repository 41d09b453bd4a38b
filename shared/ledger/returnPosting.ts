/** The posting of goods that come back: what was paid returns where it came from, against sales, VAT and discounts. */
import { type PricingStep, pricingSteps, type Tender } from '../basket.ts';
import { addSom, type Som, som, subtractSom, sumOf } from '../money.ts';
import { balanced, credit, debit, type Entry, type Posting } from './posting.ts';
import { bonusEarnedEntries } from './salePosting.ts';

export interface ReturnToPost {
  readonly tillId: string;
  /** Where what was paid goes back to, in the fixed order. */
  readonly tenders: readonly Tender[];
  /** What the returned goods counted for, all tenders together. */
  readonly netSom: Som;
  readonly vatSom: Som;
  /** The part of each step of discount that is undone; with the net together what stood on the shelf. */
  readonly discounts: Readonly<Partial<Record<PricingStep, Som>>>;
  /** What a partner no longer owes; it is part of the discounts above. */
  readonly partner: { readonly partnerId: string; readonly backSom: Som; readonly bonusBackSom: Som } | null;
  /** Rounding and donation that come back with a sale that is cancelled the same day. */
  readonly roundingSom: Som;
  readonly donation: { readonly fundId: string; readonly amountSom: Som } | null;
  /** The share of a debt that the shop had given up: its cost is undone. */
  readonly forgivenBackSom: Som;
  readonly customerId: string | null;
  readonly giftCardId: string | null;
  readonly bonusHolderId: string | null;
  /** Earned bonus that is taken back, without what had burnt and what is withheld. */
  readonly bonusTakenBackSom: Som;
  /** Earned bonus that was spent already and is kept from the money instead. Left out, nothing. */
  readonly withheldSom?: Som;
}

/**
 * One of two lines of 42 648 comes back; it had cost 45 500 before its share of a coupon, was paid with bonus 11 406 and
 * cash 31 242, has VAT 4 569 inside and had earned 625 of bonus:
 *
 * | debit          | amount | credit         | amount |
 * |----------------|--------|----------------|--------|
 * | sales          | 40 931 | cashDrawer     | 31 242 |
 * | vat            | 4 569  | bonusLiability | 11 406 |
 * |                |        | discounts      | 2 852  |
 * | bonusLiability | 625    | bonusCost      | 625    |
 *
 * Where 200 of the 625 were spent already and the shop withholds them, the drawer gives 31 042, the liability moves by 425,
 * and the bonus cost 625 less all the same.
 *
 * Throws when the tenders are not what the goods counted for, because that is a bug.
 */
export function returnPosting(back: ReturnToPost): Posting {
  const { donation, netSom, vatSom, roundingSom } = back;
  const discountSom = sumOf(Object.values(back.discounts), (sum) => sum);
  return balanced([
    ...back.tenders.map((tender) => tenderEntry(back, tender)),
    ...discountEntries(back),
    debit('sales', subtractSom(addSom(netSom, discountSom), vatSom)),
    debit('vat', vatSom),
    credit('rounding', roundingSom),
    ...(donation === null ? [] : [debit('donations', donation.amountSom, donation.fundId)]),
    credit('expense', back.forgivenBackSom),
    ...bonusEntries(back),
    credit('bonusCost', back.withheldSom ?? som(0)),
  ]);
}

/** The mirror of the sale's own entry for the same way of paying. */
function tenderEntry(back: ReturnToPost, { kind, provider, amountSom }: Tender): Entry {
  switch (kind) {
    case 'bonus':
      return credit('bonusLiability', amountSom, known(back.bonusHolderId));
    case 'giftCard':
      return credit('giftCard', amountSom, known(back.giftCardId));
    case 'storeCredit':
      return credit('storeCredit', amountSom, known(back.customerId));
    case 'debt':
      return credit('customerDebt', amountSom, known(back.customerId));
    case 'card':
      return credit('terminal', amountSom, known(provider));
    case 'qr':
      return credit('qr', amountSom, known(provider));
    case 'cash':
      return credit('cashDrawer', amountSom, back.tillId);
  }
}

/** Both parts of a coupon are rounded down with every return of every line, so that the partner's may be ahead by so much. */
const mostRoundingSom = 500;

/**
 * What the partner bore was no discount of the shop: it is taken from the coupon's step first, then from free goods. Where
 * rounding brought a so'm of the partner's before the shop's, the coupon's step is below zero until the next return.
 */
function discountEntries({ discounts, partner }: ReturnToPost): readonly Entry[] {
  let borneSom = partner?.backSom ?? som(0);
  const own = new Map<PricingStep, Som>(pricingSteps.map((step) => [step, discounts[step] ?? som(0)]));
  for (const step of ['coupon', 'free'] as const) {
    const givenSom = own.get(step) ?? som(0);
    const takenSom = givenSom < borneSom ? givenSom : borneSom;
    own.set(step, subtractSom(givenSom, takenSom));
    borneSom = subtractSom(borneSom, takenSom);
  }
  if (borneSom > mostRoundingSom) throw new Error('a partner bears no more than its coupon gave');
  own.set('coupon', subtractSom(own.get('coupon') ?? som(0), borneSom));
  const entries = pricingSteps.map((step) => credit('discounts', own.get(step) ?? som(0), step));
  return partner === null ? entries : [...entries, credit('partner', partner.backSom, partner.partnerId)];
}

/** A partner who bore a part of the bonus no longer owes it. */
function bonusEntries({ bonusHolderId, bonusTakenBackSom, partner }: ReturnToPost): readonly Entry[] {
  const taken = bonusEarnedEntries(bonusHolderId, bonusTakenBackSom).map(
    (entry): Entry => ({ ...entry, amountSom: som(-entry.amountSom) }),
  );
  const borneSom = partner?.bonusBackSom ?? som(0);
  if (partner === null || borneSom === 0) return taken;
  return [...taken, debit('bonusCost', borneSom), credit('partner', borneSom, partner.partnerId)];
}

function known(subjectId: string | null): string {
  if (subjectId === null) throw new Error('what comes back belongs to somebody');
  return subjectId;
}

/**
 * Goods without a receipt: the sale is undone at what was given for them, with the VAT inside it. Two pieces of tea for
 * 25 980 in cash: sales +23 196, vat +2 784, cashDrawer −25 980.
 */
export function looseReturnPosting(back: {
  readonly tillId: string;
  readonly netSom: Som;
  readonly vatSom: Som;
  /** On whose account it goes; null for cash. */
  readonly accountOf: string | null;
}): Posting {
  const { accountOf, netSom, tillId, vatSom } = back;
  return balanced([
    accountOf === null ? credit('cashDrawer', netSom, tillId) : credit('storeCredit', netSom, accountOf),
    debit('sales', subtractSom(netSom, vatSom)),
    debit('vat', vatSom),
  ]);
}
