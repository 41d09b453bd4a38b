/** A shop with a few goods for the tests of promotions, and whole promotions from the part that a test is about. */
import { transact } from '../../../electron/database/transact.ts';
import { type Promotion, promotionSchema } from '../../../shared/promotion/promotion.ts';
import type { ShopSettings } from '../../../shared/shop/settings.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

/** Green tea 20 000 and black tea 18 000 of the category tea, a cup 12 000 of none. */
export async function promotionShop(settings: Partial<ShopSettings> = {}) {
  const world = await roomWorld(settings);
  const tea = world.newId();
  const ids = { tea, greenTea: world.newId(), blackTea: world.newId(), cup: world.newId() };
  await transact(world.db, async (trx) => {
    await trx
      .insertInto('category')
      .values({ id: tea, name_json: nameOf('Choy', 'Чай', 'Tea'), created_at: made })
      .execute();
    await trx
      .insertInto('product')
      .values([
        productRow(ids.greenTea, nameOf('Koʻk choy', 'Зелёный чай', 'Green tea'), 20_000, tea),
        productRow(ids.blackTea, nameOf('Qora choy', 'Чёрный чай', 'Black tea'), 18_000, tea),
        productRow(ids.cup, nameOf('Piyola', 'Пиала', 'Cup'), 12_000, null),
      ])
      .execute();
  });
  return { ...world, ...ids };
}
export type PromotionShop = Awaited<ReturnType<typeof promotionShop>>;

const made = '2026-11-01T06:00:00.000Z';

function nameOf(uz: string, ru: string, en: string): string {
  return JSON.stringify({ uz, ru, en });
}

export function productRow(id: string, nameJson: string, priceSom: number, categoryId: string | null) {
  return {
    id,
    name_json: nameJson,
    search_text: '',
    unit: 'piece',
    price_som: priceSom,
    vat_kind: 'shop' as const,
    vat_basis_points: null,
    category_id: categoryId,
    is_quick_good: 0 as const,
    is_active: 1 as const,
    created_at: made,
    changed_at: made,
  };
}

/** Ten per cent off everything, unless the test says otherwise. */
export function promotionOf(world: Pick<RoomWorld, 'newId'>, more: object = {}): Promotion {
  return promotionSchema.parse({
    promotionId: world.newId(),
    name: { uz: 'Oʻn foiz', ru: 'Десять процентов', en: 'Ten per cent' },
    level: 'product',
    benefit: { kind: 'percent', rateBasisPoints: 1_000 },
    ...more,
  });
}
