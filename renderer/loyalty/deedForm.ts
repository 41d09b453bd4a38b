/** One kind of deed while it is being set up, and a deed while it is being given by hand. */
import { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { type Deed, type DeedKind, type HandDeed, ownDeeds } from '../../shared/loyalty/deedContract.ts';
import { needsNote } from '../../shared/loyalty/deeds.ts';
import type { Som } from '../../shared/money.ts';
import { schemaOf } from '../app/form.ts';

export type TypedDeed = Omit<Deed, 'bonusSom' | 'expiryDays'> & {
  readonly bonusSom: Som | null;
  readonly expiryDays: number | null;
};

/** A deed that is on brings something. */
export const deedFormSchema = schemaOf(loyaltyContract.saveDeed)
  .omit({ intentionId: true, approval: true })
  .refine(({ isOn, bonusSom }) => !isOn || bonusSom > 0, { path: ['bonusSom'] });
export type CheckedDeed = z.output<typeof deedFormSchema>;

/** Those that the till gives by itself have their own rule and no limits. */
export const isOwnDeed = (kind: DeedKind): boolean => ownDeeds.some((own) => own === kind);

export interface TypedGift {
  readonly kind: HandDeed | null;
  readonly note: string;
  /** The day on which the customer allowed a photo to be published; asked of a photo alone. */
  readonly permissionOn: string | null;
}

export const nothingGiven: TypedGift = { kind: null, note: '', permissionOn: null };

const verbSchema = schemaOf(loyaltyContract.giveDeed).omit({
  intentionId: true,
  approval: true,
  customerId: true,
});
export type CheckedGift = z.output<typeof verbSchema>;

/**
 * A deed as it is given, checked as the till will check it.
 *
 * | kind            | note     | permission day |
 * |-----------------|----------|----------------|
 * | photo           | needed   | needed         |
 * | review, story … | needed   | left out       |
 * | own bag, survey | may be   | left out       |
 */
export const giftSchema: z.ZodType<CheckedGift> = z.preprocess(
  (gift) => {
    const { kind, note, permissionOn } = gift as TypedGift;
    return { kind, note, permissionOn: kind === 'photo' ? permissionOn : null };
  },
  verbSchema
    .refine(({ kind, note }) => !needsNote(kind) || note !== '', { path: ['note'] })
    .refine(({ kind, permissionOn }) => kind !== 'photo' || permissionOn !== null, {
      path: ['permissionOn'],
    }),
);
