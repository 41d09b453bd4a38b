/** A stamp card while it is being written down: fields may be empty. */
import type { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { StampCardRule } from '../../shared/loyalty/gameContract.ts';
import type { LocalText } from '../../shared/text.ts';
import { schemaOf } from '../app/form.ts';
import { noGoodsYet, type ScopeForm, scopeFormOf, scopeOf } from '../promotion/scopeForm.ts';
import { draftSchema } from './draftSchema.ts';
import type { TypedReward } from './gameReward.ts';

export interface StampDraft {
  readonly stampCard: {
    readonly stampCardId: string;
    readonly name: LocalText;
    readonly scope: ScopeForm;
    readonly needed: number | null;
    readonly validDays: number | null;
    readonly reward: TypedReward;
  };
  readonly isActive: boolean;
}

/** "The tenth is free", as most shops do it, for goods that only the owner knows. */
export function newStampDraft(stampCardId: string): StampDraft {
  return {
    stampCard: {
      stampCardId,
      name: {},
      scope: noGoodsYet,
      needed: 9,
      validDays: 0,
      reward: { kind: 'freePiece' },
    },
    isActive: true,
  };
}

export function stampDraftOf({ isActive, ...card }: StampCardRule & { isActive: boolean }): StampDraft {
  const { stampCardId, name, scope, needed, validDays, reward } = card;
  return {
    stampCard: { stampCardId, name, scope: scopeFormOf(scope), needed, validDays, reward },
    isActive,
  };
}

const verbSchema = schemaOf(loyaltyContract.saveStampCard).omit({ intentionId: true, approval: true });
export type CheckedStampCard = z.output<typeof verbSchema>;

export const stampDraftSchema: z.ZodType<CheckedStampCard> = draftSchema(
  verbSchema,
  ({ stampCard, isActive }: StampDraft) => ({
    stampCard: { ...stampCard, scope: scopeOf(stampCard.scope) },
    isActive,
  }),
);
