/** Keeps the sums of bonus by month in the transaction of every movement. */
import { type BonusMonthKind, monthKeyOf } from '../../shared/loyalty/bonusMonth.ts';
import type { Som } from '../../shared/money.ts';
import { hotInsert } from '../database/hot.ts';
import type { WriteScope } from '../verb.ts';

const addToMonth = hotInsert('bonus_month', ['month', 'kind', 'amount_som'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['month', 'kind']).doUpdateSet(({ eb, ref }) => ({
      amount_som: eb('bonus_month.amount_som', '+', ref('excluded.amount_som')),
    })),
  ),
);

/**
 * Adds a movement to the sums of the month of the scope's business day. To be called wherever `bonusLiability` is posted
 * to, with the same sum, except where bonus only changes its holder. 0 writes nothing.
 */
export async function noteBonus(
  { trx, businessDay }: Pick<WriteScope, 'trx' | 'businessDay'>,
  kind: BonusMonthKind,
  amountSom: Som,
): Promise<void> {
  if (amountSom === 0) return;
  await addToMonth.one(trx, { month: monthKeyOf(businessDay), kind, amount_som: amountSom });
}

/** The same for movements of several kinds that one act makes. */
export async function noteBonusKinds(
  { trx, businessDay }: Pick<WriteScope, 'trx' | 'businessDay'>,
  movements: readonly { readonly kind: BonusMonthKind; readonly amountSom: Som }[],
): Promise<void> {
  const month = monthKeyOf(businessDay);
  await addToMonth.many(
    trx,
    movements
      .filter(({ amountSom }) => amountSom !== 0)
      .map(({ kind, amountSom }) => ({ month, kind, amount_som: amountSom })),
  );
}
