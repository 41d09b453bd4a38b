/** Instant cards on an A4 sheet, two beside each other in the size of a bank card, to be cut out. */
import { useTranslation } from 'react-i18next';
import { CodeImage } from '../../ui/CodeImage.tsx';
import styles from './CardSheet.module.css';

export function CardSheet({ shopName, numbers }: { shopName: string; numbers: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.sheet}>
      {numbers.map((number) => (
        <li key={number} className={styles.card}>
          <strong>{shopName}</strong>
          <span>{t('customer.cardTitle')}</span>
          <CodeImage kind="ean13" data={number} caption={number} />
        </li>
      ))}
    </ul>
  );
}
