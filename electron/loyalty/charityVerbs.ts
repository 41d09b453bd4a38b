/** The verbs of charity: funds, bonus given to them, what the shop adds and hands over, and the month's statement. */
import { isRefused, Refusal } from '../../shared/errors.ts';
import { bonusDonatedPosting, fundPaidPosting, sponsorPosting } from '../../shared/ledger/charityPostings.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { fundMonth } from '../../shared/loyalty/charityMonth.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { spendFromLots } from '../../shared/loyalty/lots.ts';
import { judgeSpending, spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';
import { approverMay, may } from '../../shared/staff/permissions.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import { type CustomerFacts, customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { balanceOf, post } from '../ledger/inTransaction.ts';
import { currentShift } from '../shift/queries.ts';
import { type ReadScope, readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { noteBonus } from './bonusMonth.ts';
import { rowOf } from './charity.ts';
import { allFunds, donationsBetween, fundsBefore, insertDonation, isFundOpen } from './charityQueries.ts';
import { bonusBalanceOf, livingLots, takeFromLots } from './lots.ts';
import { addToDayLimit, spentToday } from './queries.ts';

/** What lies with the shop for a fund. */
async function fundBalance(db: ReadScope['db'], fundId: string): Promise<Som> {
  return subtractSom(zeroSom, await balanceOf(db, 'donations', fundId));
}

export const listFunds = readingVerb(loyaltyContract.funds, async ({ db }) => {
  const funds = [];
  for (const fund of await allFunds(db)) {
    funds.push({ ...fund, balanceSom: await fundBalance(db, fund.fundId) });
  }
  return { funds };
});

/** Makes a fund, names it anew, or closes it: a closed one takes nothing more and may still be paid out. */
export const saveFund = writingVerb(loyaltyContract.saveFund, async (scope, { fundId, name, isActive }) => {
  const { trx, now } = scope;
  const values = { name_json: JSON.stringify(name), is_active: isActive ? (1 as const) : (0 as const) };
  if ((await isFundOpen(trx, fundId)) === null) {
    await trx
      .insertInto('fund')
      .values({ id: fundId, created_at: now, ...values })
      .execute();
  } else {
    await trx.updateTable('fund').set(values).where('id', '=', fundId).execute();
  }
  await scope.follow(documentOf(scope, 'fundSaved', JSON.parse(JSON.stringify({ fundId, name, isActive }))));
  scope.changed('loyalty');
  return {};
});

/**
 * Bonus goes from the customer's lots to the fund, oldest expiry first as with any spending (docs/rules.md rule 11), and
 * within the same limits of the day (rule 20): a customer whose page is open has shown no card.
 */
export const donateBonus = writingVerb(
  loyaltyContract.donateBonus,
  async (scope, { customerId: askedFor, fundId, amountSom }) => {
    const { trx, businessDay } = scope;
    await requireOpenFund(scope, fundId);
    const customer = await customerFacts(trx, askedFor);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const { id: customerId } = customer;
    const lots = await livingLots(scope, customerId);
    const moves = spendFromLots(amountSom, lots, businessDay);
    if (isRefused(moves)) throw new Refusal(moves.refused, moves.data);
    await countTowardsDay(scope, customer, amountSom);
    const document = documentOf(scope, 'bonusDonated', { customerId, fundId, amountSom });
    await takeFromLots(scope, moves, 'spent', 'bonusDonated', document.id);
    const posting = bonusDonatedPosting(customerId, fundId, amountSom);
    await moveFund(scope, document, posting, { fundId, kind: 'bonus', amountSom, customerId });
    await noteBonus(scope, 'donated', amountSom);
    await scope.follow({ ...document, customerId });
    scope.changed('loyalty', 'customer');
    return { bonusBalanceSom: await bonusBalanceOf(trx, customerId) };
  },
);

/** Throws BonusNeedsCard above what may be spent today without the card, unless somebody who may allows it. */
async function countTowardsDay(
  scope: WriteScope,
  { id, isRegistered }: Pick<CustomerFacts, 'id' | 'isRegistered'>,
  amountSom: Som,
): Promise<void> {
  const { trx, actor, settings, businessDay } = scope;
  const who = { identification: 'search', isRegistered } as const;
  const limit = spendLimitKind(who);
  if (limit === 'none') return;
  const mayAllow = [may, approverMay].some((allows) => allows(actor, 'loyalty.spendOverLimit'));
  const refusal = judgeSpending(amountSom, {
    ...who,
    spentTodaySom: await spentToday(trx, id, businessDay, limit),
    isApproved: mayAllow,
    limits: { withoutCardSom: settings.spendWithoutCardSom, instantCardSom: settings.instantCardDailySom },
  });
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);
  await addToDayLimit.one(trx, {
    customer_id: id,
    business_day: businessDay,
    identification: limit,
    spent_som: amountSom,
  });
}

/** A sum that the shop itself adds to a fund. */
export const sponsor = writingVerb(loyaltyContract.sponsor, async (scope, { fundId, amountSom, note }) => {
  await requireOpenFund(scope, fundId);
  const document = documentOf(scope, 'fundSponsored', { fundId, amountSom, note });
  const posting = sponsorPosting(fundId, amountSom);
  await moveFund(scope, document, posting, { fundId, kind: 'shop', amountSom, note });
  await scope.follow(document);
  scope.changed('loyalty');
  return {};
});

/** Hands money over to a fund: never more than lies with the shop for it, and from the drawer only in a shift. */
export const payFund = writingVerb(
  loyaltyContract.payFund,
  async (scope, { fundId, amountSom, from, note }) => {
    const { trx, tillId } = scope;
    if ((await isFundOpen(trx, fundId)) === null) throw new Refusal('NotFound', { what: 'fund' });
    const balanceSom = await fundBalance(trx, fundId);
    if (amountSom > balanceSom) throw new Refusal('FundHoldsLess', { balanceSom });
    if (from === 'drawer' && (await currentShift(trx, tillId)) === null) throw new Refusal('ShiftNotOpen');
    const document = documentOf(scope, 'fundPaid', { fundId, amountSom, from, note });
    const source = from === 'drawer' ? ({ kind: 'drawer', tillId } as const) : ({ kind: 'outside' } as const);
    const posting = fundPaidPosting(fundId, amountSom, source);
    const paidSom = subtractSom(zeroSom, amountSom);
    await moveFund(scope, document, posting, { fundId, kind: 'paidOut', amountSom: paidSom, note });
    await scope.follow(document);
    scope.changed('loyalty', 'shift');
    return {};
  },
);

async function requireOpenFund({ trx }: WriteScope, fundId: string): Promise<void> {
  if ((await isFundOpen(trx, fundId)) !== true) throw new Refusal('FundClosed');
}

/** One movement of a fund, in its table and in the ledger. */
async function moveFund(
  scope: WriteScope,
  document: { readonly id: string; readonly kind: string },
  posting: Posting,
  donation: {
    readonly fundId: string;
    readonly kind: 'bonus' | 'shop' | 'paidOut';
    readonly amountSom: Som;
    readonly customerId?: string;
    readonly note?: string;
  },
): Promise<void> {
  await post(scope.trx, posting, {
    id: scope.newId(),
    documentKind: document.kind,
    documentId: document.id,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: donation.kind,
  });
  await insertDonation.one(scope.trx, {
    ...rowOf(scope),
    note: donation.note ?? '',
    fund_id: donation.fundId,
    kind: donation.kind,
    amount_som: donation.amountSom,
    customer_id: donation.customerId ?? null,
    sale_id: null,
  });
}

/** The month of every fund that ever moved or is in use, with what the shop gave and handed over line by line. */
export const charityMonth = readingVerb(loyaltyContract.charityMonth, async ({ db }, { month }) => {
  const { first, last } = monthOf(`${month}-01` as BusinessDay);
  const before = await fundsBefore(db, first);
  const movements = await donationsBetween(db, first, last);
  const funds = (await allFunds(db)).flatMap(({ fundId, name, isActive }) => {
    const own = movements.filter((movement) => movement.fundId === fundId);
    const beforeSom = before.get(fundId) ?? zeroSom;
    if (!isActive && own.length === 0 && beforeSom === 0) return [];
    return [{ fundId, name, ...fundMonth(beforeSom, own) }];
  });
  const entries = movements.flatMap(({ day, at, fundId, kind, amountSom, note }) => {
    if (kind !== 'shop' && kind !== 'paidOut') return [];
    return [{ day, at, fundId, kind, amountSom: som(Math.abs(amountSom)), note }];
  });
  return { funds, entries };
});
