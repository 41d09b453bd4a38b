/** The verbs credit.sellGiftCard and credit.topUpGiftCard: money comes, and the shop owes goods for it. */
import { newCode } from '../../shared/code.ts';
import { creditContract } from '../../shared/credit/contract.ts';
import { giftCardExpiry } from '../../shared/credit/giftCard.ts';
import { Refusal } from '../../shared/errors.ts';
import { giftCardSoldPosting } from '../../shared/ledger/creditPostings.ts';
import { addSom, type Som, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { customerFacts } from '../customer/queries.ts';
import { hotInsert } from '../database/hot.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { giftCardShown, knownGiftCard } from './giftCardsShown.ts';
import { type MoneyInShift, takeMoneyInShift } from './moneyInShift.ts';
import { giftCardPaper } from './paper.ts';
import { paidOnPaper, paperHead } from './paperHead.ts';
import { type PrintingParts, printSlip } from './printSlip.ts';
import { giftCardRow, owedOn } from './queries.ts';

/** A card with a new number, good for the days that the settings give. Its paper is the card. */
export const sellGiftCard = (parts: PrintingParts) =>
  writingVerb(creditContract.sellGiftCard, async (scope, input) => {
    const { trx, businessDay, now } = scope;
    const customer = input.customerId === null ? null : await customerFacts(trx, input.customerId);
    if (input.customerId !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const money = await takeMoneyInShift(scope, input.amountSom, input.money);

    const number = await freeNumber(scope);
    const expiresOn = giftCardExpiry(businessDay, scope.settings.giftCardDays);
    await trx
      .insertInto('gift_card')
      .values({
        number,
        expires_on: expiresOn,
        blocked_at: null,
        block_reason: '',
        customer_id: customer?.id ?? null,
        sold_on: businessDay,
        sold_at: now,
      })
      .execute();
    await putMoney(scope, parts, {
      kind: 'sold',
      cardNumber: number,
      customerId: customer?.id ?? null,
      amountSom: input.amountSom,
      balanceBeforeSom: zeroSom,
      expiresOn,
      money,
    });
    return { giftCard: await giftCardShown(trx, number), changeSom: money.changeSom };
  });

/** More money on a card that is not blocked; also on one that has run out, because its life begins anew. */
export const topUpGiftCard = (parts: PrintingParts) =>
  writingVerb(creditContract.topUpGiftCard, async (scope, input) => {
    const card = await knownGiftCard(scope.trx, input.number);
    if (card.blocked_at !== null) throw new Refusal('GiftCardBlocked');
    const money = await takeMoneyInShift(scope, input.amountSom, input.money);

    const expiresOn = giftCardExpiry(scope.businessDay, scope.settings.giftCardDays);
    const balanceBeforeSom = await owedOn(scope.trx, 'giftCard', card.number);
    await scope.trx
      .updateTable('gift_card')
      .set({ expires_on: expiresOn })
      .where('number', '=', card.number)
      .execute();
    await putMoney(scope, parts, {
      kind: 'toppedUp',
      cardNumber: card.number,
      customerId: card.customer_id,
      amountSom: input.amountSom,
      balanceBeforeSom,
      expiresOn,
      money,
    });
    return { giftCard: await giftCardShown(scope.trx, card.number), changeSom: money.changeSom };
  });

/** A number that no card has: one of a million million, so a second draw is rarer than rare. */
async function freeNumber({ trx, random }: Pick<WriteScope, 'trx' | 'random'>): Promise<string> {
  for (;;) {
    const number = newCode('G', random(8));
    if ((await giftCardRow(trx, number)) === null) return number;
  }
}

interface MoneyOnCard {
  readonly kind: 'sold' | 'toppedUp';
  readonly cardNumber: string;
  readonly customerId: string | null;
  readonly amountSom: Som;
  readonly balanceBeforeSom: Som;
  readonly expiresOn: BusinessDay | null;
  readonly money: MoneyInShift;
}

const insertGiftCardSale = hotInsert('gift_card_sale', [
  'id',
  'till_id',
  'number',
  'card_number',
  'kind',
  'amount_som',
  'tender_kind',
  'tender_provider',
  'received_cash_som',
  'shift_id',
  'person_id',
  'business_day',
  'sold_at',
]);

const documentKinds = { sold: 'giftCardSold', toppedUp: 'giftCardToppedUp' } as const;

/** Writes the numbered document, posts the money and queues the paper. */
async function putMoney(scope: WriteScope, parts: PrintingParts, put: MoneyOnCard): Promise<void> {
  const { trx, tillId, businessDay, now, actor } = scope;
  const { cardNumber, amountSom, money } = put;
  const documentKind = documentKinds[put.kind];
  const number = await numberAfter(trx, tillId, 'giftCardSale');
  const document = {
    ...documentOf(scope, documentKind, { number, card: cardNumber, amountSom, expiresOn: put.expiresOn }),
    customerId: put.customerId,
  };
  await insertGiftCardSale.one(trx, {
    id: document.id,
    till_id: tillId,
    number,
    card_number: cardNumber,
    kind: put.kind,
    amount_som: amountSom,
    tender_kind: money.kind,
    tender_provider: money.provider,
    received_cash_som: money.receivedCashSom,
    shift_id: money.shiftId,
    person_id: actor.personId,
    business_day: businessDay,
    sold_at: now,
  });
  await post(trx, giftCardSoldPosting(cardNumber, amountSom, { tillId, ...money }), {
    id: scope.newId(),
    documentKind,
    documentId: document.id,
    businessDay,
    at: now,
    reason: put.kind,
  });
  await scope.follow(document);
  await printSlip(scope, parts, {
    documentKind,
    documentId: document.id,
    blocks: giftCardPaper({
      ...(await paperHead(scope, put.customerId)),
      kind: put.kind,
      number,
      cardNumber,
      amountSom,
      balanceSom: addSom(put.balanceBeforeSom, amountSom),
      expiresOn: put.expiresOn,
      paid: paidOnPaper(money),
    }),
    movesCash: money.kind === 'cash',
  });
  scope.changed('credit', 'shift');
}
