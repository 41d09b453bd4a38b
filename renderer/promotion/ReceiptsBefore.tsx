/** What the rule would have given on a past day's real receipts, the largest gifts first. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import styles from './Preview.module.css';
import type { Preview } from './usePreview.ts';

const shownReceipts = 5;

export function ReceiptsBefore({ receipts }: { receipts: Preview['receipts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const { day, all, reached, givenSom, largest } = receipts;
  const when = format.relativeDay(day, today);
  return (
    <section aria-label={t('promotion.preview.receipts')}>
      <h3 className={styles.subheading}>{t('promotion.preview.receipts')}</h3>
      <p>
        {all > 0 &&
          reached > 0 &&
          t('promotion.preview.given', { when, sum: format.som(givenSom), count: reached })}
        {all > 0 && reached === 0 && t('promotion.preview.noneReached', { when })}{' '}
        <span className="muted">
          {all === 0
            ? t('promotion.preview.noReceipts', { when })
            : t('promotion.preview.ofAll', { count: all })}
        </span>
      </p>
      {largest.length > 0 && (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{t('promotion.preview.receipt')}</th>
              <th scope="col" className={styles.figure}>
                {t('promotion.preview.net')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('promotion.preview.less')}
              </th>
            </tr>
          </thead>
          <tbody>
            {largest.slice(0, shownReceipts).map((receipt) => (
              <tr key={receipt.saleId}>
                <td className="figures">{receipt.number}</td>
                <td className={`${styles.figure} figures`}>{format.number(receipt.netSom)}</td>
                <td className={`${styles.figure} figures`}>{format.number(-receipt.givenSom)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
