/** One of the three ways to make goods cheaper, with its figure: percent, a sum off, a price. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import type { OffForm } from './benefitForm.ts';
import styles from './PromotionEditor.module.css';

const fresh: Readonly<Record<OffForm['kind'], OffForm>> = {
  percent: { kind: 'percent', rateBasisPoints: null },
  amountPerUnit: { kind: 'amountPerUnit', amountSom: null },
  fixedPrice: { kind: 'fixedPrice', priceSom: null },
};

export interface OffFieldsProps {
  readonly off: OffForm;
  readonly path: string;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (off: OffForm) => void;
}

export function OffFields({ off, path, errorOf, onChange }: OffFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <Select
        label={t('promotion.off.label')}
        data={Object.keys(fresh).map((kind) => ({ value: kind, label: t(`promotion.off.${kind}`) }))}
        value={off.kind}
        onChange={(kind) => kind !== null && onChange(fresh[kind as OffForm['kind']])}
      />
      <OffFigure off={off} path={path} errorOf={errorOf} onChange={onChange} />
    </div>
  );
}

function OffFigure({ off, path, errorOf, onChange }: OffFieldsProps) {
  const { t } = useTranslation();
  switch (off.kind) {
    case 'percent':
      return (
        <PercentInput
          label={t('promotion.field.rate')}
          value={off.rateBasisPoints}
          error={errorOf(`${path}.rateBasisPoints`)}
          onChange={(rateBasisPoints) => onChange({ ...off, rateBasisPoints })}
        />
      );
    case 'amountPerUnit':
      return (
        <MoneyInput
          label={t('promotion.field.amountPerUnit')}
          value={off.amountSom}
          error={errorOf(`${path}.amountSom`)}
          onChange={(amountSom) => onChange({ ...off, amountSom })}
        />
      );
    case 'fixedPrice':
      return (
        <MoneyInput
          label={t('promotion.field.price')}
          value={off.priceSom}
          error={errorOf(`${path}.priceSom`)}
          onChange={(priceSom) => onChange({ ...off, priceSom })}
        />
      );
  }
}
