/** What the end of a shift finds: the drawer and the terminals against what they should say, and who must stand for it. */
import type { z } from 'zod';
import { type Som, subtractSom, zeroSom } from '../money.ts';
import type { nonCashSchema } from './figures.ts';

export type NonCash = z.output<typeof nonCashSchema>;

/** A terminal or a QR service with what the till thinks it took, and what it says itself; null when nobody looked. */
export interface ComparedTerminal extends NonCash {
  readonly expectedSom: Som;
  readonly toldSom: Som | null;
}

export interface CountedShift {
  readonly expectedSom: Som;
  readonly countedSom: Som;
  /** What the till thinks each of them took in the shift, less what it gave back. */
  readonly terminals: readonly (NonCash & { readonly expectedSom: Som })[];
  /** What was typed in from their own reports. */
  readonly told: readonly (NonCash & { readonly toldSom: Som })[];
}

export interface ClosedCount {
  /** Above zero there is too much in the drawer, below zero too little. */
  readonly differenceSom: Som;
  readonly terminals: readonly ComparedTerminal[];
  readonly isAboveLimit: boolean;
}

/**
 * Compares what was counted and told with what should be there. A terminal that the till knows nothing of should say 0;
 * one that nobody looked at differs by nothing. The difference of a terminal is noted, never posted: its money is at the bank.
 *
 * With a limit of 10 000:
 *
 * | drawer should hold | counted | Humo should say | says   | difference | above the limit |
 * |--------------------|---------|-----------------|--------|------------|-----------------|
 * | 350 000            | 349 000 | 45 500          | 45 500 | −1 000     | no              |
 * | 350 000            | 340 000 | 45 500          | –      | −10 000    | no              |
 * | 350 000            | 339 999 | 45 500          | 45 500 | −10 001    | yes             |
 * | 350 000            | 350 000 | 45 500          | 30 000 | 0          | yes             |
 */
export function closeCount(shift: CountedShift, limitSom: Som): ClosedCount {
  const differenceSom = subtractSom(shift.countedSom, shift.expectedSom);
  const terminals = comparedTerminals(shift);
  const differences = terminals.map(({ expectedSom, toldSom }) =>
    toldSom === null ? zeroSom : subtractSom(toldSom, expectedSom),
  );
  const isAboveLimit = [differenceSom, ...differences].some((sum) => Math.abs(sum) > limitSom);
  return { differenceSom, terminals, isAboveLimit };
}

function comparedTerminals({ terminals, told }: CountedShift): readonly ComparedTerminal[] {
  const known = terminals.map((terminal): ComparedTerminal => {
    const said = told.find((one) => isSame(one, terminal));
    return { ...terminal, toldSom: said?.toldSom ?? null };
  });
  const unknown = told
    .filter((one) => !terminals.some((terminal) => isSame(one, terminal)))
    .map((one): ComparedTerminal => ({ ...one, expectedSom: zeroSom }));
  return [...known, ...unknown];
}

function isSame(one: NonCash, other: NonCash): boolean {
  return one.kind === other.kind && one.provider === other.provider;
}

/** So many questions are answered about a drawer in one shift before somebody else must look. */
export const mostRefusedCounts = 3;
