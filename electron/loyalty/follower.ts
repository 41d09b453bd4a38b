/** One customer who becomes another brings bonus, paid days, deeds and friends along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import { bonusClaimedPosting } from '../../shared/ledger/otherPostings.ts';
import { takeBackEarned } from '../../shared/loyalty/lots.ts';
import { zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { bringCorrectionsAlong, post } from '../ledger/inTransaction.ts';
import { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns, takeFromLots } from './lots.ts';
import { addToDayLimit } from './queries.ts';
import { bringReferralsAlong } from './referralQueries.ts';
import { bringPaidDaysAlong } from './tiersQueries.ts';

type Trx = Transaction<Tables>;

/**
 * Lots with their last days, the balance and everything this room keeps for the former customer go over to the document's
 * customer. Not one so'm is lost, and the sums of the month stay: bonus only changed its holder.
 */
export async function bringBonusAlong(trx: Trx, document: TillDocument, scope: BonusScope): Promise<void> {
  const { customerId } = document;
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  // What ran out is posted for whoever it ran out for.
  await livingLots(scope, formerId);
  const balance = await bonusBalanceOf(trx, formerId);
  await trx
    .updateTable('bonus_lot')
    .set({ holder_id: customerId })
    .where('holder_kind', '=', 'customer')
    .where('holder_id', '=', formerId)
    .execute();
  await post(trx, bonusClaimedPosting(formerId, customerId, balance), {
    id: scope.newId(),
    documentKind: document.kind,
    documentId: document.id,
    businessDay: document.businessDay,
    at: document.at,
    reason: 'joined',
  });
  await repayFromLots(scope, document, customerId);
  await bringPaidDaysAlong(trx, formerId, customerId);
  await bringDeedsAlong(trx, formerId, customerId);
  await bringReferralsAlong(trx, formerId, customerId);
  await bringDayLimitsAlong(trx, formerId, customerId, scope.businessDay);
  await bringCorrectionsAlong(trx, formerId, customerId);
}

/** What one of the two owed after a return is taken out of the other's lots, as their next earning would have been. */
async function repayFromLots(scope: BonusScope, document: TillDocument, customerId: string): Promise<void> {
  const lots = await livingLots(scope, customerId);
  const owedSom = owedAfterReturns(lots, await bonusBalanceOf(scope.trx, customerId));
  if (owedSom === 0) return;
  const { moves } = takeBackEarned(owedSom, null, zeroSom, lots, scope.businessDay);
  await takeFromLots(scope, moves, 'takenBack', document.kind, document.id);
}

/** What both had for one occasion stays where it was given: nobody is welcome twice. */
async function bringDeedsAlong(trx: Trx, formerId: string, customerId: string): Promise<void> {
  await trx
    .updateTable('deed_given')
    .set({ customer_id: customerId })
    .where('customer_id', '=', formerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deed_given as kept')
            .select('kept.id')
            .where('kept.customer_id', '=', customerId)
            .whereRef('kept.kind', '=', 'deed_given.kind')
            .whereRef('kept.occasion', '=', 'deed_given.occasion'),
        ),
      ),
    )
    .execute();
}

/** What was spent today without the card in hand stays spent. */
async function bringDayLimitsAlong(
  trx: Trx,
  formerId: string,
  customerId: string,
  day: BusinessDay,
): Promise<void> {
  const spent = await trx
    .selectFrom('bonus_day_limit')
    .select(['business_day', 'identification', 'spent_som'])
    .where('customer_id', '=', formerId)
    .where('business_day', '=', day)
    .execute();
  await addToDayLimit.many(
    trx,
    spent.map((row) => ({ ...row, customer_id: customerId })),
  );
}
