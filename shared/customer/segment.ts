/** Groups of customers by rule: what a condition may ask, the rule as the shop keeps it, and the ready-made groups. */
import { z } from 'zod';
import { idSchema, languageSchema, someWords, somSchema } from '../wire.ts';
import { abcClasses } from './abc.ts';
import { consentChannels, consentPurposes } from './consent.ts';
import { rfmGroups } from './rfm.ts';
import { rhythmStates } from './rhythm.ts';

export const genders = ['female', 'male'] as const;
export const sources = [
  'friend',
  'passerby',
  'telegram',
  'instagram',
  'facebook',
  'tiktok',
  'leaflet',
  'partner',
  'other',
] as const;
/** Would you recommend us (0 to 10), and how was it today (1 to 5). */
export const feedbackScales = ['nps', 'satisfaction'] as const;
/** Whoever answers so would rather not recommend the shop. */
export const detractorScores = { from: 0, to: 6 } as const;
export type CustomerSource = (typeof sources)[number];

/** Back to today; null for all the time that the shop knows. */
const windowSchema = z.int().min(1).max(3650).nullable();
const idsSchema = z.array(idSchema).min(1).max(100);
const countSchema = z.int().min(0).max(100_000).nullable();

/** Scores of recency, frequency or money. */
const digitsSchema = z.array(z.int().min(1).max(5)).max(5).default([]);

function oneKind<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  // `isNot` turns the condition round: everybody whom it does not fit.
  return z.object({ kind: z.literal(kind), isNot: z.boolean().default(false), ...shape }).readonly();
}

/** `from` and `to` are both meant; null leaves that end open. */
export const segmentConditionSchema = z.discriminatedUnion('kind', [
  oneKind('bought', {
    what: z.enum(['product', 'category', 'brand']),
    ids: idsSchema,
    withinDays: windowSchema,
  }),
  oneKind('spent', { fromSom: somSchema.nullable(), toSom: somSchema.nullable(), withinDays: windowSchema }),
  oneKind('visits', { from: countSchema, to: countSchema, withinDays: windowSchema }),
  /** Days since the last visit. */
  oneKind('lastVisit', { from: countSchema, to: countSchema }),
  oneKind('firstVisit', { withinDays: z.int().min(1).max(3650) }),
  oneKind('rhythm', { states: z.array(z.enum(rhythmStates)).min(1) }),
  oneKind('tier', { tierIds: idsSchema }),
  oneKind('abc', { by: z.enum(['sales', 'profit']), classes: z.array(z.enum(abcClasses)).min(1) }),
  /** By the name of the group or by the digits of the cell; a set that names nothing asks nothing. */
  oneKind('rfm', {
    groups: z.array(z.enum(rfmGroups)).default([]),
    recency: digitsSchema,
    frequency: digitsSchema,
    money: digitsSchema,
  }),
  oneKind('age', { from: countSchema, to: countSchema }),
  oneKind('gender', { genders: z.array(z.enum(genders)).min(1) }),
  /** Within so many days from today, today included. */
  oneKind('birthday', { withinDays: z.int().min(1).max(366) }),
  oneKind('household', {}),
  oneKind('source', { sources: z.array(z.enum(sources)).min(1) }),
  oneKind('district', { districts: z.array(someWords(80)).min(1).max(50) }),
  oneKind('language', { languages: z.array(languageSchema).min(1) }),
  /** Messages by one channel, or by any where none is named; keeping the profile has no channel. */
  oneKind('consent', {
    purpose: z.enum(consentPurposes),
    channel: z.enum(consentChannels).nullable().default(null),
  }),
  oneKind('tag', { tags: z.array(someWords(40)).min(1).max(50) }),
  /** A coupon that is still open, one that was ever used, or any that was ever given. */
  oneKind('coupon', { state: z.enum(['open', 'used', 'given']) }),
  oneKind('bonus', { state: z.enum(['neverUsed', 'hasSome']) }),
  oneKind('debtor', { isOverdue: z.boolean() }),
  /** A complaint that is not closed yet, or any; made within the window. */
  oneKind('complaint', { state: z.enum(['open', 'any']), withinDays: windowSchema }),
  /** One answer within the window is enough. A detractor is 0 to 6 on the scale of recommending (`nps`). */
  oneKind('feedback', {
    scale: z.enum(feedbackScales),
    from: z.int().min(0).max(10),
    to: z.int().min(0).max(10),
    withinDays: windowSchema,
  }),
]);
export type SegmentCondition = z.output<typeof segmentConditionSchema>;
export type SegmentConditionKind = SegmentCondition['kind'];

/** `all`: every condition fits; `any`: one is enough. A rule without conditions is everybody who is registered. */
export const segmentRuleSchema = z
  .object({
    match: z.enum(['all', 'any']).default('all'),
    conditions: z.array(segmentConditionSchema).max(12).readonly(),
  })
  .readonly();
export type SegmentRule = z.output<typeof segmentRuleSchema>;

const ready = (...conditions: readonly z.input<typeof segmentConditionSchema>[]): SegmentRule =>
  segmentRuleSchema.parse({ conditions });

/** "C, not to be lost": little money, but on the way out: cheap attentions only (no discount pays here). */
export const readySegments = {
  new: ready({ kind: 'firstVisit', withinDays: 30 }),
  regular: ready(
    { kind: 'visits', from: 3, to: null, withinDays: 90 },
    { kind: 'rhythm', states: ['onTrack', 'due'] },
  ),
  vip: ready({ kind: 'abc', by: 'sales', classes: ['A'] }),
  sleeping: ready({ kind: 'rhythm', states: ['due'] }),
  lost: ready({ kind: 'rhythm', states: ['lapsed'] }),
  birthday: ready({ kind: 'birthday', withinDays: 7 }),
  neverUsedBonus: ready({ kind: 'bonus', state: 'neverUsed' }, { kind: 'bonus', state: 'hasSome' }),
  debtors: ready({ kind: 'debtor', isOverdue: false }),
  complainers: ready({ kind: 'complaint', state: 'any', withinDays: 90 }),
  notToBeLost: ready(
    { kind: 'abc', by: 'sales', classes: ['C'] },
    { kind: 'rhythm', states: ['due', 'lapsed'] },
    { kind: 'visits', from: 2, to: null, withinDays: null },
  ),
} as const satisfies Readonly<Record<string, SegmentRule>>;
export type ReadySegment = keyof typeof readySegments;
export const readySegmentNames = Object.keys(readySegments) as readonly ReadySegment[];

/**
 * Who fits a rule, from who fits each condition: `fitting` in the rule's order, `everybody` whom the shop may group.
 *
 * | match | conditions        | who                                  |
 * |-------|-------------------|--------------------------------------|
 * | all   | a, b              | in a and in b                        |
 * | any   | a, b              | in a or in b                         |
 * | all   | a, not b          | in a and not in b                    |
 * | all   | none              | everybody                            |
 */
export function membersOf(
  rule: SegmentRule,
  everybody: readonly string[],
  fitting: readonly ReadonlySet<string>[],
): readonly string[] {
  const fits = (id: string, index: number) => {
    const isIn = fitting[index]?.has(id) ?? false;
    return rule.conditions[index]?.isNot === true ? !isIn : isIn;
  };
  const indexes = rule.conditions.map((_, index) => index);
  if (indexes.length === 0) return everybody;
  return everybody.filter((id) =>
    rule.match === 'all'
      ? indexes.every((index) => fits(id, index))
      : indexes.some((index) => fits(id, index)),
  );
}
