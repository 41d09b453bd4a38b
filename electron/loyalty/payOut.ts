/** The verb loyalty.payOut: bonus as money from the drawer, with a limit of the day, a second person and a signed slip. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import { bonusPaidOutPosting } from '../../shared/ledger/otherPostings.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { spendFromLots } from '../../shared/loyalty/lots.ts';
import { largerSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { startOfDay } from '../../shared/time.ts';
import { type CustomerFacts, customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import type { PrintQueue } from '../parts.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type SecondPerson, secondPerson } from '../staff/inTransaction.ts';
import { namesOf } from '../staff/queries.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { noteBonus } from './bonusMonth.ts';
import { bonusBalanceOf, livingLots, takeFromLots } from './lots.ts';
import { payOutSlip } from './paper.ts';
import { paidOutSince } from './queries.ts';

export const payOut = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(loyaltyContract.payOut, async (scope, input) => {
    const { amountSom } = input;
    const customer = await customerToPay(scope, input.customerId);
    const { id: customerId } = customer;
    const second = await secondPerson(scope, 'ledger.approve');
    await requireWithinDay(scope, customerId, amountSom);
    const lots = await livingLots(scope, customerId);
    const moves = spendFromLots(amountSom, lots, scope.businessDay);
    if (isRefused(moves)) throw new Refusal(moves.refused, moves.data);

    const number = await numberAfter(scope.trx, scope.tillId, 'bonusPaidOut');
    const { isAlone } = second;
    const document = documentOf(scope, 'bonusPaidOut', { number, customerId, amountSom, isAlone });
    await takeFromLots(scope, moves, 'spent', 'bonusPaidOut', document.id);
    await post(scope.trx, bonusPaidOutPosting(customerId, scope.tillId, amountSom), {
      id: scope.newId(),
      documentKind: 'bonusPaidOut',
      documentId: document.id,
      businessDay: scope.businessDay,
      at: scope.now,
      reason: 'payOut',
    });
    await noteBonus(scope, 'paidOut', amountSom);
    await scope.follow({ ...document, customerId });
    const bonusBalanceSom = await bonusBalanceOf(scope.trx, customerId);
    const paid = { documentId: document.id, number, amountSom, bonusBalanceSom };
    await printSlip(scope, customer, second, paid);
    scope.changed('loyalty', 'customer', 'shift', 'receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { number, bonusBalanceSom };
  });

/** What must be so before any sum is looked at. */
async function customerToPay(scope: WriteScope, customerId: string): Promise<CustomerFacts> {
  if (!scope.settings.isPayOutOn) throw new Refusal('PayOutOff');
  if ((await currentShift(scope.trx, scope.tillId)) === null) throw new Refusal('ShiftNotOpen');
  const customer = await customerFacts(scope.trx, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  if (!customer.isRegistered) throw new Refusal('NeedsPhone');
  return customer;
}

/** Throws PayOutAboveLimit with what the customer may still have today. */
async function requireWithinDay(scope: WriteScope, customerId: string, amountSom: Som): Promise<void> {
  const since = startOfDay(scope.businessDay, calendarOf(scope.settings));
  const paidSom = await paidOutSince(scope.trx, customerId, since);
  const leftSom = largerSom(zeroSom, subtractSom(scope.settings.payOutDailySom, paidSom));
  if (amountSom > leftSom) throw new Refusal('PayOutAboveLimit', { leftSom });
}

interface PaidOut {
  readonly documentId: string;
  readonly number: number;
  readonly amountSom: Som;
  readonly bonusBalanceSom: Som;
}

/** The slip that the customer signs, and the drawer; a shop without a printer writes its own. */
async function printSlip(
  scope: WriteScope,
  customer: CustomerFacts,
  { approverId }: SecondPerson,
  { documentId, ...paid }: PaidOut,
): Promise<void> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return;
  const { personId } = scope.actor;
  const names = await namesOf(scope.trx, approverId === null ? [personId] : [personId, approverId]);
  const target = { documentKind: 'bonusPaidOut', documentId, printerId: printer.id, at: scope.now };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: 'original',
    copyNumber: 0,
    blocks: payOutSlip({
      ...paid,
      settings: scope.settings,
      language: customer.language ?? scope.settings.language,
      at: scope.now,
      customerName: customer.name,
      cashierName: names.get(personId) ?? '',
      approverName: approverId === null ? null : (names.get(approverId) ?? ''),
    }),
  });
  if (printer.profile.drawerPin !== null) await queueDrawer(scope.trx, { ...target, id: scope.newId() });
}
