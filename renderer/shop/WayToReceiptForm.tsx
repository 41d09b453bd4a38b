/** The way from the settings to the page on which the shop decides what its receipts say. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function WayToReceiptForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Paper maw={840}>
      <Group justify="space-between" gap="lg" wrap="nowrap">
        <Stack gap={0}>
          <Text fw={600}>{t('sale.receiptForm.title')}</Text>
          <Text c="var(--muted)">{t('sale.receiptForm.what')}</Text>
        </Stack>
        <Button
          flex="none"
          leftSection={<IconReceipt size={20} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/receipt-form' })}
        >
          {t('sale.receiptForm.open')}
        </Button>
      </Group>
    </Paper>
  );
}
