/** What becomes of a person's bonus and of what was written about it when they are erased. */
import { addDays } from '../../shared/time.ts';
import { type Cleaner, type ErasedPerson, emptyWords } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';
import { expireLot, livingLots } from './lots.ts';

/**
 * Bonus of nobody burns at once: each lot is posted as expired, with a document, so that what the shop owes is right. What a
 * return left owing stays as it is; nobody will repay it. The lots have run out from then on: a lot burns once, so what a
 * later return gives back goes to a new one, which burns after its two weeks (docs/rules.md rule 9).
 */
async function burn(scope: WriteScope, { ids }: ErasedPerson): Promise<void> {
  for (const id of ids) {
    for (const { lotId, remainingSom } of await livingLots(scope, id)) {
      if (remainingSom === 0) continue;
      await expireLot(scope, { kind: 'customer', id }, { lotId, amountSom: remainingSom });
    }
  }
  const yesterday = addDays(scope.businessDay, -1);
  await scope.trx
    .updateTable('bonus_lot')
    .set({ expires_on: yesterday })
    .where('holder_kind', '=', 'customer')
    .where('holder_id', 'in', [...ids])
    .where(({ eb, or }) => or([eb('expires_on', 'is', null), eb('expires_on', '>', yesterday)]))
    .execute();
}

/** Nobody brings a friend with the code of somebody who is not known any more. */
async function dropReferralCodes({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  await trx
    .deleteFrom('referral_code')
    .where('customer_id', 'in', [...ids])
    .execute();
}

/** A prize that nobody can be told of would be nobody's: tickets of draws to come are void. Of a draw that was held all stay. */
async function dropTickets({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  await trx
    .updateTable('draw_ticket')
    .set({ is_void: 1 })
    .where('customer_id', 'in', [...ids])
    .where('draw_id', 'in', trx.selectFrom('draw').select('id').where('state', '=', 'open'))
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
  { name: 'tickets', clean: dropTickets },
  {
    name: 'loyaltyWords',
    clean: async ({ trx }, { ids }) => {
      for (const place of typed) await emptyWords(trx, place, ids);
    },
  },
];
