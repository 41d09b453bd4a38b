/** The offer of the week while it is put together: chosen goods with their prices, days, name, and coupons beside it. */
import type { z } from 'zod';
import { couponContract } from '../../shared/coupon/contract.ts';
import type { BatchKind } from '../../shared/coupon/contractBatch.ts';
import { type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { schemaOf } from '../app/form.ts';

export interface OfferGood {
  readonly productId: string;
  readonly name: LocalText;
  readonly usualSom: Som;
  /** Null while nothing is typed. */
  readonly offerSom: Som | null;
}

export interface HandoutDraft {
  readonly kind: BatchKind;
  readonly count: number | null;
  readonly discountSom: Som | null;
  readonly minimumSom: Som | null;
}

export interface OfferDraft {
  readonly name: LocalText;
  readonly from: string | null;
  readonly to: string | null;
  readonly goods: readonly OfferGood[];
  /** Null: no coupons are handed out. */
  readonly handout: HandoutDraft | null;
}

/** Stands on tags, cards and in messages, so it comes in all three languages. */
const usualName: LocalText = {
  uz: 'Hafta taklifi',
  ru: 'Предложение недели',
  en: 'Offer of the week',
};

/** Seven days from today. */
export function newOffer(today: BusinessDay): OfferDraft {
  return { name: usualName, from: today, to: addDays(today, 6), goods: [], handout: null };
}

export const newHandout: HandoutDraft = {
  kind: 'sheet10',
  count: 100,
  discountSom: som(5_000),
  minimumSom: som(50_000),
};

export function withGood(draft: OfferDraft, good: OfferGood): OfferDraft {
  const others = draft.goods.filter(({ productId }) => productId !== good.productId);
  const isNew = others.length === draft.goods.length;
  return {
    ...draft,
    goods: isNew
      ? [...others, good]
      : draft.goods.map((each) => (each.productId === good.productId ? good : each)),
  };
}

export function withoutGood(draft: OfferDraft, productId: string): OfferDraft {
  return { ...draft, goods: draft.goods.filter((good) => good.productId !== productId) };
}

/** A price that is no offer: nothing, or not below the usual one. */
export function isNotCheaper({ offerSom, usualSom }: OfferGood): boolean {
  return offerSom === null || offerSom <= 0 || offerSom >= usualSom;
}

/** The discount of a good in whole percent of its usual price, rounded down, so that no paper promises too much. */
export function percentOff({ offerSom, usualSom }: { offerSom: Som; usualSom: Som }): number {
  return usualSom <= 0 ? 0 : Math.floor(((usualSom - offerSom) * 100) / usualSom);
}

export type OfferFault = 'goods' | 'price' | 'name' | 'from' | 'to' | 'count' | 'discountSom' | 'minimumSom';

/** What every part of the form takes. */
export interface OfferPart {
  readonly draft: OfferDraft;
  readonly set: (patch: Partial<OfferDraft>) => void;
  /** Whether a field is wrong, once somebody tried to make the offer. */
  readonly isWrong: (fault: OfferFault) => boolean;
}

const verbSchema = schemaOf(couponContract.makeOffer).omit({ intentionId: true, approval: true });
export type CheckedOffer = z.output<typeof verbSchema>;

/** What is wrong with the handout's fields; a discount must be smaller than what is bought for it. */
function handoutFaults({ count, discountSom, minimumSom }: HandoutDraft): readonly OfferFault[] {
  const faults: OfferFault[] = [];
  if (count === null || count < 1 || count > 20_000) faults.push('count');
  if (discountSom === null || discountSom <= 0) faults.push('discountSom');
  if (minimumSom === null || (discountSom !== null && minimumSom <= discountSom)) faults.push('minimumSom');
  return faults;
}

/**
 * The offer as the till takes it, or what is missing.
 *
 * | what                                    | fault |
 * |-----------------------------------------|-------|
 * | no goods are chosen                     | goods |
 * | a price that is not below the usual one | price |
 * | the last day is before the first        | to    |
 * | a coupon takes off as much as it asks   | minimumSom |
 */
export function checkOffer(draft: OfferDraft): CheckedOffer | readonly OfferFault[] {
  const faults: OfferFault[] = [];
  const { name, from, to, goods, handout } = draft;
  if (goods.length === 0) faults.push('goods');
  if (goods.some(isNotCheaper)) faults.push('price');
  if (![name.uz, name.ru, name.en].some((words) => words?.trim())) faults.push('name');
  const isFrom = from !== null && isBusinessDay(from);
  if (!isFrom) faults.push('from');
  if (to === null || !isBusinessDay(to) || (isFrom && to < from)) faults.push('to');
  if (handout !== null) faults.push(...handoutFaults(handout));
  if (faults.length > 0) return faults;
  return verbSchema.parse({
    name,
    from,
    to,
    goods: goods.map(({ productId, offerSom }) => ({ productId, offerSom })),
    handout,
  });
}
