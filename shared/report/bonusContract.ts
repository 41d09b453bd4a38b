/** What the owner may ask about the programme: what the shop owes, what it costs, who saves, and what looks odd. */
import { z } from 'zod';
import { debtAges } from '../credit/debt.ts';
import { customerPhoneSchema } from '../customer/phoneMask.ts';
import { readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, signedSomSchema, somSchema } from '../wire.ts';

/** Something that bonus should not do, or only rarely: counted, never accused. */
export const bonusSignKinds = [
  /** One cashier rings up most receipts of one card. */
  'sameCashierAndCard',
  /** A card earns many times in one day. */
  'manyInADay',
  /** Bonus is spent without the card in hand far more often than by others. */
  'spentWithoutCard',
  /** A card is attached to finished receipts of one cashier again and again. */
  'attachedLater',
  /** Deeds given by one person to one customer again and again. */
  'manyDeeds',
  /** Corrections that nobody stood for. */
  'correctedAlone',
] as const;

const monthFiguresSchema = z.object({
  month: z.string(),
  /** All that was given: by receipts, promotions, friends, deeds, by hand. */
  givenSom: somSchema,
  spentSom: somSchema,
  burnedSom: somSchema,
  takenBackSom: somSchema,
  paidOutSom: somSchema,
});

export const bonusReports = {
  bonus: readVerb({
    action: 'report.bonus',
    input: z.object({ months: z.int().min(1).max(36).default(12) }),
    output: z.object({
      day: businessDaySchema,
      /** What the shop owes its customers now. */
      bonusOwedSom: signedSomSchema,
      /** Of it: what waits on claim codes, and what customers owe after returns (below zero). */
      waitingSom: somSchema,
      owedByCustomersSom: somSchema,
      /** By the month in which it burns; null never burns. */
      byExpiry: z.array(z.object({ month: z.string().nullable(), sumSom: somSchema })),
      months: z.array(monthFiguresSchema),
      /** The running month: cost of bonus, and its part of the net sales. */
      costSom: signedSomSchema,
      salesSom: signedSomSchema,
      costBasisPoints: z.int(),
      givenByKind: z.array(z.object({ kind: z.string(), sumSom: somSchema })),
      giftCardsSom: somSchema,
      giftCardsExpiredSom: somSchema,
      storeCreditSom: somSchema,
      debtsSom: somSchema,
      ageing: z.array(z.object({ age: z.enum(debtAges), openSom: somSchema })),
      savers: z.array(
        z.object({ customerId: idSchema, name: z.string(), bonusSom: signedSomSchema, spentSom: somSchema }),
      ),
    }),
    refusals: {},
  }),
  bonusSigns: readVerb({
    action: 'report.bonus',
    input: z.object({ days: z.int().min(1).max(366).default(30) }),
    output: z.object({
      signs: z.array(
        z.object({
          kind: z.enum(bonusSignKinds),
          personName: z.string().nullable(),
          customerId: idSchema.nullable(),
          customerName: z.string().nullable(),
          /** How often, against how often it is usual here. */
          times: z.int(),
          usualTimes: z.int(),
          sumSom: somSchema,
          lastOn: businessDaySchema,
        }),
      ),
    }),
    refusals: {},
  }),
  /** Balances of all customers, for a file: pages of at most 5,000. */
  bonusBalances: readVerb({
    action: 'report.bonus',
    input: z.object({ cursor: z.string().max(300).nullable(), limit: z.int().min(1).max(5000) }),
    output: z.object({
      rows: z.array(
        z.object({
          customerId: idSchema,
          name: z.string(),
          phone: customerPhoneSchema.nullable(),
          bonusSom: signedSomSchema,
          nextExpiryOn: businessDaySchema.nullable(),
          storeCreditSom: signedSomSchema,
          debtSom: somSchema,
          tier: z.string(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
};
