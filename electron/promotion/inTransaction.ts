/** What higher rooms ask of promotions and write for them: those that live, how often they worked, one that they made. */
import type { Kysely, Transaction } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { type Som, som, zeroSom } from '../../shared/money.ts';
import { faultsOf } from '../../shared/promotion/checkPromotion.ts';
import type { PromotionOrigin, PromotionState } from '../../shared/promotion/contract.ts';
import type { PromotionUsage } from '../../shared/promotion/facts.ts';
import { isLimited } from '../../shared/promotion/limits.ts';
import { isLiveOn, type Promotion } from '../../shared/promotion/promotion.ts';
import { referencesOf } from '../../shared/promotion/references.ts';
import type { LocalText } from '../../shared/text.ts';
import {
  type BusinessDay,
  type Instant,
  instantFromMilliseconds,
  millisecondsOf,
} from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';
import { knownThings, promotionOfRow, promotionRow } from './queries.ts';

type Db = Kysely<Tables>;

const liveQuery = hotQuery((db: Db, value: { state: 'live' }) =>
  db.selectFrom('promotion').select(['id', 'changed_at']).where('state', '=', value.state).orderBy('id'),
);

const contentQuery = hotQuery((db: Db, value: { promotionId: string }) =>
  db.selectFrom('promotion').select(['content_json', 'changed_at']).where('id', '=', value.promotionId),
);

interface Kept {
  readonly changedAt: string;
  readonly promotion: Promotion;
}

/**
 * The live promotions of each open file as they were read last. Every change moves the row's `changed_at` on, so that one
 * by another till is seen as well, without reading thousands of sale prices for every scanned code.
 */
const keptOf = new WeakMap<object, Map<string, Kept>>();
const mostKept = 2_000;

/** The promotions that are switched on and hold on a day, by id. */
export async function livePromotions(db: Db, day: BusinessDay): Promise<readonly Promotion[]> {
  const rows = await liveQuery.all(db, { state: 'live' });
  if (rows.length === 0) return [];
  const { adapter } = db.getExecutor();
  let kept = keptOf.get(adapter);
  if (kept === undefined || kept.size > mostKept) {
    kept = new Map();
    keptOf.set(adapter, kept);
  }
  const live: Promotion[] = [];
  for (const { id, changed_at: changedAt } of rows) {
    let known = kept.get(id);
    if (known?.changedAt !== changedAt) {
      const row = await contentQuery.first(db, { promotionId: id });
      if (row === undefined) continue;
      known = { changedAt: row.changed_at, promotion: promotionOfRow(row) };
      kept.set(id, known);
    }
    if (isLiveOn(known.promotion, day)) live.push(known.promotion);
  }
  return live;
}

/** The promotions that are switched on and name a group of customers, whatever their days: those whose turn comes later too. */
export async function promotionsOfSegments(db: Db): Promise<readonly PromotionOfSegments[]> {
  const rows = await db
    .selectFrom('promotion')
    .select('content_json')
    .where('state', '=', 'live')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const promotion = promotionOfRow(row);
    const { segmentIds } = referencesOf([promotion]);
    return segmentIds.length === 0 ? [] : [{ name: promotion.name, segmentIds }];
  });
}

/** A live promotion that is for groups of customers. */
export interface PromotionOfSegments {
  readonly name: LocalText;
  readonly segmentIds: readonly string[];
}

const usageQuery = hotQuery((db: Db, value: { state: 'live'; everybody: ''; customerId: string }) =>
  db
    .selectFrom('promotion')
    .innerJoin('promotion_count', 'promotion_count.promotion_id', 'promotion.id')
    .select([
      'promotion_count.promotion_id',
      'promotion_count.subject',
      'promotion_count.times',
      'promotion_count.spent_som',
      'promotion_count.last_day',
      'promotion_count.times_last_day',
    ])
    .where('promotion.state', '=', value.state)
    .where((eb) =>
      eb.or([
        eb('promotion_count.subject', '=', value.everybody),
        eb('promotion_count.subject', '=', value.customerId),
      ]),
    ),
);

/**
 * How often the limited ones of some live promotions worked, for all customers and for one. Answers nothing, and asks the
 * database nothing, when none of them is limited.
 */
