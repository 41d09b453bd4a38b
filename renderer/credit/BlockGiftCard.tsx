/** Blocks a gift card that was lost, or lets it pay again; why stands in the journal. */
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { GiftCardDialogProps } from './TopUpGiftCard.tsx';

export function BlockGiftCard({ isOpen, card, onClose }: GiftCardDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const block = useIntention(api.credit.blockGiftCard);
  const isMissing = reason.trim() === '';
  const title = t(card.isBlocked ? 'credit.giftCard.unblock' : 'credit.giftCard.block');
  const close = () => {
    setReason('');
    setTried(false);
    block.forget();
    onClose();
  };
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const { number, isBlocked } = card;
    const answer = await block.send({ number, isBlocked: !isBlocked, reason: reason.trim() });
    if (answer.ok) close();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={title}
      action={title}
      isDangerous={!card.isBlocked}
      isBusy={block.isSending}
      onConfirm={() => void send()}
      onCancel={close}
    >
      <Stack gap="lg">
        <div>{t(card.isBlocked ? 'credit.giftCard.unblockHint' : 'credit.giftCard.blockHint')}</div>
        <TextInput
          label={t('common.reason')}
          data-autofocus
          maxLength={200}
          autoComplete="off"
          value={reason}
          error={isTried && isMissing ? t('ui.field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorAnswer error={block.error} />
      </Stack>
    </ConfirmDialog>
  );
}
