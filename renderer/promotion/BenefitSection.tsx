/** What the promotion gives: one of the kinds in plain words, and only the fields of that kind. */
import { Select } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { benefitWords } from '../../shared/promotion/sentence.ts';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { BenefitFields } from './BenefitFields.tsx';
import { type BenefitForm, type BenefitKind, benefitGroups, newBenefits } from './benefitForm.ts';
import { FormSection } from './FormSection.tsx';
import { useGoodsNames } from './goodsNames.tsx';
import styles from './PromotionEditor.module.css';
import type { PromotionEdit } from './usePromotionEdit.ts';

function isOffered(kind: string | null): kind is Exclude<BenefitKind, 'kept'> {
  return kind !== null && kind in newBenefits;
}

export function BenefitSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { names } = useGoodsNames();
  const language = useLanguage();
  const { benefit } = edit.form;
  // What was typed for another kind comes back when that kind is chosen again.
  const typed = useRef(new Map<BenefitKind, BenefitForm>());
  const choose = (kind: string | null) => {
    if (!isOffered(kind)) return;
    typed.current.set(benefit.kind, benefit);
    edit.set({ benefit: typed.current.get(kind) ?? newBenefits[kind] });
  };
  return (
    <FormSection title={t('promotion.section.what')} faults={edit.faultsAt('benefit')}>
      {benefit.kind === 'kept' ? (
        <p className={styles.kept}>
          {t('promotion.benefit.kept', { words: textIn(benefitWords(benefit.benefit, names), language) })}
        </p>
      ) : (
        <>
          <Select
            label={t('promotion.benefit.label')}
            maxDropdownHeight={420}
            data={benefitGroups.map(({ group, kinds }) => ({
              group: t(`promotion.benefit.group.${group}`),
              items: kinds.map((kind) => ({ value: kind, label: t(`promotion.benefit.kind.${kind}`) })),
            }))}
            value={benefit.kind}
            onChange={choose}
          />
          <BenefitFields key={benefit.kind} benefit={benefit} edit={edit} />
        </>
      )}
    </FormSection>
  );
}
