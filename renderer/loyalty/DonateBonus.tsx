/** A customer gives bonus to a fund that the shop names. */
import { Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ApprovalFields, useApproval } from '../staff/ApprovalFields.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface OpenFund {
  readonly fundId: string;
  readonly name: LocalText;
}

interface DonateBonusProps {
  readonly customerId: string;
  readonly spendableSom: Som;
  /** At least one. */
  readonly funds: readonly OpenFund[];
  readonly onClose: () => void;
}

export function DonateBonus(props: DonateBonusProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={props.onClose} size={520} title={t('loyalty.donate.title')}>
      <DonateForm {...props} />
    </Modal>
  );
}

function DonateForm({ customerId, spendableSom, funds, onClose }: DonateBonusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [fundId, setFund] = useState(funds[0]?.fundId ?? null);
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [isTried, setTried] = useState(false);
  const donate = useIntention(api.loyalty.donateBonus);
  const approval = useApproval('loyalty.spendOverLimit');
  const needsApproval = donate.error?.code === 'BonusNeedsCard';
  const isMissing = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isMissing || fundId === null) return;
    const answer = await donate.send({
      customerId,
      fundId,
      amountSom,
      approval: needsApproval ? approval.approval : undefined,
    });
    if (!answer.ok) return;
    notifications.show({
      message: t('loyalty.balanceNow', { sum: format.number(answer.data.bonusBalanceSom) }),
      color: 'green',
    });
    onClose();
  };
  return (
    <SaveForm
      error={donate.error}
      isSending={donate.isSending}
      action={t('loyalty.donate.action')}
      onSave={send}
      onCancel={onClose}
    >
      <div>{t('loyalty.payOut.spendable', { sum: format.number(spendableSom) })}</div>
      <Select
        label={t('loyalty.donate.fund')}
        data={funds.map((fund) => ({ value: fund.fundId, label: textIn(fund.name, language) }))}
        value={fundId}
        onChange={setFund}
      />
      <MoneyInput
        label={t('loyalty.donate.amount')}
        data-autofocus
        value={amountSom}
        error={isTried && isMissing ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      {needsApproval && <ApprovalFields state={approval} />}
    </SaveForm>
  );
}
