/** The conditions of a rule as the form shows them: one row each, turned around or not, and one level of groups. */
import type { PaymentProvider } from '../../shared/basket.ts';
import type { Som, Thousandths } from '../../shared/money.ts';
import type { Condition, PlainCondition } from '../../shared/promotion/condition.ts';
import type { Blank, Keyed } from './benefitForm.ts';
import { noGoodsYet, type ScopeForm, scopeFormOf, scopeOf } from './scopeForm.ts';

/** Days are texts while they are typed. */
export type PlainPart =
  | { readonly kind: 'dates'; readonly from: Blank<string>; readonly to: Blank<string> }
  | { readonly kind: 'onDay'; readonly day: Blank<string> }
  | { readonly kind: 'weekdays'; readonly days: readonly number[] }
  | { readonly kind: 'hours'; readonly fromMinute: Blank<number>; readonly toMinute: Blank<number> }
  /** Without goods of its own (`of` null) a sum or a quantity counts the goods of the promotion. */
  | { readonly kind: 'minimumSum'; readonly minimumSom: Blank<Som>; readonly of: ScopeForm | null }
  | {
      readonly kind: 'minimumQuantity';
      readonly minimumThousandths: Blank<Thousandths>;
      readonly of: ScopeForm | null;
    }
  | { readonly kind: 'contains'; readonly of: ScopeForm }
  | { readonly kind: 'paidWithoutCash'; readonly providers: readonly PaymentProvider[] }
  | { readonly kind: 'couponPresented'; readonly seriesIds: readonly string[] }
  | { readonly kind: 'hasCard' }
  | { readonly kind: 'customerTag'; readonly tags: readonly string[] }
  | { readonly kind: 'tier'; readonly tierIds: readonly string[] }
  | { readonly kind: 'segment'; readonly segmentIds: readonly string[] }
  | { readonly kind: 'birthday'; readonly daysBefore: Blank<number>; readonly daysAfter: Blank<number> }
  | { readonly kind: 'firstPurchase' }
  | { readonly kind: 'visitNumber'; readonly number: Blank<number>; readonly repeats: boolean }
  | { readonly kind: 'daysSinceLastVisit'; readonly atLeastDays: Blank<number> }
  | {
      readonly kind: 'boughtBefore';
      readonly of: ScopeForm;
      readonly withinDays: Blank<number>;
      readonly atLeastSom: Blank<Som>;
      readonly atLeastThousandths: Blank<Thousandths>;
    }
  | { readonly kind: 'referral' };

export type PlainKind = PlainPart['kind'];

