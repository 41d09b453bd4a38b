/** Bonus that no purchase moves: deeds, corrections, money from the drawer, gifts to funds. */
import { same } from '../difference.ts';
import { giveBonus, giveDeed, takeBonus, takeByHand } from '../model/giving.ts';
import { burn, spendable } from '../model/purse.ts';
import { leftToday } from '../model/selling.ts';
import { addTo, type Customer } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { asked, customerAt, partOf, pass, picked, type World } from '../world.ts';

export async function rewardByHand(world: World, operation: OperationOf<'giveDeed'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  if (customer === undefined) return;
  const { refused, bonus } = giveDeed(shop, customer, operation.deed);
  const call = till.client.loyalty.giveDeed({
    ...till.intention(),
    customerId: customer.id,
    kind: operation.deed,
    note: 'sinov',
    permissionOn: null,
  });
  const answer = await asked(`the deed ${operation.deed}`, refused, call);
  if (answer === null) return;
  same(
    'what the deed brought',
    { bonus, balance: customer.purse.balance },
    { bonus: answer.bonusSom, balance: answer.bonusBalanceSom },
  );
}

export async function correctBonus(world: World, operation: OperationOf<'correctBonus'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  if (customer === undefined) return;
  const { amount } = operation;
  const refused = amount < 0 ? takeByHand(shop, customer, -amount) : null;
  if (amount > 0) giveBonus(shop, customer, amount, shop.programme.bonusExpiryDays, true);
  const call = till.client.loyalty.correctBonus({
    ...till.intention(),
    customerId: customer.id,
    amountSom: amount,
    reason: 'sinov',
  });
  const answer = await asked('the correction of bonus', refused, call);
  if (answer !== null) same('the corrected bonus', customer.purse.balance, answer.bonusBalanceSom);
}

function spendableOf({ shop }: World, customer: Customer): number {
  burn(customer.purse, shop.today);
  return spendable(customer.purse, shop.today);
}

export async function payOut(world: World, operation: OperationOf<'payOut'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  if (customer === undefined) return;
  const amount = Math.max(1, partOf(spendableOf(world, customer), operation.part));
  const paid = customer.paidOut.get(shop.today) ?? 0;
  const refused = !shop.programme.isPayOutOn
    ? 'PayOutOff'
    : !customer.isRegistered
      ? 'NeedsPhone'
      : paid + amount > shop.programme.payOutDailySom
        ? 'PayOutAboveLimit'
        : takeBonus(shop, customer, amount);
  const call = till.client.loyalty.payOut({
    ...till.intention(),
    customerId: customer.id,
    amountSom: amount,
  });
  const answer = await asked('paying bonus out', refused, call);
  if (answer === null) return;
  addTo(customer.paidOut, shop.today, amount);
  shop.money -= amount;
  same('the balance after it', customer.purse.balance, answer.bonusBalanceSom);
}

export async function donateBonus(world: World, operation: OperationOf<'donateBonus'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  const fundId = picked([...shop.funds.keys()], operation.fund);
  if (customer === undefined || fundId === undefined) return;
  const most = spendableOf(world, customer);
  const amount = Math.max(1, partOf(most, operation.part));
  const left = leftToday(shop, { customer, seen: 'search', isApproved: true });
  const isOverDay = amount <= most && left !== null && amount > left;
  const refused = isOverDay ? 'BonusNeedsCard' : takeBonus(shop, customer, amount);
  const call = till.client.loyalty.donateBonus({
    ...till.intention(),
    customerId: customer.id,
    fundId,
    amountSom: amount,
  });
  const answer = await asked('the gift of bonus', refused, call);
  if (answer === null) return;
  addTo(customer.isRegistered ? customer.spentLoose : customer.spentInstant, shop.today, amount);
  addTo(shop.funds, fundId, amount);
  same('the balance after it', customer.purse.balance, answer.bonusBalanceSom);
}

export async function sponsor(world: World, operation: OperationOf<'sponsor'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const fundId = picked([...shop.funds.keys()], operation.fund);
  if (fundId === undefined) return;
  const { amount } = operation;
  await till.client.loyalty.sponsor({ ...till.intention(), fundId, amountSom: amount, note: 'sinov' });
  addTo(shop.funds, fundId, amount);
}

export async function payFund(world: World, operation: OperationOf<'payFund'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const fundId = picked([...shop.funds.keys()], operation.fund);
  if (fundId === undefined) return;
  const held = shop.funds.get(fundId) ?? 0;
  const amount = Math.max(1, partOf(held, operation.part));
  const call = till.client.loyalty.payFund({
    ...till.intention(),
    fundId,
    amountSom: amount,
    from: 'drawer',
    note: '',
  });
  if ((await asked('paying a fund', amount > held ? 'FundHoldsLess' : null, call)) === null) return;
  addTo(shop.funds, fundId, -amount);
  shop.money -= amount;
}
