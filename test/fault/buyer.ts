/** A client that buys and buys: rings up goods, pays, and asks again for what was never answered. */
import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import type { SeededRandom } from '../../electron/command/seededRandom.ts';
import { newId } from '../../electron/ids.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import type { TillClient } from '../scenario/client.ts';
import type { CompleteInput, Outbox } from './outbox.ts';
import type { StockedShop } from './shop.ts';

export interface Buyer {
  readonly sale: TillClient['sale'];
  readonly outbox: Outbox;
  readonly shop: StockedShop;
  readonly random: SeededRandom;
  /** The planted defect of the client: a retry is a new intention, and a basket that is gone is rung up again. */
  readonly forgetsIds: boolean;
  /** Hears of every sale that is about to be asked for. */
  readonly onAsking: () => void;
  /** Whether the connection is over. */
  readonly isGone: () => boolean;
}

/** An answer may take so long to come back; when the till dies meanwhile, it never came. */
const slowestAnswerMs = 30;

const intention = (random: SeededRandom) => ({
  intentionId: newId(instantFromMilliseconds(Date.now()), random.bytes),
});

/** Settles what was left open by the last kill, then buys until the till is gone. */
export async function buyOn(buyer: Buyer): Promise<void> {
  const { outbox } = buyer;
  const pending = outbox.pending();
  if (pending !== null) {
    if (buyer.forgetsIds) await askAsIfNew(buyer, pending.purchase, pending.input);
    else await complete(buyer, pending.purchase, pending.input, false);
  }
  for (;;) {
    const last = outbox.lines().at(-1);
    await buy(buyer, (last?.purchase ?? 0) + 1);
  }
}

async function askAsIfNew(buyer: Buyer, purchase: number, input: CompleteInput): Promise<void> {
  try {
    await complete(buyer, purchase, { ...input, ...intention(buyer.random) }, true);
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'BasketGone')) throw error;
    await buy(buyer, purchase);
  }
}

async function complete(
  { sale, outbox, random, onAsking, isGone }: Buyer,
  purchase: number,
  input: CompleteInput,
  isNew: boolean,
): Promise<void> {
  if (isNew) outbox.write({ kind: 'asked', purchase, input });
  onAsking();
  const answer = await sale.complete(input);
  await pause(random.between(0, slowestAnswerMs));
  if (isGone()) throw new Error('the answer was lost on its way');
  outbox.write({ kind: 'acknowledged', purchase, answer });
}

/** One purchase from an empty basket to the answer. What a kill left in the basket is cleared first. */
async function buy(buyer: Buyer, purchase: number): Promise<void> {
  const { sale, shop, random } = buyer;
  let basket = await sale.basket(intention(random));
  const draft = () => ({ ...intention(random), saleId: basket.saleId, revision: basket.revision });
  const scan = async (code: string) => {
    const quantityThousandths = random.between(1, 4) * 1000;
    basket = (await sale.scan({ ...draft(), code, quantityThousandths })).basket;
  };
  if (basket.lines.length > 0 || basket.customer !== null || basket.coupon !== null) {
    basket = await sale.change({ ...draft(), change: { kind: 'clear' } });
  }
  const lines = random.between(1, 4);
  for (let line = 0; line < lines; line += 1) await scan(random.oneOf(shop.barcodes));
  if (random.chance(0.6)) await scan(random.oneOf(shop.cardNumbers));
  const coupon = basket.customer?.coupons.find((each) => each.missingSom === 0);
  if (coupon !== undefined && random.chance(0.7)) await scan(coupon.code);
  if (basket.bonusAtMostSom > 0 && random.chance(0.6)) {
    const change = { kind: 'spendBonus', amountSom: basket.bonusAtMostSom } as const;
    basket = await sale.change({ ...draft(), change });
  }
  await complete(buyer, purchase, { ...draft(), ...paymentOf(basket, random) }, true);
}

function paymentOf(basket: Basket, random: SeededRandom) {
  const isCash = random.chance(0.6) || basket.dueSom === 0;
  const bonus = {
    kind: 'bonus',
    provider: null,
    amountSom: basket.bonusToSpendSom,
    reference: null,
  } as const;
  const rest = isCash
    ? ({ kind: 'cash', provider: null, amountSom: basket.dueCashSom, reference: null } as const)
    : ({ kind: 'card', provider: 'humo', amountSom: basket.dueSom, reference: null } as const);
  return {
    tenders: basket.bonusToSpendSom > 0 ? [bonus, rest] : [rest],
    receivedCashSom: isCash ? (basket.quickAmountsSom[0] ?? basket.dueCashSom) : 0,
    expectedTotalSom: basket.totalSom,
    expectedBonusSpentSom: basket.bonusToSpendSom,
    quoteHash: basket.quoteHash,
  };
}
