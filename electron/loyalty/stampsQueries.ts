/** The SQL of stamp cards: the cards, what each customer has on them, and every movement. */
import type { Kysely, Selectable } from 'kysely';
import type { StampCardRule, StampReward } from '../../shared/loyalty/gameContract.ts';
import type { StampHolding } from '../../shared/loyalty/stamps.ts';
import type { Scope } from '../../shared/promotion/scope.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';

type Db = Kysely<Tables>;

export interface StoredStampCard extends StampCardRule {
  readonly isActive: boolean;
}

/** A card as its row keeps it; the row was checked when it was written. */
export function stampCardOfRow(row: Omit<Selectable<Tables['stamp_card']>, 'created_at'>): StoredStampCard {
  return {
    stampCardId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    scope: JSON.parse(row.scope_json) as Scope,
    needed: row.needed,
    validDays: row.valid_days,
    reward: JSON.parse(row.reward_json) as StampReward,
    isActive: row.is_active === 1,
  };
}

const cardColumns = [
  'stamp_card.id',
  'stamp_card.name_json',
  'stamp_card.scope_json',
  'stamp_card.needed',
  'stamp_card.valid_days',
  'stamp_card.reward_json',
  'stamp_card.is_active',
] as const;

const activeCardsQuery = hotQuery((db: Db, value: { isActive: 1 }) =>
  db
    .selectFrom('stamp_card')
    .select(cardColumns)
    .where('is_active', '=', value.isActive)
    .orderBy('created_at')
    .orderBy('id'),
);

/** The cards on which stamps are collected now, the oldest first. */
export async function activeStampCards(db: Db): Promise<readonly StoredStampCard[]> {
  return (await activeCardsQuery.all(db, { isActive: 1 })).map(stampCardOfRow);
}

const cardQuery = hotQuery((db: Db, value: { id: string }) =>
  db.selectFrom('stamp_card').select(cardColumns).where('id', '=', value.id),
);

/** One card, or null when nobody made it. */
export async function stampCardOf(db: Db, stampCardId: string): Promise<StoredStampCard | null> {
  const row = await cardQuery.first(db, { id: stampCardId });
  return row === undefined ? null : stampCardOfRow(row);
}

/** What a customer has on a card, lapsed stamps among it. */
export interface StampBalance extends StampHolding {
  readonly lastOn: BusinessDay | null;
}

const heldQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('stamp_balance')
    .innerJoin('stamp_card', 'stamp_card.id', 'stamp_balance.stamp_card_id')
    .select([...cardColumns, 'stamp_balance.stamps', 'stamp_balance.full_cards', 'stamp_balance.last_on'])
    .where('stamp_balance.customer_id', '=', value.customerId)
    .orderBy('stamp_card.created_at')
    .orderBy('stamp_card.id'),
);

/** Every card on which a customer ever had a stamp, with what is on it. */
export async function cardsHeldBy(
  db: Db,
  customerId: string,
): Promise<readonly { readonly card: StoredStampCard; readonly balance: StampBalance }[]> {
  const rows = await heldQuery.all(db, { customerId });
  return rows.map((row) => ({ card: stampCardOfRow(row), balance: balanceOfRow(row) }));
}

const balanceQuery = hotQuery((db: Db, value: { customerId: string; stampCardId: string }) =>
  db
    .selectFrom('stamp_balance')
    .select(['stamps', 'full_cards', 'last_on'])
    .where('customer_id', '=', value.customerId)
    .where('stamp_card_id', '=', value.stampCardId),
);

function balanceOfRow(row: { stamps: number; full_cards: number; last_on: string | null }): StampBalance {
  return { stamps: row.stamps, fullCards: row.full_cards, lastOn: row.last_on as BusinessDay | null };
}

