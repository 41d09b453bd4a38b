/** A customer as every screen gets them. */
import { z } from 'zod';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  languageSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';
import { customerPhoneSchema } from './phoneMask.ts';

export const customerSchema = z.object({
  id: idSchema,
  /** Empty while only a phone or an instant card is known. */
  name: z.string(),
  /** E.164, or null for an instant card that nobody registered yet. */
  phone: customerPhoneSchema.nullable(),
  language: languageSchema.nullable(),
  isRegistered: z.boolean(),
  birthDate: businessDaySchema.nullable(),
  tags: z.array(z.string()),
  cardNumbers: z.array(z.string()),
  /** Cards that were lost: they are told, but stand for nobody any more. */
  blockedCards: z.array(z.string()),
  visits: z.int(),
  averageSom: somSchema,
  paidSom: signedSomSchema,
  lastVisitOn: businessDaySchema.nullable(),
  bonusSom: signedSomSchema,
  createdAt: instantSchema,
});
export type Customer = z.output<typeof customerSchema>;
