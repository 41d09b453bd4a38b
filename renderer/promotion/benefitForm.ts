/** What a promotion gives as the form shows it: the fields of the promotion, with blanks that are still to be filled. */
import type { BasisPoints, Som, Thousandths } from '../../shared/money.ts';
import type { BasketBenefit } from '../../shared/promotion/basketBenefits.ts';
import type { LineBenefit } from '../../shared/promotion/lineBenefits.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import type { SetBenefit } from '../../shared/promotion/setBenefits.ts';
import { noGoodsYet, type ScopeForm, scopeFormOf, scopeOf } from './scopeForm.ts';

/** A field that may still be empty. */
export type Blank<Value> = Value | null;

export type OffForm =
  | { readonly kind: 'percent'; readonly rateBasisPoints: Blank<BasisPoints> }
  | { readonly kind: 'amountPerUnit'; readonly amountSom: Blank<Som> }
  | { readonly kind: 'fixedPrice'; readonly priceSom: Blank<Som> };

/** An item of a list in the form; the key tells items apart while they are moved and removed. */
export interface Keyed {
  readonly key: string;
}

export interface VolumeStepForm extends Keyed {
  readonly fromThousandths: Blank<Thousandths>;
  readonly off: OffForm;
}

export interface SumStepForm extends Keyed {
  readonly kind: 'percent' | 'amount';
  readonly fromSom: Blank<Som>;
  readonly rateBasisPoints: Blank<BasisPoints>;
  readonly amountSom: Blank<Som>;
}

export interface BundlePartForm extends Keyed {
  readonly of: ScopeForm;
  readonly pieces: Blank<number>;
}

export type PerForm =
  | { readonly kind: 'receipt' }
  | { readonly kind: 'piece' }
  | { readonly kind: 'sum'; readonly eachSom: Blank<Som> };

export type BenefitForm =
  | { readonly kind: 'product.percent'; readonly rateBasisPoints: Blank<BasisPoints> }
  | { readonly kind: 'product.amountPerUnit'; readonly amountSom: Blank<Som> }
  | { readonly kind: 'product.amountPerLine'; readonly amountSom: Blank<Som> }
  | { readonly kind: 'product.fixedPrice'; readonly priceSom: Blank<Som> }
  | {
      readonly kind: 'product.volumeSteps';
      readonly steps: readonly VolumeStepForm[];
      readonly counts: 'together' | 'eachProduct';
    }
  | { readonly kind: 'product.cheapestFree'; readonly of: Blank<number> }
  | { readonly kind: 'product.cheapest'; readonly off: OffForm }
  | {
      readonly kind: 'product.buyGet';
      readonly buyPieces: Blank<number>;
      readonly getPieces: Blank<number>;
      /** Null: the same goods as are bought. */
      readonly get: ScopeForm | null;
      readonly off: OffForm;
      readonly atMostTimes: Blank<number>;
    }
  | {
      readonly kind: 'product.bundle';
      readonly parts: readonly BundlePartForm[];
      readonly priceSom: Blank<Som>;
      readonly atMostTimes: Blank<number>;
    }
  | { readonly kind: 'product.gift'; readonly of: ScopeForm; readonly pieces: Blank<number> }
  | {
      readonly kind: 'basket.percent';
      readonly rateBasisPoints: Blank<BasisPoints>;
      readonly atMostSom: Blank<Som>;
    }
  | { readonly kind: 'basket.amount'; readonly amountSom: Blank<Som> }
  | { readonly kind: 'basket.fixedPrice'; readonly priceSom: Blank<Som> }
  | { readonly kind: 'basket.sumSteps'; readonly steps: readonly SumStepForm[] }
  | { readonly kind: 'reward.bonus'; readonly bonusSom: Blank<Som>; readonly per: PerForm }
  | { readonly kind: 'reward.bonusMultiplier'; readonly timesBasisPoints: Blank<number> }
  | {
      readonly kind: 'reward.nextCoupon';
      readonly seriesId: Blank<string>;
      readonly partnerId: Blank<string>;
    }
  | {
      readonly kind: 'reward.stamps';
      readonly stampCardId: Blank<string>;
      readonly stamps: Blank<number>;
      readonly per: PerForm;
    }
  | {
      readonly kind: 'reward.tickets';
      readonly drawId: Blank<string>;
      readonly tickets: Blank<number>;
      readonly per: PerForm;
    }
  /** Something that has a page of its own: saved as it was. */
  | { readonly kind: 'kept'; readonly level: Promotion['level']; readonly benefit: Promotion['benefit'] };

