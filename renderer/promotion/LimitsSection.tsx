/** How often the promotion may work, what it may cost, and how it gets along with others. */
import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Limits } from '../../shared/promotion/limits.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SignedInput } from '../ui/SignedInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { FormSection } from './FormSection.tsx';
import { MoreButton } from './MoreButton.tsx';
import styles from './PromotionEditor.module.css';
import type { PromotionEdit } from './usePromotionEdit.ts';

const counts = [
  'timesPerCustomer',
  'timesPerCustomerPerDay',
  'timesPerDay',
  'times',
] as const satisfies readonly (keyof Limits)[];

export function LimitsSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { limits } = edit.form;
  const [isOpen, setOpen] = useState(() => Object.values(limits).some((limit) => limit !== null));
  const set = (patch: Partial<Limits>) => edit.set({ limits: { ...limits, ...patch } });
  const isPersonal = limits.timesPerCustomer !== null || limits.timesPerCustomerPerDay !== null;
  return (
    <FormSection
      title={t('promotion.section.limits')}
      hint={isPersonal ? t('promotion.limit.needsCustomer') : t('promotion.limit.hint')}
    >
      {isOpen ? (
        <div className={styles.pair}>
          {counts.map((name) => (
            <WholeInput
              key={name}
              label={t(`promotion.limit.${name}`)}
              unit={t('promotion.unit.times')}
              placeholder={t('promotion.field.noBound')}
              value={limits[name]}
              error={edit.errorOf(`limits.${name}`)}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <MoneyInput
            label={t('promotion.limit.budgetSom')}
            placeholder={t('promotion.field.noBound')}
            value={limits.budgetSom}
            error={edit.errorOf('limits.budgetSom')}
            onChange={(budgetSom) => set({ budgetSom })}
          />
        </div>
      ) : (
        <MoreButton words={t('promotion.limit.add')} onOpen={() => setOpen(true)} />
      )}
    </FormSection>
  );
}

export function CombinesSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { combines, priority } = edit.form;
  const [isOpen, setOpen] = useState(priority !== 0);
  return (
    <FormSection title={t('promotion.section.combines')}>
      <Radio.Group
        aria-label={t('promotion.section.combines')}
        value={combines}
        onChange={(value) => edit.set({ combines: value === 'alone' ? value : 'withOthers' })}
      >
        <Stack gap="sm">
          <Radio
            size="md"
            value="withOthers"
            label={t('promotion.combines.withOthers')}
            description={t('promotion.combines.withOthersHint')}
          />
          <Radio
            size="md"
            value="alone"
            label={t('promotion.combines.alone')}
            description={t('promotion.combines.aloneHint')}
          />
        </Stack>
      </Radio.Group>
      {isOpen ? (
        <SignedInput
          className={styles.medium ?? ''}
          label={t('promotion.field.priority')}
          description={t('promotion.field.priorityHint')}
          value={priority}
          error={edit.errorOf('priority')}
          onChange={(value) => edit.set({ priority: value })}
        />
      ) : (
        <MoreButton words={t('promotion.field.more')} onOpen={() => setOpen(true)} />
      )}
    </FormSection>
  );
}
