/** The promotion room's SQL: rules as they are stored, how often they worked, and the names of what they speak of. */
import type { Kysely, Selectable } from 'kysely';
import type { KnownThings } from '../../shared/promotion/checkPromotion.ts';
import { type Promotion, promotionSchema } from '../../shared/promotion/promotion.ts';
import { type References, referencesOf } from '../../shared/promotion/references.ts';
import type { ScopedGoods } from '../../shared/promotion/scope.ts';
import { type NamesOf, namedAtMost } from '../../shared/promotion/speaker.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;
export type PromotionRow = Selectable<Tables['promotion']>;

/** The promotion that a row keeps. */
export function promotionOfRow({ content_json }: Pick<PromotionRow, 'content_json'>): Promotion {
  return promotionSchema.parse(JSON.parse(content_json));
}

/** The row of a promotion; null for one that nobody made. */
export async function promotionRow(db: Db, promotionId: string): Promise<PromotionRow | null> {
  const row = await db.selectFrom('promotion').selectAll().where('id', '=', promotionId).executeTakeFirst();
  return row ?? null;
}

export interface CountedRow extends PromotionRow {
  readonly times: number | null;
  readonly spent_som: number | null;
  readonly last_day: string | null;
  readonly times_last_day: number | null;
}

/** All promotions with how often they worked, the newest first. */
export async function allPromotions(db: Db): Promise<readonly CountedRow[]> {
  return db
    .selectFrom('promotion')
    .leftJoin('promotion_count', (join) =>
      join.onRef('promotion_count.promotion_id', '=', 'promotion.id').on('promotion_count.subject', '=', ''),
    )
    .selectAll('promotion')
    .select([
      'promotion_count.times',
      'promotion_count.spent_som',
      'promotion_count.last_day',
      'promotion_count.times_last_day',
    ])
    .orderBy('promotion.created_at', 'desc')
    .orderBy('promotion.id', 'desc')
    .execute();
}

/** Rows whose id is one of a list of any length, a statement for each five hundred. */
async function ofIds<Row>(
  ids: readonly string[],
  rowsOf: (part: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += 500)
    rows.push(...(await rowsOf(ids.slice(from, from + 500))));
  return rows;
}

interface Named {
  readonly id: string;
  readonly name: LocalText;
}

/** Names of the things with these ids; the rooms above own some of their tables, only names are read of them. */
async function namedThings(db: Db, references: References) {
  const { productIds, categoryIds, brandIds, tierIds, segmentIds, seriesIds, partnerIds } = references;
  const texts = (rows: readonly { id: string; name_json: string }[]): readonly Named[] =>
    rows.map((row) => ({ id: row.id, name: JSON.parse(row.name_json) as LocalText }));
  const words = (rows: readonly { id: string; name: string }[]): readonly Named[] =>
    rows.map((row) => ({ id: row.id, name: { uz: row.name } }));
  return {
    productIds: texts(
      await ofIds(productIds, (ids) =>
        db.selectFrom('product').select(['id', 'name_json']).where('id', 'in', ids).execute(),
      ),
    ),
    categoryIds: texts(
      await ofIds(categoryIds, (ids) =>
        db.selectFrom('category').select(['id', 'name_json']).where('id', 'in', ids).execute(),
      ),
    ),
    brandIds: words(
      await ofIds(brandIds, (ids) =>
        db.selectFrom('brand').select(['id', 'name']).where('id', 'in', ids).execute(),
      ),
    ),
    tierIds: texts(
      await ofIds(tierIds, (ids) =>
        db.selectFrom('tier').select(['id', 'name_json']).where('id', 'in', ids).execute(),
      ),
    ),
    segmentIds: texts(
      await ofIds(segmentIds, (ids) =>
        db.selectFrom('segment').select(['id', 'name_json']).where('id', 'in', ids).execute(),
      ),
    ),
    seriesIds: texts(
      await ofIds(seriesIds, (ids) =>
        db.selectFrom('coupon_series').select(['id', 'name_json']).where('id', 'in', ids).execute(),
      ),
    ),
    partnerIds: words(
      await ofIds(partnerIds, (ids) =>
        db.selectFrom('partner').select(['id', 'name']).where('id', 'in', ids).execute(),
      ),
    ),
  };
}

