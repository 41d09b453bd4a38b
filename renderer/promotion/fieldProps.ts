/** What the fields of a benefit and of a condition are given. */
import type { BenefitForm } from './benefitForm.ts';
import type { PlainKind, PlainPart } from './conditionForm.ts';
import type { PromotionEdit } from './usePromotionEdit.ts';

export type OfferedBenefit = Exclude<BenefitForm, { readonly kind: 'kept' }>;

export interface FieldsOf<Kind extends OfferedBenefit['kind']> {
  readonly benefit: Extract<OfferedBenefit, { readonly kind: Kind }>;
  readonly edit: PromotionEdit;
}

export interface FieldsOfPart<Kind extends PlainKind> {
  readonly part: Extract<PlainPart, { readonly kind: Kind }>;
  /** Where the condition stands in the promotion. */
  readonly path: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (part: PlainPart) => void;
}
