/** A shop with games: customers with cards who buy on one day after another, and an owner who makes the rules. */
import type { AnyContractProcedure } from '@orpc/contract';
import { expect } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { saveChallenge } from '../../../electron/loyalty/challengesVerbs.ts';
import { uncollect } from '../../../electron/loyalty/inTransaction.ts';
import { saveStampCard } from '../../../electron/loyalty/stampsVerbs.ts';
import {
  inTransaction,
  type VerbImplementation,
  type VerbInput,
  type WriteScope,
} from '../../../electron/verb.ts';
import type { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import type { TestTillOptions } from '../../till.ts';
import { accountsAndSums, type Completed, type GoodsName } from '../sale/counter.ts';
import { openPromoShop } from '../sale/promoShop.ts';

type StampCardInput = VerbInput<typeof loyaltyContract.saveStampCard>['stampCard'];
type ChallengeInput = VerbInput<typeof loyaltyContract.saveChallenge>['challenge'];

/** What an intention says besides its id. */
type Said<Input> = Omit<Input, 'intentionId' | 'approval'>;

const office = 'office';
/** Eleven in the morning in Tashkent. */
const morning = (day: string) => `2026-11-${day}T06:00:00.000Z`;

export async function openGameShop(options: TestTillOptions = {}) {
  const shop = await openPromoShop({ now: morning('22'), ...options });
  const { cashier } = shop;

  /** Asks a verb as the owner. */
  const own = <P extends AnyContractProcedure>(verb: VerbImplementation<P>, input: Said<VerbInput<P>>) => {
    shop.workAs(shop.ownerId, office);
    const whole = { intentionId: shop.newId(), ...(input as object) } as VerbInput<P>;
    return shop.call(verb, whole, office);
  };
  const within = <T>(work: (scope: WriteScope) => Promise<T>) =>
    inTransaction(
      shop.till.host(),
      { key: office },
      { personId: shop.ownerId, role: 'owner', tillId: shop.till.host().tillId, approver: null, permissions },
      work,
    );
  const buy = async (card: string, ...names: readonly GoodsName[]): Promise<Completed> => {
    await cashier.put(...names);
    await cashier.scan(card);
    return cashier.pay();
  };
  return {
    ...shop,
    own,
    within,
    buy,
    /** A morning in November 2026. */
    goTo: (day: string) => {
      shop.clock.now = morning(day) as typeof shop.clock.now;
    },
    makeStampCard: async (different: Partial<StampCardInput> = {}, isActive = true) => {
      const stampCardId = different.stampCardId ?? shop.newId();
      const stampCard: StampCardInput = {
        stampCardId,
        name: { uz: 'Choy kartasi' },
        scope: { kind: 'products', productIds: [shop.productIds.a] },
        needed: 3,
        validDays: 0,
        reward: { kind: 'freePiece' },
        ...different,
      };
      await own(saveStampCard, { stampCard, isActive });
      return stampCardId;
    },
    makeChallenge: async (different: Partial<ChallengeInput> = {}) => {
      const challengeId = different.challengeId ?? shop.newId();
      const challenge: ChallengeInput = {
        challengeId,
        name: { uz: 'Uch tashrif' },
        goal: { kind: 'visits', visits: 3 },
        withinDays: 14,
        from: '2026-11-22',
        to: '2026-11-30',
        reward: { kind: 'bonus', bonusSom: 5_000, expiryDays: 30 },
        badge: { uz: 'Sodiq mehmon' },
        ...different,
      };
      await own(saveChallenge, { challenge });
      return challengeId;
    },
    /** All goods of a sale come back. */
    giveBack: (saleId: string) => within((scope) => uncollect(scope, { saleId, documentId: shop.newId() })),
    merge: (intoId: string, fromId: string) => own(mergeCustomers, { intoId, fromId }),
    /** Stamps and waiting pieces of each customer and card, after it was proved that they are the sum of the movements. */
    stampsKept: async () => {
      const columns = ['stamp_card_id', 'customer_id'] as const;
      const sums = await shop.db
        .selectFrom('stamp_move')
        .select(({ fn }) => [
          ...columns,
          fn.sum<number>('stamps').as('stamps'),
          fn.sum<number>('full_cards').as('full_cards'),
        ])
        .groupBy([...columns])
        .orderBy('stamp_card_id')
        .orderBy('customer_id')
        .execute();
      const kept = await shop.db
        .selectFrom('stamp_balance')
        .select([...columns, 'stamps', 'full_cards'])
        .orderBy('stamp_card_id')
        .orderBy('customer_id')
        .execute();
      expect(kept).toEqual(sums);
      return kept.map(({ customer_id: customerId, stamps, full_cards: pieces }) => ({
        customerId,
        stamps,
        pieces,
      }));
    },
    /** Proves that the ledger balances and that bonus in lots, in accounts and by month are one. */
    expectBalanced: async () => {
      const { accounts, sums } = await accountsAndSums(shop.db);
      expect(accounts).toEqual(sums);
      expect(accounts.reduce((sum, { balance_som: balance }) => sum + balance, 0)).toBe(0);
      const owed = accounts
        .filter(({ kind }) => kind === 'bonusLiability')
        .reduce((sum, { balance_som: balance }) => sum - balance, 0);
      const months = await shop.db.selectFrom('bonus_month').selectAll().execute();
      const gone = ['spent', 'expired', 'takenBack', 'paidOut', 'donated'];
      const byMonth = months.reduce(
        (sum, { kind, amount_som: amount }) => sum + (gone.includes(kind) ? -amount : amount),
        0,
      );
      expect(byMonth).toBe(owed);
    },
  };
}
export type GameShop = Awaited<ReturnType<typeof openGameShop>>;
