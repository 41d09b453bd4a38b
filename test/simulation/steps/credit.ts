/** Nasiya at the counter: repaid, forgiven, copied from the notebook, and its limits. */
import { same } from '../difference.ts';
import { plusDays } from '../model/calendar.ts';
import { forgive, noteDebt, repay } from '../model/crediting.ts';
import { openDebt } from '../model/selling.ts';
import type { OperationOf } from '../operations.ts';
import { asked, customerAt, partOf, pass, picked, registeredAt, type World } from '../world.ts';

/** One of those who owe something, now and then somebody who does not. */
function debtorAt(world: World, place: number) {
  const debtors = world.shop.customers.filter((each) => openDebt(each) > 0);
  const debtor = place % 10 === 0 ? undefined : picked(debtors, place);
  if (debtor === undefined) return registeredAt(world, place);
  world.touched.add(debtor);
  return debtor;
}

export async function repayDebt(world: World, operation: OperationOf<'repay'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const { by, part } = operation;
  const customer = debtorAt(world, operation.customer);
  if (customer === undefined) return;
  const amount = Math.max(1, partOf(openDebt(customer), part));
  const money = {
    cash: { kind: 'cash', receivedSom: amount },
    card: { kind: 'card', provider: 'uzcard' },
    storeCredit: { kind: 'storeCredit' },
  } as const;
  const repaid = repay(shop, customer, amount, by);
  const answer = await asked(
    'the repayment',
    repaid.refused,
    till.client.credit.repay({
      ...till.intention(),
      customerId: customer.id,
      amountSom: amount,
      money: money[by],
    }),
  );
  if (answer === null) return;
  same(
    'the repayment',
    { open: openDebt(customer), bonus: repaid.bonus },
    { open: answer.openSom, bonus: answer.bonusEarnedSom },
  );
}

export async function forgiveDebt(world: World, operation: OperationOf<'forgive'>): Promise<void> {
  pass(world, operation.seconds);
  const { till } = world;
  const customer = debtorAt(world, operation.customer);
  if (customer === undefined) return;
  const amount = Math.max(1, partOf(openDebt(customer), operation.part));
  const call = till.client.credit.forgive({
    ...till.intention(),
    customerId: customer.id,
    amountSom: amount,
    reason: 'sinov',
  });
  const answer = await asked('forgiving a debt', forgive(customer, amount), call);
  if (answer !== null) same('what stays open', openDebt(customer), answer.openSom);
}

export async function copyFromNotebook(world: World, operation: OperationOf<'noteDebt'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = registeredAt(world, operation.customer);
  if (customer?.phone == null) return;
  const since = plusDays(shop.today, -operation.daysAgo);
  const dueOn = plusDays(shop.today, 10);
  const answer = await till.client.credit.noteDebt({
    ...till.intention(),
    name: '',
    phone: customer.phone,
    amountSom: operation.amount,
    since,
    dueOn,
    note: '',
  });
  same('whose debt it is', customer.id, answer.customerId);
  noteDebt(shop, customer, operation.amount, since, dueOn);
}

export async function setLimit(world: World, operation: OperationOf<'setLimit'>): Promise<void> {
  pass(world, operation.seconds);
  const { till } = world;
  const customer = customerAt(world, operation.customer);
  if (customer === undefined) return;
  const call = till.client.credit.setLimit({
    ...till.intention(),
    customerId: customer.id,
    limitSom: operation.limit,
  });
  const answer = await asked('the limit', customer.isRegistered ? null : 'DebtNeedsCustomer', call);
  if (answer !== null) customer.limitSom = operation.limit;
}

export async function correctStoreCredit(
  world: World,
  operation: OperationOf<'correctStoreCredit'>,
): Promise<void> {
  pass(world, operation.seconds);
  const { till } = world;
  const customer = customerAt(world, operation.customer);
  if (customer === undefined) return;
  const { amount } = operation;
  const call = till.client.credit.correct({
    ...till.intention(),
    subject: { kind: 'storeCredit', customerId: customer.id },
    amountSom: amount,
    reason: 'sinov',
  });
  const refused = customer.storeCredit + amount < 0 ? 'StoreCreditNotEnough' : null;
  const answer = await asked('the correction of an account', refused, call);
  if (answer === null) return;
  customer.storeCredit += amount;
  same('the corrected account', customer.storeCredit, answer.balanceSom);
}
