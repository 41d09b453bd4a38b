/** Compares the basket that is about to be paid, pays it, and compares what the till says of the finished sale. */
import type { Tender } from '../../../shared/basket.ts';
import { same } from '../difference.ts';
import { tierOf } from '../model/pricing.ts';
import { earningOf, openDebt, type Quote, quoteOf, rememberSale, type Wish } from '../model/selling.ts';
import type { OperationOf } from '../operations.ts';
import { asked, partOf, type World } from '../world.ts';
import { type Desk, draftOf } from './desk.ts';

type Sell = OperationOf<'sell'>;

/** The money side of a payment. */
interface Money {
  readonly card: number;
  readonly cash: number;
  readonly received: number;
  readonly rounding: number;
  readonly toAccount: number;
}

function moneyOf(
  { shop }: World,
  { pay, cardPart, extraCash, keepsChange }: Sell,
  wish: Wish,
  due: number,
): Money {
  const card = pay === 'card' ? due : pay === 'both' ? partOf(due, cardPart) : 0;
  const left = due - card;
  const step = shop.fixed.cashRoundingSom;
  const cash = step > 1 ? left - (left % step) : left;
  const received = left > 0 ? cash + extraCash : 0;
  const change = received - cash;
  const toAccount = wish.customer !== null && keepsChange !== null ? partOf(change, keepsChange) : 0;
  return { card, cash, received, rounding: left - cash, toAccount };
}

function tendersOf(quote: Quote, wish: Wish, { card, cash }: Money): Tender[] {
  const tender = (
    kind: string,
    amountSom: number,
    provider: string | null = null,
    reference: string | null = null,
  ) => ({ kind, provider, amountSom, reference }) as Tender;
  const all = [
    tender('bonus', quote.bonus),
    tender('giftCard', quote.giftCard, null, wish.giftCard?.card.number ?? null),
    tender('storeCredit', quote.storeCredit),
    tender('debt', quote.debt),
    tender('card', card, 'humo'),
  ].filter((each) => each.amountSom > 0);
  return quote.due > card ? [...all, tender('cash', cash)] : all;
}

export async function pay(world: World, desk: Desk, operation: Sell): Promise<void> {
  const { till, shop } = world;
  const { wish } = desk;
  const quote = quoteOf(shop, wish);
  compareBasket(world, desk, quote);
  const money = moneyOf(world, operation, wish, quote.due);
  const completed = await asked(
    'the sale',
    null,
    till.client.sale.complete({
      ...draftOf(world, desk),
      tenders: tendersOf(quote, wish, money),
      receivedCashSom: money.received,
      changeToAccountSom: money.toAccount,
      expectedTotalSom: quote.total,
      expectedBonusSpentSom: quote.bonus,
      quoteHash: desk.basket.quoteHash,
    }),
  );
  if (completed === null) return;
  const { receipt_code: receiptCode } = await till.db
    .selectFrom('sale')
    .select('receipt_code')
    .where('id', '=', completed.saleId)
    .executeTakeFirstOrThrow();
  const names = {
    id: completed.saleId,
    number: shop.sales.length + 1,
    receiptCode,
    claimCode: completed.claimCode,
  };
  const sale = rememberSale(shop, wish, quote, names, money);
  same(
    'the finished sale',
    {
      number: names.number,
      net: quote.total,
      change: money.received - money.cash - money.toAccount,
      toAccount: money.toAccount,
      earned: sale.earned + (sale.firstPurchase?.bonus ?? 0),
      spent: quote.bonus,
      balance: wish.customer?.purse.balance ?? null,
      hasClaim: wish.customer === null,
      donation: quote.donation,
    },
    {
      number: completed.number,
      net: completed.netSom,
      change: completed.changeSom,
      toAccount: completed.changeToAccountSom,
      earned: completed.bonusEarnedSom,
      spent: completed.bonusSpentSom,
      balance: completed.bonusBalanceSom,
      hasClaim: completed.claimCode !== null,
      donation: completed.donationSom,
    },
  );
}

function compareBasket({ shop }: World, { basket, wish }: Desk, quote: Quote): void {
  same(
    'the prices of the basket',
    {
      total: quote.total,
      vat: quote.vat,
      lines: quote.lines.map((line) => [line.product.id, line.gross, line.net]),
      earns: earningOf(shop, wish, quote).bonus,
    },
    {
      total: basket.totalSom,
      vat: basket.vatSom,
      lines: basket.lines.map((line) =>
        line.kind === 'product' ? [line.productId, line.grossSom, line.netSom] : [line.code],
      ),
      earns: basket.bonusToEarnSom,
    },
  );
  same(
    'what pays the basket',
    {
      bonusAtMost: quote.bonusAtMost,
      bonus: quote.bonus,
      giftCard: quote.giftCard,
      storeCreditAtMost: quote.storeCreditAtMost,
      storeCredit: quote.storeCredit,
      debt: quote.debt,
      donation: quote.donation,
      due: quote.due,
      dueCash: quote.dueCash,
    },
    {
      bonusAtMost: basket.bonusAtMostSom,
      bonus: basket.bonusToSpendSom,
      giftCard: basket.giftCard?.paysSom ?? 0,
      storeCreditAtMost: basket.storeCreditAtMostSom,
      storeCredit: basket.storeCreditPaysSom,
      debt: basket.debt?.amountSom ?? 0,
      donation: basket.donation?.amountSom ?? 0,
      due: basket.dueSom,
      dueCash: basket.dueCashSom,
    },
  );
  const { customer } = wish;
  if (customer === null) return;
  same(
    'the strip of the customer',
    {
      bonus: customer.purse.balance,
      spendable: quote.spendable,
      storeCredit: customer.storeCredit,
      debt: openDebt(customer),
      tier: tierOf(shop, customer)?.id ?? null,
    },
    {
      bonus: basket.customer?.bonusSom,
      spendable: basket.customer?.spendableSom,
      storeCredit: basket.customer?.storeCreditSom,
      debt: basket.customer?.debtSom,
      tier: basket.customer?.tier?.current?.tierId ?? null,
    },
  );
}
