/** The first row of the day: what was sold, to how many, and how many of them are known. */
import { useTranslation } from 'react-i18next';
import { shareOf } from '../../shared/report/figures.ts';
import { useFormat } from '../app/language.ts';
import { Kpi } from '../ui/Kpi.tsx';
import { changeWords, directionOf, shareWords } from './changeWords.ts';
import type { DayReport } from './dayReport.ts';
import styles from './TodayPage.module.css';

/** Whole percent: a glance takes in no more. */
const rounded = (share: number | null) => (share === null ? null : Math.round(share / 100) * 100);

export function DayKpis({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures, compared } = report;
  const share = rounded(shareOf(figures.receiptsWithCustomer, figures.receipts));
  const shareBefore = rounded(shareOf(compared.receiptsWithCustomer, compared.receipts));
  const written = (rate: number | null) => (rate === null ? '–' : format.percent(rate));
  return (
    <div className={styles.kpis}>
      <Kpi
        isLarge
        title={t('report.net')}
        value={format.number(figures.netSom)}
        change={changeWords(figures.netSom, compared.netSom, format)}
        {...(figures.returnedSom === 0
          ? {}
          : { note: t('report.returned', { sum: format.som(figures.returnedSom) }) })}
        formula={t('report.formula.net')}
      />
      <Kpi
        title={t('report.receipts')}
        value={format.number(figures.receipts)}
        change={changeWords(figures.receipts, compared.receipts, format)}
        formula={t('report.formula.receipts')}
      />
      <Kpi
        title={t('report.average')}
        value={format.number(figures.averageSom)}
        change={shareWords(figures.averageSom, compared.averageSom, format)}
        formula={t('report.formula.average')}
      />
      <Kpi
        title={t('report.withCustomer')}
        value={written(share)}
        {...(shareBefore === null
          ? {}
          : {
              change: {
                words: t('report.before', { value: written(shareBefore) }),
                direction: directionOf((share ?? 0) - shareBefore),
              },
            })}
        formula={t('report.formula.withCustomer')}
      />
      <Kpi
        title={t('report.newCustomers')}
        value={format.number(figures.newCustomers)}
        change={changeWords(figures.newCustomers, compared.newCustomers, format)}
        note={t('report.returning', { count: figures.returningCustomers })}
        formula={t('report.formula.newCustomers')}
      />
    </div>
  );
}
