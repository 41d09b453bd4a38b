/** The verbs loyalty.stampCards and loyalty.saveStampCard: the shop's stamp cards. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { allPromotions, promotionOfRow } from '../promotion/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { requireSeries } from './rewardSeries.ts';
import { allStampCards, stampCardCounts, stampCardOf } from './stampsQueries.ts';

export const listStampCards = readingVerb(loyaltyContract.stampCards, async ({ db }) => {
  const counts = new Map((await stampCardCounts(db)).map((row) => [row.stamp_card_id, row]));
  return {
    stampCards: (await allStampCards(db)).map((card) => {
      const { customers = 0, full_cards: fullCards = 0 } = counts.get(card.stampCardId) ?? {};
      return { ...card, customers, fullCards };
    }),
  };
});

/**
 * Makes a stamp card or changes one; what customers have collected stays. One that a promotion gives stamps on may not be
 * closed: customers are told of it (`StampCardInUse` with the promotion's name).
 */
export const saveStampCard = writingVerb(
  loyaltyContract.saveStampCard,
  async (scope, { stampCard, isActive }) => {
    const { trx } = scope;
    const { stampCardId, name, needed, validDays, reward } = stampCard;
    await requireSeries(trx, reward);
    if (!isActive) {
      const usedBy = await promotionThatStamps(trx, stampCardId);
      if (usedBy !== null) throw new Refusal('StampCardInUse', { name: usedBy });
    }
    const values = {
      name_json: JSON.stringify(name),
      scope_json: JSON.stringify(stampCard.scope),
      needed,
      valid_days: validDays,
      reward_json: JSON.stringify(reward),
      is_active: isActive ? (1 as const) : (0 as const),
    };
    if ((await stampCardOf(trx, stampCardId)) === null) {
      await trx
        .insertInto('stamp_card')
        .values({ id: stampCardId, created_at: scope.now, ...values })
        .execute();
    } else {
      await trx.updateTable('stamp_card').set(values).where('id', '=', stampCardId).execute();
    }
    await scope.follow(
      documentOf(scope, 'stampCardSaved', JSON.parse(JSON.stringify({ stampCard, isActive }))),
    );
    scope.changed('loyalty');
    return {};
  },
);

/** The name of a promotion, live or still to be, that gives stamps on a card; null when none does. */
async function promotionThatStamps(db: Kysely<Tables>, stampCardId: string): Promise<LocalText | null> {
  const rows = await allPromotions(db);
  const promotions = rows.filter(({ state }) => state !== 'ended').map(promotionOfRow);
  const using = promotions.find(
    ({ benefit }) => benefit.kind === 'stamps' && benefit.stampCardId === stampCardId,
  );
  return using?.name ?? null;
}
