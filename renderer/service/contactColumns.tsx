/** The columns of the contact log. */
import { Button } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { contactSchema } from '../../shared/service/contactContract.ts';
import { useFormat } from '../app/language.ts';
import type { Column } from '../ui/DataTable.tsx';
import { ClockBadge } from './ClockBadge.tsx';
import styles from './service.module.css';

export type ContactRow = z.output<typeof contactSchema>;

/** `onAnswer` null for whoever may not answer. */
export function useContactColumns(
  onAnswer: ((contact: ContactRow) => void) | null,
): readonly Column<ContactRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t('common.date'),
      width: 120,
      cell: ({ at }) => <span className="figures">{format.moment(at)}</span>,
    },
    {
      key: 'channel',
      header: t('service.channel.by'),
      width: 140,
      cell: ({ channel, direction }) => (
        <span style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
          {direction === 'in' ? (
            <IconArrowDownLeft size={18} aria-label={t('service.contact.in')} />
          ) : (
            <IconArrowUpRight size={18} aria-label={t('service.contact.out')} />
          )}
          {t(`service.channel.${channel}`)}
        </span>
      ),
    },
    {
      key: 'words',
      header: t('service.contact.words'),
      cell: ({ words }) => <span className={styles.cellWords}>{words === '' ? '–' : words}</span>,
    },
    {
      key: 'customer',
      header: t('customer.customer'),
      width: 170,
      cell: ({ customer, personName }) => (
        <span className={styles.cell}>
          {customer === null ? (
            <span>–</span>
          ) : (
            <Link to={`/customers/${customer.customerId}` as '/'} className={styles.link}>
              {customer.name || t('customer.noName')}
            </Link>
          )}
          {personName !== null && <span className={styles.small}>{personName}</span>}
        </span>
      ),
    },
    {
      key: 'clock',
      header: t('service.complaint.answer'),
      width: 220,
      cell: (contact) => <AnswerCell contact={contact} onAnswer={onAnswer} />,
    },
  ];
}

interface AnswerCellProps {
  readonly contact: ContactRow;
  readonly onAnswer: ((contact: ContactRow) => void) | null;
}

/** The clock of a question, and while nobody has answered the way to answer; nothing for what is no question. */
function AnswerCell({ contact, onAnswer }: AnswerCellProps) {
  const { t } = useTranslation();
  const { clock } = contact;
  if (clock === null) return null;
  return (
    <span className={styles.cell} style={{ gap: 4, alignItems: 'flex-start' }}>
      <ClockBadge clock={clock} />
      {onAnswer !== null && clock.answeredAfterMinutes === null && (
        <Button variant="light" onClick={() => onAnswer(contact)}>
          {t('service.contact.answer')}
        </Button>
      )}
    </span>
  );
}
