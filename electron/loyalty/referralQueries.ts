/** The SQL of friends who are sent: whose a code is, what is known of two customers, what came of it. */
import type { Insertable, Kysely } from 'kysely';
import { maskPhone } from '../../shared/customer/phone.ts';
import type { Friend, KnownPerson, Referrer } from '../../shared/loyalty/referral.ts';
import { tidyName } from '../../shared/text.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const holderQuery = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('referral_code')
    .innerJoin('customer', 'customer.id', 'referral_code.customer_id')
    .select(({ fn }) => fn.coalesce('customer.merged_into_id', 'customer.id').as('customer_id'))
    .where('referral_code.code', '=', value.code),
);

/** Whose code it is, or null; the code of somebody who turned out to be another customer is that one's. */
export async function holderOfReferralCode(db: Db, code: string): Promise<string | null> {
  return (await holderQuery.first(db, { code }))?.customer_id ?? null;
}

const codeQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('referral_code').select('code').where('customer_id', '=', value.customerId),
);

/** A customer's own code for friends, or null while they have none. */
export async function referralCodeOf(db: Db, customerId: string): Promise<string | null> {
  return (await codeQuery.first(db, { customerId }))?.code ?? null;
}

const personQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('customer')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .select([
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer.is_registered',
      'customer.created_till_id',
      'customer.created_on',
      'customer_figure.receipts',
    ])
    .where('customer.id', '=', value.customerId),
);

const formerPhones = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('former_phone').select('phone').where('customer_id', '=', value.customerId),
);

const cardsQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('card').select('number').where('customer_id', '=', value.customerId),
);

interface FoundPerson extends KnownPerson {
  /** The name, else the masked phone. */
  readonly name: string;
  readonly isRegistered: boolean;
}

async function personOf(db: Db, customerId: string): Promise<FoundPerson | null> {
  const row = await personQuery.first(db, { customerId });
  if (row === undefined) return null;
  const former = await formerPhones.all(db, { customerId });
  const cards = await cardsQuery.all(db, { customerId });
  const { created_till_id: tillId, created_on: day } = row;
  return {
    customerId,
    name: shownName(row),
    isRegistered: row.is_registered === 1,
    receipts: row.receipts ?? 0,
    phones: [...(row.phone === null ? [] : [row.phone]), ...former.map(({ phone }) => phone)],
    cards: cards.map(({ number }) => number),
    madeAt: tillId === null || day === null ? null : { tillId, day: day as BusinessDay },
  };
}

function shownName({ name, phone }: { readonly name: string; readonly phone: string | null }): string {
  if (name !== '') return tidyName(name);
  return phone === null ? '' : maskPhone(phone);
}

const rewardedQuery = hotQuery((db: Db, value: { customerId: string; first: string; last: string }) =>
  db
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('referrer_id', '=', value.customerId)
    .where('rewarded_on', '>=', value.first)
    .where('rewarded_on', '<=', value.last),
);

/** The one who sends, with how many friends brought them something in the month of a day. */
export async function referrerOf(
  db: Db,
  customerId: string,
  day: BusinessDay,
): Promise<(Referrer & { readonly name: string }) | null> {
  const person = await personOf(db, customerId);
  if (person === null) return null;
  const rewarded = await rewardedQuery.first(db, { customerId, ...monthOf(day) });
  return { ...person, rewardedThisMonth: rewarded?.count ?? 0 };
}

const sentQuery = hotQuery((db: Db, value: { friendId: string }) =>
  db.selectFrom('referral').select('id').where('friend_id', '=', value.friendId),
);

/** The one who is sent. */
export async function friendOf(db: Db, customerId: string): Promise<Friend | null> {
  const person = await personOf(db, customerId);
  if (person === null) return null;
  return { ...person, wasSent: (await sentQuery.first(db, { friendId: customerId })) !== undefined };
}

/** Writes what came of a friend's first purchase. */
export async function insertReferral(db: Db, row: Insertable<Tables['referral']>): Promise<void> {
  await db.insertInto('referral').values(row).execute();
}

const ofSale = hotQuery((db: Db, value: { saleId: string; state: 'rewarded' }) =>
  db.selectFrom('referral').selectAll().where('sale_id', '=', value.saleId).where('state', '=', value.state),
);

/** The reward that a sale brought, or undefined when it brought none or it was taken back. */
export function rewardOfSale(db: Db, saleId: string) {
  return ofSale.first(db, { saleId, state: 'rewarded' });
}

/** The friends whom a customer sent, newest first, with their names. */
export async function friendsSentBy(db: Db, customerId: string) {
  const rows = await db
    .selectFrom('referral')
    .innerJoin('customer', 'customer.id', 'referral.friend_id')
    .select([
      'referral.friend_id',
      'referral.state',
      'referral.refusal',
      'referral.noted_at',
      'referral.referrer_bonus_som',
      'customer.name',
      'customer.phone',
    ])
    .where('referral.referrer_id', '=', customerId)
    .orderBy('referral.noted_at', 'desc')
    .limit(friendsShown)
    .execute();
  return rows.map((row) => ({ ...row, shownName: shownName(row) }));
}

const friendsShown = 200;

/** Who sent a customer, with the name; null when nobody did. */
export async function whoSent(
  db: Db,
  customerId: string,
): Promise<{ readonly customerId: string; readonly name: string } | null> {
  const row = await db
    .selectFrom('referral')
    .innerJoin('customer', 'customer.id', 'referral.referrer_id')
    .select(['referral.referrer_id', 'customer.name', 'customer.phone'])
    .where('referral.friend_id', '=', customerId)
    .executeTakeFirst();
  return row === undefined ? null : { customerId: row.referrer_id, name: shownName(row) };
}

/**
 * The friends and the own code of one customer go to another, who turned out to be the same person. Of two codes the former
 * one stays where it is: it is on papers, and `holderOfReferralCode` knows who that is now.
 */
export async function bringReferralsAlong(db: Db, formerId: string, customerId: string): Promise<void> {
  await db
    .updateTable('referral')
    .set({ referrer_id: customerId })
    .where('referrer_id', '=', formerId)
    .where('friend_id', '!=', customerId)
    .execute();
  const sentAlready = (await sentQuery.first(db, { friendId: customerId })) !== undefined;
  if (!sentAlready) {
    await db
      .updateTable('referral')
      .set({ friend_id: customerId })
      .where('friend_id', '=', formerId)
      .where('referrer_id', '!=', customerId)
      .execute();
  }
  if ((await referralCodeOf(db, customerId)) === null) {
    await db
      .updateTable('referral_code')
      .set({ customer_id: customerId })
      .where('customer_id', '=', formerId)
      .execute();
  }
}
