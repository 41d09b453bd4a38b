/** What tells two people apart, side by side; what both say is marked. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import { useFormat } from '../app/language.ts';
import { useCustomerName } from './customerName.ts';
import styles from './duplicates.module.css';

export interface BothCustomersProps {
  readonly customers: readonly [Customer, Customer];
  /** What stands above each of the two. */
  readonly head: (customer: Customer) => ReactNode;
}

const nothing = '–';

/** Of these the first ones tell who somebody is; equal sums are chance. */
const tellingRows = 4;

export function BothCustomers({ customers, head }: BothCustomersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCustomerName();
  const [one, other] = customers;
  const rows: readonly (readonly [string, (customer: Customer) => string])[] = [
    [t('customer.customer'), nameOf],
    [t('common.phone'), ({ phone }) => (phone === null ? nothing : format.phone(phone))],
    [t('customer.birthDate'), ({ birthDate }) => (birthDate === null ? nothing : format.day(birthDate))],
    [t('customer.cards.title'), ({ cardNumbers }) => cardNumbers.join(', ') || nothing],
    [t('customer.visits'), ({ visits }) => format.number(visits)],
    [
      t('customer.lastVisit'),
      ({ lastVisitOn }) => (lastVisitOn === null ? nothing : format.day(lastVisitOn)),
    ],
    [t('customer.paidColumn'), ({ paidSom }) => format.number(paidSom)],
    [t('customer.merge.bonus'), ({ bonusSom }) => format.number(bonusSom)],
    [t('customer.duplicates.since'), ({ createdAt }) => format.moment(createdAt)],
  ];
  return (
    <Table className={styles.both ?? ''} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={styles.what ?? ''} />
          <Table.Th>{head(one)}</Table.Th>
          <Table.Th>{head(other)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([words, tell], place) => {
          const same = place < tellingRows && tell(one) === tell(other) && tell(one) !== nothing;
          return (
            <Table.Tr key={words}>
              <Table.Th scope="row">{words}</Table.Th>
              {customers.map((customer) => (
                <Table.Td key={customer.id} className={(same ? styles.same : styles.value) ?? ''}>
                  {tell(customer)}
                  {same && <span className="visuallyHidden"> {t('customer.duplicates.same')}</span>}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
