/** The customers who fit what was typed: name, phone, how often they came, what bonus they have. */
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { useFormat } from '../app/language.ts';
import styles from './attach.module.css';

interface FoundProps {
  customers: readonly Customer[];
  /** The place that Enter takes. */
  chosen: number;
  onChosen: (customer: Customer) => void;
}

export function FoundCustomers({ customers, chosen, onChosen }: FoundProps) {
  const { t } = useTranslation();
  if (customers.length === 0) return null;
  return (
    <div className={styles.found} role="listbox" aria-label={t('customer.attach.found')}>
      {customers.map((customer, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
        <div
          key={customer.id}
          role="option"
          tabIndex={-1}
          aria-selected={place === chosen}
          className={styles.row}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChosen(customer)}
        >
          <Row customer={customer} />
        </div>
      ))}
    </div>
  );
}

function Row({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    customer.phone === null ? customer.cardNumbers[0] : format.phone(customer.phone),
    t('common.count.visits', { count: customer.visits }),
  ].filter((fact) => fact !== undefined);
  const name = customer.name !== '' ? customer.name : t('customer.noName');
  return (
    <>
      <span className={styles.who}>
        <strong className={styles.name}>{customer.isRegistered ? name : t('customer.instantCard')}</strong>
        <span className="muted">{facts.join(' · ')}</span>
      </span>
      <span className={`${styles.bonus} figures`}>
        {t('customer.attach.bonusOf', { bonus: format.number(customer.bonusSom) })}
      </span>
    </>
  );
}
