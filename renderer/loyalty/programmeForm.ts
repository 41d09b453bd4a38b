/** The bonus programme while it is being set up: fields may be empty, and goods stand as the picker shows them. */
import { z } from 'zod';
import {
  type EarningRule,
  earningRuleSchema,
  type ProgrammeSettings,
  programmeSettingsSchema,
} from '../../shared/loyalty/programmeContract.ts';
import { largerSom, multiplyDivideFloor, type Som, som, subtractSom } from '../../shared/money.ts';
import type { Scope } from '../../shared/promotion/scope.ts';
import type { Form } from '../app/form.ts';
import { noGoodsYet, type ScopeForm, scopeFormOf, scopeOf } from '../promotion/scopeForm.ts';

/** A field while it is typed: empty is null until something stands there. */
export type TypedProgramme = {
  readonly [Field in keyof ProgrammeSettings]: ProgrammeSettings[Field] extends number
    ? ProgrammeSettings[Field] | null
    : ProgrammeSettings[Field];
};

export interface TypedRule {
  /** Tells the rows of the form apart; the till does not keep it. */
  readonly key: string;
  readonly kind: EarningRule['kind'];
  readonly scope: ScopeForm;
  /** Only `times` reads it; it stays while another kind is tried. */
  readonly timesBasisPoints: number | null;
}

export interface ProgrammeForm {
  readonly settings: TypedProgramme;
  readonly rules: readonly TypedRule[];
}

export interface CheckedProgramme {
  readonly settings: ProgrammeSettings;
  readonly rules: readonly EarningRule[];
}

/** The form with what is typed in it, as its parts are given it. */
export type ProgrammeEdit = Form<ProgrammeForm, CheckedProgramme>;

export const ruleKinds = [
  'times',
  'neverEarns',
  'neverPaid',
] as const satisfies readonly EarningRule['kind'][];
export const mostRules = 50;

const doubled = 20_000;

export function newRule(key: string): TypedRule {
  return { key, kind: 'times', scope: noGoodsYet, timesBasisPoints: doubled };
}

export function programmeFormOf({ settings, rules }: CheckedProgramme): ProgrammeForm {
  const typed = rules.map((rule, place) => ({
    key: `saved${place}`,
    kind: rule.kind,
    scope: scopeFormOf(rule.scope),
    timesBasisPoints: rule.kind === 'times' ? rule.timesBasisPoints : doubled,
  }));
  return { settings, rules: typed };
}

function ruleOf({ kind, scope, timesBasisPoints }: TypedRule): unknown {
  return { kind, scope: scopeOf(scope), ...(kind === 'times' ? { timesBasisPoints } : {}) };
}

/** What the form checks; an issue of a rule stands at `rules.<place>.scope` or `rules.<place>.timesBasisPoints`. */
export const programmeFormSchema: z.ZodType<CheckedProgramme> = z.object({
  settings: programmeSettingsSchema,
  rules: z.array(z.preprocess((rule) => ruleOf(rule as TypedRule), earningRuleSchema)).max(mostRules),
});

/**
 * What another number of days does to bonus that is out already; 0 days is for ever.
 *
 * | days now | days then | life    |
 * |----------|-----------|---------|
 * | 365      | 365       | same    |
 * | 365      | 90        | shorter |
 * | 0        | 365       | shorter |
 * | 90       | 365       | longer  |
 * | 365      | 0         | longer  |
 */
export function lifeChange(daysNow: number, daysThen: number): 'same' | 'shorter' | 'longer' {
  if (daysNow === daysThen) return 'same';
  if (daysThen === 0) return 'longer';
  return daysNow === 0 || daysThen < daysNow ? 'shorter' : 'longer';
}

export interface Example {
  /** A receipt that is large enough to earn. */
  readonly receiptSom: Som;
  readonly earnedSom: Som;
  /** What bonus may pay of it, and what the rest then earns. */
  readonly payableSom: Som;
  readonly moneySom: Som;
  readonly earnedBesideSom: Som;
}

/**
 * What a customer without a tier gets for one receipt of 100 000 soʻm, or of the smallest receipt that earns where that
 * is more.
 *
 * | base | ceiling | smallest | receipt | earned | bonus may pay | earned on the rest |
 * |------|---------|----------|---------|--------|---------------|--------------------|
 * | 2 %  | 30 %    | 0        | 100 000 | 2 000  | 30 000        | 1 400              |
 * | 2 %  | 30 %    | 150 000  | 150 000 | 3 000  | 45 000        | 2 100              |
 */
export function exampleOf(settings: TypedProgramme): Example {
  const receiptSom = largerSom(som(100_000), settings.minimumReceiptSom ?? som(0));
  const rate = settings.cashbackBasisPoints ?? 0;
  const payableSom = som(multiplyDivideFloor(receiptSom, settings.bonusCeilingBasisPoints ?? 0, 10_000));
  const moneySom = subtractSom(receiptSom, payableSom);
  return {
    receiptSom,
    earnedSom: som(multiplyDivideFloor(receiptSom, rate, 10_000)),
    payableSom,
    moneySom,
    earnedBesideSom: som(settings.earnWhileRedeeming ? multiplyDivideFloor(moneySom, rate, 10_000) : 0),
  };
}

/** Every product that these scopes name, at any depth: their names are asked for before the goods can be shown. */
export function productsOf(scopes: readonly Scope[]): readonly string[] {
  const named = (scope: Scope): readonly string[] => {
    switch (scope.kind) {
      case 'products':
        return scope.productIds;
      case 'anyOf':
      case 'allOf':
        return scope.scopes.flatMap(named);
      case 'except':
        return [...named(scope.scope), ...named(scope.without)];
      default:
        return [];
    }
  };
  return [...new Set(scopes.flatMap(named))];
}
