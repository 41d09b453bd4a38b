/** One series in the list: its name, its rule as a sentence, and how many coupons are out and came back. */
import { Badge, Paper } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import styles from './CouponsPage.module.css';
import { usedRate } from './usedRate.ts';

export function SeriesCard({ series }: { series: CouponSeriesRow }) {
  const language = useLanguage();
  const givingWords = useGivingWords();
  const mayOpen = useMay('report.promotions');
  return (
    <Paper className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          {mayOpen ? (
            <Link className={styles.link} to="/coupons/series/$seriesId" params={{ seriesId: series.id }}>
              {textIn(series.name, language)}
            </Link>
          ) : (
            textIn(series.name, language)
          )}
        </h2>
        {series.partnerName !== null && <Badge color="gray">{series.partnerName}</Badge>}
        <GivenBadge isGiven={series.isGiven} />
      </div>
      <p className={styles.sentence}>
        {textIn(series.sentence, language)}
        <span className={`muted ${styles.giving}`}>{givingWords(series)}</span>
      </p>
      <Figures series={series} />
    </Paper>
  );
}

/** How coupons of a series come to customers. */
export function useGivingWords(): (series: CouponSeriesRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ content: { giving, codes, usedAt } }) => {
    if (giving.kind === 'everySale') return t('coupon.givenWith', { sum: format.som(giving.fromSom) });
    return codes.kind === 'own' || usedAt === 'partner'
      ? t('coupon.givenByHand')
      : t('coupon.givenByPartner');
  };
}

export function GivenBadge({ isGiven }: { isGiven: boolean }) {
  const { t } = useTranslation();
  return (
    <Badge color={isGiven ? 'green' : 'gray'}>{isGiven ? t('coupon.isGiven') : t('coupon.isStopped')}</Badge>
  );
}

function Figures({ series }: { series: CouponSeriesRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = usedRate(series.issued, series.redeemed);
  return (
    <dl className={styles.figures}>
      <div>
        <dt className="muted">{t('coupon.issued')}</dt>
        <dd className="figures">{format.number(series.issued)}</dd>
      </div>
      <div>
        <dt className="muted">{t('coupon.redeemed')}</dt>
        <dd className="figures">
          {format.number(series.redeemed)}
          {rate !== null && <span className="muted"> · {format.percent(rate)}</span>}
        </dd>
      </div>
      <div>
        <dt className="muted">{t('coupon.spent')}</dt>
        <dd className="figures">{format.number(series.spentSom)}</dd>
      </div>
    </dl>
  );
}
