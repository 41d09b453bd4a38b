/** Gives a finished sale to a customer: a forgotten card the same day, or the holder of a claim code (rule 20). */
import { readCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { handOverCoupons } from '../coupon/inTransaction.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { bonusBalanceOf, claimBonus } from '../loyalty/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { attachmentOf, saleOfClaimCode, saleOfReceiptCode, saleWithParts } from './queries.ts';

export const attachLater = writingVerb(saleContract.attachLater, async (scope, input) => {
  const customer = await customerFacts(scope.trx, input.customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const { saleId, how } = await saleToAttach(scope, input.code);
  const rows = await saleWithParts(scope.trx, saleId);
  const claimCode = rows?.sale.claim_code ?? null;
  if (rows === null || claimCode === null) throw new Refusal('ReceiptHasCustomer');
  const bonusSom = await claimBonus(scope, claimCode, customer.id, saleId);
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
    paidSom: som(rows.sale.net_som - rows.sale.bonus_spent_som),
  });
  scope.changed('sale', 'customer', 'coupon');
  return { bonusSom, bonusBalanceSom: await bonusBalanceOf(scope.trx, customer.id) };
});

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
