/** The verb sale.takeBackLoose: goods come back and nobody has the receipt. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import { looseReturnPosting } from '../../shared/ledger/returnPosting.ts';
import type { Som } from '../../shared/money.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { type LooseReturn, looseLeftSom, looseReturn } from '../../shared/sale/looseReturn.ts';
import { productsByIds } from '../catalogue/queries.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import type { PrintQueue } from '../parts.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { insertLooseReturn, type LooseReturnRows, looseBackOn } from './looseReturnQueries.ts';
import { printLooseReturn } from './printReturn.ts';

const { takeBackLoose: procedure } = saleContract;
type LooseInput = Parameters<Parameters<typeof writingVerb<typeof procedure>>[1]>[1];

const documentKind = 'goodsTakenBackLoose';

export const takeBackLoose = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(procedure, async (scope, input) => {
    const shift = await currentShift(scope.trx, scope.tillId);
    if (shift === null) throw new Refusal('ShiftNotOpen');
    const customerId = await ownerOfAccount(scope, input);
    const decided = await decide(scope, input);
    const rows = await rowsOf(scope, input, decided, { customerId, shiftId: shift.id });
    await save(scope, rows);
    await printLooseReturn(scope, rows);
    scope.changed('sale', 'customer', 'shift', 'credit');
    scope.afterCommit(parts.printQueue.wake);
    return { returnId: rows.back.id, number: rows.back.number, netSom: decided.netSom };
  });

/** Whoever was merged into another customer is that other. */
async function ownerOfAccount(
  { trx }: WriteScope,
  { customerId, moneyBack }: LooseInput,
): Promise<string | null> {
  const customer = customerId === null ? null : await customerFacts(trx, customerId);
  if (customerId !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
  if (customer === null && moneyBack === 'storeCredit') throw new Refusal('StoreCreditNeedsCustomer');
  return customer?.id ?? null;
}

async function decide(scope: WriteScope, { lines }: LooseInput): Promise<LooseReturn> {
  const ids = lines.map(({ productId }) => productId);
  const products = await productsByIds(scope.trx, ids, scope.settings);
  const wanted = lines.map(({ productId, quantityThousandths, priceSom }) => {
    const product = products.get(productId);
    if (product === undefined) throw new Refusal('NotFound', { what: 'product' });
    return { product, quantityThousandths, priceSom };
  });
  const decided = looseReturn(wanted, await leftToday(scope));
  if (isRefused(decided)) throw new Refusal(decided.refused, decided.data);
  return decided;
}

/** The owner, at the till or standing beside it, is bound by no sum of the day. */
async function leftToday({ trx, actor, businessDay, settings }: WriteScope): Promise<Som | null> {
  if (actor.role === 'owner' || actor.approver?.role === 'owner') return null;
  return looseLeftSom(settings.looseReturnDailySom, await looseBackOn(trx, businessDay));
}

async function rowsOf(
  scope: WriteScope,
  input: LooseInput,
  decided: LooseReturn,
  { customerId, shiftId }: { readonly customerId: string | null; readonly shiftId: string },
): Promise<LooseReturnRows> {
  const id = scope.newId();
  return {
    back: {
      id,
      till_id: scope.tillId,
      number: await numberAfter(scope.trx, scope.tillId, 'looseReturn'),
      shift_id: shiftId,
      person_id: scope.actor.personId,
      approver_id: scope.actor.approver?.personId ?? null,
      customer_id: customerId,
      business_day: scope.businessDay,
      returned_at: scope.now,
      reason: input.reason,
      note: input.note,
      money_back: input.moneyBack,
      net_som: decided.netSom,
      vat_som: decided.vatSom,
    },
    lines: decided.lines.map((line, index) => ({
      return_id: id,
      line_no: index + 1,
      product_id: input.lines[index]?.productId ?? '',
      name_json: JSON.stringify(line.product.name),
      unit: line.product.unit,
      quantity_thousandths: line.quantityThousandths,
      price_som: line.priceSom,
      net_som: line.netSom,
      vat_basis_points: line.product.vatBasisPoints,
      vat_som: line.vatSom,
    })),
  };
}

/** The note is what a person typed: it stays in the row and is no part of the document. */
async function save(scope: WriteScope, rows: LooseReturnRows): Promise<void> {
  const { back, lines } = rows;
  const { customer_id: customerId, net_som: netSom, vat_som: vatSom } = back;
  const accountOf = back.money_back === 'storeCredit' ? customerId : null;
  await insertLooseReturn(scope.trx, rows);
  const posting = looseReturnPosting({
    tillId: scope.tillId,
    netSom: netSom as Som,
    vatSom: vatSom as Som,
    accountOf,
  });
  await post(scope.trx, posting, {
    id: scope.newId(),
    documentKind,
    documentId: back.id,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'return',
  });
  const content = {
    number: back.number,
    shift: back.shift_id,
    reason: back.reason,
    moneyBack: back.money_back,
    netSom,
    vatSom,
    lines: lines.map((line) => ({
      product: line.product_id,
      quantityThousandths: line.quantity_thousandths,
      priceSom: line.price_som,
      netSom: line.net_som,
      vatBasisPoints: line.vat_basis_points,
      vatSom: line.vat_som,
    })),
  };
  await scope.follow({ ...documentOf(scope, documentKind, content), id: back.id, customerId });
}
