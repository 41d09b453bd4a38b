/** Cancels an order: its deposit goes back in cash, for which another person stands, or stays on the account. */
import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/service/orderContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { SecondPerson, useStanding } from '../staff/SecondPerson.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export function OrderCancel({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { orderId, depositSom } = order;
  const [deposit, setDeposit] = useState<'back' | 'stays'>('back');
  const [words, setWords] = useState('');
  const second = useStanding();
  const cancel = useIntention(api.service.cancelOrder);
  const givesBack = depositSom > 0 && deposit === 'back';
  const save = async () => {
    const answer = await cancel.send({
      orderId,
      deposit: givesBack ? 'back' : 'stays',
      words: words.trim(),
      approval: givesBack ? second.approval : undefined,
    });
    if (!answer.ok) return;
    const { givenBackSom } = answer.data;
    notifications.show({
      message: t(givenBackSom > 0 ? 'service.order.givenBack' : 'service.order.cancelled', {
        sum: format.som(givenBackSom),
      }),
      color: 'green',
    });
    onDone();
  };
  return (
    <SaveForm
      error={cancel.error}
      isSending={cancel.isSending}
      action={t('service.order.do.cancelled')}
      onSave={save}
      onCancel={onDone}
    >
      {depositSom > 0 && (
        <Stack gap="md">
          <Text>{t('service.order.cancelDeposit', { sum: format.som(depositSom) })}</Text>
          <SegmentedControl
            aria-label={t('service.order.deposit')}
            data={(['back', 'stays'] as const).map((value) => ({
              value,
              label: t(`service.order.depositEnd.${value}`),
            }))}
            value={deposit}
            onChange={setDeposit}
          />
          {givesBack && <SecondPerson state={second} />}
        </Stack>
      )}
      <TextInput
        label={t('service.order.words')}
        maxLength={200}
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
