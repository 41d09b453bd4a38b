/** Settings of cards: what the cashier asks; everything about bonus itself is set on the programme's own page. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { CardPolicyField } from './CardPolicyField.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

export function BonusSection({ settings }: { settings: ShopSettings }) {
  const form = useSettingsForm(settings, ['cardPolicy']);
  return (
    <Stack gap="md">
      <WayToProgramme />
      <SettingsCard form={form}>
        <CardPolicyField
          policy={form.values.cardPolicy}
          onChange={(cardPolicy) => form.set({ cardPolicy })}
        />
      </SettingsCard>
    </Stack>
  );
}

function WayToProgramme() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Paper maw={840}>
      <Group justify="space-between" gap="lg" wrap="nowrap">
        <Text>{t('shop.programmeHint')}</Text>
        <Button
          flex="none"
          leftSection={<IconGift size={20} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/loyalty' })}
        >
          {t('shop.toProgramme')}
        </Button>
      </Group>
    </Paper>
  );
}
