/** Gives a finished sale to a customer: a forgotten card the same day, or the holder of a claim code (rule 20). */
import type { Adjustment, PricingStep } from '../../shared/basket.ts';
import { readCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { bonusGiven } from '../../shared/loyalty/programme.ts';
import { multiplyDivideFloor, type Som, som, sumOf, thousandths } from '../../shared/money.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import { productsByIds } from '../catalogue/queries.ts';
import { giveNamedCoupons, handOverCoupons } from '../coupon/inTransaction.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { bonusBalanceOf, claimBonus, earningFacts } from '../loyalty/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { giveForPurchase } from './brings.ts';
import { attachmentOf, type SaleRows, saleOfClaimCode, saleOfReceiptCode, saleWithParts } from './queries.ts';
import { returnedLinesOf } from './returnQueries.ts';

export const attachLater = writingVerb(saleContract.attachLater, async (scope, input) => {
  const customer = await customerFacts(scope.trx, input.customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const { saleId, how } = await saleToAttach(scope, input.code);
  const rows = await saleWithParts(scope.trx, saleId);
  const claimCode = rows?.sale.claim_code ?? null;
  if (rows === null || claimCode === null) throw new Refusal('ReceiptHasCustomer');
  await requireLessThanDay(scope, customer.id, som(rows.sale.bonus_earned_som));
  const bonusSom = await claimBonus(scope, claimCode, customer.id, saleId);
  const paidSom = await countPurchase(scope, rows, customer.id);
  await handOverCoupons(scope.trx, claimCode, customer.id);
  await scope.trx
    .insertInto('sale_attachment')
    .values({
      sale_id: saleId,
      customer_id: customer.id,
      how,
      person_id: scope.actor.personId,
      attached_at: scope.now,
    })
    .execute();
  await scope.follow({
    ...documentOf(scope, 'saleAttached', { sale: saleId, how, bonusSom }),
    customerId: customer.id,
    paidSom,
  });
  scope.changed('sale', 'customer', 'coupon');
  return { bonusSom, bonusBalanceSom: await bonusBalanceOf(scope.trx, customer.id) };
});

/**
 * Receipts that others left lying are not collected on one card: one that would have earned less for this customer today,
 * by the bounds of docs/rules.md rule 25, is not given to them today. Its bonus waits on the claim code.
 */
async function requireLessThanDay(scope: WriteScope, customerId: string, earnedSom: Som): Promise<void> {
  if (earnedSom === 0) return;
  const { trx, settings, businessDay: day } = scope;
  const { today, rules } = await earningFacts(trx, { customerId, day, settings });
  const maySom = bonusGiven(earnedSom, rules.minimumReceiptSom, today, rules);
  if (today.receipts > 0 && maySom < earnedSom) throw new Refusal('EarnedEnoughToday');
}

/**
 * The purchase counts for its customer from now on: as money for tiers and challenges, as a first purchase, for stamps and
 * tickets. Goods that came back before count no more, and when all did, it is no purchase. Answers the money it counts for.
 */
async function countPurchase(scope: WriteScope, rows: SaleRows, customerId: string): Promise<Som> {
  const { sale, rewards } = rows;
  const lines = await keptLines(scope, rows);
  const paidSom = sumOf(lines, (line) => line.paidSom);
  const { collected } = await giveForPurchase(scope, {
    saleId: sale.id,
    customerId,
    day: scope.businessDay,
    paidSom,
    lines,
    netSom: sumOf(lines, (line) => line.netSom),
    rewards: rewards.map((row) => ({
      promotionId: row.promotion_id,
      name: JSON.parse(row.name_json) as LocalText,
      benefit: JSON.parse(row.benefit_json) as RewardBenefit,
      count: row.reward_count,
      lineIds: [],
    })),
    usedPromotionIds: [],
    mayBeFirst: lines.length > 0,
  });
  await giveNamedCoupons(scope, { saleId: sale.id, customerId }, collected.seriesToGive);
  return paidSom;
}

/** The goods that are still with the customer, as they are filed now. A receipt without a customer was paid in money or by gift card. */
async function keptLines({ trx, settings }: WriteScope, { sale, lines, adjustments }: SaleRows) {
  const ids = lines.map((line) => line.product_id);
  const products = await productsByIds(trx, ids, settings);
  const returned = await returnedLinesOf(trx, sale.id);
  return lines.flatMap((line) => {
    const back = returned.filter((each) => each.line_no === line.line_no);
    const backThousandths = back.reduce((sum, each) => sum + each.quantity_thousandths, 0);
    const kept = thousandths(line.quantity_thousandths - backThousandths);
    if (kept === 0) return [];
    const product = products.get(line.product_id);
    const paidSom = line.money_share_som + line.gift_card_share_som;
    const backSom = sumOf(back, (each) => som(each.money_som + each.gift_card_som));
    return [
      {
        productId: line.product_id,
        categoryId: product?.categoryId ?? null,
        brandId: product?.brandId ?? null,
        tags: product?.tags ?? [],
        expiresOn: product?.expiresOn ?? null,
        quantityThousandths: kept,
        grossSom: som(multiplyDivideFloor(line.gross_som, kept, line.quantity_thousandths)),
        netSom: som(multiplyDivideFloor(line.net_som, kept, line.quantity_thousandths)),
        adjustments:
          back.length > 0
            ? []
            : adjustments.filter((each) => each.line_no === line.line_no).map(adjustmentOf),
        paidSom: som(paidSom - backSom),
      },
    ];
  });
}

function adjustmentOf(row: SaleRows['adjustments'][number]): Adjustment {
  return {
    lineId: String(row.line_no),
    step: row.step as PricingStep,
    sourceId: row.source_id,
    reason: JSON.parse(row.reason_json) as LocalText,
    amountSom: som(row.amount_som),
  };
}

interface Attachable {
  readonly saleId: string;
  readonly how: 'forgottenCard' | 'claim';
}

/**
 * | code | may be attached                                              |
 * |------|--------------------------------------------------------------|
 * | R    | on its own business day, while nobody has it                 |
 * | C    | until the last day of the claim, while nobody has it         |
 */
async function saleToAttach(scope: WriteScope, typed: string): Promise<Attachable> {
  const read = readCode(typed);
  if (read?.kind === 'receipt') {
    const sale = await saleOfReceiptCode(scope.trx, read.code);
    if (sale === undefined) throw new Refusal('ReceiptUnknown');
    if (sale.customer_id !== null || (await attachmentOf(scope.trx, sale.id)) !== undefined) {
      throw new Refusal('ReceiptHasCustomer');
    }
    if (sale.business_day !== scope.businessDay) throw new Refusal('ReceiptTooOld');
    return { saleId: sale.id, how: 'forgottenCard' };
  }
  const sale = read?.kind === 'claim' ? await saleOfClaimCode(scope.trx, read.code) : undefined;
  if (sale === undefined) throw new Refusal('ClaimUnknown');
  if ((await attachmentOf(scope.trx, sale.id)) !== undefined) throw new Refusal('ClaimTaken');
  const expiredOn = sale.claim_expires_on ?? '';
  if (expiredOn < scope.businessDay) throw new Refusal('ClaimExpired', { expiredOn });
  return { saleId: sale.id, how: 'claim' };
}
