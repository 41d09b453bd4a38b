/** What the owner changes while the shop runs, and the days that pass. */
import { same } from '../difference.ts';
import { sum } from '../model/arithmetic.ts';
import { nextTime, plusDays } from '../model/calendar.ts';
import { burn, type Lot } from '../model/purse.ts';
import { type EarningRule, living, type Shop } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { pass, setClock, type World } from '../world.ts';

type ProgrammeChange = OperationOf<'programme'>;

export async function changeProgramme(world: World, operation: ProgrammeChange): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const { seconds, kind, rules: drawn, expiryForAll, ...chosen } = operation;
  const rules = drawn.map((rule): EarningRule => {
    const category = categoriesOf(shop)[rule.category % categoriesOf(shop).length] ?? '';
    return { kind: rule.kind, categoryId: category, timesBasisPoints: rule.timesBasisPoints };
  });
  const days = chosen.bonusExpiryDays;
  const seen = await till.client.loyalty.burnPreview({ days });
  if (expiryForAll) same('what another life of bonus burns', burnPreview(shop, days), seen);
  shop.programme = { ...shop.programme, ...chosen };
  shop.rules = rules;
  await till.client.loyalty.saveProgramme({
    ...till.intention(),
    settings: shop.programme,
    rules: rules.map(({ categoryId, timesBasisPoints, ...rule }) => {
      const scope = { kind: 'categories', categoryIds: [categoryId] } as const;
      return rule.kind === 'times' ? { kind: 'times', scope, timesBasisPoints } : { kind: rule.kind, scope };
    }),
    expiryFor: expiryForAll ? { kind: 'all', seen } : { kind: 'newOnly' },
  });
  if (expiryForAll) for (const lot of lotsOfUsualLife(shop)) lot.expiresOn = lifeEnd(lot, days);
  for (const customer of living(shop)) world.touched.add(customer);
}

const categoriesOf = (shop: Shop): readonly string[] => [
  ...new Set(shop.products.map((product) => product.categoryId)),
];

/** What may get another life: what is not over, of customers, and not of a deed with a life of its own. */
function lotsOfUsualLife(shop: Shop): readonly Lot[] {
  return living(shop).flatMap((customer) => {
    burn(customer.purse, shop.today);
    return customer.purse.lots.filter((lot) => lot.hasUsualLife && lot.remaining > 0);
  });
}

const lifeEnd = (lot: Lot, days: number) => (days === 0 ? null : plusDays(lot.activeFrom, days));

function burnPreview(shop: Shop, days: number) {
  const ends = (lot: Lot) => lifeEnd(lot, days) ?? '9999';
  const atOnce = (lot: Lot) => ends(lot) < shop.today;
  const soon = (lot: Lot) => !atOnce(lot) && ends(lot) < plusDays(shop.today, 30);
  const lots = lotsOfUsualLife(shop);
  const inAll = (some: readonly Lot[]) => sum(some.map((lot) => lot.remaining));
  const burning = living(shop).filter((customer) =>
    customer.purse.lots.some((lot) => lot.hasUsualLife && lot.remaining > 0 && atOnce(lot)),
  );
  return {
    atOnceSom: inAll(lots.filter(atOnce)),
    customersAtOnce: burning.length,
    withinMonthSom: inAll(lots.filter(soon)),
  };
}

export async function changeTiers(world: World, operation: OperationOf<'tiers'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const bounds = new Set<number>();
  const rungs = operation.tiers.filter(({ fromSom }) => !bounds.has(fromSom) && bounds.add(fromSom));
  shop.tierWindow = operation.window;
  shop.tiers = rungs.map((rung) => ({ ...rung, id: till.intention().intentionId }));
  await till.client.loyalty.saveTiers({
    ...till.intention(),
    window: operation.window,
    tiers: shop.tiers.map(({ id, ...rung }) => ({
      tierId: id,
      name: { uz: 'Daraja' },
      privilege: {},
      ...rung,
    })),
  });
}

/** The clock goes on to a minute of the day, and with it the days; the till may have been off meanwhile. */
export async function wait(world: World, operation: OperationOf<'wait'>): Promise<void> {
  const { shop, till } = world;
  const days = operation.days * 86_400_000;
  setClock(world, nextTime(shop.now + days, operation.minuteOfDay));
  if (!operation.beginsDay) return;
  await till.beginDay();
  for (const customer of living(shop)) burn(customer.purse, shop.today);
  for (const sale of shop.sales) burn(sale.purse, shop.today);
}
