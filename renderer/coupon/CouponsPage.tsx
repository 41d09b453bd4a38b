/** The shop's coupon series with what became of their coupons, and the fate of any single coupon. */
import { Button, Stack } from '@mantine/core';
import { IconPlus, IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CouponLook } from './CouponLook.tsx';
import styles from './CouponsPage.module.css';
import { CouponTabs } from './CouponTabs.tsx';
import { SeriesCard } from './SeriesCard.tsx';
import { SeriesDrawer } from './SeriesDrawer.tsx';

export function CouponsPage() {
  const { t } = useTranslation();
  const mayChange = useMay('coupon.change');
  const { data, error } = useTill(api.coupon.series, {});
  const [isNew, setNew] = useState(false);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('coupon.newSeries')}
    </Button>
  );
  return (
    <>
      <CouponTabs open="series">{add}</CouponTabs>
      <ErrorAnswer error={error} />
      <div className={styles.columns}>
        <Stack gap="md">
          {data?.series.map((series) => (
            <SeriesCard key={series.id} series={series} />
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
      <SeriesDrawer edited={isNew ? 'new' : null} onClose={() => setNew(false)} />
    </>
  );
}
