/** What the owner may ask about the customers of a day: the report itself, and the same on the receipt printer. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  languageSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

/** As many of a list as one report carries; the counts beside the lists are of all. */
export const rowsInReport = { came: 300, missing: 100, debts: 300, birthdays: 100, registered: 100 } as const;

/** The name, else the masked phone or card, else empty: nobody needs a whole phone to read a figure. */
const namedCustomer = { customerId: idSchema, name: z.string() } as const;

const cameSchema = z.object({
  ...namedCustomer,
  receipts: z.int(),
  /** What those receipts came to; goods that came back are not taken off. */
  netSom: somSchema,
  /** Days on which they bought something, this one included. */
  visits: z.int(),
  /** They had never bought before this day. */
  isNew: z.boolean(),
  /** Days since they had bought last; null where nobody knows of an earlier receipt. */
  awayDays: z.int().nullable(),
});

const missingSchema = z.object({
  ...namedCustomer,
  visits: z.int(),
  /** Days from one visit to the next, on average, rounded half up. */
  usualDays: z.int(),
  lastOn: businessDaySchema,
  silentDays: z.int(),
});

const debtorSchema = z.object({
  ...namedCustomer,
  /** What falls due on the day itself. */
  dueSom: somSchema,
  overdueSom: somSchema,
  /** The day on which the oldest of these debts was due. */
  dueOn: businessDaySchema,
});

export const customerDaySchema = z.object({
  day: businessDaySchema,
  /** While the day runs, the moment of the report; null for a day that is over. */
  until: instantSchema.nullable(),
  receipts: z.object({ all: z.int(), withCustomer: z.int() }),
  sales: z.object({ allSom: somSchema, withCustomerSom: somSchema }),
  customers: z.object({
    came: z.int(),
    new: z.int(),
    returning: z.int(),
    /** Of those who returned: after 30 days or more. */
    cameBack: z.int(),
    registered: z.int(),
  }),
  came: z.array(cameSchema),
  registered: z.array(z.object(namedCustomer)),
  /** Null for a day that is too long ago to tell who was late on it. */
  missing: z.object({ count: z.int(), rows: z.array(missingSchema) }).nullable(),
  birthdays: z.object({ on: businessDaySchema, count: z.int(), rows: z.array(z.object(namedCustomer)) }),
  bonus: z.object({
    beforeSom: signedSomSchema,
    givenSom: signedSomSchema,
    spentSom: somSchema,
    /** Everything else that moved it: burnt, taken or given back with goods, paid out, donated, corrected. */
    otherSom: signedSomSchema,
    /** What the shop owed at the end of the day; `beforeSom` + given − spent + other. */
    owedSom: signedSomSchema,
  }),
  coupons: z.object({
    given: z.int(),
    used: z.int(),
    /** What the receipts with a coupon came to, and what the coupons took off. */
    broughtSom: somSchema,
    tookOffSom: somSchema,
    /** Of all coupons ever given, those that could still be used after the day. */
    open: z.int(),
  }),
  debts: z.object({
    dueSom: somSchema,
    overdueSom: somSchema,
    /** All that customers owed at the end of the day, due or not. */
    openSom: somSchema,
    /** How many customers have something due. */
    count: z.int(),
    rows: z.array(debtorSchema),
  }),
  cashiers: z.array(
    z.object({ personId: idSchema, name: z.string(), receipts: z.int(), withCustomer: z.int() }),
  ),
});
export type CustomerDay = z.output<typeof customerDaySchema>;

export const customerDayReports = {
  /** Null is the running day. */
  customerDay: readVerb({
    action: 'report.today',
    input: z.object({ day: businessDaySchema.nullable() }),
    output: customerDaySchema,
    refusals: {},
  }),
  /** The report as it stands now, on the receipt printer; without a language, in the shop's own. */
  printCustomerDay: writeVerb({
    action: 'report.today',
    input: { day: businessDaySchema.nullable(), language: languageSchema.nullable().default(null) },
    output: z.object({}),
    refusals: { NoPrinter: z.object({}) },
  }),
};
