/** A draw while it is being written down: fields may be empty. */
import type { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { schemaOf } from '../app/form.ts';
import { allGoods, type ScopeForm, scopeOf } from '../promotion/scopeForm.ts';
import { draftSchema } from './draftSchema.ts';
import { newPrizeRow, type PrizeRow, prizesOf } from './prizeRows.ts';

export interface DrawDraft {
  readonly draw: {
    readonly drawId: string;
    readonly name: LocalText;
    readonly from: string | null;
    readonly to: string | null;
    readonly eachSom: Som | null;
    readonly scope: ScopeForm;
    readonly prizes: readonly PrizeRow[];
    readonly isOncePerCustomer: boolean;
  };
  /** Else only promotions give tickets, and `eachSom` is not looked at. */
  readonly isBySum: boolean;
}

/** A ticket for every 50 000 soʻm, for a month. */
export function newDrawDraft(drawId: string, today: BusinessDay): DrawDraft {
  return {
    draw: {
      drawId,
      name: {},
      from: today,
      to: addDays(today, 29),
      eachSom: som(50_000),
      scope: allGoods,
      prizes: [newPrizeRow('0')],
      isOncePerCustomer: true,
    },
    isBySum: true,
  };
}

const verbSchema = schemaOf(loyaltyContract.beginDraw).omit({ intentionId: true, approval: true });
export type CheckedDraw = z.output<typeof verbSchema>;

export const drawDraftSchema: z.ZodType<CheckedDraw> = draftSchema(
  verbSchema,
  ({ draw, isBySum }: DrawDraft) => ({
    draw: {
      ...draw,
      scope: scopeOf(draw.scope),
      prizes: prizesOf(draw.prizes),
      // Nothing typed is a fault here, while null means that no sum gives tickets.
      eachSom: isBySum ? (draw.eachSom ?? undefined) : null,
    },
  }),
).refine(({ draw }) => draw.from <= draw.to, { path: ['draw', 'to'] });
