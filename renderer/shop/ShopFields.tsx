/** What stands at the head of every receipt, and the shop's VAT: at the first start and in the settings. */
import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BasisPoints } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { rateSchema } from '../../shared/wire.ts';
import { PhoneInput } from '../ui/PhoneInput.tsx';

export type ShopDetails = Pick<ShopSettings, 'name' | 'address' | 'stir' | 'phone' | 'vatBasisPoints'>;

/** Not a payer, zero rate, the usual rate. */
const vatModes: readonly (BasisPoints | null)[] = [null, rateSchema.parse(0), rateSchema.parse(1200)];
const nameOfMode = (rate: BasisPoints | null) =>
  rate === null ? ('none' as const) : rate === 0 ? ('zero' as const) : ('usual' as const);

export interface ShopFieldsProps {
  details: ShopDetails;
  onChange: (details: Partial<ShopDetails>) => void;
  errorOf: (field: string) => string | undefined;
  /** The first thing on its page takes the focus. */
  isFirst?: boolean;
}

export function ShopFields({ details, onChange, errorOf, isFirst = false }: ShopFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <SimpleGrid cols={2} spacing="md">
        <TextInput
          label={t('shop.name')}
          autoFocus={isFirst}
          autoComplete="off"
          value={details.name}
          error={errorOf('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <PhoneInput
          label={t('common.phone')}
          value={details.phone}
          error={errorOf('phone')}
          onChange={(phone) => onChange({ phone })}
        />
        <TextInput
          label={t('common.address')}
          autoComplete="off"
          value={details.address}
          error={errorOf('address')}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t('shop.stir')}
          inputMode="numeric"
          autoComplete="off"
          value={details.stir}
          error={errorOf('stir')}
          onChange={(event) => onChange({ stir: event.currentTarget.value.replace(/\D/g, '').slice(0, 14) })}
        />
      </SimpleGrid>
      <Radio.Group
        label={t('shop.vat')}
        description={t('shop.vatHint')}
        value={nameOfMode(details.vatBasisPoints)}
        onChange={(name) =>
          onChange({ vatBasisPoints: vatModes.find((rate) => nameOfMode(rate) === name) ?? null })
        }
      >
        <Stack gap="sm" mt="sm">
          {vatModes.map((rate) => (
            <Radio
              key={nameOfMode(rate)}
              size="md"
              value={nameOfMode(rate)}
              label={t(`shop.vatMode.${nameOfMode(rate)}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
