/** The verbs loyalty.tiers and saveTiers: the ladder with how many customers stand on each rung. */
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import { referencesOf } from '../../shared/promotion/references.ts';
import { businessDayNow } from '../businessDay.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { allPromotions, promotionOfRow } from '../promotion/queries.ts';
import { keepSettings } from '../shop/inTransaction.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { activeTiers, knownCustomers, paidSums, writeTiers } from './tiersQueries.ts';

export const listTiers = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(loyaltyContract.tiers, async (scope) => {
    const tiers = await activeTiers(scope.db);
    const window = scope.settings.tierWindow;
    const day = await businessDayNow(scope.db, scope);
    const counts = tiers.length === 0 ? [] : await customersOn(parts, tiers, { day, window });
    return { window, tiers: tiers.map((tier, rung) => ({ ...tier, customers: counts[rung] ?? 0 })) };
  });

type Moment = Parameters<typeof paidSums>[2];

/** Customers on each rung today, from the lowest up; whoever never paid stands where the ladder begins at 0. */
async function customersOn(
  parts: Pick<TillParts, 'database'>,
  tiers: readonly TierRule[],
  moment: Moment,
): Promise<readonly number[]> {
  const database = parts.database();
  const bounds = tiers.map((tier) => tier.fromSom);
  const [sums] = await readHeavy(database, paidSums(database.db, bounds, moment));
  const [known] = await readHeavy(database, knownCustomers(database.db));
  const reached = bounds.map((bound, rung) =>
    bound === 0
      ? Number(known?.customers ?? 0) - Number(sums?.below ?? 0)
      : Number(sums?.[`rung${rung}`] ?? 0),
  );
  return reached.map((count, rung) => count - (reached[rung + 1] ?? 0));
}

/** Throws TierBoundsEqual for two tiers from one sum, and TierInUse for one that goes while a promotion asks for it. */
export const saveTiers = writingVerb(loyaltyContract.saveTiers, async (scope, { window, tiers }) => {
  const sums = tiers.map((tier) => tier.fromSom).sort((a, b) => a - b);
  const twice = sums.find((sum, index) => sum === sums[index + 1]);
  if (twice !== undefined) throw new Refusal('TierBoundsEqual', { fromSom: twice });
  const kept = new Set(tiers.map(({ tierId }) => tierId));
  const gone = (await activeTiers(scope.trx)).filter(({ tierId }) => !kept.has(tierId));
  await refuseTiersInUse(scope, gone);

  await writeTiers(scope.trx, tiers);
  if (window !== scope.settings.tierWindow) {
    await keepSettings(scope.trx, { ...scope.settings, tierWindow: window }, { now: scope.now });
    scope.changed('shop');
  }
  await scope.follow(documentOf(scope, 'tiersSaved', { window, tiers: tiers as unknown as JsonValue }));
  scope.changed('loyalty');
  return {};
});

async function refuseTiersInUse({ trx }: WriteScope, gone: readonly TierRule[]): Promise<void> {
  if (gone.length === 0) return;
  const living = (await allPromotions(trx)).filter(({ state }) => state !== 'ended').map(promotionOfRow);
  const { tierIds } = referencesOf(living);
  const inUse = gone.find(({ tierId }) => tierIds.includes(tierId));
  if (inUse !== undefined) throw new Refusal('TierInUse', { name: inUse.name });
}
