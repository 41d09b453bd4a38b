/** The form under a person's hands: what is typed, what is wrong with it, and what of it is kept until it is saved. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultsOf } from '../../shared/promotion/checkPromotion.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { type ToldFault, useFaultWords } from './faultWords.ts';
import { keepDraft } from './keptDraft.ts';
import { checkedForm, type FaultPlace, type PromotionForm, placeOfFault } from './promotionForm.ts';

export interface PromotionEdit {
  readonly form: PromotionForm;
  readonly set: (patch: Partial<PromotionForm>) => void;
  /** The rule for the preview, also while its name is still empty; null while a field is not as the rules want it. */
  readonly tried: Promotion | null;
  /** The words for a field, or for anything below it, once somebody tried to save. */
  readonly errorOf: (path: string) => string | undefined;
  /** What is wrong with the rule itself, beside the part of the form that it concerns. */
  readonly faultsAt: (place: FaultPlace) => readonly string[];
  /** The promotion as it can be sent; null makes the wrong fields say so. */
  readonly check: () => Promotion | null;
}

function focusFirstWrong(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

export function usePromotionEdit(first: PromotionForm): PromotionEdit {
  const { t } = useTranslation();
  const faultWords = useFaultWords();
  const [begun] = useState(first);
  const [form, setForm] = useState(first);
  const [isChecked, setChecked] = useState(false);
  const checked = useMemo(() => checkedForm(form), [form]);
  const tried = useTried(form, checked.promotion);
  const isChanged = form !== begun;
  useEffect(() => {
    if (isChanged) keepDraft(form);
  }, [form, isChanged]);
  const faults: readonly ToldFault[] = tried === null ? [] : faultsOf(tried);
  return {
    form,
    set: (patch) => setForm((before) => ({ ...before, ...patch })),
    tried,
    errorOf: (path) => {
      if (!isChecked) return undefined;
      const wrong = checked.wrong.find((each) => each.path === path || each.path.startsWith(`${path}.`));
      return wrong === undefined ? undefined : t(wrong.key, { limit: wrong.limit });
    },
    faultsAt: (place) => [
      ...new Set(faults.filter((fault) => placeOfFault(fault) === place).map((fault) => faultWords(fault))),
    ],
    check: () => {
      setChecked(true);
      if (checked.promotion === null) setTimeout(focusFirstWrong);
      return checked.promotion;
    },
  };
}

/** The promotion as it can be tried: under a stand-in while it has no name. */
function useTried(form: PromotionForm, promotion: Promotion | null): Promotion | null {
  const { t } = useTranslation();
  const nameless = t('promotion.nameless');
  return useMemo(() => {
    if (promotion !== null) return promotion;
    const isNamed = [form.name.uz, form.name.ru, form.name.en].some((words) => (words ?? '').trim() !== '');
    return isNamed ? null : checkedForm({ ...form, name: { uz: nameless } }).promotion;
  }, [promotion, form, nameless]);
}

/** The same with what only the till can see: goods or coupons that are gone. */
export function useToldFaults(edit: PromotionEdit, told: readonly ToldFault[]): PromotionEdit {
  const faultWords = useFaultWords();
  const gone = told.filter(({ fault }) => fault === 'Unknown');
  return {
    ...edit,
    faultsAt: (place) => [
      ...new Set([
        ...edit.faultsAt(place),
        ...gone.filter((fault) => placeOfFault(fault) === place).map((fault) => faultWords(fault)),
      ]),
    ],
  };
}
