/** The verbs coupon.look and coupon.list: one coupon, and the coupons of a series, a batch or a customer on pages. */
import { readCode } from '../../shared/code.ts';
import { couponContract, type couponStates } from '../../shared/coupon/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { type ReadScope, readingVerb, requireAllowed } from '../verb.ts';
import { couponsJoined } from './queries.ts';
import { couponsShown, type JoinedCoupon } from './shown.ts';

export const lookAtCoupon = readingVerb(couponContract.look, async (scope, input) => {
  const read = readCode(input.code);
  if (read?.kind !== 'coupon') throw new Refusal('CouponNotReadable');
  const row = await couponsJoined(scope.db).where('coupon.code', '=', read.code).executeTakeFirst();
  if (row === undefined) throw new Refusal('CouponUnknown');
  const [coupon] = await couponsShown(scope.db, [row], await businessDayNow(scope.db, scope));
  if (coupon === undefined) throw new Refusal('CouponUnknown');
  return { coupon };
});

interface Asked {
  readonly seriesId: string | null;
  readonly batchId: string | null;
  readonly customerId: string | null;
  readonly state: (typeof couponStates)[number] | null;
  readonly cursor: string | null;
  readonly limit: number;
}

/** Codes of a whole series or batch are money in the hand: only a customer's own may be seen by everybody. */
export const listCoupons = readingVerb(couponContract.list, async (scope, input) => {
  if (input.customerId === null || input.batchId !== null) requireAllowed(scope.actor, 'coupon.handOut');
  const today = await businessDayNow(scope.db, scope);
  const rows =
    input.batchId === null ? await newestFirst(scope, input, today) : await ofBatch(scope, input, today);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    coupons: await couponsShown(scope.db, page, today),
    nextCursor: rows.length > input.limit && last !== undefined ? cursorOf(last, input) : null,
  };
});

/** Where a page ended: days, moment and code of its last coupon, or its place in the batch. */
function cursorOf(last: JoinedCoupon, { batchId }: Asked): string {
  return batchId === null ? `${last.expires_on} ${last.issued_at} ${last.code}` : String(last.batch_no);
}

function filtered({ db }: ReadScope, { seriesId, customerId, state }: Asked, today: BusinessDay) {
  return couponsJoined(db)
    .$if(seriesId !== null, (query) => query.where('coupon.series_id', '=', seriesId ?? ''))
    .$if(customerId !== null, (query) => query.where('coupon.customer_id', '=', customerId ?? ''))
    .$if(state !== null, (query) =>
      query.where('coupon.state', '=', state === 'redeemed' || state === 'voided' ? state : 'issued'),
    )
    .$if(state === 'issued', (query) =>
      // Most open coupons are good: walking them by age finds a page sooner than sorting all that have not expired.
      query.where(({ eb, fn, ref, val }) => eb(fn.coalesce(ref('coupon.expires_on'), val('')), '>=', today)),
    )
    .$if(state === 'expired', (query) => query.where('coupon.expires_on', '<', today));
}

/** Those given last first; of expired ones those that expired last. */
async function newestFirst(scope: ReadScope, asked: Asked, today: BusinessDay) {
  const [expiresOn = '', issuedAt = '', code = ''] = (asked.cursor ?? '').split(' ');
  const isByDay = asked.state === 'expired';
  return filtered(scope, asked, today)
    .$if(code !== '', (query) =>
      query
        .where(isByDay ? 'coupon.expires_on' : 'coupon.issued_at', '<=', isByDay ? expiresOn : issuedAt)
        .where(({ eb, and, or }) =>
          or([
            ...(isByDay ? [eb('coupon.expires_on', '<', expiresOn)] : []),
            eb('coupon.issued_at', '<', issuedAt),
            and([eb('coupon.issued_at', '=', issuedAt), eb('coupon.code', '<', code)]),
          ]),
        ),
    )
    .$if(isByDay, (query) => query.orderBy('coupon.expires_on', 'desc'))
    .orderBy('coupon.issued_at', 'desc')
    .orderBy('coupon.code', 'desc')
    .limit(asked.limit + 1)
    .execute();
}

async function ofBatch(scope: ReadScope, asked: Asked, today: BusinessDay) {
  const before = Number.parseInt(asked.cursor ?? '', 10);
  return filtered(scope, asked, today)
    .where('coupon.batch_id', '=', asked.batchId)
    .$if(Number.isSafeInteger(before), (query) => query.where('coupon.batch_no', '<', before))
    .orderBy('coupon.batch_no', 'desc')
    .limit(asked.limit + 1)
    .execute();
}
