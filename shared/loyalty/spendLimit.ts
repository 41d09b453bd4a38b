/** Who may spend how much bonus now, by how the customer was recognised (docs/rules.md rule 20). */
import type { Identification } from '../customer/contract.ts';
import { type Refused, refuse } from '../errors.ts';
import { largerSom, type Som, smallerSom, subtractSom, zeroSom } from '../money.ts';

export interface SpendLimits {
  /** A day's limit without card, QR or last receipt in hand. */
  readonly withoutCardSom: Som;
  /** A day's limit of an instant card until it is registered. */
  readonly instantCardSom: Som;
}

export interface SpendFacts {
  readonly identification: Identification;
  readonly isRegistered: boolean;
  /** Spent earlier today under the same limit. */
  readonly spentTodaySom: Som;
  /** A person who may, allowed more in place. */
  readonly isApproved: boolean;
  readonly limits: SpendLimits;
}

/** Which day's limit counts: `loose` without proof in hand, `instant` for a card nobody registered, else none. */
export type SpendLimitKind = 'none' | 'loose' | 'instant';

/**
 * Which limit of the day stands between the customer and the bonus (docs/rules.md rule 20).
 *
 * | recognised by            | registered | limit of the day        | approval lifts it |
 * |--------------------------|------------|-------------------------|-------------------|
 * | card, QR or last receipt | yes        | none                    | –                 |
 * | phone or search          | yes        | 20 000 (setting)        | yes               |
 * | instant card             | no         | 50 000 (setting)        | no: register      |
 * | phone or search          | no         | the smaller of both     | no                |
 */
export function spendLimitKind(facts: Pick<SpendFacts, 'identification' | 'isRegistered'>): SpendLimitKind {
  if (!facts.isRegistered) return 'instant';
  return isProof(facts.identification) ? 'none' : 'loose';
}

function isProof(identification: Identification): boolean {
  return identification === 'card' || identification === 'receipt' || identification === 'instantCard';
}

/** How much may still be spent today; null when no limit stands in the way. */
export function spendLeftToday(facts: SpendFacts): Som | null {
  const kind = spendLimitKind(facts);
  if (kind === 'none' || (kind === 'loose' && facts.isApproved)) return null;
  const { withoutCardSom, instantCardSom } = facts.limits;
  const unregistered = isProof(facts.identification)
    ? instantCardSom
    : smallerSom(withoutCardSom, instantCardSom);
  const limit = kind === 'loose' ? withoutCardSom : unregistered;
  return largerSom(zeroSom, subtractSom(limit, facts.spentTodaySom));
}

/** Refuses a sum above what may still be spent today, with the number that would go. */
export function judgeSpending(
  amountSom: Som,
  facts: SpendFacts,
): Refused<'BonusNeedsCard', { readonly atMostSom: Som }> | null {
  const left = spendLeftToday(facts);
  return left !== null && amountSom > left ? refuse('BonusNeedsCard', { atMostSom: left }) : null;
}