export type BenefitKind = BenefitForm['kind'];

/** The kinds in the order in which the form offers them, by what they change. */
export const benefitGroups = [
  {
    group: 'goods',
    kinds: [
      'product.percent',
      'product.amountPerUnit',
      'product.fixedPrice',
      'product.volumeSteps',
      'product.amountPerLine',
    ],
  },
  {
    group: 'sets',
    kinds: ['product.cheapestFree', 'product.buyGet', 'product.cheapest', 'product.bundle', 'product.gift'],
  },
  { group: 'basket', kinds: ['basket.percent', 'basket.amount', 'basket.sumSteps', 'basket.fixedPrice'] },
  {
    group: 'reward',
    kinds: ['reward.bonusMultiplier', 'reward.bonus', 'reward.nextCoupon', 'reward.stamps', 'reward.tickets'],
  },
] as const satisfies readonly { group: string; kinds: readonly BenefitKind[] }[];

const noOff: OffForm = { kind: 'percent', rateBasisPoints: null };

/** What each kind begins with when it is chosen. */
export const newBenefits: { readonly [Kind in Exclude<BenefitKind, 'kept'>]: BenefitForm & { kind: Kind } } =
  {
    'product.percent': { kind: 'product.percent', rateBasisPoints: null },
    'product.amountPerUnit': { kind: 'product.amountPerUnit', amountSom: null },
    'product.amountPerLine': { kind: 'product.amountPerLine', amountSom: null },
    'product.fixedPrice': { kind: 'product.fixedPrice', priceSom: null },
    'product.volumeSteps': {
      kind: 'product.volumeSteps',
      steps: [{ key: '0', fromThousandths: null, off: noOff }],
      counts: 'eachProduct',
    },
    'product.cheapestFree': { kind: 'product.cheapestFree', of: 3 },
    'product.cheapest': { kind: 'product.cheapest', off: noOff },
    'product.buyGet': {
      kind: 'product.buyGet',
      buyPieces: 1,
      getPieces: 1,
      get: null,
      off: noOff,
      atMostTimes: null,
    },
    'product.bundle': {
      kind: 'product.bundle',
      parts: ['0', '1'].map((key) => ({ key, of: noGoodsYet, pieces: 1 })),
      priceSom: null,
      atMostTimes: null,
    },
    'product.gift': { kind: 'product.gift', of: noGoodsYet, pieces: 1 },
    'basket.percent': { kind: 'basket.percent', rateBasisPoints: null, atMostSom: null },
    'basket.amount': { kind: 'basket.amount', amountSom: null },
    'basket.fixedPrice': { kind: 'basket.fixedPrice', priceSom: null },
    'basket.sumSteps': {
      kind: 'basket.sumSteps',
      steps: [{ key: '0', kind: 'percent', fromSom: null, rateBasisPoints: null, amountSom: null }],
    },
    'reward.bonus': { kind: 'reward.bonus', bonusSom: null, per: { kind: 'receipt' } },
    'reward.bonusMultiplier': { kind: 'reward.bonusMultiplier', timesBasisPoints: 20_000 },
    'reward.nextCoupon': { kind: 'reward.nextCoupon', seriesId: null, partnerId: null },
    'reward.stamps': { kind: 'reward.stamps', stampCardId: null, stamps: 1, per: { kind: 'receipt' } },
    'reward.tickets': { kind: 'reward.tickets', drawId: null, tickets: 1, per: { kind: 'receipt' } },
  };

const keyed = <Item>(items: readonly Item[]): readonly (Item & Keyed)[] =>
  items.map((item, at) => ({ ...item, key: String(at) }));

function keyless<Item extends Keyed>({ key: _, ...item }: Item): Omit<Item, 'key'> {
  return item;
}

