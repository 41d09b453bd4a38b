/** What is owed by how late it is: one bar of five parts and a figure under each. */
import { useTranslation } from 'react-i18next';
import type { DebtAge } from '../../shared/credit/debt.ts';
import type { Som } from '../../shared/money.ts';
import { useFormat } from '../app/language.ts';
import styles from './AgeingBar.module.css';

export interface AgeingBarProps {
  readonly ageing: readonly { readonly age: DebtAge; readonly openSom: Som; readonly debts: number }[];
}

export function AgeingBar({ ageing }: AgeingBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.card} aria-label={t('credit.ageing.label')}>
      <div className={styles.bar} aria-hidden="true">
        {ageing
          .filter(({ openSom }) => openSom > 0)
          .map(({ age, openSom }) => (
            <div key={age} className={`${styles.part} ${styles[age]}`} style={{ flexGrow: openSom }} />
          ))}
      </div>
      <dl className={styles.figures}>
        {ageing.map(({ age, openSom, debts }) => (
          <div key={age}>
            <dt>
              <span className={`${styles.mark} ${styles[age]}`} aria-hidden="true" />
              {t(`credit.ageing.${age}`)}
            </dt>
            <dd>
              <strong className="figures">{format.number(openSom)}</strong>
              <span className={styles.count}>{t('credit.ageing.debts', { count: debts })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
