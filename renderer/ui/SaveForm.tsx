/** A form that is saved or left: its fields, why the till refused, and the two buttons. */
import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { ErrorAnswer } from './ErrorAnswer.tsx';

export interface SaveFormProps {
  readonly children: ReactNode;
  readonly error: TillError | null;
  readonly isSending: boolean;
  /** What the button does, where that is not to save. */
  readonly action?: string;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
}

export function SaveForm({ children, error, isSending, action, onSave, onCancel }: SaveFormProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {children}
        <ErrorAnswer error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {action ?? t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
