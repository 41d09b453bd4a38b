/** The verbs report.labelGoods, makeLabels and labelOrder: labels of chosen goods, put together and read by the press. */
import { Refusal } from '../../shared/errors.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { Label } from '../../shared/report/labelContract.ts';
import type { LabelLayout } from '../../shared/report/labelLayout.ts';
import { labelCount, labelsFrom, mostLabels } from '../../shared/report/labelOrder.ts';
import { addSeconds, type BusinessDay, type Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { labelsOf } from './labelsOfGoods.ts';

const keptDays = 90;
const daySeconds = 86_400;

/** What an order keeps: the labels as they are printed, so that the paper does not change while it is being made. */
interface KeptOrder {
  readonly day: BusinessDay;
  readonly items: readonly KeptItem[];
}
interface KeptItem extends Label {
  readonly copies: number;
}

const labelGoods = readingVerb(reportContract.labelGoods, async (scope, input) => {
  const day = input.day ?? (await businessDayNow(scope.db, scope));
  return { day, labels: [...(await labelsOf(scope.db, input.productIds, day))] };
});

const makeLabels = writingVerb(reportContract.makeLabels, async (scope, input) => {
  const { layout, language } = input;
  const day = input.day ?? scope.businessDay;
  if (labelCount(input.items) > mostLabels) throw new Refusal('TooManyLabels', { atMost: mostLabels });
  const ids = [...new Set(input.items.map(({ productId }) => productId))];
  const labelOf = new Map((await labelsOf(scope.trx, ids, day)).map((label) => [label.productId, label]));

  const items = input.items.flatMap(({ productId, copies }): KeptItem[] => {
    const label = labelOf.get(productId);
    return label === undefined ? [] : [{ ...label, copies }];
  });
  if (items.length === 0) throw new Refusal('NotFound', { what: 'product' });

  const count = labelCount(items);
  const document = documentOf(scope, 'labelsOrdered', { layout, labels: count, products: items.length });
  await forgetOld(scope);
  await scope.trx
    .insertInto('label_order')
    .values({
      id: document.id,
      layout,
      language,
      items_json: JSON.stringify({ day, items } satisfies KeptOrder),
      made_at: scope.now,
      made_by: scope.actor.role === 'system' ? null : scope.actor.personId,
    })
    .execute();
  await scope.follow(document);
  return { orderId: document.id, count };
});

/** The paper was printed long ago, and its prices are those of another season. */
async function forgetOld({ trx, now }: WriteScope): Promise<void> {
  const before: Instant = addSeconds(now, -keptDays * daySeconds);
  await trx.deleteFrom('label_order').where('made_at', '<', before).execute();
}

const labelOrder = readingVerb(reportContract.labelOrder, async ({ db }, { orderId, from, limit }) => {
  const row = await db.selectFrom('label_order').selectAll().where('id', '=', orderId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'labelOrder' });
  const { day, items } = JSON.parse(row.items_json) as KeptOrder;
  return {
    layout: row.layout as LabelLayout,
    language: row.language,
    day,
    count: labelCount(items),
    labels: labelsFrom(items, from, limit).map(({ copies: _, ...label }) => label),
  };
});

/** The verbs by their names in the contract. */
export const labelVerbs = { labelGoods, makeLabels, labelOrder };
