/** Non-cash payments that a terminal or a phone takes: noted before they are asked for, so that none is taken twice. */
import type { Tender } from '../../shared/basket.ts';
import { Refusal } from '../../shared/errors.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { draftingVerb, type WriteScope } from '../verb.ts';
import { basketToChange, saveContent, viewIn } from './openBasket.ts';
import { attemptsOf } from './queries.ts';

/** Asked may become taken, not taken or uncertain; uncertain only taken or not taken; what is settled stays. */
const mayFollow: Readonly<Record<string, readonly string[]>> = {
  asked: ['uncertain', 'taken', 'notTaken'],
  uncertain: ['taken', 'notTaken'],
  taken: ['notTaken'],
  notTaken: [],
};

export const notePayment = draftingVerb(saleContract.notePayment, async (scope, input) => {
  const { stored, isRepeated } = await basketToChange(scope, input);
  if (isRepeated) return viewIn(scope, stored);
  const known = (await attemptsOf(scope.trx, stored.saleId)).find(
    (attempt) => attempt.id === input.attemptId,
  );
  if (known === undefined) {
    await scope.trx
      .insertInto('payment_attempt')
      .values({
        id: input.attemptId,
        sale_id: stored.saleId,
        kind: input.kind,
        provider: input.provider,
        amount_som: input.amountSom,
        state: input.state,
        person_id: scope.actor.personId,
        asked_at: scope.now,
        changed_at: scope.now,
      })
      .execute();
  } else if (known.state !== input.state) {
    if (!mayFollow[known.state]?.includes(input.state)) throw new Refusal('PaymentSettled');
    await setState(scope, known.id, input.state);
  }
  return saveContent(scope, stored, stored.content, input.intentionId);
});

async function setState(
  scope: WriteScope,
  attemptId: string,
  state: 'asked' | 'uncertain' | 'taken' | 'notTaken',
): Promise<void> {
  await scope.trx
    .updateTable('payment_attempt')
    .set({ state, changed_at: scope.now })
    .where('id', '=', attemptId)
    .execute();
}

/**
 * Every payment that was begun must have come to an end before the sale does: one that is uncertain refuses it, one that
 * was taken must be among the tenders, and one that is among them counts as taken.
 */
export async function settleAttempts(
  scope: WriteScope,
  saleId: string,
  tenders: readonly Tender[],
): Promise<void> {
  const open = [...tenders];
  for (const attempt of await attemptsOf(scope.trx, saleId)) {
    if (attempt.state === 'notTaken') continue;
    const index = open.findIndex(
      (tender) => tender.provider === attempt.provider && tender.amountSom === attempt.amount_som,
    );
    if (attempt.state === 'uncertain' || index === -1) {
      throw new Refusal('PaymentUncertain', { amountSom: attempt.amount_som });
    }
    open.splice(index, 1);
    if (attempt.state === 'asked') await setState(scope, attempt.id, 'taken');
  }
}

/** The first payment of a basket whose end nobody knows. */
export async function unsettledAmount(scope: WriteScope, saleId: string): Promise<number | null> {
  const attempts = await attemptsOf(scope.trx, saleId);
  return attempts.find(({ state }) => state !== 'notTaken')?.amount_som ?? null;
}
