/** A counter whose owner runs promotions, coupon series and partners, for tests of what they do at the till. */
import { savePartner } from '../../../electron/coupon/partners.ts';
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import { savePromotionVerb } from '../../../electron/promotion/verbs.ts';
import { explainBasket } from '../../../electron/sale/explain.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import type { promotionContract } from '../../../shared/promotion/contract.ts';
import type { TestTillOptions } from '../../till.ts';
import { type Counter, openCounter } from './counter.ts';

type PromotionInput = VerbInput<typeof promotionContract.save>['promotion'];
type SeriesInput = VerbInput<typeof couponContract.saveSeries>;
type Content = SeriesInput['content'];

/** What a promotion needs besides its benefit is filled in. */
type Rule = Pick<PromotionInput, 'level' | 'benefit'> & Partial<Omit<PromotionInput, 'promotionId'>>;

export interface PromoShop extends Counter {
  /** Switches a promotion on; answers its id. */
  readonly live: (rule: Rule) => Promise<string>;
  readonly makeSeries: (content?: Partial<Content>, partnerId?: string | null) => Promise<string>;
  readonly makePartner: (name?: string) => Promise<string>;
  /** The outcome of each promotion on the open basket, by id. */
  readonly outcomes: () => Promise<Readonly<Record<string, string>>>;
  /** What the journal says of the last sale. */
  readonly lastSale: () => Promise<Record<string, unknown>>;
  /** All entries of the postings of a sale. */
  readonly entriesOf: (saleId: string) => Promise<readonly (readonly [string, string, number])[]>;
}

const plainContent: Content = {
  benefit: { kind: 'amount', amountSom: 5_000 },
  scope: { kind: 'all' },
  minimumSom: 0,
  validity: { kind: 'days', days: 14 },
  giving: { kind: 'byHand' },
  holding: 'bearer',
  mayBeGivenOn: true,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'own' },
  usedAt: 'here',
  partnerBearsBasisPoints: 0,
  conditions: null,
};

export async function openPromoShop(options: TestTillOptions = {}): Promise<PromoShop> {
  const shop = await openCounter(options);
  const office = 'office';
  const asOwner = <T>(act: () => Promise<T>) => {
    shop.workAs(shop.ownerId, office);
    return act();
  };
  const intention = () => ({ intentionId: shop.newId() });
  return {
    ...shop,
    live: async (rule) => {
      const promotionId = shop.newId();
      const promotion = { name: { uz: 'Aksiya' }, ...rule, promotionId } as PromotionInput;
      await asOwner(() => shop.call(savePromotionVerb, { ...intention(), promotion, state: 'live' }, office));
      return promotionId;
    },
    makeSeries: async (content = {}, partnerId = null) => {
      const series = {
        seriesId: null,
        name: { uz: 'Kupon' },
        content: { ...plainContent, ...content },
        partnerId,
        isGiven: true,
      };
      const made = await asOwner(() => shop.call(saveSeries, { ...intention(), ...series }, office));
      return made.seriesId;
    },
    makePartner: async (name = 'Non uyi') => {
      const partner = { partnerId: null, kind: 'shop', name, contact: '', note: '', isActive: true } as const;
      const made = await asOwner(() => shop.call(savePartner, { ...intention(), ...partner }, office));
      return made.partnerId;
    },
    outcomes: async () => {
      const { saleId } = shop.cashier.seen();
      const { promotions } = await shop.call(explainBasket, { saleId });
      return Object.fromEntries(promotions.map((each) => [each.promotionId, each.outcome]));
    },
    lastSale: async () => {
      const row = await shop.db
        .selectFrom('journal')
        .select('content_json')
        .where('document_kind', '=', 'sale')
        .orderBy('sequence', 'desc')
        .executeTakeFirstOrThrow();
      return (JSON.parse(row.content_json) as { content: Record<string, unknown> }).content;
    },
    entriesOf: async (saleId) => {
      const rows = await shop.db
        .selectFrom('posting_entry')
        .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
        .select(['account_kind', 'subject_id', 'amount_som'])
        .where('posting.document_id', '=', saleId)
        .orderBy('account_kind')
        .orderBy('amount_som', 'desc')
        .execute();
      return rows.map((row) => [row.account_kind, row.subject_id, row.amount_som] as const);
    },
  };
}
