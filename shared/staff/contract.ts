/** What a screen may ask about people: who may log in, logging in and out, recovery. */
import { z } from 'zod';
import { roles } from '../actor.ts';
import { actVerb, readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, codeSchema, idSchema, instantSchema, someWords } from '../wire.ts';
import { peopleVerbs } from './peopleContract.ts';

export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  /** The owner logs in by password, everybody else by PIN. */
  secretKind: z.enum(['pin', 'password']),
  isActive: z.boolean(),
});

const secretRefusals = {
  WrongSecret: z.object({ triesLeft: z.int() }),
  LogInDelayed: z.object({ until: instantSchema }),
  LogInLocked: z.object({}),
};

const logInRefusals = {
  ...secretRefusals,
  /** The person's working hours are over, or have not begun. */
  OutsideHours: z.object({}),
  AccessEnded: z.object({ endedOn: businessDaySchema }),
};

export const staffContract = {
  people: readVerb({
    action: 'anyone',
    input: z.object({}),
    output: z.object({ people: z.array(personSchema) }),
    refusals: {},
  }),
  /** Attempts are counted in the database before the secret is looked at, and the delay survives a restart. */
  logIn: actVerb({
    action: 'anyone',
    input: z.object({ personId: idSchema, secret: z.string().min(1).max(200) }),
    output: z.object({ person: personSchema }),
    refusals: logInRefusals,
  }),
  /** A badge stands for its owner's PIN; the owner of the shop has none. */
  logInByBadge: actVerb({
    action: 'anyone',
    input: z.object({ code: codeSchema }),
    output: z.object({ person: personSchema }),
    refusals: { ...logInRefusals, BadgeUnknown: z.object({}) },
  }),
  lock: actVerb({ action: 'anyone', input: z.object({}), output: z.object({}), refusals: {} }),
  addPerson: writeVerb({
    action: 'staff.manage',
    input: { name: someWords(80), role: z.enum(['senior', 'cashier']), pin: z.string().regex(/^\d{4,8}$/) },
    output: z.object({ person: personSchema }),
    refusals: { WeakPin: z.object({}) },
  }),
  changePin: writeVerb({
    action: 'staff.manage',
    input: { personId: idSchema, pin: z.string().regex(/^\d{4,8}$/) },
    output: z.object({}),
    refusals: { WeakPin: z.object({}) },
  }),
  /** Lets somebody whose wrong attempts locked them out try again. */
  unlock: writeVerb({
    action: 'staff.unlock',
    input: { personId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  /** The owner's way back with the printed recovery code; a new code replaces the used one. */
  recover: writeVerb({
    action: 'anyone',
    input: {
      recoveryCode: someWords(60),
      password: z.string().min(8).max(200),
      /** Which owner's password is set anew; left out, the first owner's. */
      personId: idSchema.optional(),
    },
    output: z.object({ recoveryCode: z.string(), person: personSchema }),
    refusals: { ...secretRefusals, WeakPassword: z.object({}) },
    keepsAnswer: false,
  }),
  /** One's own PIN or password, by whoever knows the old one. */
  changeOwnSecret: writeVerb({
    action: 'staff.own',
    input: { oldSecret: z.string().min(1).max(200), newSecret: z.string().min(1).max(200) },
    output: z.object({}),
    refusals: { ...secretRefusals, WeakPin: z.object({}), WeakPassword: z.object({}) },
  }),
  ...peopleVerbs,
};
