/** A group's rule while it is built: conditions as rows whose blanks are still to be filled in. */
import {
  type SegmentCondition,
  type SegmentConditionKind,
  type SegmentRule,
  segmentConditionSchema,
} from '../../../shared/customer/segment.ts';

/** A figure that is being typed may be missing for a while. */
type Blanks<Condition> = {
  readonly [Field in keyof Condition]: Condition[Field] extends number
    ? Condition[Field] | null
    : Condition[Field];
};

type BlanksOf<Kind extends SegmentConditionKind> = Blanks<Extract<SegmentCondition, { kind: Kind }>>;
export type DraftCondition = { [Kind in SegmentConditionKind]: BlanksOf<Kind> }[SegmentConditionKind];
export type DraftOf<Kind extends SegmentConditionKind> = Extract<DraftCondition, { kind: Kind }>;

/** What the fields of a condition are given. */
export interface FieldsOf<Kind extends SegmentConditionKind> {
  readonly condition: DraftOf<Kind>;
  readonly onChange: (condition: DraftOf<Kind>) => void;
}

export interface DraftRow {
  readonly key: string;
  readonly condition: DraftCondition;
}

export interface RuleDraft {
  readonly match: 'all' | 'any';
  readonly rows: readonly DraftRow[];
}

/** The kinds in the order in which the builder offers them. */
export const conditionGroups = [
  { group: 'buys', kinds: ['bought', 'spent', 'visits', 'lastVisit', 'firstVisit', 'rhythm'] },
  { group: 'worth', kinds: ['abc', 'rfm', 'tier', 'bonus', 'coupon', 'debtor'] },
  {
    group: 'person',
    kinds: ['birthday', 'age', 'gender', 'language', 'district', 'source', 'household', 'tag'],
  },
  { group: 'voice', kinds: ['complaint', 'feedback', 'consent'] },
] as const satisfies readonly { group: string; kinds: readonly SegmentConditionKind[] }[];

/** What a new row begins with: the figures that most shops choose, and blanks where only the owner knows. */
export const newConditions: { readonly [Kind in SegmentConditionKind]: DraftOf<Kind> } = {
  bought: { kind: 'bought', isNot: false, what: 'product', ids: [], withinDays: 90 },
  spent: { kind: 'spent', isNot: false, fromSom: null, toSom: null, withinDays: 90 },
  visits: { kind: 'visits', isNot: false, from: 3, to: null, withinDays: 90 },
  lastVisit: { kind: 'lastVisit', isNot: false, from: 30, to: null },
  firstVisit: { kind: 'firstVisit', isNot: false, withinDays: 30 },
  rhythm: { kind: 'rhythm', isNot: false, states: ['due'] },
  tier: { kind: 'tier', isNot: false, tierIds: [] },
  abc: { kind: 'abc', isNot: false, by: 'sales', classes: ['A'] },
  rfm: { kind: 'rfm', isNot: false, groups: ['champion'], recency: [], frequency: [], money: [] },
  age: { kind: 'age', isNot: false, from: null, to: null },
  gender: { kind: 'gender', isNot: false, genders: ['female'] },
  birthday: { kind: 'birthday', isNot: false, withinDays: 7 },
  household: { kind: 'household', isNot: false },
  source: { kind: 'source', isNot: false, sources: ['friend'] },
  district: { kind: 'district', isNot: false, districts: [] },
  language: { kind: 'language', isNot: false, languages: ['uz'] },
  consent: { kind: 'consent', isNot: false, purpose: 'messages', channel: null },
  tag: { kind: 'tag', isNot: false, tags: [] },
  coupon: { kind: 'coupon', isNot: false, state: 'open' },
  bonus: { kind: 'bonus', isNot: false, state: 'hasSome' },
  debtor: { kind: 'debtor', isNot: false, isOverdue: false },
  complaint: { kind: 'complaint', isNot: false, state: 'any', withinDays: 90 },
  feedback: { kind: 'feedback', isNot: false, scale: 'nps', from: 0, to: 6, withinDays: 90 },
};

export function draftOf(rule: SegmentRule): RuleDraft {
  return {
    match: rule.match,
    rows: rule.conditions.map((condition, at) => ({ key: String(at), condition })),
  };
}

/** Whether nothing is missing in a row: both ends of a range may be open, but not both at once. */
export function isFilled(condition: DraftCondition): boolean {
  if (!segmentConditionSchema.safeParse(condition).success) return false;
  switch (condition.kind) {
    case 'spent':
      return isRange(condition.fromSom, condition.toSom);
    case 'visits':
    case 'lastVisit':
    case 'age':
    case 'feedback':
      return isRange(condition.from, condition.to);
    case 'rfm':
      return [condition.groups, condition.recency, condition.frequency, condition.money].some(
        (set) => set.length > 0,
      );
    default:
      return true;
  }
}

function isRange(from: number | null, to: number | null): boolean {
  if (from === null && to === null) return false;
  return from === null || to === null || from <= to;
}

/** The rule as it is counted and kept; null while a row is not filled in. A rule without rows is everybody. */
export function ruleOf({ match, rows }: RuleDraft): SegmentRule | null {
  const conditions = rows.flatMap(({ condition }) => {
    const checked = segmentConditionSchema.safeParse(condition);
    return checked.success && isFilled(condition) ? [checked.data] : [];
  });
  return conditions.length < rows.length ? null : { match, conditions };
}
