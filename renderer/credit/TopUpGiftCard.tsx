/** Puts more money on a gift card; its life begins anew. */
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { loneEscape } from '../ui/loneEscape.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { GiftCardDone } from './GiftCardDone.tsx';
import { GiftCardMoney, useGiftCardMoney } from './GiftCardMoney.tsx';

interface ToppedUp {
  readonly giftCard: GiftCardShown;
  readonly changeSom: Som;
}

export interface GiftCardDialogProps {
  readonly isOpen: boolean;
  readonly card: GiftCardShown;
  readonly onClose: () => void;
}

export function TopUpGiftCard({ isOpen, card, onClose }: GiftCardDialogProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState<ToppedUp | null>(null);
  const close = () => {
    setDone(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      {...loneEscape(close)}
      size={560}
      title={t('credit.giftCard.topUp')}
    >
      {done === null ? (
        <TopUpForm number={card.number} onDone={setDone} onClose={close} />
      ) : (
        <GiftCardDone card={done.giftCard} changeSom={done.changeSom} onClose={close} />
      )}
    </Modal>
  );
}

interface TopUpFormProps {
  readonly number: string;
  readonly onDone: (done: ToppedUp) => void;
  readonly onClose: () => void;
}

function TopUpForm({ number, onDone, onClose }: TopUpFormProps) {
  const { t } = useTranslation();
  const money = useGiftCardMoney();
  const topUp = useIntention(api.credit.topUpGiftCard);
  const send = async () => {
    const checked = money.check();
    if (checked === null) return;
    const answer = await topUp.send({ ...checked, number });
    if (answer.ok) onDone(answer.data);
  };
  return (
    <SaveForm
      error={topUp.error}
      isSending={topUp.isSending}
      action={t('credit.giftCard.topUpAction')}
      onSave={send}
      onCancel={onClose}
    >
      <GiftCardMoney state={money} />
    </SaveForm>
  );
}
