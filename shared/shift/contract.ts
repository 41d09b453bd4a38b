/** What a screen may ask about the shift of this till. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

export const shiftSchema = z.object({
  id: idSchema,
  number: z.int(),
  businessDay: businessDaySchema,
  openedAt: instantSchema,
  openedByName: z.string(),
  floatSom: somSchema,
  receipts: z.int(),
  /** Less what came back in the shift, so that it may be below zero. */
  netSom: signedSomSchema,
  /** What the drawer should hold now. */
  expectedCashSom: signedSomSchema,
});

export const shiftContract = {
  current: readVerb({
    action: 'shift.read',
    input: z.object({}),
    output: z.object({ shift: shiftSchema.nullable(), lastCountedSom: somSchema.nullable() }),
    refusals: {},
  }),
  open: writeVerb({
    action: 'shift.open',
    input: { floatSom: somSchema },
    output: z.object({ shift: shiftSchema }),
    refusals: { ShiftAlreadyOpen: z.object({}) },
  }),
  /** Blind: the cashier types what was counted, then sees the difference. */
  close: writeVerb({
    action: 'shift.close',
    input: { countedSom: somSchema },
    output: z.object({ number: z.int(), expectedSom: signedSomSchema, differenceSom: signedSomSchema }),
    refusals: { ShiftNotOpen: z.object({}), BasketNotEmpty: z.object({}) },
  }),
};
