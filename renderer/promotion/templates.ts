/** Promotions that many shops run, filled in but for what only the owner knows: which goods, card or draw. */
import { basisPoints, som, thousandths } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { newParts, type PlainPart } from './conditionForm.ts';
import { blankForm, type PromotionForm } from './promotionForm.ts';
import { allGoods, noGoodsYet } from './scopeForm.ts';

type Filled = Omit<PromotionForm, 'promotionId' | 'name'>;

const { promotionId: _, name: __, ...plain } = blankForm('');

const percent = (rate: number): Filled['benefit'] => ({
  kind: 'product.percent',
  rateBasisPoints: basisPoints(rate),
});

const rows = (...parts: readonly PlainPart[]): Filled['conditions'] =>
  parts.map((part, at) => ({ key: String(at), isNot: false, part }));

const volumeStep = (key: string, pieces: number, rate: number) => ({
  key,
  fromThousandths: thousandths(pieces * 1000),
  off: { kind: 'percent', rateBasisPoints: basisPoints(rate) } as const,
});

/** Each with the day on which it is opened. */
const filledBy = {
  todayOnly: (today) => ({ ...plain, benefit: percent(1000), from: today, to: today }),
  happyHours: () => ({
    ...plain,
    benefit: percent(1500),
    conditions: rows(
      { kind: 'weekdays', days: [1, 2, 3, 4, 5] },
      { kind: 'hours', fromMinute: 14 * 60, toMinute: 18 * 60 },
    ),
  }),
  fromSum: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(500), atMostSom: null },
    conditions: rows({ kind: 'minimumSum', minimumSom: som(200_000), of: null }),
  }),
  threeForTwo: () => ({ ...plain, scope: noGoodsYet, benefit: { kind: 'product.cheapestFree', of: 3 } }),
  secondHalf: () => ({
    ...plain,
    scope: noGoodsYet,
    benefit: {
      kind: 'product.buyGet',
      buyPieces: 1,
      getPieces: 1,
      get: null,
      off: { kind: 'percent', rateBasisPoints: basisPoints(5000) },
      atMostTimes: null,
    },
  }),
  volumeSteps: () => ({
    ...plain,
    scope: noGoodsYet,
    benefit: {
      kind: 'product.volumeSteps',
      steps: [volumeStep('0', 3, 500), volumeStep('1', 6, 1000), volumeStep('2', 12, 1500)],
      counts: 'eachProduct',
    },
  }),
  gift: () => ({
    ...plain,
    benefit: { kind: 'product.gift', of: noGoodsYet, pieces: 1 },
    conditions: rows({ kind: 'minimumSum', minimumSom: som(200_000), of: null }),
  }),
  bundle: () => ({
    ...plain,
    benefit: {
      kind: 'product.bundle',
      parts: [
        { key: '0', of: noGoodsYet, pieces: 1 },
        { key: '1', of: noGoodsYet, pieces: 1 },
      ],
      priceSom: null,
      atMostTimes: null,
    },
  }),
  expiringSoon: () => ({ ...plain, scope: { ...allGoods, expiring: { days: 3 } }, benefit: percent(3000) }),
  birthday: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(1000), atMostSom: som(100_000) },
    conditions: rows(newParts.birthday),
  }),
  welcome: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(500), atMostSom: null },
    conditions: rows(newParts.hasCard, newParts.firstPurchase),
  }),
  missedYou: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(1000), atMostSom: som(50_000) },
    conditions: rows(newParts.daysSinceLastVisit),
  }),
  nthVisit: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(1000), atMostSom: som(50_000) },
    conditions: rows(newParts.visitNumber),
  }),
  doubleBonus: () => ({
    ...plain,
    benefit: { kind: 'reward.bonusMultiplier', timesBasisPoints: 20_000 },
    conditions: rows({ kind: 'weekdays', days: [2] }),
  }),
  extraStamp: () => ({
    ...plain,
    benefit: { kind: 'reward.stamps', stampCardId: null, stamps: 1, per: { kind: 'receipt' } },
    conditions: rows({ kind: 'weekdays', days: [2] }),
  }),
  moreTickets: () => ({
    ...plain,
    benefit: { kind: 'reward.tickets', drawId: null, tickets: 5, per: { kind: 'receipt' } },
    conditions: rows({ kind: 'minimumSum', minimumSom: som(200_000), of: null }),
  }),
  withoutCash: () => ({
    ...plain,
    benefit: { kind: 'basket.percent', rateBasisPoints: basisPoints(200), atMostSom: null },
    conditions: rows(newParts.paidWithoutCash),
  }),
} as const satisfies Readonly<Record<string, (today: BusinessDay) => Filled>>;

export type TemplateName = keyof typeof filledBy;

/** The templates in the order in which they are offered: the plainest first. */
export const templateNames = Object.keys(filledBy) as readonly TemplateName[];

export function isTemplateName(text: string): text is TemplateName {
  return Object.hasOwn(filledBy, text);
}

/** A template opened on a day, for a promotion of this id; its name is the page's to give. */
export function formOfTemplate(name: TemplateName, promotionId: string, today: BusinessDay): PromotionForm {
  const fill: (today: BusinessDay) => Filled = filledBy[name];
  return { ...fill(today), promotionId, name: {} };
}
