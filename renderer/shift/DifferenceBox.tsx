/** Whether a count was right: exact, too little or too much, large enough to be seen from a step away. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import styles from './shift.module.css';

export function DifferenceBox({ differenceSom }: { differenceSom: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = differenceSom === 0 ? 'exact' : differenceSom < 0 ? 'shortage' : 'surplus';
  return (
    <div role="status" className={`${styles.result} ${differenceSom === 0 ? styles.exact : styles.wrong}`}>
      <span>{t(`shift.${words}`)}</span>
      <span className={`${styles.difference} figures`}>{format.signedSom(differenceSom)}</span>
    </div>
  );
}
