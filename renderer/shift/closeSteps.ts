/** The way to the end of a shift: what is looked at, counted and typed in, in which order, and what is sent. */
import type { z } from 'zod';
import type { PaymentProvider } from '../../shared/basket.ts';
import type { Som } from '../../shared/money.ts';
import type { shiftContract } from '../../shared/shift/contract.ts';

export type BeforeClose = z.output<NonNullable<(typeof shiftContract.beforeClose)['~orpc']['outputSchema']>>;
export type ClosedShift = z.output<NonNullable<(typeof shiftContract.close)['~orpc']['outputSchema']>>;
export type NonCash = BeforeClose['nonCash'][number];

export type CloseStep = 'look' | 'count' | 'terminals';

/** What a terminal says, as far as it was typed. */
export type ToldSums = Readonly<Partial<Record<PaymentProvider, Som | null>>>;

/** The steps of this shift, in their order: nobody is asked for terminals that took nothing. */
export function stepsOf({ nonCash }: Pick<BeforeClose, 'nonCash'>): readonly CloseStep[] {
  return nonCash.length === 0 ? ['look', 'count'] : ['look', 'count', 'terminals'];
}

/** Whether anything should be looked at before the count; if not, the count comes at once. */
export function hasToLook({ isBasketOpen, parked, unticked }: BeforeClose): boolean {
  return isBasketOpen || parked.length > 0 || unticked > 0;
}

/** The neighbour of a step; null where the way begins or ends. */
export function stepBeside(steps: readonly CloseStep[], step: CloseStep, by: -1 | 1): CloseStep | null {
  return steps[steps.indexOf(step) + by] ?? null;
}

/** What was typed from the terminals; one that nobody typed anything for was not looked at, and is left out. */
export function toldTerminals(
  nonCash: readonly NonCash[],
  told: ToldSums,
): readonly (NonCash & { readonly toldSom: Som })[] {
  return nonCash.flatMap((terminal) => {
    const toldSom = told[terminal.provider] ?? null;
    return toldSom === null ? [] : [{ ...terminal, toldSom }];
  });
}
