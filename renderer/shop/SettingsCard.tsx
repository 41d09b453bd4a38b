/** The frame of one part of the settings: its fields, what went wrong, and the button. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

export interface SettingsCardProps {
  form: {
    readonly onSubmit: (event: FormEvent) => void;
    readonly isSending: boolean;
    readonly isChanged: boolean;
    readonly error: TillError | null;
  };
  children: ReactNode;
}

export function SettingsCard({ form, children }: SettingsCardProps) {
  const { t } = useTranslation();
  return (
    <Paper component="form" maw={840} onSubmit={form.onSubmit} noValidate>
      <Stack gap="lg">
        {children}
        <ErrorAnswer error={form.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!form.isChanged} loading={form.isSending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