export function benefitFormOf(promotion: Promotion): BenefitForm {
  switch (promotion.level) {
    case 'product':
      return goodsFormOf(promotion.benefit);
    case 'basket':
      return basketFormOf(promotion.benefit);
    case 'reward':
      return rewardFormOf(promotion.benefit);
  }
}

function goodsFormOf(benefit: LineBenefit | SetBenefit): BenefitForm {
  switch (benefit.kind) {
    case 'percent':
      return { ...benefit, kind: 'product.percent' };
    case 'amountPerUnit':
      return { ...benefit, kind: 'product.amountPerUnit' };
    case 'amountPerLine':
      return { ...benefit, kind: 'product.amountPerLine' };
    case 'fixedPrice':
      return { ...benefit, kind: 'product.fixedPrice' };
    case 'volumeSteps':
      return { ...benefit, kind: 'product.volumeSteps', steps: keyed(benefit.steps) };
    case 'cheapestFree':
      return { ...benefit, kind: 'product.cheapestFree' };
    case 'cheapest':
      return { ...benefit, kind: 'product.cheapest' };
    case 'buyGet': {
      const get = benefit.get === undefined ? null : scopeFormOf(benefit.get);
      return { ...benefit, kind: 'product.buyGet', get };
    }
    case 'bundle': {
      const parts = benefit.parts.map((part) => ({ ...part, of: scopeFormOf(part.of) }));
      return { ...benefit, kind: 'product.bundle', parts: keyed(parts) };
    }
    case 'gift':
      return { ...benefit, kind: 'product.gift', of: scopeFormOf(benefit.of) };
    default:
      return { kind: 'kept', level: 'product', benefit };
  }
}

function basketFormOf(benefit: BasketBenefit): BenefitForm {
  switch (benefit.kind) {
    case 'percent':
      return { ...benefit, kind: 'basket.percent' };
    case 'amount':
      return { ...benefit, kind: 'basket.amount' };
    case 'fixedPrice':
      return { ...benefit, kind: 'basket.fixedPrice' };
    case 'sumSteps': {
      const steps = benefit.steps.map((step) => ({ rateBasisPoints: null, amountSom: null, ...step }));
      return { kind: 'basket.sumSteps', steps: keyed(steps) };
    }
    default:
      return { kind: 'kept', level: 'basket', benefit };
  }
}

function rewardFormOf(benefit: RewardBenefit): BenefitForm {
  switch (benefit.kind) {
    case 'bonus':
      return { ...benefit, kind: 'reward.bonus' };
    case 'bonusMultiplier':
      return { ...benefit, kind: 'reward.bonusMultiplier' };
    case 'nextCoupon':
      return { ...benefit, kind: 'reward.nextCoupon' };
    case 'stamps':
      return { ...benefit, kind: 'reward.stamps' };
    case 'tickets':
      return { ...benefit, kind: 'reward.tickets' };
  }
}

/** Level and benefit as they are written down; blanks stay null, and the schema tells that they are missing. */
export function benefitOf(form: BenefitForm): { readonly level: unknown; readonly benefit: unknown } {
  if (form.kind === 'kept') return { level: form.level, benefit: form.benefit };
  const [level, kind] = form.kind.split('.');
  return { level, benefit: { ...fieldsOf(form), kind } };
}

function fieldsOf(form: Exclude<BenefitForm, { kind: 'kept' }>): object {
  switch (form.kind) {
    case 'product.volumeSteps':
      return { ...form, steps: form.steps.map(keyless) };
    case 'product.buyGet': {
      const { get, ...others } = form;
      return get === null ? others : { ...others, get: scopeOf(get) };
    }
    case 'product.bundle':
      return { ...form, parts: form.parts.map((part) => ({ ...keyless(part), of: scopeOf(part.of) })) };
    case 'product.gift':
      return { ...form, of: scopeOf(form.of) };
    case 'basket.sumSteps':
      return { ...form, steps: form.steps.map(sumStepOf) };
    default:
      return form;
  }
}

function sumStepOf({ kind, fromSom, rateBasisPoints, amountSom }: SumStepForm): object {
  return kind === 'percent' ? { kind, fromSom, rateBasisPoints } : { kind, fromSom, amountSom };
}
