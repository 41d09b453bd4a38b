/** The form of somebody new as a schema: a PIN for a cashier and a senior, a password typed twice for an owner. */
import { z } from 'zod';
import { roles } from '../../shared/actor.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { schemaOf } from '../app/form.ts';
import { newPasswordSchema, newPinSchema } from './newSecret.ts';

export const newPersonSchema = z
  .object({
    name: schemaOf(staffContract.addPerson).shape.name,
    role: z.enum(roles),
    pin: z.string(),
    password: z.string(),
    repeat: z.string(),
  })
  .superRefine(({ role, pin, password, repeat }, context) => {
    const fields =
      role === 'owner'
        ? (newPasswordSchema.safeParse({ password, repeat }).error?.issues ?? []).map(({ path }) => path)
        : newPinSchema.safeParse(pin).success
          ? []
          : [['pin']];
    for (const path of fields) context.addIssue({ code: 'custom', path: [...path] });
  });
export type NewPerson = z.output<typeof newPersonSchema>;

export const nobodyYet: NewPerson = { name: '', role: 'cashier', pin: '', password: '', repeat: '' };
