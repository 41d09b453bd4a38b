/** The bonus programme of the shop: what earns how much, tiers, how long bonus lives, and changes of it. */
import { z } from 'zod';
import { correctionReasonSchema, secondPersonRefusals } from '../ledger/contract.ts';
import { scopeSchema } from '../promotion/scope.ts';
import { shopSettingsSchema } from '../shop/settings.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  idSchema,
  languageSchema,
  localTextSchema,
  rateSchema,
  signedSomSchema,
  somSchema,
  words,
} from '../wire.ts';

/** The settings of the shop that are the programme's. */
export const programmeSettingsSchema = shopSettingsSchema.pick({
  cashbackBasisPoints: true,
  bonusCeilingBasisPoints: true,
  bonusExpiryDays: true,
  earnWhileRedeeming: true,
  discountedEarnNothing: true,
  minimumReceiptSom: true,
  activationDelayDays: true,
  mostReceiptsPerDay: true,
  mostEarnedPerDaySom: true,
  debtEarns: true,
  spendWithoutCardSom: true,
  instantCardDailySom: true,
  claimDays: true,
  isPayOutOn: true,
  payOutDailySom: true,
});
export type ProgrammeSettings = z.output<typeof programmeSettingsSchema>;

/** Goods that earn more or less than others, never earn, or may not be paid with bonus. */
export const earningRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('times'),
    scope: scopeSchema,
    /** 20 000 doubles the bonus of these goods, 5 000 halves it. */
    timesBasisPoints: z.int().min(1).max(1_000_000),
  }),
  z.object({ kind: z.literal('neverEarns'), scope: scopeSchema }),
  z.object({ kind: z.literal('neverPaid'), scope: scopeSchema }),
]);
export type EarningRule = z.output<typeof earningRuleSchema>;

/** A non-money privilege that the cashier sees as one line; empty for none. */
const privilegeSchema = z.object({
  uz: words(80).optional(),
  ru: words(80).optional(),
  en: words(80).optional(),
});

export const tierSchema = z.object({
  tierId: idSchema,
  name: localTextSchema,
  fromSom: somSchema,
  discountBasisPoints: rateSchema,
  bonusBasisPoints: rateSchema.nullable(),
  privilege: privilegeSchema,
});
export type TierRule = z.output<typeof tierSchema>;

/** What another life of bonus would burn at once, of how many customers, and in the next 30 days without that. */
export const burnPreviewSchema = z.object({
  atOnceSom: somSchema,
  customersAtOnce: z.int(),
  withinMonthSom: somSchema,
});
export type BurnPreview = z.output<typeof burnPreviewSchema>;

const tierRefusals = {
  TierBoundsEqual: z.object({ fromSom: somSchema }),
  /** A promotion that is live or drafted asks for the tier that is to go. */
  TierInUse: z.object({ name: localTextSchema }),
};

export const programmeVerbs = {
  programme: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({ settings: programmeSettingsSchema, rules: z.array(earningRuleSchema) }),
    refusals: {},
  }),
  /** What another life of bonus would burn if it were laid on the bonus that is out (docs/rules.md rule 11). */
  burnPreview: readVerb({
    action: 'loyalty.changeProgramme',
    input: z.object({ days: shopSettingsSchema.shape.bonusExpiryDays.unwrap() }),
    output: burnPreviewSchema,
    refusals: {},
  }),
  saveProgramme: writeVerb({
    action: 'loyalty.changeProgramme',
    input: {
      settings: programmeSettingsSchema,
      rules: z.array(earningRuleSchema).max(50),
      /** Whether another life counts for new bonus only, or for all that is out; then what was seen of the preview. */
      expiryFor: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('newOnly') }),
        z.object({ kind: z.literal('all'), seen: burnPreviewSchema }),
      ]),
    },
    output: z.object({ settings: programmeSettingsSchema, rules: z.array(earningRuleSchema) }),
    refusals: { BurnChanged: burnPreviewSchema },
  }),
  /** The rules as they hold now, on the receipt printer, for a customer to take home. */
  printRules: writeVerb({
    action: 'loyalty.read',
    input: { language: languageSchema },
    output: z.object({}),
    refusals: { NoPrinter: z.object({}) },
  }),
  tiers: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({
      window: z.enum(['lastTwelveMonths', 'allTime']),
      /** From the lowest bound up, with how many customers are in each today. */
      tiers: z.array(tierSchema.extend({ customers: z.int() })),
    }),
    refusals: {},
  }),
  /** The whole ladder at once; a tier that is left out is taken away. */
  saveTiers: writeVerb({
    action: 'loyalty.changeProgramme',
    input: { window: z.enum(['lastTwelveMonths', 'allTime']), tiers: z.array(tierSchema).max(10) },
    output: z.object({}),
    refusals: tierRefusals,
  }),
  /** Gives (above zero) or takes bonus by hand; another person stands for it. */
  correctBonus: writeVerb({
    action: 'loyalty.correct',
    input: {
      customerId: idSchema,
      amountSom: signedSomSchema.refine((sum) => sum !== 0),
      reason: correctionReasonSchema,
    },
    output: z.object({ bonusBalanceSom: signedSomSchema }),
    refusals: { ...secondPersonRefusals, BonusNotEnough: z.object({ spendableSom: somSchema }) },
  }),
  /** Bonus as money from the drawer, where the shop does that; another person stands for it. */
  payOut: writeVerb({
    action: 'loyalty.payOut',
    input: { customerId: idSchema, amountSom: somSchema.refine((sum) => sum > 0) },
    output: z.object({ number: z.int(), bonusBalanceSom: signedSomSchema }),
    refusals: {
      ...secondPersonRefusals,
      PayOutOff: z.object({}),
      PayOutAboveLimit: z.object({ leftSom: somSchema }),
      NeedsPhone: z.object({}),
      ShiftNotOpen: z.object({}),
      BonusNotEnough: z.object({ spendableSom: somSchema }),
    },
  }),
};
