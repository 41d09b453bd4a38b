/** Which goods: all or chosen ones, only those that expire soon, and what is left out. */
import { Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goodsWords } from '../../shared/promotion/sentence.ts';
import { textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import { GoodsField } from './GoodsField.tsx';
import { useGoodsNames } from './goodsNames.tsx';
import { MoreButton } from './MoreButton.tsx';
import styles from './PromotionEditor.module.css';
import type { ChosenGoods, ScopeForm } from './scopeForm.ts';

export interface ScopeFieldsProps {
  readonly scope: ScopeForm;
  readonly error: string | undefined;
  /** What the goods are: names the fields for those who cannot see them. */
  readonly label: string;
  /** A gift or a part of a bundle is never "all goods". */
  readonly isChosenOnly?: boolean;
  readonly onChange: (scope: ScopeForm) => void;
}

export function ScopeFields(props: ScopeFieldsProps) {
  const { t } = useTranslation();
  const { scope, onChange } = props;
  const { names } = useGoodsNames();
  const language = useLanguage();
  if (scope.kind === 'kept') {
    const goods = textIn(goodsWords(scope.scope, names), language);
    return <p className={styles.kept}>{t('promotion.scope.kept', { goods })}</p>;
  }
  return <ChosenFields {...props} scope={scope} onChange={onChange} />;
}

function ChosenFields({
  scope,
  error,
  label,
  isChosenOnly = false,
  onChange,
}: ScopeFieldsProps & { scope: ChosenGoods }) {
  const { t } = useTranslation();
  const set = (patch: Partial<ChosenGoods>) => onChange({ ...scope, ...patch });
  return (
    <Stack gap="sm">
      {!(isChosenOnly && !scope.isAll) && (
        <SegmentedControl
          aria-label={label}
          value={scope.isAll ? 'all' : 'chosen'}
          onChange={(value) => set({ isAll: value === 'all' })}
          data={[
            { value: 'all', label: t('promotion.scope.all') },
            { value: 'chosen', label: t('promotion.scope.chosen') },
          ]}
        />
      )}
      {!scope.isAll && (
        <GoodsField
          label={label}
          groups={scope.include}
          error={scope.include.length === 0 && error !== undefined ? t('promotion.scope.empty') : undefined}
          onChange={(include) => set({ include })}
        />
      )}
      {!(isChosenOnly && scope.expiring === null) && <Expiring scope={scope} error={error} set={set} />}
      <Exceptions scope={scope} set={set} />
    </Stack>
  );
}

function Expiring(props: {
  scope: ChosenGoods;
  error: string | undefined;
  set: (patch: Partial<ChosenGoods>) => void;
}) {
  const { t } = useTranslation();
  const { scope, error, set } = props;
  const { expiring } = scope;
  return (
    <div className={styles.inline}>
      <Checkbox
        size="md"
        label={t('promotion.scope.expiring')}
        checked={expiring !== null}
        onChange={(event) => set({ expiring: event.currentTarget.checked ? { days: 3 } : null })}
      />
      {expiring !== null && (
        <WholeInput
          className={styles.short ?? ''}
          aria-label={t('promotion.scope.expiring')}
          unit={t('promotion.unit.days')}
          value={expiring.days}
          error={expiring.days === null ? error : undefined}
          onChange={(days) => set({ expiring: { days } })}
        />
      )}
    </div>
  );
}

function Exceptions({ scope, set }: { scope: ChosenGoods; set: (patch: Partial<ChosenGoods>) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(scope.exclude.length > 0);
  if (!isOpen) {
    return <MoreButton words={t('promotion.scope.butNot')} onOpen={() => setOpen(true)} />;
  }
  return (
    <GoodsField
      label={t('promotion.scope.butNot')}
      groups={scope.exclude}
      onChange={(exclude) => set({ exclude })}
    />
  );
}
