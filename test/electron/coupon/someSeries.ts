/** Series of coupons for tests: a plain one with every part named, so that a test says only what differs. */
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import type { SeriesContent } from '../../../shared/coupon/series.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { TestTill } from '../../till.ts';

/** 5 000 off from 50 000 for 14 days, for anybody who holds it; no sale brings one. */
export const handout: SeriesContent = {
  benefit: { kind: 'amount', amountSom: som(5_000) },
  scope: { kind: 'all' },
  minimumSom: som(50_000),
  validity: { kind: 'days', days: 14 },
  giving: { kind: 'byHand' },
  holding: 'bearer',
  mayBeGivenOn: false,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'own' },
  usedAt: 'here',
  partnerBearsBasisPoints: basisPoints(0),
  conditions: null,
};

type SaveInput = VerbInput<typeof couponContract.saveSeries>;

/** Saves a series at the owner's window and answers its id. */
export async function saveSome(
  shop: TestTill,
  content: Partial<SeriesContent> = {},
  different: Partial<SaveInput> = {},
): Promise<string> {
  shop.workAs(shop.ownerId, 'office');
  const { seriesId } = await shop.call(
    saveSeries,
    {
      intentionId: shop.newId(),
      seriesId: null,
      name: { uz: 'Tarqatma kupon', ru: 'Купон-листовка', en: 'Handout' },
      content: { ...handout, ...content },
      partnerId: null,
      isGiven: true,
      ...different,
    },
    'office',
  );
  return seriesId;
}

/** The stored row of a coupon. */
export const couponRow = (shop: TestTill, code: string) =>
  shop.db.selectFrom('coupon').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
