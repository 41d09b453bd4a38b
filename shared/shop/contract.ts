/** What a screen may ask of the shop itself: first start, settings, readiness and news. */
import { z } from 'zod';
import { roles } from '../actor.ts';
import { livePrinterConnectionSchema } from '../printerConnection.ts';
import { actVerb, readVerb, streamVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  languageSchema,
  rateSchema,
  someWords,
  words,
} from '../wire.ts';
import { shopSettingsSchema } from './settings.ts';

/** The topics of the `changes` stream: what a screen that shows them should ask again. */
export const topics = [
  'shop',
  'staff',
  'catalogue',
  'customer',
  'service',
  'shift',
  'promotion',
  'coupon',
  'loyalty',
  'credit',
  'sale',
  'receipt',
  'journal',
  'ledger',
] as const;
export type Topic = (typeof topics)[number];

export const personInSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  /** The most this person may take off by hand; null for what the role may. */
  discountBasisPoints: rateSchema.nullable(),
});

export const shopStatusSchema = z.object({
  /** fresh: nothing set up yet · building: the demo shop is being made · ready: sells. */
  phase: z.enum(['fresh', 'building', 'ready']),
  isDemo: z.boolean(),
  name: z.string(),
  language: languageSchema,
  /** The language that this start was asked for; it goes before what a page remembers. */
  askedLanguage: languageSchema.nullable(),
  /** Tells a page from before an update to reload. */
  build: z.string(),
  shell: z.enum(['desktop', 'browser']),
  person: personInSchema.nullable(),
  /** Which roles may do each action, as the owner has it now. */
  permissions: z.record(z.string(), z.array(z.enum(roles))),
  /** A shop to learn in: its own data, no drawer, marked receipts. */
  isTraining: z.boolean(),
  businessDay: businessDaySchema,
  now: instantSchema,
});

export const readinessSchema = z.object({
  checks: z.array(
    z.object({
      what: z.enum(['database', 'backup', 'printer', 'disk', 'clock', 'journal']),
      state: z.enum(['good', 'warning', 'bad']),
      /** A number or a time the words of this check need, e.g. days since the last backup. */
      detail: z.string(),
    }),
  ),
});

export const firstStartSchema = {
  language: languageSchema,
  settings: shopSettingsSchema.extend({ name: someWords(80) }),
  owner: z.object({ name: someWords(80), password: z.string().min(8).max(200) }),
  cashier: z.object({ name: someWords(80), pin: z.string().regex(/^\d{4,8}$/) }).nullable(),
  printer: z
    .object({
      connection: livePrinterConnectionSchema,
      profile: z.string().max(40),
    })
    .nullable(),
};

export const shopContract = {
  status: readVerb({ action: 'anyone', input: z.object({}), output: shopStatusSchema, refusals: {} }),
  changes: streamVerb({
    action: 'anyone',
    input: z.object({}),
    output: z.object({ topics: z.array(z.enum(topics)) }),
  }),
  /** Makes the demo shop; progress in thousandths goes out on `demoProgress`. */
  openDemo: actVerb({
    action: 'anyone',
    input: z.object({ language: languageSchema }),
    output: z.object({}),
    refusals: { ShopAlreadyStarted: z.object({}) },
  }),
  demoProgress: streamVerb({
    action: 'anyone',
    input: z.object({}),
    output: z.object({ doneThousandths: z.int(), problem: z.string().nullable() }),
  }),
  /** Into a shop to learn in, made afresh of this shop's settings, people and goods; whoever is logged in stays so. */
  openTraining: actVerb({
    action: 'shop.training',
    input: z.object({}),
    output: z.object({}),
    refusals: { NotInDemo: z.object({}) },
  }),
  /** Back to the real shop; what was learned stays with the person, everything else of the training goes. */
  leaveTraining: actVerb({
    action: 'shop.training',
    input: z.object({}),
    output: z.object({}),
    refusals: { NotInTraining: z.object({}) },
  }),
  /** Leaves the demo: settings stay, people, goods, customers and sales go. */
  leaveDemo: actVerb({
    action: 'shop.leaveDemo',
    input: z.object({}),
    output: z.object({}),
    refusals: { NotADemo: z.object({}) },
  }),
  start: writeVerb({
    action: 'anyone',
    input: firstStartSchema,
    output: z.object({ recoveryCode: z.string(), personId: idSchema }),
    refusals: {
      ShopAlreadyStarted: z.object({}),
      WeakPin: z.object({}),
      WeakPassword: z.object({}),
      FolderNotUsable: z.object({ folder: z.string() }),
    },
    keepsAnswer: false,
  }),
  /** Asked before anybody can log in too: a shop that begins after the demo keeps what was set there. */
  settings: readVerb({
    action: 'anyone',
    input: z.object({}),
    output: shopSettingsSchema,
    refusals: {},
  }),
  changeSettings: writeVerb({
    action: 'shop.changeSettings',
    input: { settings: shopSettingsSchema },
    output: shopSettingsSchema,
    refusals: { FolderNotUsable: z.object({ folder: z.string() }) },
  }),
  logo: readVerb({
    action: 'shop.settings',
    input: z.object({}),
    output: z.object({
      /** A PNG as base64. */
      logo: z.object({ png: z.string(), width: z.int(), height: z.int() }).nullable(),
    }),
    refusals: {},
  }),
  /** Null takes the logo away. */
  saveLogo: writeVerb({
    action: 'shop.changeSettings',
    input: { png: z.base64().max(450_000).nullable() },
    output: z.object({}),
    refusals: { LogoNotReadable: z.object({}), LogoTooLarge: z.object({ mostDots: z.int() }) },
  }),
  readiness: readVerb({
    action: 'shop.readiness',
    input: z.object({}),
    output: readinessSchema,
    refusals: {},
  }),
  backUp: actVerb({
    action: 'shop.backUp',
    input: z.object({}),
    output: z.object({ file: z.string(), at: instantSchema }),
    refusals: { FolderNotUsable: z.object({ folder: z.string() }) },
  }),
  /** A line in the till's own log about a screen that broke; never personal data. */
  noteBroken: actVerb({
    action: 'anyone',
    input: z.object({ where: words(200), message: words(500) }),
    output: z.object({}),
    refusals: {},
  }),
};
