/** The basket before the first scan: the shop's name and this shift so far, nothing of the owner's figures. */
import { IconBarcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import styles from './EmptyBasket.module.css';

export function EmptyBasket() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  const shift = useTill(api.shift.current, {}).data?.shift ?? null;
  return (
    <div className={styles.empty}>
      <IconBarcode size={56} className={styles.icon} aria-hidden="true" />
      <div className={styles.shop}>{shop.name}</div>
      <div className={styles.hint}>{t('sale.basket.empty')}</div>
      {shift !== null && (
        <dl className={styles.figures}>
          <div>
            <dt>{t('sale.basket.receiptsOfShift')}</dt>
            <dd className="figures">{format.number(shift.receipts)}</dd>
          </div>
          {shift.netSom !== null && (
            <div>
              <dt>{t('sale.basket.soldInShift')}</dt>
              <dd className="figures">{format.som(shift.netSom)}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
