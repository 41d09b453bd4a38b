/** A morning at the demo shop's counter beside the goods: a gift card is bought, a debt is brought back. */
import { som } from '../../shared/money.ts';
import { creditAccount } from '../credit/account.ts';
import { repayDebt } from '../credit/repay.ts';
import { sellGiftCard } from '../credit/sellGiftCards.ts';
import { rewardRepayment } from '../sale/repaymentBonus.ts';
import { type DemoWorld, noPrinting } from './demoWorld.ts';

const sell = sellGiftCard({ printQueue: noPrinting });
const repay = repayDebt({ printQueue: noPrinting, rewardRepayment });

/** Answers the cash that comes into the drawer. */
export async function visitWithoutGoods(world: DemoWorld): Promise<number> {
  return (await buyGiftCard(world)) + (await bringDebtBack(world));
}

async function buyGiftCard(world: DemoWorld): Promise<number> {
  if (!world.random.chance(0.2)) return 0;
  const amountSom = som(world.random.oneOf([50_000, 100_000, 200_000]));
  const { giftCard } = await world.call(sell, {
    intentionId: world.newId(),
    amountSom,
    money: { kind: 'cash', receivedSom: amountSom },
    customerId: null,
  });
  world.giftCards.push(giftCard.number);
  return amountSom;
}

async function bringDebtBack(world: DemoWorld): Promise<number> {
  const [customerId] = world.debtors;
  if (customerId === undefined || !world.random.chance(0.4)) return 0;
  world.debtors.delete(customerId);
  const { openSom } = await world.call(creditAccount, { customerId });
  const amountSom = som(world.random.chance(0.5) ? openSom : Math.ceil(openSom / 2));
  if (amountSom === 0) return 0;
  await world.call(repay, {
    intentionId: world.newId(),
    customerId,
    amountSom,
    money: { kind: 'cash', receivedSom: amountSom },
  });
  return amountSom;
}
