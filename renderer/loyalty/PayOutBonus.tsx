/** Pays a customer's bonus out as money from the drawer, where the shop does that; a second person stands for it. */
import { Modal } from '@mantine/core';
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

interface PayOutBonusProps {
  readonly customerId: string;
  readonly spendableSom: Som;
  readonly onClose: () => void;
}

export function PayOutBonus(props: PayOutBonusProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={props.onClose} size={520} title={t('loyalty.payOut.title')}>
      <PayOutForm {...props} />
    </Modal>
  );
}

function PayOutForm({ customerId, spendableSom, onClose }: PayOutBonusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amountSom, setAmount] = useState<Som | null>(spendableSom === 0 ? null : spendableSom);
  const [isTried, setTried] = useState(false);
  const second = useStanding();
  const payOut = useIntention(api.loyalty.payOut);
  const isMissing = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const answer = await payOut.send({ customerId, amountSom, approval: second.approval });
    if (!answer.ok) return;
    notifications.show({
      message: t('loyalty.payOut.done', {
        sum: format.som(amountSom),
        balance: format.number(answer.data.bonusBalanceSom),
      }),
      color: 'green',
    });
    onClose();
  };
  return (
    <SaveForm
      error={payOut.error}
      isSending={payOut.isSending}
      action={t('loyalty.payOut.action')}
      onSave={send}
      onCancel={onClose}
    >
      <div>{t('loyalty.payOut.spendable', { sum: format.number(spendableSom) })}</div>
      <MoneyInput
        label={t('loyalty.payOut.amount')}
        description={t('loyalty.payOut.amountHint')}
        data-autofocus
        value={amountSom}
        error={isTried && isMissing ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      <SecondPerson state={second} />
    </SaveForm>
  );
}
