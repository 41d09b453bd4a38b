/** How much one customer may owe at once; without a limit of their own the shop's common one holds. */
import { Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import type { Debtor } from './RepayDialog.tsx';

export interface LimitDialogProps {
  readonly isOpen: boolean;
  readonly debtor: Debtor;
  readonly limitSom: Som | null;
  readonly onClose: () => void;
}

export function LimitDialog({ isOpen, onClose, ...rest }: LimitDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('credit.limit.title')}>
      <LimitForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function LimitForm({ debtor, limitSom: begin, onClose }: Omit<LimitDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [limitSom, setLimit] = useState(begin);
  const set = useIntention(api.credit.setLimit);
  const send = async () => {
    const answer = await set.send({ customerId: debtor.customerId, limitSom });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  return (
    <SaveForm error={set.error} isSending={set.isSending} onSave={send} onCancel={onClose}>
      <Text>{debtor.name}</Text>
      <MoneyInput
        label={t('credit.limit.label')}
        description={t('credit.limit.hint')}
        data-autofocus
        value={limitSom}
        onChange={setLimit}
      />
    </SaveForm>
  );
}
