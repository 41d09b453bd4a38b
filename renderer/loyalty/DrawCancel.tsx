/** Cancelling a draw that has begun: its tickets are worth nothing then, so it asks once more. */
import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

export function CancelDraw({ drawId, onClose }: { drawId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const cancel = useIntention(api.loyalty.cancelDraw);
  const send = async () => {
    const answer = await cancel.send({ drawId });
    if (!answer.ok) return;
    notifications.show({ message: t('loyalty.draws.isCancelled'), color: 'green' });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('loyalty.draws.cancelQuestion')}
      action={t('loyalty.draws.cancel')}
      isDangerous
      isBusy={cancel.isSending}
      onConfirm={() => void send()}
      onCancel={onClose}
    >
      <Stack gap="lg">
        <span>{t('loyalty.draws.cancelEffect')}</span>
        <ErrorAnswer error={cancel.error} />
      </Stack>
    </ConfirmDialog>
  );
}
