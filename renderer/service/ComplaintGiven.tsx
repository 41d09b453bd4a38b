/** What was given as an apology: how much, by whom, and who stood for it. */
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import type { Complaint } from '../../shared/service/complaintContract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { Section } from '../ui/Section.tsx';
import styles from './service.module.css';

/** Nothing where nothing was given. */
export function ComplaintGiven({ complaint: { compensations } }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  if (compensations.length === 0) return null;
  return (
    <Section title={t('service.apology.given')}>
      <ul className={styles.steps}>
        {compensations.map((given) => (
          <li key={`${given.givenAt} ${given.couponCode}`} className={styles.cell}>
            <strong className="figures">
              {given.kind === 'bonus'
                ? t('service.apology.bonusOf', { sum: format.som(given.amountSom ?? 0) })
                : textIn(given.seriesName ?? {}, language)}
            </strong>
            {given.couponCode !== null && <span className="figures">{formatCode(given.couponCode)}</span>}
            <span className={styles.small}>
              {format.moment(given.givenAt)} · {given.person.name}
              {given.approver !== null && ` + ${given.approver.name}`}
              {given.isAlone && ` · ${t('service.apology.alone')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
