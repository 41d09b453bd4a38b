/** Stamps inside the sale's transaction: collected, made into rewards, used and taken back. */
import type { Kysely } from 'kysely';
import type { StampStanding } from '../../shared/loyalty/contract.ts';
import { freePiecePromotion, stampCardOfPromotion } from '../../shared/loyalty/freePiece.ts';
import type { StampReward } from '../../shared/loyalty/gameContract.ts';
import {
  type StampedLine,
  stampsAfterReturn,
  stampsFor,
  stampsLeft,
  stampUp,
} from '../../shared/loyalty/stamps.ts';
import type { Reward } from '../../shared/promotion/outcome.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import {
  activeStampCards,
  cardsHeldBy,
  moveStamps,
  type StampMove,
  type StoredStampCard,
  stampBalanceOf,
  stampCardOf,
  stampMovesOf,
} from './stampsQueries.ts';

type Db = Kysely<Tables>;
type StampScope = Pick<WriteScope, 'trx' | 'newId' | 'now' | 'businessDay'>;

/**
 * The free pieces of a customer's full cards as promotions for one basket, one for each card; a card that was closed, or
 * brings something else by now, still gives what was collected on it. They are in no table, so `notePromotionUses` passes
 * them by; `collect` uses them up.
 */
export async function freePiecePromotions(
  db: Db,
  customerId: string,
  day: BusinessDay,
): Promise<readonly Promotion[]> {
  const held = await cardsHeldBy(db, customerId);
  return held.filter(({ balance }) => balance.fullCards > 0).map(({ card }) => freePiecePromotion(card, day));
}

/** What a customer has on each card: those in use on which something is collected, and those with a piece that waits. */
export async function stampStandings(
  db: Db,
  customerId: string,
  day: BusinessDay,
): Promise<readonly StampStanding[]> {
  const held = await cardsHeldBy(db, customerId);
  return held
    .map(({ card, balance }) => ({
      isActive: card.isActive,
      standing: standingOf(card, stampsLeft(card, balance, day), balance.fullCards),
    }))
    .filter(({ isActive, standing }) => standing.fullCards > 0 || (isActive && standing.stamps > 0))
    .map(({ standing }) => standing);
}

function standingOf(card: StoredStampCard, stamps: number, fullCards: number): StampStanding {
  const { stampCardId, name, needed } = card;
  // Two customers who became one may hold more than a card takes until the next stamp.
  return { stampCardId, name, stamps: Math.min(stamps, needed), needed, fullCards };
}

export interface StampedSale {
  readonly saleId: string;
  readonly customerId: string;
  readonly day: BusinessDay;
  readonly lines: readonly StampedLine[];
  readonly rewards: readonly Reward[];
  readonly usedPromotionIds: readonly string[];
}

/** A card that a receipt filled, whose reward is to be given now. */
export interface FullCard {
  readonly stampCardId: string;
  readonly reward: Exclude<StampReward, { kind: 'freePiece' }>;
  readonly times: number;
}

export interface Stamped {
  /** The cards that the receipt touched, as they are after it. */
  readonly standings: readonly StampStanding[];
  readonly full: readonly FullCard[];
}

/** Stamps a receipt on every card it brings something on, and uses up the free pieces that were taken on it. */
export async function stampSale(scope: StampScope, sale: StampedSale): Promise<Stamped> {
  const standings: StampStanding[] = [];
  const full: FullCard[] = [];
  const used = sale.usedPromotionIds.flatMap((id) => stampCardOfPromotion(id) ?? []);
  const active = await activeStampCards(scope.trx);
  const closed = used.filter((id) => !active.some(({ stampCardId }) => stampCardId === id));
  for (const id of closed) {
    const card = await stampCardOf(scope.trx, id);
    if (card !== null) standings.push((await stampCard(scope, sale, card, true)).standing);
  }
  for (const card of active) {
    const isUsed = used.includes(card.stampCardId);
    const isTouched = isUsed || newStamps(sale, card).all > 0;
    if (!isTouched) continue;
    const { standing, filled } = await stampCard(scope, sale, card, isUsed);
    standings.push(standing);
    const { reward, stampCardId } = card;
    if (filled > 0 && reward.kind !== 'freePiece') full.push({ stampCardId, reward, times: filled });
  }
  return { standings, full };
}

