/** Settings of gift cards and goods on credit: how long they last, who may owe how much, which change stays on the account. */
import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { useFormat } from '../app/language.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = ['giftCardDays', 'debtDays', 'debtLimitSom', 'changeStepSom'] as const;

const changeSteps = [100, 500, 1000, 5000] as const;

export function CreditSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useSettingsForm(settings, fields, { giftCardDays: t('shop.credit.giftCardDaysWrong') });
  const { values, set, errorOf } = form;
  const days = t('shop.daysUnit');
  return (
    <SettingsCard form={form}>
      <SimpleGrid cols={2} spacing="lg">
        <WholeInput
          label={t('shop.credit.debtDays')}
          description={t('shop.credit.debtDaysHint')}
          unit={days}
          value={values.debtDays}
          error={errorOf('debtDays')}
          onChange={(debtDays) => set({ debtDays })}
        />
        <MoneyInput
          label={t('shop.credit.debtLimit')}
          description={t('shop.credit.debtLimitHint')}
          value={values.debtLimitSom}
          error={errorOf('debtLimitSom')}
          onChange={(debtLimitSom) => set({ debtLimitSom })}
        />
        <WholeInput
          label={t('shop.credit.giftCardDays')}
          description={t('shop.credit.giftCardDaysHint')}
          unit={days}
          value={values.giftCardDays}
          error={errorOf('giftCardDays')}
          onChange={(giftCardDays) => set({ giftCardDays: giftCardDays as typeof values.giftCardDays })}
        />
      </SimpleGrid>
      <Stack gap={4}>
        <Text fw={500}>{t('shop.credit.changeStep')}</Text>
        <Text className="muted">{t('shop.credit.changeStepHint')}</Text>
        <SegmentedControl
          aria-label={t('shop.credit.changeStep')}
          data={changeSteps.map((step) => ({ value: String(step), label: format.number(step) }))}
          value={String(values.changeStepSom)}
          onChange={(text) => {
            const step = changeSteps.find((each) => String(each) === text);
            if (step !== undefined) set({ changeStepSom: step });
          }}
        />
      </Stack>
    </SettingsCard>
  );
}
