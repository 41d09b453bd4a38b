/** What a cashier should not do with coupons, or only rarely: counted with the receipts to look at, and never accused. */
import { Paper, Stack } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './SeriesPage.module.css';
import type { SeriesReport } from './seriesReport.ts';

type Sign = SeriesReport['signs'][number];

export function SeriesSigns({ signs }: { signs: readonly Sign[] }) {
  const { t } = useTranslation();
  if (signs.length === 0) {
    return <EmptyState icon={<IconEyeCheck size={48} />} title={t('coupon.sign.none')} />;
  }
  return (
    <Stack gap="md">
      <div className="muted">{t('coupon.sign.hint')}</div>
      {signs.map((sign) => (
        <OneSign key={`${sign.kind} ${sign.personName}`} sign={sign} />
      ))}
    </Stack>
  );
}

function OneSign({ sign }: { sign: Sign }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Paper className={styles.sign}>
      <strong>{t(`coupon.sign.kind.${sign.kind}`)}</strong>
      <span className="figures">{t('coupon.sign.times', { count: sign.count })}</span>
      <span>{sign.personName}</span>
      <span />
      <div className={styles.receipts}>
        {sign.receipts.map(({ saleId, number, usedAt }) => (
          <Link key={saleId} to="/receipts/{-$saleId}" params={{ saleId }}>
            {t('coupon.sign.receipt', { number, at: format.moment(usedAt) })}
          </Link>
        ))}
      </div>
    </Paper>
  );
}
