/** The rules of a new password and a new PIN as schemas for forms: what is typed twice must be the same. */
import { z } from 'zod';
import { isGoodPassword, isGoodPin } from '../../shared/staff/secret.ts';

const longestPassword = 200;

/** `repeat` is the second typing of the same password. */
export const newPasswordSchema = z
  .object({
    password: z.string().min(8).max(longestPassword).refine(isGoodPassword),
    repeat: z.string().min(1),
  })
  .refine(({ password, repeat }) => password === repeat, { path: ['repeat'] });

export const newPinSchema = z.string().min(4).max(8).refine(isGoodPin);
