/** A series in five figures: how many coupons are out, how many came back, what they brought and what they cost. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { Kpi } from '../ui/Kpi.tsx';
import styles from './SeriesPage.module.css';
import type { SeriesReport } from './seriesReport.ts';
import { usedRate } from './usedRate.ts';

export function SeriesFigures({ report }: { report: SeriesReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = usedRate(report.issued, report.redeemed);
  const isManyTimes = report.redeemed > report.issued;
  const rateNote = rate === null ? (isManyTimes ? t('coupon.rateUnknown') : '–') : format.percent(rate);
  return (
    <div className={styles.figures}>
      <Kpi
        title={t('coupon.issued')}
        value={format.number(report.issued)}
        note={t('coupon.openNow', { open: format.number(report.open) })}
        formula={t('coupon.formula.issued')}
      />
      <Kpi
        title={t('coupon.redeemed')}
        value={format.number(report.redeemed)}
        note={rateNote}
        formula={t('coupon.formula.redeemed')}
      />
      <Kpi
        title={t('coupon.lost')}
        value={format.number(report.expired)}
        note={t('coupon.voidedCount', { voided: format.number(report.voided) })}
        formula={t('coupon.formula.lost')}
      />
      <Kpi
        title={t('coupon.brought')}
        value={format.number(report.broughtSom)}
        note={t('coupon.newCustomers', { count: report.newCustomers })}
        formula={t('coupon.formula.brought')}
      />
      <Kpi
        title={t('coupon.cost')}
        value={format.number(report.costSom)}
        note={
          report.broughtSom > 0
            ? t('coupon.costPart', {
                rate: format.percent(Math.round((report.costSom * 10_000) / report.broughtSom)),
              })
            : '–'
        }
        formula={t('coupon.formula.cost')}
      />
    </div>
  );
}
