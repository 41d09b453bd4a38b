/** What full stamp cards and reached challenges bring, given with a receipt and taken back with all of its goods. */
import type { Kysely } from 'kysely';
import { bonusEarnedPosting } from '../../shared/ledger/otherPostings.ts';
import type { ChallengeReward } from '../../shared/loyalty/gameContract.ts';
import { type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteBonus } from './bonusMonth.ts';
import { emptyLot, giveBonus } from './giveBonus.ts';
import type { BonusScope } from './lots.ts';

const insertReward = hotInsert('game_reward', [
  'id',
  'customer_id',
  'source',
  'source_id',
  'document_id',
  'amount_som',
  'lot_id',
  'series_id',
  'business_day',
  'given_at',
  'taken_back_at',
]);

export interface GameReward {
  readonly source: 'stamps' | 'challenge';
  readonly sourceId: string;
  readonly saleId: string;
  readonly customerId: string;
  readonly reward: ChallengeReward;
  /** Several full cards at once bring several rewards. */
  readonly times: number;
}

export interface GivenReward {
  readonly bonusSom: Som;
  /** The series of which the sale has to give coupons, each as often as it stands here. */
  readonly seriesToGive: readonly string[];
}

/** Gives bonus at once; coupons are the sale's to give, and are only noted. */
export async function giveGameReward(scope: BonusScope, given: GameReward): Promise<GivenReward> {
  const { source, sourceId, saleId, customerId, reward, times } = given;
  const id = scope.newId();
  const isBonus = reward.kind === 'bonus';
  const bonusSom = isBonus ? som(reward.bonusSom * times) : zeroSom;
  const seriesToGive = isBonus ? [] : Array.from({ length: times }, () => reward.seriesId);
  await scope.follow({
    ...documentOf(scope, 'gameReward', { source, sourceId, saleId, bonusSom, coupons: seriesToGive.length }),
    id,
    customerId,
  });
  const { lotId } = await giveBonus(scope, {
    customerId,
    amountSom: bonusSom,
    expiryDays: isBonus ? reward.expiryDays : 0,
    reason: source,
    documentKind: 'gameReward',
    documentId: id,
    monthKind: 'game',
  });
  await insertReward.one(scope.trx, {
    id,
    customer_id: customerId,
    source,
    source_id: sourceId,
    document_id: saleId,
    amount_som: bonusSom,
    lot_id: lotId,
    series_id: isBonus ? null : reward.seriesId,
    business_day: scope.businessDay,
    given_at: scope.now,
    taken_back_at: null,
  });
  return { bonusSom, seriesToGive };
}

const rewardsOfSale = hotQuery((db, value: { documentId: string }) =>
  db
    .selectFrom('game_reward')
    .select(['id', 'customer_id', 'amount_som', 'lot_id'])
    .where('document_id', '=', value.documentId)
    .where('taken_back_at', 'is', null),
);

/** The rewards that a receipt brought and that were not taken back. */
export function bonusOfGames(db: Kysely<Tables>, saleId: string) {
  return rewardsOfSale.all(db, { documentId: saleId });
}

const markTakenBack = hotQuery((db, value: { id: string; at: string }) =>
  db.updateTable('game_reward').set({ taken_back_at: value.at }).where('id', '=', value.id),
);

/**
 * Takes back the bonus of the rewards that a receipt brought; what is spent already is taken from other lots or left owing
 * (docs/rules.md rule 8). Its coupons are the sale's to void. Answers what the balance went down by.
 */
export async function takeGameRewardsBack(
  scope: BonusScope,
  { saleId, documentId }: { readonly saleId: string; readonly documentId: string },
): Promise<Som> {
  let allSom = zeroSom;
  for (const given of await bonusOfGames(scope.trx, saleId)) {
    await markTakenBack.all(scope.trx, { id: given.id, at: scope.now });
    const backSom = await takeBonusBack(scope, given, documentId);
    allSom = som(allSom + backSom);
  }
  return allSom;
}

async function takeBonusBack(
  scope: BonusScope,
  given: Pick<Tables['game_reward'], 'id' | 'customer_id' | 'amount_som' | 'lot_id'>,
  returnId: string,
): Promise<Som> {
  if (given.amount_som === 0) return zeroSom;
  const customerId = given.customer_id;
  const id = scope.newId();
  const backSom = await emptyLot(scope, {
    customerId,
    amountSom: som(given.amount_som),
    lotId: given.lot_id,
    documentKind: 'gameRewardTakenBack',
    documentId: id,
  });
  await scope.follow({
    ...documentOf(scope, 'gameRewardTakenBack', { rewardId: given.id, returnId, backSom }),
    id,
    customerId,
  });
  await post(scope.trx, bonusEarnedPosting(customerId, subtractSom(zeroSom, backSom)), {
    id: scope.newId(),
    documentKind: 'gameRewardTakenBack',
    documentId: id,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'takenBack',
  });
  await noteBonus(scope, 'takenBack', backSom);
  return backSom;
}