/** What a customer has on one card; nothing on one that they never used. */
export async function stampBalanceOf(db: Db, customerId: string, stampCardId: string): Promise<StampBalance> {
  const row = await balanceQuery.first(db, { customerId, stampCardId });
  return row === undefined ? { stamps: 0, fullCards: 0, lastOn: null } : balanceOfRow(row);
}

type StampReason = Tables['stamp_move']['reason'];

/** One movement on a card: so many stamps and free pieces more, or fewer below zero. */
export interface StampMove {
  readonly reason: StampReason;
  readonly stamps: number;
  readonly fullCards: number;
}

const insertMoves = hotInsert('stamp_move', [
  'id',
  'stamp_card_id',
  'customer_id',
  'stamps',
  'full_cards',
  'reason',
  'document_id',
  'business_day',
  'moved_at',
]);

const keepBalance = hotInsert(
  'stamp_balance',
  ['stamp_card_id', 'customer_id', 'stamps', 'full_cards', 'last_on'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['customer_id', 'stamp_card_id']).doUpdateSet(({ ref }) => ({
        stamps: ref('excluded.stamps'),
        full_cards: ref('excluded.full_cards'),
        last_on: ref('excluded.last_on'),
      })),
    ),
);

/**
 * Writes movements and keeps the balance as their sum: the only way in which either table is changed for one customer.
 * `lastOn` is the day of the last stamp. Movements that change nothing are not written. The engine refuses a balance below
 * zero.
 */
export async function moveStamps(
  scope: Pick<WriteScope, 'trx' | 'newId' | 'now' | 'businessDay'>,
  at: { readonly stampCardId: string; readonly customerId: string; readonly documentId: string },
  before: StampBalance,
  moves: readonly StampMove[],
  lastOn: BusinessDay | null,
): Promise<StampBalance> {
  const real = moves.filter(({ stamps, fullCards }) => stamps !== 0 || fullCards !== 0);
  await insertMoves.many(
    scope.trx,
    real.map(({ reason, stamps, fullCards }) => ({
      id: scope.newId(),
      stamp_card_id: at.stampCardId,
      customer_id: at.customerId,
      stamps,
      full_cards: fullCards,
      reason,
      document_id: at.documentId,
      business_day: scope.businessDay,
      moved_at: scope.now,
    })),
  );
  const after: StampBalance = {
    stamps: real.reduce((sum, { stamps }) => sum + stamps, before.stamps),
    fullCards: real.reduce((sum, { fullCards }) => sum + fullCards, before.fullCards),
    lastOn,
  };
  await keepBalance.one(scope.trx, {
    stamp_card_id: at.stampCardId,
    customer_id: at.customerId,
    stamps: after.stamps,
    full_cards: after.fullCards,
    last_on: after.lastOn,
  });
  return after;
}

const movesOfDocument = hotQuery((db: Db, value: { documentId: string }) =>
  db
    .selectFrom('stamp_move')
    .select(['stamp_card_id', 'customer_id', 'reason', 'stamps', 'full_cards'])
    .where('document_id', '=', value.documentId),
);

/** What a receipt moved on each card. */
export function stampMovesOf(db: Db, documentId: string) {
  return movesOfDocument.all(db, { documentId });
}

/** Customers with something on each card, and the free pieces that wait on it. */
export async function stampCardCounts(db: Db) {
  return db
    .selectFrom('stamp_balance')
    .select(({ fn }) => [
      'stamp_card_id',
      fn.countAll<number>().as('customers'),
      fn.sum<number>('full_cards').as('full_cards'),
    ])
    .where((eb) => eb.or([eb('stamps', '>', 0), eb('full_cards', '>', 0)]))
    .groupBy('stamp_card_id')
    .execute();
}

/** All cards, those in use first, then the newest first. */
export async function allStampCards(db: Db): Promise<readonly StoredStampCard[]> {
  const rows = await db
    .selectFrom('stamp_card')
    .select(cardColumns)
    .orderBy('is_active', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(stampCardOfRow);
}
