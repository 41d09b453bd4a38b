/** Cancels a coupon or a whole batch, with the reason that everybody will read later. */
import { Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

export interface VoidDialogProps {
  isOpen: boolean;
  title: string;
  /** What will happen, in words. */
  effect: string;
  error: TillError | null;
  isSending: boolean;
  onVoid: (reason: string) => Promise<{ readonly ok: boolean }>;
  onClose: () => void;
}

export function VoidDialog({ isOpen, title, effect, error, isSending, onVoid, onClose }: VoidDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const answer = await onVoid(reason.trim());
    if (!answer.ok) return;
    notifications.show({ message: t('coupon.voided'), color: 'green' });
    setReason('');
    setTried(false);
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={title}
      action={t('coupon.void')}
      isDangerous
      isBusy={isSending}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <Stack gap="lg">
        <div>{effect}</div>
        <TextInput
          label={t('common.reason')}
          data-autofocus
          maxLength={120}
          autoComplete="off"
          value={reason}
          error={isTried && isMissing ? t('ui.field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorAnswer error={error} />
      </Stack>
    </ConfirmDialog>
  );
}
