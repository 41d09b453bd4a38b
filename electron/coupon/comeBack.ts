/** What becomes of coupons when all goods of a sale have come back (docs/rules.md rule 10). */
import type { Kysely } from 'kysely';
import { readCode } from '../../shared/code.ts';
import { givenCouponIsVoided, usedCouponReopens } from '../../shared/coupon/returnCoupons.ts';
import { som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';
import { countUseBack } from './counters.ts';
import { rowToCoupon } from './knownCoupon.ts';
import { couponOfCode } from './queries.ts';

type Db = Kysely<Tables>;

/** A sale whose goods come back, on which day it was made and on which they come. */
interface ReturnedSale {
  readonly saleId: string;
  readonly soldOn: BusinessDay;
  readonly day: BusinessDay;
  readonly isWhole: boolean;
}

export interface CouponsOfReturn {
  /** The coupon that the sale used; null without one, or when it was given back before. */
  readonly used: { readonly code: string; readonly isReopened: boolean } | null;
  /** What the sale brought and nobody has used. */
  readonly voided: readonly string[];
}

/** What a return will do to coupons: the question and the act use the same answer. */
export async function couponsOfReturn(db: Db, sale: ReturnedSale): Promise<CouponsOfReturn> {
  const use = await openUse(db, sale.saleId);
  const used = use === undefined ? null : { code: use.code, isReopened: await mayReopen(db, use.code, sale) };
  if (!sale.isWhole) return { used, voided: [] };
  return { used, voided: (await unusedOf(db, sale.saleId)).map(({ code }) => code) };
}

function openUse(db: Db, saleId: string) {
  return db
    .selectFrom('coupon_use')
    .select(['code', 'use_no', 'series_id', 'amount_som', 'batch_id'])
    .where('sale_id', '=', saleId)
    .where('given_back_at', 'is', null)
    .executeTakeFirst();
}

async function mayReopen(db: Db, code: string, { soldOn, day, isWhole }: ReturnedSale): Promise<boolean> {
  const known = await couponOfCode(db, code);
  if (known === null || known.coupon.state.kind === 'voided') return false;
  return usedCouponReopens(known.coupon, { isWhollyReturned: isWhole, soldOn }, day);
}

async function unusedOf(db: Db, saleId: string) {
  const rows = await db
    .selectFrom('coupon')
    .selectAll()
    .where('issued_sale_id', '=', saleId)
    .where('uses_count', '=', 0)
    .execute();
  return rows.filter((row) => givenCouponIsVoided(rowToCoupon(row), true));
}

/**
 * Gives the coupon that a sale used back to its holder, when everything came back on the day of the sale and its last day has
 * not passed: one use less on the coupon, its series and its batch. Answers the code; null when it stays used.
 */
export async function reopenUsedCoupon(
  { trx, now, businessDay: day }: WriteScope,
  { saleId, soldOn }: { readonly saleId: string; readonly soldOn: BusinessDay },
): Promise<string | null> {
  const use = await openUse(trx, saleId);
  if (use === undefined) return null;
  if (!(await mayReopen(trx, use.code, { saleId, soldOn, day, isWhole: true }))) return null;
  await trx
    .updateTable('coupon_use')
    .set({ given_back_at: now })
    .where('code', '=', use.code)
    .where('use_no', '=', use.use_no)
    .execute();
  if (readCode(use.code)?.kind === 'coupon') await oneUseLess({ trx }, use);
  else await oneUseOfPartnerLess({ trx }, use.code);
  await countUseBack(trx, use.series_id, som(use.amount_som));
  return use.code;
}

type Use = { readonly code: string; readonly batch_id: string | null };

async function oneUseLess({ trx }: Pick<WriteScope, 'trx'>, { code, batch_id: batchId }: Use): Promise<void> {
  await trx
    .updateTable('coupon')
    .set((eb) => ({
      uses_count: eb('uses_count', '-', 1),
      state: 'issued',
      redeemed_sale_id: null,
      redeemed_at: null,
      redeemed_receipt_number: null,
      goodwill_reason: null,
    }))
    .where('code', '=', code)
    .execute();
  if (batchId === null) return;
  await trx
    .updateTable('coupon_batch')
    .set((eb) => ({ redeemed_count: eb('redeemed_count', '-', 1) }))
    .where('id', '=', batchId)
    .execute();
}

/** A code that was given on a receipt here is given again, any other is free. */
async function oneUseOfPartnerLess({ trx }: Pick<WriteScope, 'trx'>, code: string): Promise<void> {
  await trx
    .updateTable('partner_code')
    .set((eb) => ({
      uses_count: eb('uses_count', '-', 1),
      state: eb
        .case()
        .when('given_at', 'is', null)
        .then('free' as const)
        .else('given' as const)
        .end(),
    }))
    .where('code', '=', code)
    .execute();
}

/**
 * Voids the coupons that a sale brought and that nobody has used, because all of its goods came back. What a partner's list
 * gave is theirs and stays. Answers the codes.
 */
export async function voidGivenCoupons(
  scope: WriteScope,
  sale: { readonly saleId: string; readonly reason: string },
): Promise<readonly string[]> {
  const { trx } = scope;
  const unused = await unusedOf(trx, sale.saleId);
  for (const { code, series_id: seriesId } of unused) {
    await trx
      .updateTable('coupon')
      .set({
        state: 'voided',
        voided_at: scope.now,
        voided_by: scope.actor.personId,
        void_reason: sale.reason,
      })
      .where('code', '=', code)
      .execute();
    await scope.follow(documentOf(scope, 'couponVoided', { seriesId, code, reason: sale.reason }));
  }
  return unused.map(({ code }) => code);
}
