/** A shop with an owner's office, a cashier's window and customers, for tests of the bonus programme's verbs. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Kysely } from 'kysely';
import { expect, onTestFinished } from 'vitest';
import { createCustomer } from '../../../electron/customer/create.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { bonusBalanceOf } from '../../../electron/loyalty/inTransaction.ts';
import { saveProgramme } from '../../../electron/loyalty/programmeVerbs.ts';
import { openShift } from '../../../electron/shift/open.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { beginDay } from '../../../electron/timers.ts';
import {
  inTransaction,
  systemActor,
  type VerbImplementation,
  type VerbInput,
  type WriteScope,
} from '../../../electron/verb.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { owedBy } from '../../../shared/loyalty/bonusMonth.ts';
import type { EarningRule, ProgrammeSettings } from '../../../shared/loyalty/programmeContract.ts';
import { programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import type { Instant } from '../../../shared/time.ts';
import { openTestTill, ownerPassword, type TestTillOptions, testWindow } from '../../till.ts';
import { accountsAndSums } from '../sale/counter.ts';

/** What a test says of an intention; its id is made. */
type Said<P> = Omit<VerbInput<P>, 'intentionId'>;

export const office = 'office';
const oneDay = 86_400;

export async function openBonusShop(options: TestTillOptions = {}) {
  const world = await openTestTill(options);
  onTestFinished(world.close);
  world.workAs(world.ownerId, office);
  const owner = { approval: { personId: world.ownerId, secret: ownerPassword } };
  const at =
    (key: string) =>
    <P extends AnyContractProcedure>(verb: VerbImplementation<P>, input: Said<P>) =>
      world.call(verb, { intentionId: world.newId(), ...input } as VerbInput<P>, key);
  const asOwner = at(office);
  const asCashier = at(testWindow);
  let phones = 0;
  const register = async (name: string, phone = `+9989011122${String(10 + phones++)}`) => {
    const { customer } = await asCashier(createCustomer, {
      phone,
      name,
      language: null,
      consentProfile: true,
      consentMessages: false,
      consentVersion,
      consentLanguage: 'uz',
      cardNumber: null,
    });
    return customer.id;
  };
  return {
    ...world,
    asOwner,
    asCashier,
    /** The owner stands beside the cashier and types the password. */
    approved: owner,
    register,
    /** Bonus of the usual life from nothing: the owner's own correction. A second passes, because lists go by time. */
    give: async (customerId: string, amountSom: number) => {
      const answer = await asOwner(correctBonus, { customerId, amountSom, reason: 'sinov' });
      world.clock.pass(1);
      return answer;
    },
    openDrawer: () => asCashier(openShift, { floatSom: 100_000 }),
    /** From now on the owner is not the only one who may stand for something. */
    hire: async (name: string, role: 'senior' | 'cashier', pin: string) =>
      (await asOwner(addPerson, { name, role, pin })).person.id,
    balance: (customerId: string) => bonusBalanceOf(world.db, customerId),
    programme: (different: Partial<ProgrammeSettings>, rules: EarningRule[] = []) =>
      asOwner(saveProgramme, {
        settings: {
          ...programmeSettingsSchema.parse({ ...defaultSettings, ...options.settings }),
          ...different,
        },
        rules,
        expiryFor: { kind: 'newOnly' },
      }),
    /** What a room lets happen inside another's transaction, by the till itself. */
    within: async <T>(work: (scope: WriteScope) => Promise<T>) => {
      const host = world.till.host();
      return inTransaction(host, { key: 'test' }, systemActor(host.tillId), work);
    },
    /** The clock stands at noon in Tashkent of a day. */
    on: (day: string) => {
      world.clock.now = `${day}T07:00:00.000Z` as Instant;
    },
    passDays: (days: number) => world.clock.pass(days * oneDay),
    beginDay: () => beginDay(world.till.host()),
    lots: (customerId: string) =>
      world.db
        .selectFrom('bonus_lot')
        .select(['earned_som', 'remaining_som', 'active_from', 'expires_on', 'reason'])
        .where('holder_id', '=', customerId)
        .orderBy('id')
        .execute(),
    month: async () =>
      Object.fromEntries(
        (await world.db.selectFrom('bonus_month').selectAll().execute()).map((row) => [
          `${row.month} ${row.kind}`,
          row.amount_som,
        ]),
      ),
  };
}
export type BonusShop = Awaited<ReturnType<typeof openBonusShop>>;

/**
 * What must be true of bonus at any moment: each account is the sum of its entries, the sums of the months are what is
 * owed to all, and no holder's lots hold less than the balance.
 */
export async function bonusIsRight(db: Kysely<Tables>): Promise<void> {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
  const liabilities = accounts.filter(({ kind }) => kind === 'bonusLiability');
  const owedSom = -liabilities.reduce((sum, account) => sum + account.balance_som, 0);
  const months = await db.selectFrom('bonus_month').select(['kind', 'amount_som']).execute();
  expect(owedBy(months.map((row) => ({ kind: row.kind, amountSom: som(row.amount_som) }))) + 0).toBe(
    owedSom + 0,
  );
  const lots = await db.selectFrom('bonus_lot').select(['holder_id', 'remaining_som']).execute();
  for (const { subject_id: holder, balance_som: balance } of liabilities) {
    const inLots = lots
      .filter((lot) => lot.holder_id === holder)
      .reduce((sum, lot) => sum + lot.remaining_som, 0);
    expect(inLots, `lots of ${holder}`).toBeGreaterThanOrEqual(-balance);
    if (balance < 0) expect(inLots, `lots of ${holder}`).toBe(-balance);
  }
}
