/** The verbs service.apologise and apologyBudget: bonus or a coupon as an apology, small ones without asking anybody. */
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import {
  type ApologyFacts,
  apologyLeftSom,
  couponWorthSom,
  needsSecondPerson,
} from '../../shared/service/apologyBudget.ts';
import { stepAfter } from '../../shared/service/complaint.ts';
import type { Apology } from '../../shared/service/complaintContract.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { giveOne } from '../coupon/inTransaction.ts';
import { couponSlip } from '../coupon/paper.ts';
import { type CouponToPrint, type KnownSeries, seriesOfId } from '../coupon/queries.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { giveBonus } from '../loyalty/inTransaction.ts';
import type { TillParts } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { currentShift } from '../shift/queries.ts';
import { type SecondPerson, secondPerson } from '../staff/inTransaction.ts';
import { type ReadScope, readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { complaintOf, takeStep } from './complaintSteps.ts';
import { apologiesOfShift, type ComplaintRow } from './queries.ts';

type Budget = ApologyFacts & { readonly shiftId: string | null };

async function budgetOf(
  db: ReadScope['db'],
  { tillId, settings }: Pick<ReadScope, 'tillId' | 'settings'>,
): Promise<Budget> {
  const shift = await currentShift(db, tillId);
  return {
    shiftId: shift?.id ?? null,
    isShiftOpen: shift !== null,
    budgetSom: settings.apologyBudgetSom,
    givenSom: som(shift === null ? 0 : await apologiesOfShift(db, shift.id)),
  };
}

export const apologyBudget = readingVerb(serviceContract.apologyBudget, async (scope) => {
  const facts = await budgetOf(scope.db, scope);
  return { isShiftOpen: facts.isShiftOpen, budgetSom: facts.budgetSom, leftSom: apologyLeftSom(facts) };
});

/** Bonus goes through the bonus room with its posting, a coupon through its series with its own budget. */
export const apologise = (parts: Pick<TillParts, 'printQueue'>) =>
  writingVerb(serviceContract.apologise, async (scope, { complaintId, apology }) => {
    const complaint = await complaintOf(scope, complaintId);
    const allowed = stepAfter(complaint.state, 'compensated');
    if ('fault' in allowed) throw new Refusal(allowed.fault);
    const series = apology.kind === 'coupon' ? await knownSeries(scope, apology.seriesId) : null;
    const amountSom = apology.kind === 'bonus' ? apology.amountSom : worthOf(series);
    const budget = await budgetOf(scope.trx, scope);
    const second = needsSecondPerson(budget, amountSom)
      ? await secondPerson(scope, 'service.apologiseAbove')
      : { approverId: null, isAlone: false };
    const given = { complaint, apology, amountSom, second, shiftId: budget.shiftId };
    const couponCode = await (series === null
      ? giveAsBonus(scope, given)
      : giveAsCoupon(scope, parts, given, series));
    await takeStep(scope, complaint, { kind: 'compensated' }, { leavesDocument: false });
    return { couponCode };
  });

async function knownSeries(scope: WriteScope, seriesId: string): Promise<KnownSeries> {
  const series = await seriesOfId(scope.trx, seriesId);
  if (series === null) throw new Refusal('NotFound', { what: 'series' });
  return series;
}

function worthOf(known: KnownSeries | null) {
  return known === null ? null : couponWorthSom(known.series);
}

interface GivenApology {
  readonly complaint: ComplaintRow;
  readonly apology: Apology;
  readonly amountSom: number | null;
  readonly second: SecondPerson;
  readonly shiftId: string | null;
}

async function giveAsBonus(scope: WriteScope, given: GivenApology): Promise<null> {
  const customer =
    given.complaint.customer_id === null ? null : await customerFacts(scope.trx, given.complaint.customer_id);
  if (customer === null) throw new Refusal('ComplaintNeedsCustomer');
  const documentId = await keep(scope, given, { customerId: customer.id, couponCode: null });
  await giveBonus(scope, {
    customerId: customer.id,
    amountSom: som(given.amountSom ?? 0),
    expiryDays: scope.settings.bonusExpiryDays,
    reason: 'apology',
    documentKind: 'apologyGiven',
    documentId,
    // Given by hand, as a correction is.
    monthKind: 'correction',
  });
  scope.changed('loyalty', 'customer');
  return null;
}

async function giveAsCoupon(
  scope: WriteScope,
  parts: Pick<TillParts, 'printQueue'>,
  given: GivenApology,
  series: KnownSeries,
): Promise<string> {
  const { customer_id: customerId } = given.complaint;
  const customer = customerId === null ? null : await customerFacts(scope.trx, customerId);
  const coupon = await giveOne(scope, series, customer?.id ?? null);
  const documentId = await keep(scope, given, {
    customerId: customer?.id ?? null,
    couponCode: coupon.code,
  });
  if (given.apology.kind === 'coupon' && given.apology.isPrinted) {
    const isQueued = await printSlip(scope, documentId, coupon, customer?.language ?? null);
    if (isQueued) scope.afterCommit(parts.printQueue.wake);
  }
  scope.changed('coupon', 'receipt');
  return coupon.code;
}

/** False in a shop without a printer. */
async function printSlip(
  scope: WriteScope,
  documentId: string,
  coupon: CouponToPrint,
  language: WriteScope['settings']['language'] | null,
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
    blocks: await couponSlip(scope, coupon, language ?? scope.settings.language),
    at: scope.now,
  });
  return true;
}

/** Follows the document and keeps its row; answers the id of both. */
async function keep(
  scope: WriteScope,
  { complaint, apology, amountSom, second, shiftId }: GivenApology,
  to: { readonly customerId: string | null; readonly couponCode: string | null },
): Promise<string> {
  const seriesId = apology.kind === 'coupon' ? apology.seriesId : null;
  const document = documentOf(scope, 'apologyGiven', {
    complaintId: complaint.id,
    number: complaint.number,
    kind: apology.kind,
    amountSom,
    seriesId,
    code: to.couponCode,
    customerId: to.customerId,
    isAlone: second.isAlone,
  });
  await scope.trx
    .insertInto('compensation')
    .values({
      id: document.id,
      complaint_id: complaint.id,
      kind: apology.kind,
      amount_som: amountSom,
      series_id: seriesId,
      coupon_code: to.couponCode,
      shift_id: shiftId,
      person_id: scope.actor.personId,
      approver_id: second.approverId,
      is_alone: second.isAlone ? 1 : 0,
      business_day: scope.businessDay,
      given_at: scope.now,
    })
    .execute();
  await scope.follow({ ...document, customerId: to.customerId });
  return document.id;
}
