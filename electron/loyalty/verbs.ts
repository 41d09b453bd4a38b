/** The verbs loyalty.account and standing: a customer's bonus with every movement, and all they collected beside it. */
import { bonusAccountSchema, loyaltyContract } from '../../shared/loyalty/contract.ts';
import { expiredMoves, expiringSoon, spendableSom } from '../../shared/loyalty/lots.ts';
import { subtractSom, sumOf } from '../../shared/money.ts';
import { businessDayNow } from '../businessDay.ts';
import { readingVerb } from '../verb.ts';
import { badgesOf, bonusBalanceOf, challengeStandings, stampStandings, ticketsOf } from './inTransaction.ts';
import { lotsOf, movementsOf } from './queries.ts';
import { tierStandingOf } from './tiers.ts';

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
      kind: kindOf(row),
      amountSom: givesBonus.has(row.kind) ? row.amount_som : -row.amount_som,
      receiptNumber: row.number,
      reason: row.reason ?? reasonOfDocument[row.document_kind] ?? null,
      expiresOn: row.expires_on,
    })),
  };
});

type MovementRow = Awaited<ReturnType<typeof movementsOf>>[number];

/** What a person did by hand is called so, whichever way it went. */
function kindOf({ kind, reason, document_kind: document }: MovementRow) {
  if (reason === 'correction' || document === 'corrected') return 'corrected' as const;
  return movementKind.parse(kind);
}

const movementKind = bonusAccountSchema.shape.movements.element.shape.kind;

/** Why bonus went, where it was no sale. */
const reasonOfDocument: Readonly<Record<string, string>> = {
  bonusPaidOut: 'payOut',
  bonusDonated: 'donation',
  corrected: 'correction',
  referralTakenBack: 'referral',
};

export const standing = readingVerb(loyaltyContract.standing, async (scope, { customerId }) => {
  const { db, settings } = scope;
  const day = await businessDayNow(db, scope);
  return {
    tier: await tierStandingOf(db, customerId, day, settings),
    stamps: [...(await stampStandings(db, customerId, day))],
    challenges: [...(await challengeStandings(db, customerId, day))],
    badges: [...(await badgesOf(db, customerId))],
    draws: [...(await ticketsOf(db, customerId))],
  };
});
