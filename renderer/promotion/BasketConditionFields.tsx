/** Conditions of how much: in this basket, or bought before. */
import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountInput } from '../ui/CountInput.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { FieldsOfPart } from './fieldProps.ts';
import styles from './PromotionEditor.module.css';
import { ScopeFields } from './ScopeFields.tsx';
import { noGoodsYet } from './scopeForm.ts';

/** A sum or a quantity of the promotion's goods, or of others when that is asked for. */
export function ThresholdFields({
  part,
  path,
  errorOf,
  onChange,
}: FieldsOfPart<'minimumSum' | 'minimumQuantity'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {part.kind === 'minimumSum' ? (
        <MoneyInput
          label={t('promotion.field.minimumSum')}
          value={part.minimumSom}
          error={errorOf(`${path}.minimumSom`)}
          onChange={(minimumSom) => onChange({ ...part, minimumSom })}
        />
      ) : (
        <CountInput
          label={t('promotion.field.minimumCount')}
          value={part.minimumThousandths}
          error={errorOf(`${path}.minimumThousandths`)}
          onChange={(minimumThousandths) => onChange({ ...part, minimumThousandths })}
        />
      )}
      <Checkbox
        size="md"
        label={t('promotion.field.ofOtherGoods')}
        checked={part.of !== null}
        onChange={(event) => onChange({ ...part, of: event.currentTarget.checked ? noGoodsYet : null })}
      />
      {part.of !== null && (
        <ScopeFields
          label={t('promotion.condition.countedGoods')}
          scope={part.of}
          error={errorOf(`${path}.of`)}
          onChange={(of) => onChange({ ...part, of })}
        />
      )}
    </Stack>
  );
}

export function BoughtBeforeFields({ part, path, errorOf, onChange }: FieldsOfPart<'boughtBefore'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <ScopeFields
        label={t('promotion.condition.boughtGoods')}
        scope={part.of}
        error={errorOf(`${path}.of`)}
        onChange={(of) => onChange({ ...part, of })}
      />
      <div className={styles.pair}>
        <WholeInput
          label={t('promotion.field.withinDays')}
          unit={t('promotion.unit.days')}
          value={part.withinDays}
          error={errorOf(`${path}.withinDays`)}
          onChange={(withinDays) => onChange({ ...part, withinDays })}
        />
        <MoneyInput
          label={t('promotion.field.boughtSum')}
          placeholder={t('promotion.field.anySum')}
          value={part.atLeastSom}
          error={errorOf(`${path}.atLeastSom`)}
          onChange={(atLeastSom) => onChange({ ...part, atLeastSom })}
        />
        <CountInput
          label={t('promotion.field.boughtCount')}
          placeholder={t('promotion.field.anyCount')}
          value={part.atLeastThousandths}
          error={errorOf(`${path}.atLeastThousandths`)}
          onChange={(atLeastThousandths) => onChange({ ...part, atLeastThousandths })}
        />
      </div>
    </Stack>
  );
}
