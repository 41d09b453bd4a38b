/** Debts by how long ago they were taken. */
import { type Som, som } from '../money.ts';
import { type BusinessDay, daysBetween } from '../time.ts';
import { type DebtSpan, debtSpans } from './monthFigures.ts';

/**
 * | taken  | on     | span   |
 * |--------|--------|--------|
 * | 31 Oct | 30 Nov | upTo30 |
 * | 30 Oct | 30 Nov | upTo90 |
 */
export function spanOf(takenOn: BusinessDay, day: BusinessDay): DebtSpan {
  const days = daysBetween(takenOn, day);
  if (days <= 30) return 'upTo30';
  if (days <= 90) return 'upTo90';
  return days <= 180 ? 'upTo180' : 'over180';
}

/** What was open by span; every span is told, also one in which nobody owes anything. */
export function debtsBySpan(
  debts: readonly { readonly takenOn: BusinessDay; readonly openSom: Som }[],
  day: BusinessDay,
): { readonly span: DebtSpan; readonly openSom: Som }[] {
  const sums = new Map<DebtSpan, number>();
  for (const { takenOn, openSom } of debts) {
    const span = spanOf(takenOn, day);
    sums.set(span, (sums.get(span) ?? 0) + openSom);
  }
  return debtSpans.map((span) => ({ span, openSom: som(sums.get(span) ?? 0) }));
}