/** Stamps by the goods of the receipt, and those that promotions give beside them. */
function newStamps(sale: StampedSale, card: StoredStampCard) {
  const byGoods = card.isActive ? stampsFor(card, sale.lines, sale.day) : 0;
  const byPromotions = card.isActive
    ? sale.rewards.reduce((sum, { benefit, count }) => {
        const isOfCard = benefit.kind === 'stamps' && benefit.stampCardId === card.stampCardId;
        return isOfCard ? sum + count : sum;
      }, 0)
    : 0;
  return { byGoods, byPromotions, all: byGoods + byPromotions };
}

async function stampCard(
  scope: StampScope,
  sale: StampedSale,
  card: StoredStampCard,
  isPieceUsed: boolean,
): Promise<{ readonly standing: StampStanding; readonly filled: number }> {
  const { stampCardId } = card;
  const { customerId, saleId: documentId, day } = sale;
  const before = await stampBalanceOf(scope.trx, customerId, stampCardId);
  const brings = newStamps(sale, card);
  const lapsed = brings.all > 0 ? before.stamps - stampsLeft(card, before, day) : 0;
  const { fullCards: filled } = brings.all > 0 ? stampUp(card, before, brings.all, day) : { fullCards: 0 };
  const givesPieces = card.reward.kind === 'freePiece';
  const moves: readonly StampMove[] = [
    { reason: 'used', stamps: 0, fullCards: isPieceUsed ? -1 : 0 },
    { reason: 'lapsed', stamps: -lapsed, fullCards: 0 },
    { reason: 'sale', stamps: brings.byGoods, fullCards: 0 },
    { reason: 'promotion', stamps: brings.byPromotions, fullCards: 0 },
    { reason: 'full', stamps: -filled * card.needed, fullCards: givesPieces ? filled : 0 },
  ];
  const at = { stampCardId, customerId, documentId };
  const after = await moveStamps(scope, at, before, moves, brings.all > 0 ? day : before.lastOn);
  return { standing: standingOf(card, stampsLeft(card, after, day), after.fullCards), filled };
}

/** Takes back what a receipt did to its customer's cards, because all of its goods came back (docs/rules.md rule 9). */
export async function unstampSale(
  scope: StampScope,
  { saleId, documentId }: { readonly saleId: string; readonly documentId: string },
): Promise<void> {
  const moved = await stampMovesOf(scope.trx, saleId);
  for (const stampCardId of new Set(moved.map((move) => move.stamp_card_id))) {
    const card = await stampCardOf(scope.trx, stampCardId);
    const ofCard = moved.filter((move) => move.stamp_card_id === stampCardId);
    const customerId = ofCard[0]?.customer_id;
    if (card === null || customerId === undefined) continue;
    const sumOf = (column: 'stamps' | 'full_cards', ...reasons: readonly string[]) =>
      ofCard.reduce((sum, move) => (reasons.includes(move.reason) ? sum + move[column] : sum), 0);
    const brought = sumOf('stamps', 'sale', 'promotion');
    const piecesUsed = -sumOf('full_cards', 'used');
    const spent = -sumOf('stamps', 'full');
    const before = await stampBalanceOf(scope.trx, customerId, stampCardId);
    const movedPieces = ofCard.some((move) => move.full_cards !== 0);
    const givesPieces = movedPieces || card.reward.kind === 'freePiece';
    const sale = { brought, piecesUsed, spent };
    const after = stampsAfterReturn({ ...card, givesPieces }, before, sale);
    const at = { stampCardId, customerId, documentId };
    await moveStamps(scope, at, before, movesBack(before, after, sale), before.lastOn);
  }
}

/** What leaves as taken back, the pieces that wait again, and the cards that are full no more or again. */
function movesBack(
  before: { readonly stamps: number; readonly fullCards: number },
  after: { readonly stamps: number; readonly fullCards: number },
  { brought, piecesUsed }: { readonly brought: number; readonly piecesUsed: number },
): readonly StampMove[] {
  const stamps = after.stamps - before.stamps + brought;
  const fullCards = after.fullCards - before.fullCards - piecesUsed;
  return [
    { reason: 'used', stamps: 0, fullCards: piecesUsed },
    { reason: 'full', stamps, fullCards },
    { reason: 'takenBack', stamps: -brought, fullCards: 0 },
  ];
}
