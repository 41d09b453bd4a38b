/** What may be done with a special order now: the next step first, then money, the slip, and giving it up. */
import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver, stepsFrom } from '../../shared/service/order.ts';
import type { Order } from '../../shared/service/orderContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { putOrderInBasket } from './orderInBasket.ts';

export type OrderQuestion = 'promise' | 'deposit' | 'cancel';

export interface OrderActsProps {
  readonly order: Order;
  readonly onAsk: (question: OrderQuestion) => void;
}

const simple = ['ordered', 'arrived', 'told', 'collected'] as const;

export function OrderActs({ order, onAsk }: OrderActsProps) {
  const { t } = useTranslation();
  const move = useIntention(api.service.moveOrder);
  const print = useIntention(api.service.printOrder);
  const { orderId, state } = order;
  const steps = stepsFrom(state);
  // Telling somebody once more is no next step.
  const moves = simple.filter((step) => steps.includes(step) && !(state === 'told' && step === 'told'));
  const printSlip = async () => {
    const answer = await print.send({ orderId });
    if (answer.ok && !answer.data.isQueued) {
      notifications.show({ message: t('service.order.noPrinter'), color: 'orange' });
    }
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {moves.map((step, place) => (
          <Button
            key={step}
            variant={place === 0 ? 'filled' : 'default'}
            loading={move.isSending}
            onClick={() => void move.send({ orderId, step, words: '' })}
          >
            {t(`service.order.do.${step}`)}
          </Button>
        ))}
        {(state === 'arrived' || state === 'told') && order.productId !== null && (
          <IntoBasket order={order} productId={order.productId} />
        )}
      </Group>
      <Group gap="sm">
        {steps.includes('promised') && (
          <Button variant="default" onClick={() => onAsk('promise')}>
            {t('service.order.do.promised')}
          </Button>
        )}
        {!isOver(state) && (
          <Button variant="default" onClick={() => onAsk('deposit')}>
            {t('service.order.addDeposit')}
          </Button>
        )}
        <Button variant="default" loading={print.isSending} onClick={() => void printSlip()}>
          {t('service.order.print')}
        </Button>
        {!isOver(state) && (
          <Button variant="subtle" color="red" onClick={() => onAsk('cancel')}>
            {t('service.order.do.cancelled')}
          </Button>
        )}
      </Group>
      <ErrorAnswer error={move.error ?? print.error} />
    </Stack>
  );
}

function IntoBasket({ order, productId }: { order: Order; productId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [error, setError] = useState<TillError | null>(null);
  const [isOther, setOther] = useState(false);
  const put = async () => {
    const done = await putOrderInBasket(order, productId);
    setOther(done === 'otherCustomer');
    setError(done === 'otherCustomer' ? null : done);
    if (done === null) await navigate({ to: '/' });
  };
  return (
    <>
      <Button variant="default" onClick={() => void put()}>
        {t('service.order.intoBasket')}
      </Button>
      {isOther && <span role="alert">{t('service.order.otherCustomer')}</span>}
      <ErrorAnswer error={error} />
    </>
  );
}
