/** The shop gives up a part of what a customer owes: how much, why, and who else stands for it. */
import { Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { SecondPerson, useStanding } from '../staff/SecondPerson.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { Debtor } from './RepayDialog.tsx';

export interface ForgiveDialogProps {
  readonly isOpen: boolean;
  readonly debtor: Debtor;
  readonly openSom: Som;
  readonly onClose: () => void;
}

export function ForgiveDialog({ isOpen, onClose, ...rest }: ForgiveDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} size={560} title={t('credit.forgive.title')}>
      <ForgiveForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function ForgiveForm({ debtor, openSom, onClose }: Omit<ForgiveDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const standing = useStanding();
  const forgive = useIntention(api.credit.forgive);
  const isSumWrong = amountSom === null || amountSom === 0;
  const isReasonMissing = reason.trim() === '';
  const send = async () => {
    setTried(true);
    if (isSumWrong || isReasonMissing || !standing.isReady) return;
    const input = { customerId: debtor.customerId, amountSom, reason: reason.trim() };
    const answer = await forgive.send({ ...input, approval: standing.approval });
    if (!answer.ok) return;
    const left = format.som(answer.data.openSom);
    notifications.show({ message: t('credit.forgive.done', { sum: left }), color: 'green' });
    onClose();
  };
  return (
    <SaveForm
      error={forgive.error}
      isSending={forgive.isSending}
      action={t('credit.forgive.action')}
      onSave={send}
      onCancel={onClose}
    >
      <Text>
        {debtor.name} · {t('credit.owes')}: <strong>{format.som(openSom)}</strong>. {t('credit.forgive.hint')}
      </Text>
      <MoneyInput
        label={t('credit.forgive.amount')}
        data-autofocus
        value={amountSom}
        error={isTried && isSumWrong ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      <TextInput
        label={t('common.reason')}
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={isTried && isReasonMissing ? t('ui.field.required') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecondPerson state={standing} />
    </SaveForm>
  );
}
