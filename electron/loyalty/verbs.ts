/** The loyalty room's own verb: a customer's bonus, what burns soon, and every movement. */
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { expiredMoves, expiringSoon, spendableSom } from '../../shared/loyalty/lots.ts';
import { subtractSom, sumOf } from '../../shared/money.ts';
import { businessDayNow } from '../businessDay.ts';
import { readingVerb } from '../verb.ts';
import { bonusBalanceOf } from './inTransaction.ts';
import { lotsOf, movementsOf } from './queries.ts';

const movementsShown = 100;
const givesBonus: ReadonlySet<string> = new Set(['earned', 'givenBack']);

export const bonusAccount = readingVerb(loyaltyContract.account, async (scope, input) => {
  const { db } = scope;
  const day = await businessDayNow(db, scope);
  const lots = await lotsOf(db, { kind: 'customer', id: input.customerId });
  const soon = expiringSoon(lots, day);
  const movements = await movementsOf(db, input.customerId, movementsShown);
  return {
    balanceSom: subtractSom(
      await bonusBalanceOf(db, input.customerId),
      sumOf(expiredMoves(lots, day), (move) => move.amountSom),
    ),
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
