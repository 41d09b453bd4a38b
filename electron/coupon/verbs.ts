/** The verbs of series and single coupons: what the shop gives, one given by hand, one that is void. */
import { readCode } from '../../shared/code.ts';
import { couponContract } from '../../shared/coupon/contract.ts';
import type { CouponSeries } from '../../shared/coupon/series.ts';
import { seriesFault } from '../../shared/coupon/seriesFault.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import type { Language } from '../../shared/text.ts';
import { customerOfId } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { giveOne } from './inTransaction.ts';
import { couponSlip } from './paper.ts';
import { codesClash } from './partnerCodes.ts';
import { allSeries, type CouponToPrint, couponOfCode, seriesOfId } from './queries.ts';
import { seriesShown } from './shown.ts';
import { unknownGoods } from './unknownGoods.ts';

export const listSeries = readingVerb(couponContract.series, async ({ db }) => ({
  series: [...(await seriesShown(db, await allSeries(db)))],
}));

/** Makes a series or changes one. Coupons that are out keep the days and uses they were given with. */
export const saveSeries = writingVerb(couponContract.saveSeries, async (scope, input) => {
  const seriesId = input.seriesId ?? scope.newId();
  const { name, content, partnerId, isGiven } = input;
  const series: CouponSeries = { ...content, seriesId, name, partnerId, isGiven };
  const before = input.seriesId === null ? null : await seriesOfId(scope.trx, input.seriesId);
  if (input.seriesId !== null && before === null) throw new Refusal('NotFound', { what: 'series' });
  await refuseFaulty(scope, series, before?.series ?? null);
  const values = {
    name_json: JSON.stringify(name),
    content_json: JSON.stringify(content),
    partner_id: partnerId,
    is_given: isGiven ? (1 as const) : (0 as const),
  };
  await scope.trx
    .insertInto('coupon_series')
    .values({ id: seriesId, ...values, created_at: scope.now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  const document = { seriesId, name, content, partnerId, isGiven, isNew: before === null };
  await scope.follow(documentOf(scope, 'couponSeriesSaved', plain(document)));
  scope.changed('coupon');
  return { seriesId };
});

async function refuseFaulty(scope: WriteScope, series: CouponSeries, before: CouponSeries | null) {
  const fault = seriesFault(series);
  if (fault !== null) throw new Refusal(fault);
  if (series.partnerId !== null) {
    const partner = await scope.trx
      .selectFrom('partner')
      .select('id')
      .where('id', '=', series.partnerId)
      .executeTakeFirst();
    if (partner === undefined) throw new Refusal('NotFound', { what: 'partner' });
  }
  const unknown = await unknownGoods(scope.trx, series);
  if (unknown !== null) throw new Refusal('UnknownGoods', { id: unknown });
  const clashes = await codesClash(scope.trx, { seriesId: before?.seriesId ?? null, codes: series.codes });
  if (clashes || (await losesCodes(scope, series, before))) throw new Refusal('PartnerCodesInUse');
}

/** Whether codes that partners made are there already and the series would not know them any more. */
async function losesCodes(
  { trx }: WriteScope,
  series: CouponSeries,
  before: CouponSeries | null,
): Promise<boolean> {
  if (before === null) return false;
  const isSame =
    before.partnerId === series.partnerId && JSON.stringify(before.codes) === JSON.stringify(series.codes);
  if (isSame) return false;
  const code = await trx
    .selectFrom('partner_code')
    .select('code')
    .where('series_id', '=', series.seriesId)
    .limit(1)
    .executeTakeFirst();
  return code !== undefined;
}

export const giveByHand = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(couponContract.giveByHand, async (scope, input) => {
    const known = await seriesOfId(scope.trx, input.seriesId);
    if (known === null) throw new Refusal('NotFound', { what: 'series' });
    const customer = input.customerId === null ? null : await customerOfId(scope.trx, input.customerId);
    if (input.customerId !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const coupon = await giveOne(scope, known, input.customerId, input.reason);
    const document = documentOf(scope, 'couponGiven', {
      seriesId: input.seriesId,
      code: coupon.code,
      customerId: input.customerId,
    });
    await scope.follow(document);
    if (input.isPrinted) {
      const language = customer?.language ?? scope.settings.language;
      const isQueued = await printSlip(scope, document.id, coupon, language);
      if (isQueued) scope.afterCommit(parts.printQueue.wake);
    }
    scope.changed('coupon', 'receipt');
    return { code: coupon.code };
  });

/** Queues the slip; false in a shop without a printer. */
async function printSlip(
  scope: WriteScope,
  documentId: string,
  coupon: CouponToPrint,
  language: Language,
): Promise<boolean> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return false;
  await queuePrint(scope.trx, {
    id: scope.newId(),
    documentKind: 'coupon',
    documentId,
    purpose: 'original',
    copyNumber: 0,
    printerId: printer.id,
    blocks: await couponSlip(scope, coupon, language),
    at: scope.now,
  });
  return true;
}

/** A void coupon that is voided again stays as it was voided first. */
export const voidCoupon = writingVerb(couponContract.void, async (scope, input) => {
  const read = readCode(input.code);
  if (read?.kind !== 'coupon') throw new Refusal('CouponNotReadable');
  const known = await couponOfCode(scope.trx, read.code);
  if (known === null) throw new Refusal('CouponUnknown');
  const { state } = known.coupon;
  if (state.kind === 'redeemed') {
    throw new Refusal('CouponUsed', { redeemedAt: state.redeemedAt, receiptNumber: state.receiptNumber });
  }
  if (state.kind === 'voided') return {};
  await scope.trx
    .updateTable('coupon')
    .set({
      state: 'voided',
      voided_at: scope.now,
      voided_by: scope.actor.personId,
      void_reason: input.reason,
    })
    .where('code', '=', read.code)
    .where('state', '=', 'issued')
    .execute();
  const { seriesId } = known.series;
  await scope.follow(documentOf(scope, 'couponVoided', { seriesId, code: read.code }));
  scope.changed('coupon');
  return {};
});

/** What a document keeps: the same as JSON, without what is undefined. */
function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
