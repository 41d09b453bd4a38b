/** The way out of the demo shop. */
import { Button, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

export function DemoSection() {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  async function leave() {
    setBusy(true);
    const answer = await api.shop.leaveDemo({});
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    // Every answer on screen is of a shop that is gone.
    if (answer.ok) location.assign('#/');
    if (answer.ok) location.reload();
  }
  return (
    <Paper maw={840}>
      <Stack gap="lg" align="flex-start">
        <div>{t('shop.leaveDemoWhat')}</div>
        <Button color="red" variant="light" onClick={() => setAsking(true)}>
          {t('shop.leaveDemo')}
        </Button>
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('shop.leaveDemoTitle')}
        action={t('shop.leaveDemo')}
        isDangerous
        isBusy={isBusy}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        <div>{t('shop.leaveDemoEffect')}</div>
        <ErrorAnswer error={error} />
      </ConfirmDialog>
    </Paper>
  );
}
