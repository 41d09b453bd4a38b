/** A coupon series while it is being written down: fields may be empty, and what does not fit together is put right. */
import { z } from 'zod';
import { type CouponSeriesRow, couponContract } from '../../shared/coupon/contract.ts';
import type { CouponBenefit, SeriesContent } from '../../shared/coupon/series.ts';
import { type BasisPoints, basisPoints, type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { schemaOf } from '../app/form.ts';
import { allGoods, noGoodsYet, type ScopeForm, scopeFormOf, scopeOf } from '../promotion/scopeForm.ts';
import { rangeTyped, rangeWritten, type TypedRange } from './codeRangeTyped.ts';

export interface TypedStep {
  readonly kind: 'percent' | 'amount';
  readonly fromSom: Som | null;
  readonly rateBasisPoints: BasisPoints | null;
  readonly amountSom: Som | null;
}

export type TypedBenefit =
  | { readonly kind: 'percent'; readonly rateBasisPoints: BasisPoints | null; readonly atMostSom: Som | null }
  | { readonly kind: 'amount'; readonly amountSom: Som | null }
  | { readonly kind: 'fixedPrice'; readonly priceSom: Som | null }
  | { readonly kind: 'sumSteps'; readonly steps: readonly TypedStep[] }
  | { readonly kind: 'bonus'; readonly bonusSom: Som | null }
  | { readonly kind: 'gift'; readonly of: ScopeForm; readonly pieces: number | null };

export const benefitKinds = ['amount', 'percent', 'sumSteps', 'fixedPrice', 'bonus', 'gift'] as const;

export type TypedCodes = { readonly kind: 'own' } | { readonly kind: 'list' } | TypedRange;

export interface DraftContent {
  readonly benefit: TypedBenefit;
  readonly scope: ScopeForm;
  readonly minimumSom: Som | null;
  readonly validity:
    | { readonly kind: 'days'; readonly days: number | null }
    | { readonly kind: 'between'; readonly from: string | null; readonly to: string | null };
  readonly giving: { readonly kind: 'everySale'; readonly fromSom: Som | null } | { readonly kind: 'byHand' };
  readonly holding: 'bound' | 'bearer';
  readonly mayBeGivenOn: boolean;
  readonly usesPerCoupon: number | null;
  readonly budgetSom: Som | null;
  readonly codes: TypedCodes;
  readonly usedAt: 'here' | 'partner';
  readonly partnerBearsBasisPoints: BasisPoints | null;
  readonly conditions: LocalText;
}

export interface SeriesDraft {
  readonly seriesId: string | null;
  readonly name: LocalText;
  readonly content: DraftContent;
  readonly partnerId: string | null;
  readonly isGiven: boolean;
}

/** What works in most shops: a tenth off the next purchase of the same size, for two weeks. */
export const newSeries: SeriesDraft = {
  seriesId: null,
  name: {},
  content: {
    benefit: { kind: 'amount', amountSom: som(5_000) },
    scope: allGoods,
    minimumSom: som(50_000),
    validity: { kind: 'days', days: 14 },
    giving: { kind: 'everySale', fromSom: som(50_000) },
    holding: 'bound',
    mayBeGivenOn: false,
    usesPerCoupon: 1,
    budgetSom: null,
    codes: { kind: 'own' },
    usedAt: 'here',
    partnerBearsBasisPoints: basisPoints(0),
    conditions: {},
  },
  partnerId: null,
  isGiven: true,
};

/** What a newly chosen kind of benefit begins with. */
export function benefitOf(kind: TypedBenefit['kind']): TypedBenefit {
  switch (kind) {
    case 'percent':
      return { kind, rateBasisPoints: basisPoints(1000), atMostSom: null };
    case 'amount':
      return { kind, amountSom: som(5_000) };
    case 'fixedPrice':
      return { kind, priceSom: null };
    case 'sumSteps':
      return { kind, steps: [newStep, { ...newStep, fromSom: null, rateBasisPoints: null }] };
    case 'bonus':
      return { kind, bonusSom: som(5_000) };
    case 'gift':
      return { kind, of: noGoodsYet, pieces: 1 };
  }
}

export const newStep: TypedStep = {
  kind: 'percent',
  fromSom: som(100_000),
  rateBasisPoints: basisPoints(500),
  amountSom: null,
};

function typedBenefit(benefit: CouponBenefit): TypedBenefit {
  if (benefit.kind === 'gift') return { ...benefit, of: scopeFormOf(benefit.of) };
  if (benefit.kind !== 'sumSteps') return benefit;
  const empty = { rateBasisPoints: null, amountSom: null };
  return { kind: 'sumSteps', steps: benefit.steps.map((step) => ({ ...empty, ...step })) };
}

export function draftOf({ id, name, content, partnerId, isGiven }: CouponSeriesRow): SeriesDraft {
  const { codes } = content;
  return {
    seriesId: id,
    name,
    partnerId,
    isGiven,
    content: {
      ...content,
      benefit: typedBenefit(content.benefit),
      scope: scopeFormOf(content.scope),
      codes: codes.kind === 'range' ? rangeWritten(codes) : codes,
      conditions: content.conditions ?? {},
    },
  };
}

/**
 * Puts right what a choice makes impossible, so that the form never shows a contradiction.
 *
 * | chosen                                   | then                                               |
 * |------------------------------------------|----------------------------------------------------|
 * | no partner                               | own codes, used here, the shop bears everything    |
 * | the partner's codes, used here           | no sale brings one, and whoever holds one may use it |
 * | own codes                                | used here or at the partner's, as chosen           |
 */
export function fitting(draft: SeriesDraft): SeriesDraft {
  const { content } = draft;
  if (draft.partnerId === null) {
    const alone = {
      codes: { kind: 'own' },
      usedAt: 'here',
      partnerBearsBasisPoints: basisPoints(0),
    } as const;
    return { ...draft, content: { ...content, ...alone } };
  }
  if (content.codes.kind === 'own' || content.usedAt === 'partner') return draft;
  return { ...draft, content: { ...content, giving: { kind: 'byHand' }, holding: 'bearer' } };
}

const verbSchema = schemaOf(couponContract.saveSeries).omit({ intentionId: true, approval: true });
export type CheckedSeries = z.output<typeof verbSchema>;

function stepOf({ kind, fromSom, rateBasisPoints, amountSom }: TypedStep): unknown {
  return kind === 'percent' ? { kind, fromSom, rateBasisPoints } : { kind, fromSom, amountSom };
}

function benefitInput(benefit: TypedBenefit): unknown {
  if (benefit.kind === 'gift') return { ...benefit, of: scopeOf(benefit.of) };
  return benefit.kind === 'sumSteps' ? { ...benefit, steps: benefit.steps.map(stepOf) } : benefit;
}

/** The draft as the till takes it; what is missing in it the schema tells. */
function inputOf(draft: SeriesDraft): unknown {
  const { content } = draft;
  const { codes, conditions, scope, benefit } = content;
  const hasConditions = Object.values(conditions).some((words) => words !== undefined && words !== '');
  const input: Readonly<Record<keyof SeriesContent, unknown>> = {
    ...content,
    scope: scopeOf(scope),
    benefit: benefitInput(benefit),
    codes: codes.kind === 'range' ? (rangeTyped(codes) ?? codes) : codes,
    conditions: hasConditions ? conditions : null,
  };
  return { ...draft, content: input };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** The issues of a choice among kinds are those of the kind that was chosen: the one that does not complain of the kind. */
function flat(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.errors === undefined || issue.errors.length === 0) return [issue];
    const chosen = issue.errors.find((each) => !each.some(({ path }) => path[0] === 'kind'));
    return flat((chosen ?? []).map((each) => ({ ...each, path: [...issue.path, ...each.path] })));
  });
}

/** What the form checks: the draft, with the issues at the fields where they were typed. */
export const seriesDraftSchema: z.ZodType<CheckedSeries> = z
  .custom<SeriesDraft>()
  .transform((draft, context) => {
    const checked = verbSchema.safeParse(inputOf(draft));
    if (checked.success) return checked.data;
    const issues = flat(checked.error.issues as readonly Issue[]);
    for (const issue of issues)
      context.issues.push({ ...issue, path: [...issue.path], input: draft } as never);
    if (issues.length === 0) context.issues.push({ code: 'custom', path: ['content'], input: draft });
    return z.NEVER;
  });
