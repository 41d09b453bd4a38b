/** The nouns of a sale: lines before and after pricing, adjustments that explain themselves, tenders. */
import type { BasisPoints, Som, Thousandths } from './money.ts';
import type { LocalText } from './text.ts';
import type { BusinessDay } from './time.ts';

export const units = ['piece', 'kilogram', 'litre', 'metre', 'pack'] as const;
export type Unit = (typeof units)[number];

/** Units that are weighed or measured: their quantity may have three decimals. */
export const fractionalUnits: readonly Unit[] = ['kilogram', 'litre', 'metre'];

/** A discount given by hand on one line, with the words that explain it and the person who stands for it. */
export interface ManualDiscount {
  readonly amountSom: Som;
  readonly reason: string;
  readonly personId?: string;
  /** The part of the price up to which that person may give; left out, all of it. */
  readonly atMostBasisPoints?: BasisPoints;
}

/** A lower price that stood on the shelf, granted at the till. */
export interface ShelfPrice {
  readonly priceSom: Som;
  /** The most that whoever granted it may let go on the line; null for no bound. */
  readonly atMostSom: Som | null;
}

/** One line of a basket with everything pricing needs to know of its product. */
export interface BasketLine {
  readonly lineId: string;
  readonly productId: string;
  readonly categoryId: string | null;
  readonly brandId?: string | null;
  readonly tags?: readonly string[];
  /** Last day on which the goods may be sold, where the shop keeps it. */
  readonly expiresOn?: BusinessDay | null;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly priceSom: Som;
  readonly quantityThousandths: Thousandths;
  /** VAT inside the price; null for a shop or a product without VAT. */
  readonly vatBasisPoints: BasisPoints | null;
  readonly manualDiscount: ManualDiscount | null;
  /** Left out, the till's price counts. */
  readonly shelfPrice?: ShelfPrice | null;
  /** Cashback of this line; stored on the sale so that a return recomputes with the same rate. */
  readonly bonusBasisPoints: BasisPoints;
  /** Goods that are never discounted take part in no promotion, coupon or tier. */
  readonly isDiscountable: boolean;
}

/** The fixed order of discounts (docs/rules.md rule 4). */
export const pricingSteps = ['manual', 'product', 'free', 'basket', 'coupon', 'tier'] as const;
export type PricingStep = (typeof pricingSteps)[number];

/** One discount on one line: who gave it, why, and how much. Prices are never overwritten. */
export interface Adjustment {
  readonly lineId: string;
  readonly step: PricingStep;
  /** What gave it: a promotion's id, a coupon's code, a person's id, a tier's id. */
  readonly sourceId: string;
  readonly reason: LocalText;
  /** What it takes off, above zero. */
  readonly amountSom: Som;
}

export interface PricedLine extends BasketLine {
  /** Price times quantity before any discount. */
  readonly grossSom: Som;
  readonly adjustments: readonly Adjustment[];
  /** What the customer pays for the line after all discounts, VAT inside. */
  readonly netSom: Som;
  /** What a partner pays of the line's coupon; VAT is taken on this and the net together (docs/rules.md rule 19). */
  readonly partnerShareSom: Som;
  readonly vatSom: Som;
}

/** Ways to pay in the order in which they cover the lines (docs/rules.md rule 19). */
export const tenderKinds = ['bonus', 'giftCard', 'storeCredit', 'debt', 'card', 'qr', 'cash'] as const;
export type TenderKind = (typeof tenderKinds)[number];

export const cardProviders = ['uzcard', 'humo', 'otherCard'] as const;
export const qrProviders = ['click', 'payme', 'uzum', 'uzqr'] as const;
export type PaymentProvider = (typeof cardProviders)[number] | (typeof qrProviders)[number];

/** A part of the payment. For cash the amount is what stays in the drawer; what was handed over is on the sale. */
export interface Tender {
  readonly kind: TenderKind;
  readonly provider: PaymentProvider | null;
  readonly amountSom: Som;
  /** Slip or reference number that the cashier typed, if any. */
  readonly reference: string | null;
}

/** How much of one line each group of tenders paid; they sum to the line's net. */
export interface TenderShares {
  readonly bonusSom: Som;
  readonly giftCardSom: Som;
  readonly storeCreditSom: Som;
  readonly debtSom: Som;
  /** Cash and non-cash together. */
  readonly moneySom: Som;
}
