/** How the demo shop's customers pay: money with change, small change kept, a round-up, goods on credit, a gift card. */
import type { Tender } from '../../shared/basket.ts';
import { type Som, zeroSom } from '../../shared/money.ts';
import type { BasketChange } from '../../shared/sale/basketChange.ts';
import { changeBasket, type openBasket } from '../sale/basketVerbs.ts';
import { completeSale } from '../sale/complete.ts';
import type { VerbAnswer } from '../verb.ts';
import { type DemoWorld, noPrinting } from './demoWorld.ts';

type Basket = VerbAnswer<ReturnType<typeof openBasket>['procedure']>;

const complete = completeSale({ printQueue: noPrinting });
const smallNoteSom = 1000;

/** Pays for a basket; answers the cash that stays in the drawer. */
export async function payDemo(world: DemoWorld, basket: Basket): Promise<number> {
  const chosen = await beforeMoney(world, basket);
  const { random } = world;
  const { dueSom } = chosen;
  const draw = random.next();
  const isCash = dueSom > 0 && draw < 0.55;
  const receivedSom = isCash ? random.oneOf([dueSom, ...chosen.quickAmountsSom]) : 0;
  const keptSom =
    isCash && chosen.customer !== null && random.chance(0.15) ? (receivedSom - dueSom) % smallNoteSom : 0;
  await world.call(complete, {
    intentionId: world.newId(),
    saleId: chosen.saleId,
    revision: chosen.revision,
    tenders: [...tendersBefore(chosen), ...moneyOf(world, dueSom, isCash, draw)],
    receivedCashSom: receivedSom,
    changeToAccountSom: keptSom,
    expectedTotalSom: chosen.totalSom,
    expectedBonusSpentSom: chosen.bonusToSpendSom,
    quoteHash: chosen.quoteHash,
  });
  return isCash ? dueSom + keptSom : 0;
}

/** Now and then a gift card pays, a regular takes goods on credit, or the total is rounded up for the fund. */
async function beforeMoney(world: DemoWorld, basket: Basket): Promise<Basket> {
  const { random } = world;
  const [card] = world.giftCards;
  if (card !== undefined && random.chance(0.1)) {
    world.giftCards.shift();
    return change(world, basket, { kind: 'payByGiftCard', code: card, amountSom: null });
  }
  const customer = basket.customer;
  if (customer !== null && basket.debtAtMostSom >= basket.dueSom && random.chance(0.03)) {
    world.debtors.add(customer.customerId);
    return change(world, basket, { kind: 'sellOnCredit', amountSom: null, dueOn: null });
  }
  const [fund] = basket.funds;
  const step = fund?.steps.find(({ amountSom }) => amountSom > 0);
  if (fund === undefined || step === undefined || !random.chance(0.04)) return basket;
  const donation = { fundId: fund.fundId, stepSom: step.stepSom };
  return change(world, basket, { kind: 'roundUp', donation });
}

function change(world: DemoWorld, basket: Basket, what: BasketChange): Promise<Basket> {
  const { saleId, revision } = basket;
  return world.call(changeBasket, { intentionId: world.newId(), saleId, revision, change: what });
}

function tendersBefore(basket: Basket): readonly Tender[] {
  const before = [
    { kind: 'bonus', amountSom: basket.bonusToSpendSom, reference: null },
    {
      kind: 'giftCard',
      amountSom: basket.giftCard?.paysSom ?? zeroSom,
      reference: basket.giftCard?.number ?? null,
    },
    { kind: 'debt', amountSom: basket.debt?.amountSom ?? zeroSom, reference: null },
  ] as const;
  return before.filter(({ amountSom }) => amountSom > 0).map((tender) => ({ ...tender, provider: null }));
}

function moneyOf(world: DemoWorld, dueSom: Som, isCash: boolean, draw: number): readonly Tender[] {
  if (dueSom === 0) return [];
  const { random } = world;
  if (isCash) return [{ kind: 'cash', provider: null, amountSom: dueSom, reference: null }];
  const byCard = draw < 0.85;
  const provider = byCard
    ? random.oneOf(['uzcard', 'humo'] as const)
    : random.oneOf(['click', 'payme', 'uzum'] as const);
  return [{ kind: byCard ? 'card' : 'qr', provider, amountSom: dueSom, reference: null }];
}
