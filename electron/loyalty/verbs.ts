/** The loyalty room's own verb: a customer's bonus, what burns soon, and every movement. */
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { expiringSoon, spendableSom } from '../../shared/loyalty/lots.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { businessDayOf } from '../../shared/time.ts';
import { balanceOf } from '../ledger/inTransaction.ts';
import { readingVerb } from '../verb.ts';
import { lotsOf, movementsOf } from './queries.ts';

const movementsShown = 100;
const givesBonus: ReadonlySet<string> = new Set(['earned', 'givenBack']);

export const bonusAccount = readingVerb(loyaltyContract.account, async (scope, input) => {
  const { db, now, settings } = scope;
  const day = businessDayOf(now, calendarOf(settings));
  const lots = await lotsOf(db, { kind: 'customer', id: input.customerId });
  const soon = expiringSoon(lots, day);
  const movements = await movementsOf(db, input.customerId, movementsShown);
  return {
    balanceSom: -(await balanceOf(db, 'bonusLiability', input.customerId)),
    spendableSom: spendableSom(lots, day),
    expiringSoonSom: soon.amountSom,
    nextExpiryOn: soon.firstOn,
    movements: movements.map((row) => ({
      at: row.at,
      kind: row.kind as 'earned' | 'spent' | 'expired' | 'claimed' | 'takenBack' | 'givenBack',
      amountSom: givesBonus.has(row.kind) ? row.amount_som : -row.amount_som,
      receiptNumber: row.number,
    })),
  };
});
