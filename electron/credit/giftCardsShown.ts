/** Gift cards as screens show them: one by its number, and pages of many. */
import type { Kysely } from 'kysely';
import { readCode } from '../../shared/code.ts';
import type { GiftCard } from '../../shared/credit/giftCard.ts';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { customerFits, type GiftCardRow, giftCardRow, nothing } from './queries.ts';

type Db = Kysely<Tables>;

/** The row of a card by its number as somebody typed or scanned it. Throws GiftCardUnknown. */
export async function knownGiftCard(db: Db, text: string): Promise<GiftCardRow> {
  const read = readCode(text);
  const card = read?.kind === 'giftCard' ? await giftCardRow(db, read.code) : null;
  if (card === null) throw new Refusal('GiftCardUnknown');
  return card;
}

/** Cards with what is on them and whose they are. */
function cardsJoined(db: Db) {
  return db
    .selectFrom('gift_card')
    .leftJoin('customer', 'customer.id', 'gift_card.customer_id')
    .leftJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'gift_card.number').on('account.kind', '=', 'giftCard'),
    )
    .selectAll('gift_card')
    .select(['customer.name as customer_name', 'account.balance_som']);
}
type JoinedCard = Awaited<ReturnType<ReturnType<typeof cardsJoined>['execute']>>[number];

function shown(row: JoinedCard): GiftCardShown {
  return {
    number: row.number,
    // What the shop owes stands on the credit side, below zero.
    balanceSom: som(-(row.balance_som ?? 0)),
    expiresOn: row.expires_on as BusinessDay | null,
    isBlocked: row.blocked_at !== null,
    blockReason: row.block_reason,
    customerId: row.customer_id,
    customerName: row.customer_name === null ? null : tidyName(row.customer_name),
    soldAt: row.sold_at as Instant,
  };
}

/** A card that is there. */
export async function giftCardShown(db: Db, number: string): Promise<GiftCardShown> {
  return shown(await cardsJoined(db).where('gift_card.number', '=', number).executeTakeFirstOrThrow());
}

/** What is on all cards, those of one last day together: as many rows as there are days, however many cards. */
export async function giftCardMoney(
  db: Db,
): Promise<readonly Pick<GiftCard, 'isBlocked' | 'expiresOn' | 'balanceSom'>[]> {
  const rows = await db
    .selectFrom('gift_card')
    .innerJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'gift_card.number').on('account.kind', '=', 'giftCard'),
    )
    .select(({ eb, fn }) => [
      'gift_card.expires_on',
      eb.case().when('gift_card.blocked_at', 'is', null).then(0).else(1).end().as('is_blocked'),
      fn.sum<number>('account.balance_som').as('balance_som'),
    ])
    .groupBy(['gift_card.expires_on', 'is_blocked'])
    .execute();
  return rows.map((row) => ({
    isBlocked: row.is_blocked === 1,
    expiresOn: row.expires_on as BusinessDay | null,
    balanceSom: som(-row.balance_som),
  }));
}

export interface GiftCardsAsked {
  readonly search: string;
  readonly show: 'all' | 'withMoney' | 'expired' | 'blocked';
  readonly cursor: string | null;
  readonly limit: number;
  /** Whether whoever asks may read the numbers of all cards, which are money in the hand. */
  readonly seesAll: boolean;
}

/** A page of cards, those sold last first; the cursor is where the page before ended. */
export async function giftCardPage(
  db: Db,
  asked: GiftCardsAsked,
  day: BusinessDay,
): Promise<{ readonly giftCards: GiftCardShown[]; readonly nextCursor: string | null }> {
  const [soldAt = '', number = ''] = (asked.cursor ?? '').split(' ');
  const rows = await filtered(db, asked, day)
    .$if(number !== '', (query) =>
      query.where(({ eb, and, or }) =>
        or([
          eb('gift_card.sold_at', '<', soldAt),
          and([eb('gift_card.sold_at', '=', soldAt), eb('gift_card.number', '<', number)]),
        ]),
      ),
    )
    .orderBy('gift_card.sold_at', 'desc')
    .orderBy('gift_card.number', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    giftCards: page.map(shown),
    nextCursor: rows.length > asked.limit && last !== undefined ? `${last.sold_at} ${last.number}` : null,
  };
}

function filtered(db: Db, { search, show, seesAll }: GiftCardsAsked, day: BusinessDay) {
  return cardsJoined(db)
    .$if(!seesAll, (query) => query.where('gift_card.number', '=', readCode(search)?.code ?? ''))
    .$if(show === 'withMoney', (query) => query.where('account.balance_som', '<', nothing))
    .$if(show === 'expired', (query) => query.where('gift_card.expires_on', '<', day))
    .$if(show === 'blocked', (query) => query.where('gift_card.blocked_at', 'is not', null))
    .$if(search !== '', (query) =>
      query.where(({ eb, or }) => {
        const part = search.toUpperCase().replace(/[^0-9A-Z]/g, '');
        const byNumber = part === '' ? [] : [eb('gift_card.number', 'like', `%${part}%`)];
        return or([...byNumber, customerFits(search)]);
      }),
    );
}
