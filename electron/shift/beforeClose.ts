/** The verb shift.beforeClose: what should be looked at before the drawer is counted, without any sum of it. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { uncheckedOfShift } from './checklistQueries.ts';
import type { FiguresOfShift } from './figures.ts';
import { currentShift } from './queries.ts';

/** What the rooms above tell of what still lies at the counter. */
export interface AtTheCounter {
  readonly isBasketOpen: (db: Kysely<Tables>) => Promise<boolean>;
  readonly parkedForClose: (scope: ReadScope) => Promise<
    readonly {
      readonly saleId: string;
      readonly label: string;
      readonly parkedAt: Instant;
      readonly totalSom: Som;
    }[]
  >;
  readonly figuresOf: FiguresOfShift;
}

/** Parked baskets only warn: they wait for the next shift. */
export const beforeClose = ({ isBasketOpen, parkedForClose, figuresOf }: AtTheCounter) =>
  readingVerb(shiftContract.beforeClose, async (scope) => {
    const { db, tillId } = scope;
    const shift = await currentShift(db, tillId);
    if (shift === null) throw new Refusal('ShiftNotOpen');
    const { terminals } = await figuresOf(db, shift.id);
    return {
      isBasketOpen: await isBasketOpen(db),
      parked: [...(await parkedForClose(scope))],
      nonCash: terminals.map(({ kind, provider }) => ({ kind, provider })),
      unticked: await uncheckedOfShift(db, shift.id),
    };
  });
