/** What a product costs the customer, and what it costs the shop. */
import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';

export interface PriceFieldsProps {
  readonly priceSom: Som | null;
  readonly priceError: string | undefined;
  /** Undefined stays as it is, for whoever may not see it. */
  readonly costSom: Som | null | undefined;
  readonly costError: string | undefined;
  readonly isCostHidden: boolean;
  readonly onChange: (patch: { priceSom?: Som | null; costSom?: Som | null | undefined }) => void;
}

export function PriceFields(props: PriceFieldsProps) {
  const { t } = useTranslation();
  const { isCostHidden, onChange } = props;
  return (
    <SimpleGrid cols={2} spacing="md">
      <MoneyInput
        label={t('common.price')}
        value={props.priceSom}
        error={props.priceError}
        onChange={(priceSom) => onChange({ priceSom })}
      />
      <MoneyInput
        label={t('catalogue.cost')}
        description={t(isCostHidden ? 'catalogue.costHidden' : 'catalogue.costHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={props.costSom ?? null}
        error={props.costError}
        onChange={(costSom) => onChange({ costSom: costSom ?? (isCostHidden ? undefined : null) })}
      />
    </SimpleGrid>
  );
}
