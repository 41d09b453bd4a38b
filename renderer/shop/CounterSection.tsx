/** Settings of the counter: returns, shelf prices, sales written on paper, and how far a count may be off. */
import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = [
  'returnBonusFrom',
  'looseReturnDailySom',
  'paperDays',
  'shelfPriceLimitSom',
  'cashDifferenceLimitSom',
] as const;

const places = ['balance', 'money'] as const;

export function CounterSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields);
  const { values, set, errorOf } = form;
  return (
    <SettingsCard form={form}>
      <Stack gap={4}>
        <Text fw={500}>{t('shop.returnBonusFrom')}</Text>
        <SegmentedControl
          aria-label={t('shop.returnBonusFrom')}
          data={places.map((place) => ({ value: place, label: t(`shop.returnBonusFromPlace.${place}`) }))}
          value={values.returnBonusFrom}
          onChange={(value) => set({ returnBonusFrom: places.find((place) => place === value) ?? 'balance' })}
        />
        <Text size="sm" c="dimmed">
          {t('shop.returnBonusFromHint')}
        </Text>
      </Stack>
      <SimpleGrid cols={2} spacing="lg">
        <MoneyInput
          label={t('shop.looseReturnDaily')}
          description={t('shop.looseReturnDailyHint')}
          value={values.looseReturnDailySom}
          error={errorOf('looseReturnDailySom')}
          onChange={(looseReturnDailySom) => set({ looseReturnDailySom })}
        />
        <MoneyInput
          label={t('shop.shelfPriceLimit')}
          description={t('shop.shelfPriceLimitHint')}
          value={values.shelfPriceLimitSom}
          error={errorOf('shelfPriceLimitSom')}
          onChange={(shelfPriceLimitSom) => set({ shelfPriceLimitSom })}
        />
        <MoneyInput
          label={t('shop.cashDifferenceLimit')}
          description={t('shop.cashDifferenceLimitHint')}
          value={values.cashDifferenceLimitSom}
          error={errorOf('cashDifferenceLimitSom')}
          onChange={(cashDifferenceLimitSom) => set({ cashDifferenceLimitSom })}
        />
        <WholeInput
          label={t('shop.paperDays')}
          description={t('shop.paperDaysHint')}
          value={values.paperDays}
          error={errorOf('paperDays')}
          onChange={(paperDays) => set({ paperDays })}
        />
      </SimpleGrid>
    </SettingsCard>
  );
}
