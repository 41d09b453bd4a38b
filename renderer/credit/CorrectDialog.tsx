/** Changes what lies on a gift card or on a customer's account by hand: more or less, why, and who else stands for it. */
import { Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
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

export type CorrectSubject =
  | { readonly kind: 'storeCredit'; readonly customerId: string }
  | { readonly kind: 'giftCard'; readonly number: string };

export interface CorrectDialogProps {
  readonly isOpen: boolean;
  readonly subject: CorrectSubject;
  /** Whose money it is, as the title says it. */
  readonly name: string;
  readonly balanceSom: number;
  readonly onClose: () => void;
}

export function CorrectDialog({ isOpen, onClose, ...rest }: CorrectDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} size={560} title={t('credit.correct.title')}>
      <CorrectForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function CorrectForm({ subject, name, balanceSom, onClose }: Omit<CorrectDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [direction, setDirection] = useState<'more' | 'less'>('more');
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const standing = useStanding();
  const correct = useIntention(api.credit.correct);
  const isSumWrong = amountSom === null || amountSom === 0;
  const isReasonMissing = reason.trim() === '';
  const signedSom = amountSom === null ? 0 : direction === 'more' ? amountSom : -amountSom;
  const send = async () => {
    setTried(true);
    if (isSumWrong || isReasonMissing || !standing.isReady) return;
    const input = { subject, amountSom: signedSom, reason: reason.trim() };
    const answer = await correct.send({ ...input, approval: standing.approval });
    if (!answer.ok) return;
    notifications.show({
      message: t('credit.correct.done', { sum: format.som(answer.data.balanceSom) }),
      color: 'green',
    });
    onClose();
  };
  return (
    <SaveForm
      error={correct.error}
      isSending={correct.isSending}
      action={t('credit.correct.action')}
      onSave={send}
      onCancel={onClose}
    >
      <Text>
        {name} · {t('credit.balance')}: <strong>{format.som(balanceSom)}</strong>
        {!isSumWrong && ` → ${format.som(balanceSom + signedSom)}`}
      </Text>
      <SegmentedControl
        aria-label={t('credit.correct.title')}
        data={[
          { value: 'more', label: t('credit.correct.more') },
          { value: 'less', label: t('credit.correct.less') },
        ]}
        value={direction}
        onChange={setDirection}
      />
      <MoneyInput
        label={t('credit.amount')}
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
