/** Another last day for a gift card, also for one that has run out; or none at all. */
import { Modal, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { GiftCardDialogProps } from './TopUpGiftCard.tsx';

export function ExtendGiftCard({ isOpen, card, onClose }: GiftCardDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('credit.giftCard.extend')}>
      <ExtendForm card={card} onClose={onClose} />
    </Modal>
  );
}

function ExtendForm({ card, onClose }: Omit<GiftCardDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [isEndless, setEndless] = useState(card.expiresOn === null);
  const [day, setDay] = useState<string | null>(card.expiresOn);
  const [isTried, setTried] = useState(false);
  const extend = useIntention(api.credit.extendGiftCard);
  const lastDay = day !== null && isBusinessDay(day) ? day : null;
  const isMissing = !isEndless && lastDay === null;
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const answer = await extend.send({ number: card.number, expiresOn: isEndless ? null : lastDay });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm error={extend.error} isSending={extend.isSending} onSave={send} onCancel={onClose}>
      <DayInput
        label={t('credit.giftCard.lastDay')}
        description={t('credit.giftCard.lastDayHint')}
        data-autofocus
        disabled={isEndless}
        value={day}
        error={isTried && isMissing ? t('ui.field.required') : undefined}
        onChange={setDay}
      />
      <Switch
        size="md"
        label={t('credit.giftCard.never')}
        checked={isEndless}
        onChange={(event) => setEndless(event.currentTarget.checked)}
      />
    </SaveForm>
  );
}
