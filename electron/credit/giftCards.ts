/** The verbs that show gift cards and change what one may do: the list, one with its movements, block, extend. */
import { creditContract } from '../../shared/credit/contract.ts';
import { giftCardLiability } from '../../shared/credit/giftCard.ts';
import { giftCardMovement } from '../../shared/credit/movement.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { som } from '../../shared/money.ts';
import { may } from '../../shared/staff/permissions.ts';
import { businessDayNow } from '../businessDay.ts';
import { documentOf } from '../document.ts';
import { movementsOf } from '../ledger/queries.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { giftCardMoney, giftCardPage, giftCardShown, knownGiftCard } from './giftCardsShown.ts';
import { receiptNumbersOf } from './queries.ts';

export const listGiftCards = readingVerb(creditContract.giftCards, async (scope, input) => {
  const day = await businessDayNow(scope.db, scope);
  const seesAll = scope.actor !== null && may(scope.actor, 'credit.changeGiftCard');
  return {
    ...(await giftCardPage(scope.db, { ...input, seesAll }, day)),
    ...giftCardLiability(await giftCardMoney(scope.db), day),
  };
});

/** So many entries of a card are shown; a card is spent in fewer. */
const movementsShown = 100;

export const showGiftCard = readingVerb(creditContract.giftCard, async ({ db }, input) => {
  const { number } = await knownGiftCard(db, input.number);
  const movements = await movementsOf(db, 'giftCard', number, movementsShown);
  const receipts = await receiptNumbersOf(
    db,
    movements.map((movement) => movement.documentId),
  );
  return {
    giftCard: await giftCardShown(db, number),
    movements: movements.map(({ at, documentKind, documentId, amountSom }) => ({
      at,
      kind: giftCardMovement(documentKind),
      amountSom: som(-amountSom),
      receiptNumber: receipts.get(documentId) ?? null,
    })),
  };
});

/** A blocked card pays nothing until it is opened again; what is on it stays. */
export const blockGiftCard = writingVerb(creditContract.blockGiftCard, async (scope, input) => {
  const card = await knownGiftCard(scope.trx, input.number);
  const { isBlocked, reason } = input;
  await scope.trx
    .updateTable('gift_card')
    .set({ blocked_at: isBlocked ? scope.now : null, block_reason: isBlocked ? reason : '' })
    .where('number', '=', card.number)
    .execute();
  return changed(scope, card, { isBlocked, reason });
});

/** Another last day, today at the earliest; a card that has run out pays again. */
export const extendGiftCard = writingVerb(creditContract.extendGiftCard, async (scope, input) => {
  const card = await knownGiftCard(scope.trx, input.number);
  const { expiresOn } = input;
  if (expiresOn !== null && expiresOn < scope.businessDay) throw new Refusal('DaysWrong');
  await scope.trx
    .updateTable('gift_card')
    .set({ expires_on: expiresOn })
    .where('number', '=', card.number)
    .execute();
  return changed(scope, card, { expiresOn, before: card.expires_on });
});

async function changed(
  scope: WriteScope,
  card: { readonly number: string; readonly customer_id: string | null },
  what: { readonly [key: string]: JsonValue },
) {
  await scope.follow({
    ...documentOf(scope, 'giftCardChanged', { card: card.number, ...what }),
    customerId: card.customer_id,
  });
  scope.changed('credit');
  return { giftCard: await giftCardShown(scope.trx, card.number) };
}
