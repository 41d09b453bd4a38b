/** The columns of lists of complaints. */
import { useTranslation } from 'react-i18next';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import type { Column } from '../ui/DataTable.tsx';
import { ComplaintPromise } from './ComplaintPromise.tsx';
import { ComplaintState } from './ComplaintState.tsx';
import styles from './service.module.css';

export function useComplaintColumns(): readonly Column<ComplaintSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: 'number',
      header: '№',
      width: 64,
      cell: ({ number }) => <span className="figures">{number}</span>,
    },
    {
      key: 'words',
      header: t('service.complaint.one'),
      cell: ({ words, topic, productName }) => (
        <span className={styles.cell}>
          <strong className={styles.cellWords}>{words === '' ? '–' : words}</strong>
          <span className={styles.small}>
            {t(`service.topic.${topic}`)}
            {productName !== null && ` · ${textIn(productName, language)}`}
          </span>
        </span>
      ),
    },
    {
      key: 'customer',
      header: t('customer.customer'),
      width: 170,
      cell: ({ customer, reach, openedAt }) => (
        <span className={styles.cell}>
          <span>{customer === null ? reach || '–' : customer.name || t('customer.noName')}</span>
          <span className={`${styles.small} figures`}>{format.moment(openedAt)}</span>
        </span>
      ),
    },
    {
      key: 'owner',
      header: t('service.complaint.owner'),
      width: 130,
      cell: ({ owner }) => owner?.name ?? <span className="muted">{t('service.complaint.nobody')}</span>,
    },
    {
      key: 'state',
      header: t('service.complaint.answer'),
      width: 260,
      cell: (complaint) => (
        <span className={styles.cell} style={{ gap: 4, alignItems: 'flex-start' }}>
          <ComplaintState {...complaint} />
          <ComplaintPromise {...complaint} />
        </span>
      ),
    },
  ];
}
