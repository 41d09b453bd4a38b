/** How often a promotion may work and what it may cost. */
import { z } from 'zod';
import { somSchema } from '../wire.ts';
import type { PricingFacts } from './facts.ts';

const timesSchema = z.int().min(1).max(10_000_000).nullable().default(null);

export const limitsSchema = z.strictObject({
  times: timesSchema,
  timesPerDay: timesSchema,
  /** With a limit per customer the promotion works for known customers only. */
  timesPerCustomer: timesSchema,
  timesPerCustomerPerDay: timesSchema,
  /** All it may cost together. A receipt that would cost more than is left goes without, whole and not in part. */
  budgetSom: somSchema.nullable().default(null),
});
export type Limits = z.output<typeof limitsSchema>;

export const noLimits: Limits = limitsSchema.parse({});

/** Whether a promotion may work only so often, or cost only so much. */
export function isLimited(limits: Limits): boolean {
  return Object.values(limits).some((limit) => limit !== null);
}

export type LimitReached = keyof Limits | 'needsCustomer';

/** The limit that keeps a promotion from working once more, or null. A budget is reached when nothing is left of it. */
export function limitReached(
  promotionId: string,
  limits: Limits,
  { usage, customer }: Pick<PricingFacts, 'usage' | 'customer'>,
): LimitReached | null {
  const isPersonal = limits.timesPerCustomer !== null || limits.timesPerCustomerPerDay !== null;
  if (isPersonal && customer === null) return 'needsCustomer';
  const used = usage.get(promotionId);
  if (used === undefined) return null;
  const isReached = (limit: number | null, times: number) => limit !== null && times >= limit;
  if (isReached(limits.times, used.times)) return 'times';
  if (isReached(limits.timesPerDay, used.timesToday)) return 'timesPerDay';
  if (isReached(limits.timesPerCustomer, used.timesByCustomer)) return 'timesPerCustomer';
  if (isReached(limits.timesPerCustomerPerDay, used.timesByCustomerToday)) return 'timesPerCustomerPerDay';
  return isReached(limits.budgetSom, used.spentSom) ? 'budgetSom' : null;
}
