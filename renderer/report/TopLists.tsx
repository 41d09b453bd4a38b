/** Who bought most on the day, and what was bought most. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { CustomerDayLink } from './CustomerDayLink.tsx';
import type { DayReport } from './dayReport.ts';
import styles from './TodayPage.module.css';

export function TopCustomers({ report, isToday }: { report: DayReport; isToday: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <section className={styles.card} aria-label={t('report.topCustomers')}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{t('report.topCustomers')}</h2>
        <CustomerDayLink day={report.day} isToday={isToday} />
      </div>
      {report.customers.length === 0 && <p className={styles.nothing}>{t('report.noCustomers')}</p>}
      <table className={styles.rows}>
        <colgroup>
          <col />
          <col style={{ width: 128 }} />
          <col style={{ width: 124 }} />
          <col style={{ width: 116 }} />
        </colgroup>
        <tbody>
          {report.customers.map((customer) => (
            <tr key={customer.customerId}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => void navigate({ to: `/customers/${customer.customerId}` })}
                >
                  {customer.name === '' ? t('report.unnamed') : customer.name}
                </button>
              </th>
              <td className="muted">
                {customer.visits <= 1
                  ? t('report.firstVisit')
                  : t('report.visit', { count: customer.visits })}
              </td>
              <td className={`${styles.number} figures`}>{format.som(customer.paidSom)}</td>
              <td className={`${styles.number} figures muted`}>
                {t('report.bonusOf', { sum: format.number(customer.bonusSom) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function TopProducts({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.card} aria-label={t('report.topProducts')}>
      <h2 className={styles.title}>{t('report.topProducts')}</h2>
      <table className={styles.rows}>
        <colgroup>
          <col />
          <col style={{ width: 72 }} />
          <col style={{ width: 124 }} />
        </colgroup>
        <tbody>
          {report.products.map((product) => (
            <tr key={product.productId}>
              <th scope="row" title={product.name}>
                {product.name}
              </th>
              <td className={`${styles.number} figures muted`}>
                {format.quantity(product.quantityThousandths)}
              </td>
              <td className={`${styles.number} figures`}>{format.som(product.netSom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
