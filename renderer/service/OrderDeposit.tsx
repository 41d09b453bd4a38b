/** More money for an order that lives; the change is told, and a new slip comes out. */
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Som } from '../../shared/money.ts';
import type { Order } from '../../shared/service/orderContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { DepositFields } from './OrderDialog.tsx';

export function OrderDeposit({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amountSom, setAmount] = useState<Som | null>(null);
  const [receivedSom, setReceived] = useState<Som | null>(null);
  const add = useIntention(api.service.addDeposit);
  const save = async () => {
    if (amountSom === null || amountSom === 0) return;
    const answer = await add.send({
      orderId: order.orderId,
      amountSom,
      receivedSom: receivedSom ?? amountSom,
    });
    if (!answer.ok) return;
    const { changeSom } = answer.data;
    notifications.show({
      message: t(changeSom > 0 ? 'service.order.depositChange' : 'service.order.depositDone', {
        sum: format.som(changeSom),
      }),
      color: 'green',
    });
    onDone();
  };
  return (
    <SaveForm
      error={add.error}
      isSending={add.isSending}
      action={t('service.order.addDeposit')}
      onSave={save}
      onCancel={onDone}
    >
      <DepositFields
        amountSom={amountSom}
        receivedSom={receivedSom}
        onAmount={setAmount}
        onReceived={setReceived}
      />
    </SaveForm>
  );
}
