/** The shop's coupon series with what became of their coupons, and the fate of any single coupon. */
import { Badge, Button, Paper, Stack } from '@mantine/core';
import { IconPlus, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { CouponLook } from './CouponLook.tsx';
import styles from './CouponsPage.module.css';
import { type CouponSeries, SeriesDrawer } from './SeriesDrawer.tsx';
import { useSeriesWords } from './seriesWords.ts';

export function CouponsPage() {
  const { t } = useTranslation();
  const mayChange = useMay('coupon.change');
  const { data, error } = useTill(api.coupon.series, {});
  const [edited, setEdited] = useState<CouponSeries | 'new' | null>(null);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('coupon.newSeries')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('ui.nav.coupons')} note={t('coupon.note')}>
        {add}
      </PageHeader>
      <ErrorAnswer error={error} />
      <div className={styles.columns}>
        <Stack gap="md">
          {data?.series.map((series) => (
            <SeriesCard key={series.id} series={series} onEdit={mayChange ? () => setEdited(series) : null} />
          ))}
          {data?.series.length === 0 && (
            <EmptyState
              icon={<IconTicket size={48} />}
              title={t('coupon.empty')}
              hint={t('coupon.emptyHint')}
              action={add}
            />
          )}
        </Stack>
        <CouponLook />
      </div>
      <SeriesDrawer edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

function SeriesCard({ series, onEdit }: { series: CouponSeries; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const wordsOf = useSeriesWords();
  const rate =
    series.issued === 0 ? null : Math.round((series.redeemed * 10_000) / series.issued / 100) * 100;
  return (
    <Paper>
      <div className={styles.head}>
        <h2 className={styles.name}>{textIn(series.name, language)}</h2>
        <Badge color={series.isGiven ? 'green' : 'gray'}>
          {series.isGiven ? t('coupon.isGiven') : t('coupon.isStopped')}
        </Badge>
        {onEdit !== null && (
          <Button className={styles.edit} variant="default" onClick={onEdit}>
            {t('common.edit')}
          </Button>
        )}
      </div>
      <p className={styles.sentence}>{wordsOf(series)}</p>
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
      </dl>
    </Paper>
  );
}
