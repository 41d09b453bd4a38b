/** How far a special order is, and its promised day: red once it is over and the goods are not there. */
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderState as State } from '../../shared/service/order.ts';
import type { OrderSummary } from '../../shared/service/orderContract.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import styles from './wanted.module.css';

const colours: Readonly<Record<State, string>> = {
  asked: 'orange',
  promised: 'orange',
  ordered: 'blue',
  arrived: 'green',
  told: 'green',
  collected: 'gray',
  cancelled: 'gray',
};

export function OrderState({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" size="lg" color={colours[state]}>
      {t(`service.order.state.${state}`)}
    </Badge>
  );
}

export function OrderPromise({ order }: { order: Pick<OrderSummary, 'promisedOn' | 'isLate'> }) {
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const { promisedOn, isLate } = order;
  if (promisedOn === null) return '–';
  return (
    <span className={isLate ? `${styles.due} ${styles.late}` : styles.due}>
      <span className="figures">{format.day(promisedOn)}</span>
      <span className={isLate ? '' : 'muted'}>{format.relativeDay(promisedOn, today)}</span>
    </span>
  );
}
