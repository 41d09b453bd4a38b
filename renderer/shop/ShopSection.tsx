/** Settings of the shop itself: what receipts say of it, and how its days and returns run. */
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { useFormat } from '../app/language.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { ShopFields } from './ShopFields.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = [
  'name',
  'address',
  'stir',
  'phone',
  'vatBasisPoints',
  'returnDays',
  'dayStartsAtHour',
  'cashRoundingSom',
] as const;

const roundingSteps = [0, 100, 500, 1000] as const;

export function ShopSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useSettingsForm(settings, fields, { stir: t('shop.stirWrong') });
  const { values, set, errorOf } = form;
  return (
    <SettingsCard form={form}>
      <ShopFields details={values} onChange={set} errorOf={errorOf} />
      <SimpleGrid cols={3} spacing="md">
        <WholeInput
          label={t('shop.returnDays')}
          unit={t('shop.daysUnit')}
          value={values.returnDays}
          error={errorOf('returnDays')}
          onChange={(returnDays) => set({ returnDays })}
        />
        <Select
          label={t('shop.dayStarts')}
          data={[0, 1, 2, 3, 4, 5, 6].map((hour) => ({ value: String(hour), label: format.hour(hour) }))}
          value={String(values.dayStartsAtHour)}
          onChange={(hour) => set({ dayStartsAtHour: Number(hour) })}
        />
        <Select
          label={t('shop.cashRounding')}
          data={roundingSteps.map((step) => ({
            value: String(step),
            label: step === 0 ? t('shop.noRounding') : format.som(step),
          }))}
          value={String(values.cashRoundingSom)}
          onChange={(value) =>
            set({ cashRoundingSom: roundingSteps.find((step) => String(step) === value) ?? 0 })
          }
        />
      </SimpleGrid>
    </SettingsCard>
  );
}
