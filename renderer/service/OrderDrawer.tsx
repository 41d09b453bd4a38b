/** One special order: what was agreed, what may be done next, its money and its steps. */
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/service/orderContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { OrderActs, type OrderQuestion } from './OrderActs.tsx';
import { OrderCancel } from './OrderCancel.tsx';
import { OrderDeposit } from './OrderDeposit.tsx';
import { OrderPromiseForm } from './OrderPromiseForm.tsx';
import { OrderPromise, OrderState } from './OrderState.tsx';
import serviceStyles from './service.module.css';
import { useWhatName } from './whatName.ts';

export function OrderDrawer({ orderId, onClose }: { orderId: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useTill(
    api.service.order,
    { orderId: orderId ?? '' },
    { isOn: orderId !== null, keepsLast: true },
  );
  return (
    <Drawer
      opened={orderId !== null}
      onClose={onClose}
      position="right"
      size={600}
      title={data === undefined ? '' : t('service.order.one', { number: data.number })}
    >
      <ErrorAnswer error={error} />
      {orderId !== null && data !== undefined && data.orderId === orderId && (
        <OneOrder key={orderId} order={data} />
      )}
    </Drawer>
  );
}

function OneOrder({ order }: { order: Order }) {
  const [question, ask] = useState<OrderQuestion | null>(null);
  const mayOrder = useMay('service.order');
  const done = () => ask(null);
  switch (question) {
    case 'promise':
      return <OrderPromiseForm order={order} onDone={done} />;
    case 'deposit':
      return <OrderDeposit order={order} onDone={done} />;
    case 'cancel':
      return <OrderCancel order={order} onDone={done} />;
    case null:
      return (
        <Stack gap="lg">
          <OrderFacts order={order} />
          {mayOrder && <OrderActs order={order} onAsk={ask} />}
          <OrderSteps order={order} />
        </Stack>
      );
  }
}

function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWhatName();
  const { customer, phone, agreedSom, depositSom, storeCreditSom, note } = order;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <p className={serviceStyles.words}>{nameOf(order)}</p>
        <OrderState state={order.state} />
      </Group>
      <dl className={serviceStyles.facts}>
        <dt>{t('customer.customer')}</dt>
        <dd>
          <a href={`#/customers/${customer.customerId}`}>{customer.name || t('customer.noName')}</a>
          {phone !== null && <span className="figures"> · {format.phone(phone)}</span>}
        </dd>
        <dt>{t('service.wish.quantity')}</dt>
        <dd className="figures">{format.quantity(order.quantityThousandths, order.unit ?? undefined)}</dd>
        <dt>{t('service.order.agreed')}</dt>
        <dd className="figures">{agreedSom === null ? '–' : format.som(agreedSom)}</dd>
        <dt>{t('service.order.promisedOn')}</dt>
        <dd>
          <OrderPromise order={order} />
        </dd>
        <dt>{t('service.order.deposit')}</dt>
        <dd className="figures">
          {format.som(depositSom)}
          {depositSom > 0 && (
            <span className="muted">
              {' '}
              · {t('service.order.account', { sum: format.som(storeCreditSom) })}
            </span>
          )}
        </dd>
        {note !== '' && (
          <>
            <dt>{t('service.order.note')}</dt>
            <dd>{note}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function OrderSteps({ order: { steps } }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={serviceStyles.steps}>
      {steps.map((step) => (
        <li key={step.stepNumber} className={serviceStyles.step}>
          <span className="muted figures">{format.moment(step.at)}</span>
          <div>
            <strong>{t(`service.order.step.${step.kind}`)}</strong>
            {step.promisedOn !== null && <span> · {format.day(step.promisedOn)}</span>}
            {step.amountSom !== null && <span className="figures"> · {format.som(step.amountSom)}</span>}
            <span className="muted"> · {step.personName}</span>
            {step.words !== '' && <Text className={serviceStyles.stepWords ?? ''}>{step.words}</Text>}
          </div>
        </li>
      ))}
    </ul>
  );
}
