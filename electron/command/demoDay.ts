/** One day of the demo shop: the shift is opened, people come and buy, the shift is closed. */

import { consentVersion } from '../../shared/customer/consent.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import { changeCustomer } from '../customer/change.ts';
import { createCustomer } from '../customer/create.ts';
import { shiftFigures } from '../report/shiftFigures.ts';
import { changeBasket, openBasket } from '../sale/basketVerbs.ts';
import { scanCode } from '../sale/scan.ts';
import { refuseOpenBasket } from '../sale/shiftCheck.ts';
import { closeShift } from '../shift/close.ts';
import { openShift } from '../shift/open.ts';
import type { VerbAnswer } from '../verb.ts';
import { answerCustomers, hearCustomer, makeFirm, noteAbout } from './demoCare.ts';
import { bringBack, cashBesideSales, noteMonth, tickOpening } from './demoCounter.ts';
import { visitWithoutGoods } from './demoCredit.ts';
import { payDemo } from './demoPayment.ts';
import type { DemoStock, DemoVisitor } from './demoStock.ts';
import { askForMore } from './demoWants.ts';
import { type DemoDay, type DemoWorld, noPrinting } from './demoWorld.ts';

type Basket = VerbAnswer<ReturnType<typeof openBasket>['procedure']>;

const floatSom = 200_000;
const openHours = 13.5;
/** The chance of a sale per hour of the day, from 8 o'clock on: a wave before noon and a higher one after work. */
const hourWeights = [3, 5, 6, 7, 8, 6, 5, 5, 6, 8, 11, 12, 9, 4];

const open = openBasket({ listeningKeys: () => new Set() });
const close = closeShift({ printQueue: noPrinting, refuseOpenBasket, figuresOf: shiftFigures });

export async function sellDay(world: DemoWorld, stock: DemoStock, day: DemoDay): Promise<void> {
  if (day.opensAt >= day.until) return;
  const { random } = world;
  world.setClock(instantFromMilliseconds(day.opensAt));
  world.workAs(world.cashierId);
  await world.beginDay();
  await noteMonth(world, day.day);
  await world.call(openShift, { intentionId: world.newId(), floatSom });
  await tickOpening(world);
  let drawerSom = floatSom + (await visitWithoutGoods(world));
  for (const visit of visitsOf(world, stock, day)) {
    if (visit.at >= day.until) break;
    world.setClock(instantFromMilliseconds(visit.at));
    drawerSom += await sellOnce(world, stock, visit.visitor, day);
    drawerSom -= await bringBack(world);
  }
  const closesAt = Math.min(day.opensAt + openHours * 3_600_000 + 600_000, day.until);
  world.setClock(instantFromMilliseconds(closesAt));
  // Whoever opens the demo finds something to answer.
  if (!isLastDay(day)) await answerCustomers(world);
  drawerSom -= await cashBesideSales(world, drawerSom);
  const miscounted = random.chance(0.06) ? random.between(-20, 10) * 500 : 0;
  await world.call(close, { intentionId: world.newId(), countedSom: Math.max(0, drawerSom + miscounted) });
}

const isLastDay = ({ opensAt, until }: DemoDay): boolean => until - opensAt < 86_400_000;

interface Visit {
  readonly at: number;
  readonly visitor: DemoVisitor | null;
}

/** Who comes today and when: the regulars by their habit, and strangers. */
function visitsOf({ random }: DemoWorld, stock: DemoStock, day: DemoDay): readonly Visit[] {
  const known = stock.visitors.filter(
    ({ fromDay, chanceADay }) => fromDay === day.index || (fromDay < day.index && random.chance(chanceADay)),
  );
  const strangers = random.between(12, 22);
  const visitors: (DemoVisitor | null)[] = [...known, ...Array.from({ length: strangers }, () => null)];
  return visitors
    .map((visitor) => ({ visitor, at: day.opensAt + momentOf(random) }))
    .sort((a, b) => a.at - b.at);
}