export async function usageOf(
  db: Db,
  promotions: readonly Promotion[],
  customerId: string | null,
  day: BusinessDay,
): Promise<ReadonlyMap<string, PromotionUsage>> {
  const limited = new Set(
    promotions.filter(({ limits }) => isLimited(limits)).map((each) => each.promotionId),
  );
  if (limited.size === 0) return new Map();
  const rows = await usageQuery.all(db, { state: 'live', everybody: '', customerId: customerId ?? '' });
  const usage = new Map<string, Counting>();
  for (const row of rows) {
    if (!limited.has(row.promotion_id)) continue;
    const counted = usage.get(row.promotion_id) ?? neverUsed();
    const today = row.last_day === day ? row.times_last_day : 0;
    if (row.subject === '') {
      counted.times = row.times;
      counted.timesToday = today;
      counted.spentSom = som(row.spent_som);
    } else {
      counted.timesByCustomer = row.times;
      counted.timesByCustomerToday = today;
    }
    usage.set(row.promotion_id, counted);
  }
  return usage;
}

type Counting = { -readonly [Name in keyof PromotionUsage]: PromotionUsage[Name] };

function neverUsed(): Counting {
  return { times: 0, timesToday: 0, timesByCustomer: 0, timesByCustomerToday: 0, spentSom: zeroSom };
}

const insertUses = hotInsert('promotion_use', [
  'promotion_id',
  'document_id',
  'document_kind',
  'business_day',
  'customer_id',
  'amount_som',
]);

/** One more use; a day that another till has left behind already is not counted as its last. */
export const countUses = hotInsert(
  'promotion_count',
  ['promotion_id', 'subject', 'times', 'spent_som', 'last_day', 'times_last_day'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['promotion_id', 'subject']).doUpdateSet(({ eb, ref }) => ({
        times: eb('promotion_count.times', '+', ref('excluded.times')),
        spent_som: eb('promotion_count.spent_som', '+', ref('excluded.spent_som')),
        times_last_day: eb
          .case()
          .when('excluded.last_day', '>', ref('promotion_count.last_day'))
          .then(ref('excluded.times_last_day'))
          .when('excluded.last_day', '=', ref('promotion_count.last_day'))
          .then(eb('promotion_count.times_last_day', '+', ref('excluded.times_last_day')))
          .else(ref('promotion_count.times_last_day'))
          .end(),
        last_day: eb
          .case()
          .when('excluded.last_day', '>', ref('promotion_count.last_day'))
          .then(ref('excluded.last_day'))
          .else(ref('promotion_count.last_day'))
          .end(),
      })),
    ),
);

const takeBack = hotQuery(
  (
    db: Db,
    value: { promotionId: string; everybody: ''; subject: string; amountSom: number; soldOn: string },
  ) =>
    db
      .updateTable('promotion_count')
      .set(({ eb, ref }) => ({
        times: eb('times', '-', 1),
        spent_som: eb('spent_som', '-', value.amountSom),
        times_last_day: eb
          .case()
          .when('last_day', '=', value.soldOn)
          .then(eb('times_last_day', '-', 1))
          .else(ref('times_last_day'))
          .end(),
      }))
      .where('promotion_id', '=', value.promotionId)
      .where((eb) => eb.or([eb('subject', '=', value.everybody), eb('subject', '=', value.subject)])),
);

const storedPromotion = hotQuery((db: Db, value: { promotionId: string }) =>
  db.selectFrom('promotion').select('id').where('id', '=', value.promotionId),
);

export interface PromotionUses {
  readonly documentId: string;
  readonly documentKind: 'sale' | 'return';
  /** The business day of the document. */
  readonly day: BusinessDay;
  /** Of a return: the day of the sale that it takes back, where its uses were counted. */
  readonly soldOn?: BusinessDay;
  readonly customerId: string | null;
  /** What each promotion took off; 0 for a reward. */
  readonly uses: readonly { readonly promotionId: string; readonly amountSom: Som }[];
}

/**
 * Writes which promotions worked on a sale and counts them, for everybody and for the customer. A return names what its
 * sale had, and counts it back; only a full return may (docs/rules.md rule 9). What is no stored promotion (a coupon
 * series that opens one) is counted by its own room and left out here.
 */
