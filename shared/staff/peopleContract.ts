/** What the owner and the seniors may ask about the people: limits, hours, badges, rights, plan, skills, leaving. */
import { z } from 'zod';
import { roles } from '../actor.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  rateSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';

/** Minutes of a day, 0 to 1440. */
const minuteSchema = z.int().min(0).max(1440);

/** Hours of one weekday, Monday is 1; `toMinute` is after `fromMinute`. */
export const workingHoursSchema = z
  .object({ weekday: z.int().min(1).max(7), fromMinute: minuteSchema, toMinute: minuteSchema })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute);
export type WorkingHours = z.output<typeof workingHoursSchema>;

/** The steps of the tour, in their order. */
export const tourSteps = [
  'scan',
  'quantity',
  'search',
  'priceCheck',
  'customer',
  'payInCash',
  'payByCard',
  'coupon',
  'park',
  'takeBack',
  'reprint',
  'lock',
] as const;
export type TourStep = (typeof tourSteps)[number];

export const teamMemberSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  secretKind: z.enum(['pin', 'password']),
  isActive: z.boolean(),
  /** The most this person may take off by hand; null for what the role may. */
  discountBasisPoints: rateSchema.nullable(),
  /** What this person may give to customers as gifts in a calendar month; 0 for nothing. */
  giftBudgetSom: somSchema,
  /** The last day of somebody who helps out; null for no end. */
  accessEndsOn: businessDaySchema.nullable(),
  /** Logs in during their hours only. */
  isBoundToHours: z.boolean(),
  hours: z.array(workingHoursSchema),
  hasBadge: z.boolean(),
  cameAt: instantSchema,
  leftAt: instantSchema.nullable(),
  skills: z.array(z.object({ skillId: idSchema, tickedAt: instantSchema, tickedByName: z.string() })),
  tour: z.array(z.object({ step: z.enum(tourSteps), doneAt: instantSchema })),
});

export const plannedShiftSchema = z.object({
  id: idSchema,
  personId: idSchema,
  personName: z.string(),
  day: businessDaySchema,
  fromMinute: minuteSchema,
  toMinute: minuteSchema,
  note: z.string(),
});

export const peopleVerbs = {
  /** Everybody, also who has left. */
  team: readVerb({
    action: 'staff.manage',
    input: z.object({}),
    output: z.object({ people: z.array(teamMemberSchema) }),
    refusals: {},
  }),
  addOwner: writeVerb({
    action: 'staff.manage',
    input: { name: someWords(80), password: z.string().min(8).max(200) },
    output: z.object({ personId: idSchema }),
    refusals: { WeakPassword: z.object({}) },
  }),
  changePerson: writeVerb({
    action: 'staff.manage',
    input: {
      personId: idSchema,
      name: someWords(80),
      /** Left out for an owner, who stays one. */
      role: z.enum(['senior', 'cashier']).nullable(),
      discountBasisPoints: rateSchema.nullable(),
      /** Left out, it stays as it is. */
      giftBudgetSom: somSchema.nullable().default(null),
      accessEndsOn: businessDaySchema.nullable(),
      isBoundToHours: z.boolean(),
      hours: z.array(workingHoursSchema).max(21),
    },
    output: z.object({}),
    refusals: {
      /** An owner's access neither ends nor keeps to hours. */
      OwnerUnbound: z.object({}),
      HoursOverlap: z.object({ weekday: z.int() }),
    },
  }),
  /** Somebody leaves: no log-in and no badge any more; what is still theirs to do goes to another person. */
  leave: writeVerb({
    action: 'staff.manage',
    input: { personId: idSchema, handOverTo: idSchema.nullable() },
    output: z.object({ plannedShifts: z.int() }),
    refusals: { LastOwner: z.object({}), HandOverNeeded: z.object({ plannedShifts: z.int() }) },
  }),
  /** Somebody who left works here again, with a new PIN. A former owner is added as one anew. */
  comeBack: writeVerb({
    action: 'staff.manage',
    input: { personId: idSchema, pin: z.string().regex(/^\d{4,8}$/) },
    output: z.object({}),
    refusals: { WeakPin: z.object({}), OwnerNeedsPassword: z.object({}) },
  }),
  /** A new badge; the one before it is good no more. Printed where there is a printer, and shown once. */
  giveBadge: writeVerb({
    action: 'staff.manage',
    input: { personId: idSchema },
    output: z.object({ code: z.string(), isPrinted: z.boolean() }),
    refusals: { OwnerNeedsPassword: z.object({}) },
    keepsAnswer: false,
  }),
  takeBadge: writeVerb({
    action: 'staff.manage',
    input: { personId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  /** Action × role as it is now and as it comes out of the box. */
  matrix: readVerb({
    action: 'staff.manage',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          action: z.string(),
          roles: z.array(z.enum(roles)),
          defaults: z.array(z.enum(roles)),
          /** What stays as it is: the owner's own, and what nobody can work without. */
          isFixed: z.boolean(),
        }),
      ),
    }),
    refusals: {},
  }),
  setPermission: writeVerb({
    action: 'staff.manage',
    input: { action: someWords(60), role: z.enum(['senior', 'cashier']), isAllowed: z.boolean() },
    output: z.object({}),
    refusals: { PermissionFixed: z.object({}) },
  }),
  /** The list of skills, and who has which: everybody for who may tick them, else only the person at the window. */
  skills: readVerb({
    action: 'staff.own',
    input: z.object({}),
    output: z.object({
      skills: z.array(z.object({ id: idSchema, name: localTextSchema, isActive: z.boolean() })),
      ticks: z.array(
        z.object({
          personId: idSchema,
          skillId: idSchema,
          tickedAt: instantSchema,
          tickedByName: z.string(),
        }),
      ),
    }),
    refusals: {},
  }),
  saveSkill: writeVerb({
    action: 'staff.manage',
    input: { skillId: idSchema.nullable(), name: localTextSchema, isActive: z.boolean() },
    output: z.object({ skillId: idSchema }),
    refusals: {},
  }),
  tickSkill: writeVerb({
    action: 'staff.skills',
    input: { personId: idSchema, skillId: idSchema, isTicked: z.boolean() },
    output: z.object({}),
    refusals: {},
  }),
  /** What the person at this window has learned on the tour. */
  tour: readVerb({
    action: 'staff.own',
    input: z.object({}),
    output: z.object({ steps: z.array(z.object({ step: z.enum(tourSteps), doneAt: instantSchema })) }),
    refusals: {},
  }),
  tickTour: writeVerb({
    action: 'staff.own',
    input: { step: z.enum(tourSteps) },
    output: z.object({}),
    refusals: {},
  }),
  plan: readVerb({
    action: 'staff.own',
    input: z.object({ from: businessDaySchema, to: businessDaySchema }),
    output: z.object({ shifts: z.array(plannedShiftSchema) }),
    refusals: {},
  }),
  savePlannedShift: writeVerb({
    action: 'staff.plan',
    input: {
      plannedShiftId: idSchema.nullable(),
      personId: idSchema,
      day: businessDaySchema,
      fromMinute: minuteSchema,
      toMinute: minuteSchema,
      note: words(120),
    },
    output: z.object({ plannedShiftId: idSchema }),
    refusals: { PlanOverlaps: z.object({}), HoursWrong: z.object({}) },
  }),
  removePlannedShift: writeVerb({
    action: 'staff.plan',
    input: { plannedShiftId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
};
