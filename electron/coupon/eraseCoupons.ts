/** What becomes of a person's coupons when they are erased. */
import { documentOf } from '../document.ts';
import { type Cleaner, type ErasedPerson, emptyWords } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';

/** Coupons made out to nobody are void, each with its document; the paper in a drawer at home brings nothing. */
async function voidOpen(scope: WriteScope, { ids }: ErasedPerson): Promise<void> {
  const { trx, now, actor } = scope;
  const open = await trx
    .selectFrom('coupon')
    .select(['code', 'series_id'])
    .where('customer_id', 'in', [...ids])
    .where('state', '=', 'issued')
    .execute();
  for (const { code, series_id: seriesId } of open) {
    await trx
      .updateTable('coupon')
      .set({
        state: 'voided',
        voided_at: now,
        voided_by: actor.role === 'system' ? null : actor.personId,
        void_reason: '',
      })
      .where('code', '=', code)
      .execute();
    await scope.follow(documentOf(scope, 'couponVoided', { seriesId, code }));
  }
}

const typed = [
  { table: 'coupon', column: 'goodwill_reason' },
  { table: 'coupon', column: 'void_reason' },
  { table: 'coupon_use', column: 'goodwill_reason' },
] as const;

export const couponCleaners: readonly Cleaner[] = [
  { name: 'coupons', clean: voidOpen },
  {
    name: 'couponWords',
    clean: async ({ trx }, { ids }) => {
      for (const place of typed) await emptyWords(trx, place, ids);
    },
  },
];
