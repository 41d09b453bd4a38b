/** Settings of care for customers: what they are asked after the sale, and what may be given to say sorry. */
import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = ['apologyBudgetSom', 'feedbackKind', 'feedbackEvery'] as const;

const kinds = ['nps', 'satisfaction'] as const;

export function ServiceSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields);
  const { values, set, errorOf } = form;
  return (
    <SettingsCard form={form}>
      <Stack gap={4}>
        <Text fw={500}>{t('shop.feedbackKind')}</Text>
        <SegmentedControl
          aria-label={t('shop.feedbackKind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`shop.feedbackKinds.${kind}`) }))}
          value={values.feedbackKind}
          onChange={(feedbackKind) => set({ feedbackKind })}
        />
        <Text className="muted">{t('shop.feedbackKindHint')}</Text>
      </Stack>
      <SimpleGrid cols={2} spacing="lg">
        <WholeInput
          label={t('shop.feedbackEvery')}
          description={t('shop.feedbackEveryHint')}
          value={values.feedbackEvery}
          error={errorOf('feedbackEvery')}
          onChange={(feedbackEvery) => set({ feedbackEvery })}
        />
        <MoneyInput
          label={t('shop.apologyBudget')}
          description={t('shop.apologyBudgetHint')}
          value={values.apologyBudgetSom}
          error={errorOf('apologyBudgetSom')}
          onChange={(apologyBudgetSom) => set({ apologyBudgetSom })}
        />
      </SimpleGrid>
    </SettingsCard>
  );
}
