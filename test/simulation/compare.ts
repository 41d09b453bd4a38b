/** Compares what the till has written with what the model remembers: of some customers, or of the whole shop. */
import { verifyShop } from '../../electron/report/verify.ts';
import { Difference, same } from './difference.ts';
import { sum } from './model/arithmetic.ts';
import { plusDays } from './model/calendar.ts';
import { paidInWindow, tierOf } from './model/pricing.ts';
import { burn, type Lot, type Purse, spendable } from './model/purse.ts';
import { openDebt } from './model/selling.ts';
import { type Customer, living, type Sale } from './model/shop.ts';
import type { World } from './world.ts';

/** Of one holder's lots: what is left, from when it may be spent, and until when. */
type LotLeft = readonly [remaining: number, activeFrom: string, expiresOn: string | null];

function inOrder(lots: readonly LotLeft[]): readonly LotLeft[] {
  return [...lots].sort((a, b) => {
    const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}

const leftOf = (lots: readonly Lot[]): readonly LotLeft[] =>
  inOrder(
    lots
      .filter((lot) => lot.remaining > 0)
      .map((lot) => [lot.remaining, lot.activeFrom, lot.expiresOn] as const),
  );

interface Written {
  readonly accounts: ReadonlyMap<string, number>;
  readonly lots: ReadonlyMap<string, readonly LotLeft[]>;
  /** What burnt and is not posted yet, because nobody has asked for its holder since. */
  readonly burnt: ReadonlyMap<string, number>;
}

/** Balances and living lots of the holders as they lie in the till's tables. */
async function writtenOf({ till, shop }: World, holders: readonly string[]): Promise<Written> {
  const accounts = new Map<string, number>();
  const lots = new Map<string, LotLeft[]>();
  const burnt = new Map<string, number>();
  for (let from = 0; from < holders.length; from += 100) {
    const some = holders.slice(from, from + 100);
    const rows = await till.db.selectFrom('account').selectAll().where('subject_id', 'in', some).execute();
    for (const row of rows) accounts.set(`${row.kind} ${row.subject_id}`, row.balance_som);
    const lotRows = await till.db
      .selectFrom('bonus_lot')
      .select(['holder_id', 'remaining_som', 'active_from', 'expires_on'])
      .where('holder_id', 'in', some)
      .where('remaining_som', '>', 0)
      .execute();
    for (const row of lotRows) {
      if (row.expires_on !== null && row.expires_on < shop.today) {
        burnt.set(row.holder_id, (burnt.get(row.holder_id) ?? 0) + row.remaining_som);
        continue;
      }
      const left = lots.get(row.holder_id) ?? [];
      left.push([row.remaining_som, row.active_from, row.expires_on]);
      lots.set(row.holder_id, left);
    }
  }
  return { accounts, lots, burnt };
}

function purseInTill({ accounts, lots, burnt }: Written, holder: string) {
  const liability = accounts.get(`bonusLiability ${holder}`) ?? 0;
  return {
    bonus: 0 - liability - (burnt.get(holder) ?? 0),
    lots: inOrder(lots.get(holder) ?? []),
  };
}

function purseByRules({ shop }: World, purse: Purse) {
  burn(purse, shop.today);
  return { bonus: purse.balance, lots: leftOf(purse.lots) };
}

/** A customer's money in the shop: by the rules, and as it lies in the till. */
export interface States {
  readonly customerId: string;
  readonly rules: unknown;
  readonly till: unknown;
}

/** Bonus with its lots, account, and what is owed, of each of these customers on both sides. */
export async function statesOf(world: World, customers: readonly Customer[]): Promise<readonly States[]> {
  if (customers.length === 0) return [];
  const written = await writtenOf(
    world,
    customers.map((customer) => customer.id),
  );
  return customers.map((customer) => ({
    customerId: customer.id,
    rules: {
      ...purseByRules(world, customer.purse),
      storeCredit: customer.storeCredit,
      debt: openDebt(customer),
    },
    till: {
      ...purseInTill(written, customer.id),
      storeCredit: 0 - (written.accounts.get(`storeCredit ${customer.id}`) ?? 0),
      debt: written.accounts.get(`customerDebt ${customer.id}`) ?? 0,
    },
  }));
}

export async function compareCustomers(world: World, customers: readonly Customer[]): Promise<void> {
  for (const { customerId, rules, till } of await statesOf(world, customers)) {
    same(`customer ${customerId}`, rules, till);
  }
}

/** Everything: customers with what the screens are told of them, waiting bonus, gift cards, funds, the money. */
export async function compareShop(world: World): Promise<void> {
  const { shop } = world;
  await compareCustomers(world, shop.customers);
  for (const customer of living(shop)) await compareAnswers(world, customer);
  await compareClaims(
    world,
    shop.sales.filter((sale) => sale.claimCode !== null),
  );
  await compareAccounts(world);
  await proveBooks(world);
}

/** What the verbs say: spendable, tier, open debts one by one. */
async function compareAnswers({ till, shop }: World, customer: Customer): Promise<void> {
  const { client } = till;
  const customerId = customer.id;
  const account = await client.loyalty.account({ customerId });
  const { tier } = await client.loyalty.standing({ customerId });
  const credit = await client.credit.account({ customerId });
  burn(customer.purse, shop.today);
  same(
    `what is told of customer ${customerId}`,
    {
      balance: customer.purse.balance,
      spendable: spendable(customer.purse, shop.today),
      tier: tierOf(shop, customer)?.id ?? null,
      paid: paidInWindow(shop, customer, plusDays(shop.today, 1)),
      storeCredit: customer.storeCredit,
      debts: customer.debts
        .filter((debt) => debt.open > 0)
        .map((debt) => debt.open)
        .sort((a, b) => a - b),
    },
    {
      balance: account.balanceSom,
      spendable: account.spendableSom,
      tier: tier.current?.tierId ?? null,
      paid: tier.paidSom,
      storeCredit: credit.storeCreditSom,
      debts: credit.debts
        .map((debt) => debt.openSom)
        .filter((open) => open > 0)
        .sort((a, b) => a - b),
    },
  );
}

async function compareClaims(world: World, sales: readonly Sale[]): Promise<void> {
  const codes = sales.map((sale) => sale.claimCode ?? '');
  const written = await writtenOf(world, codes);
  for (const sale of sales) {
    const waiting = sale.customer === null ? purseByRules(world, sale.purse) : { bonus: 0, lots: [] };
    same(`what waits on receipt ${sale.number}`, waiting, purseInTill(written, sale.claimCode ?? ''));
  }
}

async function compareAccounts({ till, shop }: World): Promise<void> {
  const rows = await till.db
    .selectFrom('account')
    .selectAll()
    .where('kind', 'in', ['giftCard', 'donations', 'cashDrawer', 'terminal', 'vat'])
    .execute();
  const balance = (kind: string, subject: string) =>
    rows.find((row) => row.kind === kind && row.subject_id === subject)?.balance_som ?? 0;
  for (const card of shop.giftCards) {
    same(`gift card ${card.number}`, card.balance, 0 - balance('giftCard', card.number));
  }
  for (const [fundId, given] of shop.funds) same(`fund ${fundId}`, given, 0 - balance('donations', fundId));
  const vat = sum(shop.sales.map((sale) => sale.vat - sale.vatReversed));
  same(
    'the VAT that the shop owes',
    vat,
    0 - sum(rows.filter(({ kind }) => kind === 'vat').map(({ balance_som }) => balance_som)),
  );
  const money = rows.filter((row) => row.kind === 'cashDrawer' || row.kind === 'terminal');
  same('money in the drawer and by cards', shop.money, sum(money.map((row) => row.balance_som)));
}

/** The same checks as `npm run verify`. */
async function proveBooks({ till }: World): Promise<void> {
  for (const { proves, wrong, examples } of await verifyShop(till.db)) {
    if (wrong > 0) throw new Difference(proves, 'nothing wrong', examples);
  }
}
