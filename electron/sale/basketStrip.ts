/** The strip that tells the cashier who stands at the counter: bonus, tier, stamps, account and debts. */
import type { Kysely } from 'kysely';
import { expiringSoon, isExpired, spendableSom } from '../../shared/loyalty/lots.ts';
import { largerSom, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { couponsOfCustomer } from '../coupon/queries.ts';
import type { Tables } from '../database/tables.ts';
import {
  bonusBalanceOf,
  challengeStandings,
  owedAfterReturns,
  stampStandings,
  tierStandingIfAny,
} from '../loyalty/inTransaction.ts';
import type { LoadedBasket } from './loadBasket.ts';

export async function stripShown(db: Kysely<Tables>, loaded: LoadedBasket): Promise<Basket['customer']> {
  const { customer, facts, quote, credit } = loaded;
  if (customer === null || facts.customer === null) return null;
  const { lots, identification } = facts.customer;
  const coupons = await couponsOfCustomer(db, customer.id, facts.day);
  const tier = await tierStandingIfAny(db, customer.id, facts.day, facts.settings);
  const owed = owedAfterReturns(lots, await bonusBalanceOf(db, customer.id));
  return {
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone,
    language: customer.language,
    isRegistered: customer.isRegistered,
    identification,
    visits: customer.visits,
    averageSom: customer.averageSom,
    bonusSom: subtractSom(
      sumOf(lots, (lot) => (isExpired(lot, facts.day) ? zeroSom : lot.remainingSom)),
      owed,
    ),
    spendableSom: spendableSom(lots, facts.day),
    expiringSoonSom: expiringSoon(lots, facts.day).amountSom,
    tier,
    stamps: [...(await stampStandings(db, customer.id, facts.day))],
    challenges: [...(await challengeStandings(db, customer.id, facts.day))],
    storeCreditSom: credit?.storeCreditSom ?? zeroSom,
    debtSom: credit?.openSom ?? zeroSom,
    overdueSom: credit?.overdueSom ?? zeroSom,
    coupons: coupons.map((coupon) => ({
      code: coupon.code,
      name: coupon.name,
      missingSom: largerSom(zeroSom, subtractSom(coupon.minimumSom, quote.priced.grossSom)),
    })),
  };
}
