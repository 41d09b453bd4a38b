/** Money that changed hands between the shop and a partner, beside the till. */
import { Modal, Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../shared/coupon/partnerContract.ts';
import { type Som, som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { useBalanceWords } from './PartnersPage.tsx';

export interface PartnerPaymentProps {
  isOpen: boolean;
  partner: Partner;
  onClose: () => void;
}

export function PartnerPayment({ isOpen, partner, onClose }: PartnerPaymentProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} size={520} title={t('coupon.payment.record')}>
      <PaymentForm partner={partner} onClose={onClose} />
    </Modal>
  );
}

/** It begins with what settles the account: whoever owes pays all of it. */
function PaymentForm({ partner, onClose }: Omit<PartnerPaymentProps, 'isOpen'>) {
  const { t } = useTranslation();
  const balanceWords = useBalanceWords();
  const [payer, setPayer] = useState<'they' | 'we'>(partner.balanceSom < 0 ? 'we' : 'they');
  const owed = Math.abs(partner.balanceSom);
  const [amountSom, setAmount] = useState<Som | null>(owed === 0 ? null : som(owed));
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const settle = useIntention(api.coupon.settlePartner);
  const isMissing = amountSom === null || amountSom === 0;
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const signed = payer === 'they' ? amountSom : -amountSom;
    const answer = await settle.send({ partnerId: partner.partnerId, amountSom: signed, note });
    if (!answer.ok) return;
    notifications.show({ message: balanceWords(answer.data.balanceSom), color: 'green' });
    onClose();
  };
  return (
    <SaveForm error={settle.error} isSending={settle.isSending} onSave={send} onCancel={onClose}>
      <div>{balanceWords(partner.balanceSom)}</div>
      <Radio.Group
        label={t('coupon.payment.who')}
        value={payer}
        onChange={(value) => setPayer(value === 'we' ? 'we' : 'they')}
      >
        <Stack gap="sm" pt={4}>
          <Radio value="they" label={t('coupon.payment.theyPaid')} />
          <Radio value="we" label={t('coupon.payment.wePaid')} />
        </Stack>
      </Radio.Group>
      <MoneyInput
        label={t('coupon.payment.amount')}
        data-autofocus
        value={amountSom}
        error={isTried && isMissing ? t('ui.field.required') : undefined}
        onChange={setAmount}
      />
      <TextInput
        label={t('coupon.partner.note')}
        placeholder={t('coupon.payment.noteExample')}
        maxLength={200}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
