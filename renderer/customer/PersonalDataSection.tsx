/** Settings of personal data: after how long people and their words are forgotten, and who that would be now. */
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { useMay } from '../app/session.tsx';
import { SettingsCard } from '../shop/SettingsCard.tsx';
import { useSettingsForm } from '../shop/settingsForm.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import { ForgetCustomers } from './ForgetCustomers.tsx';

const fields = ['forgetCustomersAfterMonths', 'forgetWordsAfterMonths'] as const;

export function PersonalDataSection({ settings }: { settings: ShopSettings }) {
  const mayErase = useMay('customer.erase');
  return (
    <Stack gap="lg">
      <RetentionForm settings={settings} />
      {mayErase && <ForgetCustomers months={settings.forgetCustomersAfterMonths} />}
    </Stack>
  );
}

function RetentionForm({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields);
  const { values, set, errorOf } = form;
  return (
    <SettingsCard form={form}>
      <WholeInput
        label={t('customer.forget.months')}
        description={t('customer.forget.monthsHint')}
        value={values.forgetCustomersAfterMonths}
        error={errorOf('forgetCustomersAfterMonths')}
        onChange={(forgetCustomersAfterMonths) => set({ forgetCustomersAfterMonths })}
      />
      <WholeInput
        label={t('customer.forget.wordMonths')}
        description={t('customer.forget.wordMonthsHint')}
        value={values.forgetWordsAfterMonths}
        error={errorOf('forgetWordsAfterMonths')}
        onChange={(forgetWordsAfterMonths) => set({ forgetWordsAfterMonths })}
      />
    </SettingsCard>
  );
}
