/** What a basket must know of the programme: rules for goods, the customer's tier, and what was earned today. */
import type { Kysely } from 'kysely';
import { type EarningFacts, programmeRules } from '../../shared/loyalty/programme.ts';
import { zeroSom } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { earnedToday, earningRules } from './programmeQueries.ts';
import { tierOf } from './tiers.ts';

/** Two short queries for a shop that has neither tiers nor limits; `customerId` is null for a receipt without a card. */
export async function earningFacts(
  db: Kysely<Tables>,
  {
    customerId,
    day,
    settings,
  }: { readonly customerId: string | null; readonly day: BusinessDay; readonly settings: ShopSettings },
): Promise<EarningFacts> {
  const rules = await earningRules(db);
  return {
    rules: programmeRules(settings, rules),
    neverPaid: rules.flatMap((rule) => (rule.kind === 'neverPaid' ? [rule.scope] : [])),
    tier: customerId === null ? null : await tierOf(db, customerId, day, settings),
    today:
      customerId === null
        ? { receipts: 0, earnedSom: zeroSom }
        : await earnedToday(db, customerId, day, settings),
  };
}
