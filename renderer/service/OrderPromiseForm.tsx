/** The day that is promised for a special order, or another one, with words why. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/service/orderContract.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export function OrderPromiseForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation();
  const [promisedOn, setPromised] = useState<string | null>(order.promisedOn);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const promise = useIntention(api.service.promiseOrder);
  const isWrong = promisedOn === null || !isBusinessDay(promisedOn);
  const save = async () => {
    setTried(true);
    if (isWrong) return;
    const answer = await promise.send({ orderId: order.orderId, promisedOn, words: words.trim() });
    if (answer.ok) onDone();
  };
  return (
    <SaveForm error={promise.error} isSending={promise.isSending} onSave={save} onCancel={onDone}>
      <DayInput
        data-autofocus
        label={t('service.order.promisedOn')}
        value={promisedOn}
        error={isTried && isWrong ? t('ui.field.required') : undefined}
        onChange={setPromised}
      />
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