function momentOf(random: DemoWorld['random']): number {
  let draw = random.next() * hourWeights.reduce((sum, weight) => sum + weight, 0);
  const hour = hourWeights.findIndex((weight) => {
    draw -= weight;
    return draw < 0;
  });
  return Math.floor(Math.min(hour + random.next(), openHours) * 3_600_000);
}

/** One customer at the counter. Answers the cash that stays in the drawer. */
async function sellOnce(
  world: DemoWorld,
  stock: DemoStock,
  visitor: DemoVisitor | null,
  day: DemoDay,
): Promise<number> {
  const { random } = world;
  let basket = await world.call(open, { intentionId: world.newId() });
  if (visitor !== null) basket = await recognise(world, basket, visitor, day.index);
  const lines = Math.min(1 + Math.floor(-Math.log(1 - random.next()) * 3), 14);
  for (let line = 0; line < lines; line += 1) {
    basket = await scan(world, basket, wanted(random, stock.barcodes), random.chance(0.2) ? 2000 : 1000);
  }
  basket = await useCouponAndBonus(world, basket);
  const cashSom = await payDemo(world, basket);
  await hearCustomer(world, basket.saleId, basket.customer?.customerId ?? null, isLastDay(day));
  await askForMore(world, basket.customer?.customerId ?? null, day);
  return cashSom;
}

/** Loose goods and the first of the list are wanted far more often than the rest. */
function wanted(random: DemoWorld['random'], barcodes: readonly string[]): string {
  const place = random.chance(0.4)
    ? random.between(0, 17)
    : 18 + Math.floor(random.next() ** 2.5 * (barcodes.length - 18));
  return barcodes[place] ?? '';
}

async function scan(world: DemoWorld, basket: Basket, code: string, quantity: number): Promise<Basket> {
  const answer = await world.call(scanCode, {
    intentionId: world.newId(),
    saleId: basket.saleId,
    revision: basket.revision,
    code,
    quantityThousandths: quantity,
  });
  return answer.basket;
}

/** The card is scanned or the phone is said; whoever comes for the first time is asked and added. */
async function recognise(
  world: DemoWorld,
  basket: Basket,
  visitor: DemoVisitor,
  dayIndex: number,
): Promise<Basket> {
  if (visitor.fromDay === dayIndex || !world.known.has(visitor.phone)) {
    const { customer } = await world.call(createCustomer, {
      intentionId: world.newId(),
      phone: visitor.phone,
      name: visitor.name,
      language: visitor.language,
      consentProfile: true,
      consentMessages: world.random.chance(0.6),
      consentVersion,
      consentLanguage: visitor.language,
      cardNumber: visitor.cardNumber,
    });
    world.known.add(visitor.phone);
    await noteMore(world, customer.id, visitor);
  }
  return scan(world, basket, visitor.cardNumber ?? visitor.phone, 1000);
}

/** What only the owner writes into the book: birthday, tags, and what else was told. */
async function noteMore(world: DemoWorld, customerId: string, visitor: DemoVisitor): Promise<void> {
  const { name, phone, language, birthDate, tags } = visitor;
  world.workAs(world.ownerId);
  const said = { name, phone, language, birthDate, tags: [...tags] };
  if (birthDate !== null || tags.length > 0) {
    await world.call(changeCustomer, { intentionId: world.newId(), customerId, ...said });
  }
  await noteAbout(world, customerId, visitor);
  if (tags.includes('ulgurji') && world.firms.size === 0) await makeFirm(world, customerId);
  world.workAs(world.cashierId);
}

async function useCouponAndBonus(world: DemoWorld, basket: Basket): Promise<Basket> {
  const { random } = world;
  let current = basket;
  const coupon = current.customer?.coupons.find((each) => each.missingSom === 0);
  if (coupon !== undefined && random.chance(0.5)) current = await scan(world, current, coupon.code, 1000);
  if (current.bonusAtMostSom >= 3000 && random.chance(0.3)) {
    current = await world.call(changeBasket, {
      intentionId: world.newId(),
      saleId: current.saleId,
      revision: current.revision,
      change: { kind: 'spendBonus', amountSom: current.bonusAtMostSom },
    });
  }
  return current;
}
