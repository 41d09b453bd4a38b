/** The first row of a month: net sales, VAT inside them, the margin, money that came in, and what was spent. */
import { useTranslation } from 'react-i18next';
import { som, sumOf } from '../../shared/money.ts';
import type { MonthFigures } from '../../shared/report/monthFigures.ts';
import { useFormat } from '../app/language.ts';
import { Kpi } from '../ui/Kpi.tsx';
import styles from './MonthPage.module.css';

export function MonthKpis({ figures }: { figures: MonthFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { margin } = figures;
  const vatSom = sumOf(figures.vat, (row) => som(row.soldVatSom - row.backVatSom));
  const back = figures.returns.sumSom + figures.looseReturns.sumSom;
  return (
    <div className={styles.kpis}>
      <Kpi
        isLarge
        title={t('report.net')}
        value={format.number(figures.netSom)}
        note={
          back === 0
            ? t('report.month.receipts', { count: figures.receipts })
            : t('report.returned', { sum: format.som(back) })
        }
        formula={t('report.month.formula.sales')}
      />
      <Kpi
        title={t('report.month.vatInside')}
        value={format.number(vatSom)}
        formula={t('report.month.formula.vat')}
      />
      <Kpi
        title={t('report.month.margin')}
        value={margin.marginBasisPoints === null ? '–' : format.number(margin.marginSom)}
        note={
          margin.marginBasisPoints === null
            ? t('report.month.noCosts')
            : t('report.month.ofKnownSales', { percent: format.percent(margin.marginBasisPoints) })
        }
        formula={t('report.month.formula.margin')}
      />
      <Kpi
        title={t('report.month.block.money')}
        value={format.number(sumOf(figures.money, (row) => row.totalSom))}
        formula={t('report.month.formula.money')}
      />
      <Kpi
        title={t('report.month.block.expenses')}
        value={format.number(figures.expenses.totalSom)}
        formula={t('report.month.formula.expenses')}
      />
    </div>
  );
}
