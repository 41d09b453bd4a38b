/** One customer who becomes another brings bonus, paid days, deeds and friends along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import {
  formerCustomerOf,
  type PartedCustomer,
  partedCustomerOf,
  type TillDocument,
} from '../../shared/journal/document.ts';
import { bonusClaimedPosting } from '../../shared/ledger/otherPostings.ts';
import { takeBackEarned } from '../../shared/loyalty/lots.ts';
import { type Som, som, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { bringCorrectionsAlong, type PostingCause, post, postBack } from '../ledger/inTransaction.ts';
import { giveBackMoves, type MovedTable, mergeStands, movedRows, rememberMoves } from '../movedRows.ts';
import { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns, takeFromLots } from './lots.ts';
import { addToDayLimit, insertLotUses } from './queries.ts';
import { bringReferralsAlong } from './referralQueries.ts';
import { bringPaidDaysAlong } from './tiersQueries.ts';

type Trx = Transaction<Tables>;

const lotTable: MovedTable = {
  table: 'bonus_lot',
  key: ['id'],
  holders: ['holder_id'],
  sums: ['remaining_som'],
  obstacle: 'bonusSpent',
};

const movedTables: readonly MovedTable[] = [
  lotTable,
  {
    table: 'customer_paid_day',
    key: ['customer_id', 'business_day'],
    holders: ['customer_id'],
    sums: ['paid_som'],
    mayOwe: true,
  },
  { table: 'deed_given', key: ['id'], holders: ['customer_id'] },
  { table: 'referral', key: ['id'], holders: ['referrer_id', 'friend_id'] },
  { table: 'referral_code', key: ['code'], holders: ['customer_id'] },
  {
    table: 'bonus_day_limit',
    key: ['customer_id', 'business_day', 'identification'],
    holders: ['customer_id'],
    sums: ['spent_som'],
  },
  { table: 'correction', key: ['id'], holders: ['customer_id'] },
];

/**
 * Lots with their last days, the balance and everything this room keeps for the former customer go over to the document's
 * customer. Not one so'm is lost, and the sums of the month stay: bonus only changed its holder.
 */
export async function bringBonusAlong(trx: Trx, document: TillDocument, scope: BonusScope): Promise<void> {
  const { customerId } = document;
  const parted = partedCustomerOf(document);
  if (parted !== null && customerId !== null) return giveBonusBack(scope, document, customerId, parted);
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  // What ran out is posted for whoever it ran out for.
  await livingLots(scope, formerId);
  await livingLots(scope, customerId);
  await rememberMoves(trx, document, movedTables, async () => {
    const balance = await bonusBalanceOf(trx, formerId);
    await trx
      .updateTable('bonus_lot')
      .set({ holder_id: customerId })
      .where('holder_kind', '=', 'customer')
      .where('holder_id', '=', formerId)
      .execute();
    await post(trx, bonusClaimedPosting(formerId, customerId, balance), causeOf(document, scope, 'joined'));
    await repayFromLots(scope, document, customerId);
    await bringPaidDaysAlong(trx, formerId, customerId);
    await bringDeedsAlong(trx, formerId, customerId);
    await bringReferralsAlong(trx, formerId, customerId);
    await bringDayLimitsAlong(trx, formerId, customerId, scope.businessDay);
    await bringCorrectionsAlong(trx, formerId, customerId);
  });
}

const causeOf = (document: TillDocument, scope: BonusScope, reason: string): PostingCause => ({
  id: scope.newId(),
  documentKind: document.kind,
  documentId: document.id,
  businessDay: document.businessDay,
  at: document.at,
  reason,
});

/**
 * A merge is taken back: the lots are as they were, and the balance that came over goes back. A lot that ran out since ran
 * out for whoever had it; one that was spent from keeps the merge standing, because nobody can say whose bonus it was.
 */
async function giveBonusBack(
  scope: BonusScope,
  document: TillDocument,
  customerId: string,
  { mergeId, formerId }: PartedCustomer,
): Promise<void> {
  const { trx } = scope;
  await livingLots(scope, customerId);
  const expiredSom = await expiredSince(scope, mergeId, formerId);
  await giveBackMoves(trx, mergeId, movedTables);
  await putRepaidBack(scope, mergeId, document.id);
  const earlier = { documentKind: 'customerMerged', documentId: mergeId, reason: 'joined' };
  await postBack(trx, earlier, causeOf(document, scope, 'parted'));
  await post(
    trx,
    bonusClaimedPosting(formerId, customerId, expiredSom),
    causeOf(document, scope, 'expiredMeanwhile'),
  );
  await refuseUnexplained(scope, customerId);
  await refuseUnexplained(scope, formerId);
}

/** What the merge took out of the one's lots for what the other owed is in them again; its record is answered by another. */
async function putRepaidBack(
  { trx, newId, now }: BonusScope,
  mergeId: string,
  documentId: string,
): Promise<void> {
  const taken = await trx
    .selectFrom('bonus_lot_use')
    .select(['lot_id', 'amount_som'])
    .where('document_kind', '=', 'customerMerged')
    .where('document_id', '=', mergeId)
    .execute();
  await insertLotUses.many(
    trx,
    taken.map(({ lot_id, amount_som }) => ({
      id: newId(),
      lot_id,
      document_kind: 'customerUnmerged',
      document_id: documentId,
      kind: 'givenBack' as const,
      amount_som,
      used_at: now,
    })),
  );
}

/** What the one owed may have been repaid from what the other earned since: then nobody can say whose it was. */
async function refuseUnexplained(scope: BonusScope, customerId: string): Promise<void> {
  const lots = await livingLots(scope, customerId);
  const inLots = lots.reduce((sum, { remainingSom }) => sum + remainingSom, 0);
  if ((await bonusBalanceOf(scope.trx, customerId)) > inLots) mergeStands('bonusSpent');
}

/** What ran out of the former customer's lots since the merge. Throws MergeUsed when any was spent. */
async function expiredSince({ trx }: BonusScope, mergeId: string, formerId: string): Promise<Som> {
  let expired = 0;
  for (const { before, after } of await movedRows(trx, mergeId, lotTable.table)) {
    if (before === null || after === null) continue;
    const lot = await trx
      .selectFrom('bonus_lot')
      .select('remaining_som')
      .where('id', '=', String(after.id))
      .executeTakeFirst();
    const used = Number(after.remaining_som) - (lot?.remaining_som ?? 0);
    const ranOut = await ranOutOf(trx, String(after.id));
    if (used !== 0 && used !== ranOut) mergeStands('bonusSpent');
    if (before.holder_id === formerId) expired += used;
  }
  return som(expired);
}

/** What ran out of a lot; it does so once and whole. */
async function ranOutOf(trx: Trx, lotId: string): Promise<number> {
  const row = await trx
    .selectFrom('bonus_lot_use')
    .select(({ fn }) => fn.sum<number | null>('amount_som').as('amount'))
    .where('lot_id', '=', lotId)
    .where('kind', '=', 'expired')
    .executeTakeFirst();
  return Number(row?.amount ?? 0);
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
