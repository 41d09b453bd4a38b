/** A customer's tier and the way to the next one: the tier of a day comes from the days before it. */
import type { Kysely } from 'kysely';
import type { TierStanding } from '../../shared/loyalty/contract.ts';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import { nextTier, tierFor } from '../../shared/loyalty/tier.ts';
import type { Som } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import { activeTiers, addPaidDay, paidInWindow } from './tiersQueries.ts';

type Db = Kysely<Tables>;

/** The tier that holds for a customer the whole of a day (docs/rules.md rule 12). A shop without tiers pays one short query. */
export async function tierOf(
  db: Db,
  customerId: string,
  day: BusinessDay,
  { tierWindow }: Pick<ShopSettings, 'tierWindow'>,
): Promise<TierRule | null> {
  const tiers = await activeTiers(db);
  if (tiers.length === 0) return null;
  return tierAmong(tiers, await paidInWindow(db, customerId, day, tierWindow));
}

function tierAmong(tiers: readonly TierRule[], paidSom: Som): TierRule | null {
  const reached = tierFor(paidSom, tiers);
  return tiers.find(({ tierId }) => tierId === reached?.tierId) ?? null;
}

/**
 * Where a customer stands: the tier of the day, and what is missing to the next with today's purchases counted, so that
 * the receipt of a purchase that crosses the bound can say that the new tier holds from tomorrow on.
 */
export async function tierStandingOf(
  db: Db,
  customerId: string,
  day: BusinessDay,
  settings: Pick<ShopSettings, 'tierWindow'>,
): Promise<TierStanding> {
  return standingAmong(await activeTiers(db), { db, customerId, day, window: settings.tierWindow });
}

/** The same for the till while it sells: null, after one short query, in a shop without tiers. */
export async function tierStandingIfAny(
  db: Db,
  customerId: string,
  day: BusinessDay,
  settings: Pick<ShopSettings, 'tierWindow'>,
): Promise<TierStanding | null> {
  const tiers = await activeTiers(db);
  if (tiers.length === 0) return null;
  return standingAmong(tiers, { db, customerId, day, window: settings.tierWindow });
}

async function standingAmong(
  tiers: readonly TierRule[],
  {
    db,
    customerId,
    day,
    window,
  }: {
    readonly db: Db;
    readonly customerId: string;
    readonly day: BusinessDay;
    readonly window: ShopSettings['tierWindow'];
  },
): Promise<TierStanding> {
  const current =
    tiers.length === 0 ? null : tierAmong(tiers, await paidInWindow(db, customerId, day, window));
  const paidSom = await paidInWindow(db, customerId, addDays(day, 1), window);
  const next = nextTier(current, paidSom, tiers);
  return {
    current:
      current === null
        ? null
        : { tierId: current.tierId, name: current.name, privilege: shownPrivilege(current.privilege) },
    paidSom,
    next: next === null ? null : { name: next.tier.name, missingSom: next.missingSom },
  };
}

function shownPrivilege(privilege: TierRule['privilege']): LocalText | null {
  return Object.values(privilege).some((words) => words !== undefined && words !== '') ? privilege : null;
}

/**
 * Counts money that a customer paid today, as tiers and challenges see it: the earning base, never bonus, a debt when it
 * is repaid; below zero what a return gave back.
 */
export async function notePaid(
  { trx, businessDay }: Pick<WriteScope, 'trx' | 'businessDay'>,
  { customerId, amountSom }: { readonly customerId: string; readonly amountSom: Som },
): Promise<void> {
  if (amountSom !== 0) await addPaidDay(trx, customerId, businessDay, amountSom);
}
