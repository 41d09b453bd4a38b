/** What becomes of a person's bonus and of what was written about it when they are erased. */
import { type Cleaner, type ErasedPerson, emptyWords } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';
import { expireLot, livingLots } from './lots.ts';

/**
 * Bonus of nobody burns at once: each lot is posted as expired, with a document, so that what the shop owes is right. What a
 * return left owing stays as it is; nobody will repay it.
 */
async function burn(scope: WriteScope, { ids }: ErasedPerson): Promise<void> {
  for (const id of ids) {
    for (const { lotId, remainingSom } of await livingLots(scope, id)) {
      if (remainingSom === 0) continue;
      await expireLot(scope, { kind: 'customer', id }, { lotId, amountSom: remainingSom });
    }
  }
}

/** Nobody brings a friend with the code of somebody who is not known any more. */
async function dropReferralCodes({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  await trx
    .deleteFrom('referral_code')
    .where('customer_id', 'in', [...ids])
    .execute();
}

const typed = [
  { table: 'deed_given', column: 'note' },
  { table: 'donation', column: 'note' },
  { table: 'contest_entry', column: 'note' },
] as const;

export const loyaltyCleaners: readonly Cleaner[] = [
  { name: 'bonus', clean: burn },
  { name: 'referralCodes', clean: dropReferralCodes },
  {
    name: 'loyaltyWords',
    clean: async ({ trx }, { ids }) => {
      for (const place of typed) await emptyWords(trx, place, ids);
    },
  },
];