export interface GroupPart {
  readonly kind: 'group';
  readonly join: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

/** `kept` is what the form cannot show: a group inside a group. It is saved as it was. */
export type ConditionPart = PlainPart | GroupPart | { readonly kind: 'kept'; readonly condition: Condition };

export interface ConditionRow extends Keyed {
  /** "Not": the row holds when its condition does not. */
  readonly isNot: boolean;
  readonly part: ConditionPart;
}

/** The kinds in the order in which the form offers them. */
export const conditionGroups = [
  {
    group: 'customer',
    kinds: [
      'hasCard',
      'firstPurchase',
      'birthday',
      'daysSinceLastVisit',
      'visitNumber',
      'boughtBefore',
      'segment',
      'customerTag',
      'tier',
      'referral',
    ],
  },
  { group: 'basket', kinds: ['minimumSum', 'minimumQuantity', 'contains'] },
  { group: 'payment', kinds: ['paidWithoutCash', 'couponPresented'] },
  { group: 'time', kinds: ['weekdays', 'hours', 'dates', 'onDay'] },
] as const satisfies readonly { group: string; kinds: readonly PlainKind[] }[];

/** What a new row begins with: the figures that most shops choose, and blanks where only the owner knows. */
export const newParts: { readonly [Kind in PlainKind]: Extract<PlainPart, { kind: Kind }> } = {
  dates: { kind: 'dates', from: null, to: null },
  onDay: { kind: 'onDay', day: null },
  weekdays: { kind: 'weekdays', days: [] },
  hours: { kind: 'hours', fromMinute: null, toMinute: null },
  minimumSum: { kind: 'minimumSum', minimumSom: null, of: null },
  minimumQuantity: { kind: 'minimumQuantity', minimumThousandths: null, of: null },
  contains: { kind: 'contains', of: noGoodsYet },
  paidWithoutCash: { kind: 'paidWithoutCash', providers: [] },
  couponPresented: { kind: 'couponPresented', seriesIds: [] },
  hasCard: { kind: 'hasCard' },
  customerTag: { kind: 'customerTag', tags: [] },
  tier: { kind: 'tier', tierIds: [] },
  segment: { kind: 'segment', segmentIds: [] },
  birthday: { kind: 'birthday', daysBefore: 3, daysAfter: 3 },
  firstPurchase: { kind: 'firstPurchase' },
  visitNumber: { kind: 'visitNumber', number: 5, repeats: true },
  daysSinceLastVisit: { kind: 'daysSinceLastVisit', atLeastDays: 30 },
  boughtBefore: {
    kind: 'boughtBefore',
    of: noGoodsYet,
    withinDays: 30,
    atLeastSom: null,
    atLeastThousandths: null,
  },
  referral: { kind: 'referral' },
};

export function rowsOf(conditions: readonly Condition[], depth = 0): readonly ConditionRow[] {
  return conditions.map((condition, at) => {
    const key = String(at);
    if (condition.kind !== 'not') return { key, isNot: false, part: partOf(condition, depth) };
    const { condition: inner } = condition;
    if (inner.kind === 'not') return { key, isNot: false, part: { kind: 'kept', condition } };
    return { key, isNot: true, part: partOf(inner, depth) };
  });
}

function partOf(condition: Exclude<Condition, { kind: 'not' }>, depth: number): ConditionPart {
  if (condition.kind !== 'all' && condition.kind !== 'any') return plainPartOf(condition);
  if (depth > 0) return { kind: 'kept', condition };
  return { kind: 'group', join: condition.kind, rows: rowsOf(condition.conditions, depth + 1) };
}

function plainPartOf(condition: PlainCondition): ConditionPart {
  switch (condition.kind) {
    case 'minimumSum':
    case 'minimumQuantity': {
      const of = condition.of === undefined ? null : scopeFormOf(condition.of);
      return { ...condition, of };
    }
    case 'contains':
      return { kind: 'contains', of: scopeFormOf(condition.of) };
    case 'boughtBefore':
      return {
        kind: 'boughtBefore',
        of: scopeFormOf(condition.of),
        withinDays: condition.withinDays,
        atLeastSom: condition.atLeastSom ?? null,
        atLeastThousandths: condition.atLeastThousandths ?? null,
      };
    default:
      return condition;
  }
}

/** The rows as they are written down, one condition for each row in the same order; blanks stay null. */
export function conditionsOf(rows: readonly ConditionRow[]): readonly unknown[] {
  return rows.map(({ isNot, part }) =>
    isNot ? { kind: 'not', condition: conditionOf(part) } : conditionOf(part),
  );
}

function conditionOf(part: ConditionPart): unknown {
  switch (part.kind) {
    case 'kept':
      return part.condition;
    case 'group':
      return { kind: part.join, conditions: conditionsOf(part.rows) };
    case 'minimumSum':
    case 'minimumQuantity': {
      const { of, ...others } = part;
      return of === null ? others : { ...others, of: scopeOf(of) };
    }
    case 'contains':
      return { ...part, of: scopeOf(part.of) };
    case 'boughtBefore': {
      const { atLeastSom, atLeastThousandths, ...others } = part;
      return {
        ...others,
        of: scopeOf(part.of),
        ...(atLeastSom === null ? {} : { atLeastSom }),
        ...(atLeastThousandths === null ? {} : { atLeastThousandths }),
      };
    }
    default:
      return part;
  }
}

/** Where the fields of a row stand in what is written down: `conditions.2.condition`. */
export function pathOfRow(list: string, at: number, { isNot }: ConditionRow): string {
  return isNot ? `${list}.${at}.condition` : `${list}.${at}`;
}