/** Every name that some promotions refer to, with its id. */
export async function namesIn(db: Db, promotions: readonly Promotion[]): Promise<readonly Named[]> {
  return Object.values(await namedThings(db, referencesOf(promotions))).flat();
}

/** The names that sentences about some promotions need; what is unknown is called by its id. */
export async function namesFor(db: Db, promotions: readonly Promotion[]): Promise<NamesOf> {
  return namesOfReferences(db, referencesOf(promotions, namedAtMost));
}

/** The same for ids that are known already, as those of a coupon series. */
export async function namesOfReferences(db: Db, references: References): Promise<NamesOf> {
  const things = await namedThings(db, references);
  const lookUp = (named: readonly Named[]) => {
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return (id: string): LocalText => names.get(id) ?? { uz: id };
  };
  return {
    product: lookUp(things.productIds),
    category: lookUp(things.categoryIds),
    brand: lookUp(things.brandIds),
    tier: lookUp(things.tierIds),
    segment: lookUp(things.segmentIds),
    series: lookUp(things.seriesIds),
    partner: lookUp(things.partnerIds),
  };
}

/** The named products as scopes look at them. */
export async function goodsNamedBy(
  db: Db,
  promotions: readonly Promotion[],
): Promise<ReadonlyMap<string, ScopedGoods>> {
  const rows = await ofIds(referencesOf(promotions).productIds, (ids) =>
    db
      .selectFrom('product')
      .select(['id', 'category_id', 'brand_id', 'tags_json', 'expires_on'])
      .where('id', 'in', ids)
      .execute(),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        productId: row.id,
        categoryId: row.category_id,
        brandId: row.brand_id,
        tags: JSON.parse(row.tags_json) as string[],
        expiresOn: row.expires_on as BusinessDay | null,
      },
    ]),
  );
}

/** Whether a promotion worked on any receipt. */
export async function hasWorked(db: Db, promotionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('promotion_use')
    .select('document_id')
    .where('promotion_id', '=', promotionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of what some promotions name, the part that still exists; goods that are no longer sold do not. */
export async function knownThings(db: Db, promotions: readonly Promotion[]): Promise<KnownThings> {
  const { productIds, categoryIds, brandIds, tierIds, segmentIds, seriesIds } = referencesOf(promotions);
  const stampCardIds = promotions.flatMap(({ benefit }) =>
    benefit.kind === 'stamps' ? [benefit.stampCardId] : [],
  );
  const drawIds = promotions.flatMap(({ benefit }) => (benefit.kind === 'tickets' ? [benefit.drawId] : []));
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id));
  return {
    productIds: idsOf(
      await ofIds(productIds, (ids) =>
        db.selectFrom('product').select('id').where('id', 'in', ids).where('is_active', '=', 1).execute(),
      ),
    ),
    categoryIds: idsOf(
      await ofIds(categoryIds, (ids) =>
        db.selectFrom('category').select('id').where('id', 'in', ids).execute(),
      ),
    ),
    brandIds: idsOf(
      await ofIds(brandIds, (ids) => db.selectFrom('brand').select('id').where('id', 'in', ids).execute()),
    ),
    tierIds: idsOf(
      await ofIds(tierIds, (ids) =>
        db.selectFrom('tier').select('id').where('id', 'in', ids).where('is_active', '=', 1).execute(),
      ),
    ),
    segmentIds: idsOf(
      await ofIds(segmentIds, (ids) =>
        db
          .selectFrom('segment')
          .select('id')
          .where('id', 'in', ids)
          .where('removed_at', 'is', null)
          .execute(),
      ),
    ),
    couponSeriesIds: idsOf(
      await ofIds(seriesIds, (ids) =>
        db.selectFrom('coupon_series').select('id').where('id', 'in', ids).execute(),
      ),
    ),
    stampCardIds: idsOf(
      await ofIds(stampCardIds, (ids) =>
        db.selectFrom('stamp_card').select('id').where('id', 'in', ids).where('is_active', '=', 1).execute(),
      ),
    ),
    drawIds: idsOf(
      await ofIds(drawIds, (ids) =>
        db.selectFrom('draw').select('id').where('id', 'in', ids).where('state', '=', 'open').execute(),
      ),
    ),
  };
}