export async function notePromotionUses(
  scope: Pick<WriteScope, 'trx'>,
  { documentId, documentKind, day, soldOn = day, customerId, uses }: PromotionUses,
): Promise<void> {
  const { trx } = scope;
  const stored = [];
  for (const use of uses) {
    if ((await storedPromotion.first(trx, { promotionId: use.promotionId })) !== undefined) stored.push(use);
  }
  if (stored.length === 0) return;
  const isBack = documentKind === 'return';
  await insertUses.many(
    trx,
    stored.map(({ promotionId, amountSom }) => ({
      promotion_id: promotionId,
      document_id: documentId,
      document_kind: documentKind,
      business_day: day,
      customer_id: customerId,
      amount_som: isBack ? -amountSom : amountSom,
    })),
  );
  if (isBack) return countBack(trx, stored, customerId, soldOn);
  const subjects = customerId === null ? [''] : ['', customerId];
  await countUses.many(
    trx,
    stored.flatMap(({ promotionId, amountSom }) =>
      subjects.map((subject) => ({
        promotion_id: promotionId,
        subject,
        times: 1,
        spent_som: amountSom,
        last_day: day,
        times_last_day: 1,
      })),
    ),
  );
}

async function countBack(
  trx: Transaction<Tables>,
  uses: PromotionUses['uses'],
  customerId: string | null,
  soldOn: BusinessDay,
): Promise<void> {
  for (const { promotionId, amountSom } of uses) {
    await takeBack.all(trx, { promotionId, everybody: '', subject: customerId ?? '', amountSom, soldOn });
  }
}

export interface PromotionToSave {
  readonly promotion: Promotion;
  readonly state: Exclude<PromotionState, 'ended'>;
  readonly origin: PromotionOrigin;
}

/**
 * Makes a promotion or changes one. A draft may have faults, so that it can be finished tomorrow; one that shall live may
 * not. Throws PromotionFaulty with all faults, PromotionEnded when it is over: receipts point at it.
 */
export async function savePromotion(
  scope: WriteScope,
  { promotion, state, origin }: PromotionToSave,
): Promise<void> {
  const { promotionId } = promotion;
  const earlier = await promotionRow(scope.trx, promotionId);
  if (earlier?.state === 'ended') throw new Refusal('PromotionEnded');
  if (state === 'live') await requireNoFaults(scope.trx, promotion);
  const { actor, businessDay, now, trx } = scope;
  const values = {
    state,
    content_json: JSON.stringify(promotion),
    changed_at: changedAt(earlier, now),
    started_on: earlier?.started_on ?? (state === 'live' ? businessDay : null),
  };
  if (earlier === null) {
    const createdBy = actor.role === 'system' ? null : actor.personId;
    await trx
      .insertInto('promotion')
      .values({ id: promotionId, origin, created_at: now, created_by: createdBy, ended_on: null, ...values })
      .execute();
  } else {
    await trx.updateTable('promotion').set(values).where('id', '=', promotionId).execute();
  }
  const content = JSON.parse(JSON.stringify({ promotion, state, origin })) as JsonValue;
  await scope.follow(documentOf(scope, 'promotionSaved', content));
  scope.changed('promotion');
}

/**
 * Switches a promotion on, pauses it or ends it for good. Throws PromotionFaulty when one with faults shall live,
 * PromotionEnded when it is over already, NotFound when nobody made it.
 */
export async function setPromotionState(
  scope: WriteScope,
  promotionId: string,
  state: Exclude<PromotionState, 'draft'>,
): Promise<void> {
  const { businessDay, now, trx } = scope;
  const row = await promotionRow(trx, promotionId);
  if (row === null) throw new Refusal('NotFound', { what: 'promotion' });
  if (row.state === 'ended') throw new Refusal('PromotionEnded');
  if (state === 'live') await requireNoFaults(trx, promotionOfRow(row));
  await trx
    .updateTable('promotion')
    .set({
      state,
      changed_at: changedAt(row, now),
      started_on: row.started_on ?? (state === 'live' ? businessDay : null),
      ended_on: state === 'ended' ? businessDay : null,
    })
    .where('id', '=', promotionId)
    .execute();
  await scope.follow(documentOf(scope, 'promotionState', { promotionId, state }));
  scope.changed('promotion');
}

/** Later than every change before, also when the clock stands still or was set back: by it tills know what changed. */
function changedAt(earlier: { readonly changed_at: string } | null, now: Instant): Instant {
  if (earlier === null || earlier.changed_at < now) return now;
  return instantFromMilliseconds(millisecondsOf(earlier.changed_at as Instant) + 1);
}

async function requireNoFaults(db: Db, promotion: Promotion): Promise<void> {
  const faults = faultsOf(promotion, await knownThings(db, [promotion]));
  if (faults.length > 0) throw new Refusal('PromotionFaulty', { faults });
}
