/** On what the promotion depends besides its days: rows that all must hold, each of them turned around if wanted. */
import { useTranslation } from 'react-i18next';
import { AddCondition } from './AddCondition.tsx';
import { ConditionRows } from './ConditionRows.tsx';
import { FormSection } from './FormSection.tsx';
import styles from './PromotionEditor.module.css';
import { isShownAbove } from './promotionForm.ts';
import type { PromotionEdit } from './usePromotionEdit.ts';

export function ConditionsSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { conditions } = edit.form;
  const shown = conditions.filter((row) => !isShownAbove(conditions, row));
  const allMustHold = shown.length > 1 ? t('promotion.condition.allMustHold') : undefined;
  return (
    <FormSection
      title={t('promotion.section.conditions')}
      hint={shown.length === 0 ? t('promotion.condition.hint') : allMustHold}
      faults={edit.faultsAt('conditions')}
    >
      <ConditionRows
        rows={conditions}
        list="conditions"
        isHidden={(row) => isShownAbove(conditions, row)}
        errorOf={edit.errorOf}
        onChange={(rows) => edit.set({ conditions: rows })}
      />
      {edit.errorOf('conditions') !== undefined && conditions.length > 20 && (
        <p className={styles.kept}>{t('promotion.condition.tooMany')}</p>
      )}
      <AddCondition isTopLevel onAdd={(row) => edit.set({ conditions: [...conditions, row] })} />
    </FormSection>
  );
}
