/** Gives or takes bonus by hand, with the reason that stays for ever and a second person who stands for it. */
import { Modal, SegmentedControl, TextInput } from '@mantine/core';
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

interface CorrectBonusProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

export function CorrectBonus({ customerId, onClose }: CorrectBonusProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size={560} title={t('loyalty.correct.title')}>
      <CorrectForm customerId={customerId} onClose={onClose} />
    </Modal>
  );
}

function CorrectForm({ customerId, onClose }: CorrectBonusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [way, setWay] = useState<'give' | 'take'>('give');
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const second = useStanding();
  const correct = useIntention(api.loyalty.correctBonus);
  const isMissing = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isMissing || reason.trim() === '') return;
    const signed = way === 'give' ? amountSom : -amountSom;
    const answer = await correct.send({ customerId, amountSom: signed, reason, approval: second.approval });
    if (!answer.ok) return;
    notifications.show({
      message: t('loyalty.balanceNow', { sum: format.number(answer.data.bonusBalanceSom) }),
      color: 'green',
    });
    onClose();
  };
  const required = (isWrong: boolean) => (isTried && isWrong ? t('ui.field.required') : undefined);
  return (
    <SaveForm error={correct.error} isSending={correct.isSending} onSave={send} onCancel={onClose}>
      <SegmentedControl
        aria-label={t('loyalty.correct.title')}
        value={way}
        onChange={(value) => setWay(value === 'take' ? value : 'give')}
        data={(['give', 'take'] as const).map((value) => ({
          value,
          label: t(`loyalty.correct.way.${value}`),
        }))}
      />
      <MoneyInput
        label={t('loyalty.correct.amount')}
        data-autofocus
        value={amountSom}
        error={required(isMissing)}
        onChange={setAmount}
      />
      <TextInput
        label={t('common.reason')}
        description={t('loyalty.correct.reasonHint')}
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={required(reason.trim() === '')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecondPerson state={second} />
    </SaveForm>
  );
}
