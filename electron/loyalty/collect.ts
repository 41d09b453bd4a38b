/** What a finished sale brings its customer beside bonus: stamps, tickets, challenges; and how a whole return takes it. */
import type { ChallengeStanding, StampStanding } from '../../shared/loyalty/contract.ts';
import { stampCardOfPromotion } from '../../shared/loyalty/freePiece.ts';
import { addSom, type Som, zeroSom } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { hotQuery } from '../database/hot.ts';
import type { WriteScope } from '../verb.ts';
import { reachChallenges } from './challenges.ts';
import { forgetReached } from './challengesQueries.ts';
import { type GivenTickets, giveTickets } from './draws.ts';
import { voidTickets } from './drawsQueries.ts';
import { type GameReward, giveGameReward, takeGameRewardsBack } from './gameRewards.ts';
import type { BonusScope } from './lots.ts';
import { type StampedSale, stampSale, unstampSale } from './stamps.ts';

/** What screens of games are told as well. */
type CollectScope = BonusScope & Pick<WriteScope, 'changed'>;

/** A finished sale with a customer; what it paid stands in the customer's days already (`notePaid`). */
export interface CollectedSale extends StampedSale {
  /** What the receipt came to after all discounts. */
  readonly netSom: Som;
}

export interface Collected {
  /** The cards that the receipt touched, as they are after it. */
  readonly stamps: readonly StampStanding[];
  readonly ticketsOf: readonly GivenTickets[];
  /** Challenges on the way. */
  readonly challenges: readonly ChallengeStanding[];
  readonly reached: readonly { readonly name: LocalText; readonly badge: LocalText | null }[];
  /** Bonus given for full cards and reached challenges, posted already. */
  readonly bonusSom: Som;
  /** The series of which the sale gives its customer a coupon each; one stands here as often as it is to be given. */
  readonly seriesToGive: readonly string[];
}

const nothing: Collected = {
  stamps: [],
  ticketsOf: [],
  challenges: [],
  reached: [],
  bonusSom: zeroSom,
  seriesToGive: [],
};

const gamesOfDay = hotQuery((db, value: { day: string; isActive: 1; state: 'open' }) =>
  db
    .selectFrom('stamp_card')
    .select((eb) => eb.val('stamps').as('kind'))
    .where('is_active', '=', value.isActive)
    .unionAll(
      db
        .selectFrom('challenge')
        .select((eb) => eb.val('challenges').as('kind'))
        .where('ended_at', 'is', null)
        .where('from_on', '<=', value.day)
        .where('to_on', '>=', value.day),
    )
    .unionAll(
      db
        .selectFrom('draw')
        .select((eb) => eb.val('draws').as('kind'))
        .where('state', '=', value.state)
        .where('from_on', '<=', value.day)
        .where('to_on', '>=', value.day),
    ),
);

/**
 * Gives a sale's customer what it collects. A shop without games pays one short query. A receipt that came to nothing
 * collects nothing, but uses up the free piece it was made of.
 */
export async function collect(scope: CollectScope, sale: CollectedSale): Promise<Collected> {
  const { day } = sale;
  const rows = await gamesOfDay.all(scope.trx, { day, isActive: 1, state: 'open' });
  const games = new Set(rows.map(({ kind }) => kind));
  const isPaid = sale.netSom > 0;
  const usesPiece = sale.usedPromotionIds.some((id) => stampCardOfPromotion(id) !== null);
  if (!usesPiece && (games.size === 0 || !isPaid)) return nothing;
  const stamped =
    usesPiece || games.has('stamps') ? await stampSale(scope, sale) : { standings: [], full: [] };
  const tickets = isPaid && games.has('draws') ? await giveTickets(scope, sale) : [];
  const challenged =
    isPaid && games.has('challenges') ? await reachChallenges(scope, sale) : { standings: [], reached: [] };
  const { saleId, customerId } = sale;
  const rewards: readonly GameReward[] = [
    ...stamped.full.map(
      ({ stampCardId: sourceId, reward, times }) =>
        ({ source: 'stamps', sourceId, saleId, customerId, reward, times }) as const,
    ),
    ...challenged.reached.map(
      ({ challengeId: sourceId, reward }) =>
        ({ source: 'challenge', sourceId, saleId, customerId, reward, times: 1 }) as const,
    ),
  ];
  const given = [];
  for (const reward of rewards) given.push(await giveGameReward(scope, reward));
  scope.changed('loyalty');
  return {
    stamps: stamped.standings,
    ticketsOf: tickets,
    challenges: challenged.standings,
    reached: challenged.reached.map(({ name, badge }) => ({ name, badge })),
    bonusSom: addSom(...given.map(({ bonusSom }) => bonusSom)),
    seriesToGive: given.flatMap(({ seriesToGive }) => seriesToGive),
  };
}

/**
 * Takes back what a sale collected because all of its goods came back (docs/rules.md rule 9): stamps, tickets of draws
 * that were not held yet, challenges that it was the one to reach, and the bonus these brought. To be called once, with the
 * id of the return that made the sale empty. The coupons that it gave are the sale's to void. Answers the bonus taken back.
 */
export async function uncollect(
  scope: CollectScope,
  sale: { readonly saleId: string; readonly documentId: string },
): Promise<Som> {
  await unstampSale(scope, sale);
  await voidTickets(scope.trx, sale.saleId);
  await forgetReached(scope.trx, sale.saleId);
  scope.changed('loyalty');
  return takeGameRewardsBack(scope, sale);
}
