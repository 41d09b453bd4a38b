/** A promotion as the form shows it, and what the form says as a promotion: nothing is lost on the way there and back. */
import { type Limits, noLimits } from '../../shared/promotion/limits.ts';
import { type Promotion, promotionSchema } from '../../shared/promotion/promotion.ts';
import type { LocalText } from '../../shared/text.ts';
import { wrongOf } from '../app/form.ts';
import { type BenefitForm, benefitFormOf, benefitOf } from './benefitForm.ts';
import { type ConditionRow, conditionsOf, type PlainPart, rowsOf } from './conditionForm.ts';
import { allGoods, type ScopeForm, scopeFormOf, scopeOf } from './scopeForm.ts';

export interface PromotionForm {
  readonly promotionId: string;
  readonly name: LocalText;
  readonly benefit: BenefitForm;
  readonly scope: ScopeForm;
  /** Business days, or what is typed of one so far. */
  readonly from: string | null;
  readonly to: string | null;
  readonly conditions: readonly ConditionRow[];
  readonly limits: Limits;
  readonly combines: Promotion['combines'];
  readonly priority: number | null;
}

/** A promotion of which nothing is decided: a percentage of all goods. */
export function blankForm(promotionId: string): PromotionForm {
  return {
    promotionId,
    name: {},
    benefit: { kind: 'product.percent', rateBasisPoints: null },
    scope: allGoods,
    from: null,
    to: null,
    conditions: [],
    limits: noLimits,
    combines: 'withOthers',
    priority: 0,
  };
}

export function formOf(promotion: Promotion): PromotionForm {
  const { promotionId, name, from, to, limits, combines, priority } = promotion;
  return {
    promotionId,
    name,
    benefit: benefitFormOf(promotion),
    scope: scopeFormOf(promotion.scope),
    from,
    to,
    conditions: rowsOf(promotion.conditions),
    limits,
    combines,
    priority,
  };
}

/** What the form says, before anybody has checked it. */
export function writtenOf(form: PromotionForm): unknown {
  const { promotionId, name, from, to, limits, combines, priority } = form;
  return {
    promotionId,
    name,
    ...benefitOf(form.benefit),
    scope: scopeOf(form.scope),
    from,
    to,
    conditions: conditionsOf(form.conditions),
    limits,
    combines,
    priority,
  };
}

/** A field that cannot stay as it is: its place in the promotion, and the key of the words with what they fill in. */
export interface WrongField {
  readonly path: string;
  readonly key: string;
  readonly limit: number;
}

export type CheckedForm =
  | { readonly promotion: Promotion; readonly wrong: readonly [] }
  | { readonly promotion: null; readonly wrong: readonly WrongField[] };

/** The promotion when every field is filled as the rules want it, else the fields that are not. */
export function checkedForm(form: PromotionForm): CheckedForm {
  const written = writtenOf(form);
  const parsed = promotionSchema.safeParse(written);
  if (parsed.success) return { promotion: parsed.data, wrong: [] };
  const wrong = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    ...wrongOf(issue, valueAt(written, issue.path)),
  }));
  return { promotion: null, wrong };
}

function valueAt(written: unknown, path: readonly PropertyKey[]): unknown {
  let value = written;
  for (const part of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  // An empty list of goods is a blank like any other.
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** The first row that stands for a time on its own: those two have a place of their own in the form. */
export function timeRow<Kind extends 'weekdays' | 'hours'>(
  rows: readonly ConditionRow[],
  kind: Kind,
): (ConditionRow & { readonly part: Extract<PlainPart, { kind: Kind }> }) | null {
  const isIt = (row: ConditionRow): row is ConditionRow & { part: Extract<PlainPart, { kind: Kind }> } =>
    row.part.kind === kind && !row.isNot;
  return rows.find(isIt) ?? null;
}

/** The rows with that row changed, added at the end, or taken away. */
export function withTimeRow<Kind extends 'weekdays' | 'hours'>(
  rows: readonly ConditionRow[],
  kind: Kind,
  part: Extract<PlainPart, { kind: Kind }> | null,
): readonly ConditionRow[] {
  const row = timeRow(rows, kind);
  if (part === null) return rows.filter((each) => each !== row);
  if (row === null) return [...rows, { key: `${kind}-own`, isNot: false, part }];
  return rows.map((each) => (each === row ? { ...each, part } : each));
}

/** Beside which part of the form a fault is told. */
export const faultPlaces = ['benefit', 'scope', 'days', 'hours', 'conditions'] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/**
 * | fault                              | beside                                  |
 * |------------------------------------|-----------------------------------------|
 * | end before start                   | the days                                |
 * | hours of the same minute           | the hours                               |
 * | gives nothing                      | the benefit                             |
 * | goods that are no longer there     | the goods                               |
 * | never holds, card surcharge, gift for nothing, unknown coupon | the conditions |
 */
export function placeOfFault({ fault, what }: { fault: string; what?: string | undefined }): FaultPlace {
  switch (fault) {
    case 'EndBeforeStart':
      return 'days';
    case 'HoursEmpty':
      return 'hours';
    case 'GivesNothing':
      return 'benefit';
    case 'Unknown':
      if (what === 'stampCardIds' || what === 'drawIds') return 'benefit';
      if (what === 'tierIds' || what === 'segmentIds' || what === 'couponSeriesIds') return 'conditions';
      return 'scope';
    default:
      return 'conditions';
  }
}

/** Whether a row of the list has a place of its own above it. */
export function isShownAbove(rows: readonly ConditionRow[], row: ConditionRow): boolean {
  return row === timeRow(rows, 'weekdays') || row === timeRow(rows, 'hours');
}
