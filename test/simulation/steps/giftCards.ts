/** Gift cards at the counter: sold, topped up, blocked and opened again, corrected. */
import { same } from '../difference.ts';
import { giftCardEnd, sellGiftCard, topUpGiftCard } from '../model/crediting.ts';
import type { GiftCard } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { asked, pass, picked, type World } from '../world.ts';

const moneyOf = (by: 'cash' | 'card', receivedSom: number) =>
  by === 'cash' ? ({ kind: 'cash', receivedSom } as const) : ({ kind: 'card', provider: 'humo' } as const);

function compareCard(
  card: GiftCard,
  told: { balanceSom: number; expiresOn: string | null; isBlocked: boolean },
) {
  same(
    'the gift card',
    { balance: card.balance, expiresOn: card.expiresOn, isBlocked: card.isBlocked },
    { balance: told.balanceSom, expiresOn: told.expiresOn, isBlocked: told.isBlocked },
  );
}

export async function sellCard(world: World, operation: OperationOf<'sellGiftCard'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const { amount, by, extraCash } = operation;
  const { giftCard, changeSom } = await till.client.credit.sellGiftCard({
    ...till.intention(),
    amountSom: amount,
    money: moneyOf(by, amount + extraCash),
    customerId: null,
  });
  same('the change of a gift card', by === 'cash' ? extraCash : 0, changeSom);
  compareCard(sellGiftCard(shop, giftCard.number, amount), giftCard);
}

export async function topUpCard(world: World, operation: OperationOf<'topUpGiftCard'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const card = picked(shop.giftCards, operation.card);
  if (card === undefined) return;
  const { amount, by } = operation;
  const call = till.client.credit.topUpGiftCard({
    ...till.intention(),
    number: card.number,
    amountSom: amount,
    money: moneyOf(by, amount),
  });
  const answer = await asked('topping a gift card up', card.isBlocked ? 'GiftCardBlocked' : null, call);
  if (answer === null) return;
  topUpGiftCard(shop, card, amount);
  compareCard(card, answer.giftCard);
}

export async function blockGiftCard(world: World, operation: OperationOf<'blockGiftCard'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const card = picked(shop.giftCards, operation.card);
  if (card === undefined) return;
  const { isBlocked } = operation;
  const answer = await till.client.credit.blockGiftCard({
    ...till.intention(),
    number: card.number,
    isBlocked,
    reason: 'sinov',
  });
  card.isBlocked = isBlocked;
  compareCard(card, answer.giftCard);
  if (isBlocked) return;
  const extended = await till.client.credit.extendGiftCard({
    ...till.intention(),
    number: card.number,
    expiresOn: giftCardEnd(shop),
  });
  card.expiresOn = giftCardEnd(shop);
  compareCard(card, extended.giftCard);
}

export async function correctGiftCard(
  world: World,
  operation: OperationOf<'correctGiftCard'>,
): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const card = picked(shop.giftCards, operation.card);
  if (card === undefined) return;
  const { amount } = operation;
  const call = till.client.credit.correct({
    ...till.intention(),
    subject: { kind: 'giftCard', number: card.number },
    amountSom: amount,
    reason: 'sinov',
  });
  const refused = card.balance + amount < 0 ? 'GiftCardNotEnough' : null;
  const answer = await asked('the correction of a gift card', refused, call);
  if (answer === null) return;
  card.balance += amount;
  same('the corrected gift card', card.balance, answer.balanceSom);
}
