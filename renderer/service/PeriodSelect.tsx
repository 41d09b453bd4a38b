/** The days that figures are counted over: the last so many, today among them. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { useSession } from '../app/session.tsx';

const lengths = ['7', '30', '90', '365'] as const;
type Length = (typeof lengths)[number];

export interface Period {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly days: Length;
  readonly choose: (days: Length) => void;
}

export function usePeriod(): Period {
  const today = useSession().shop.businessDay;
  const [days, choose] = useState<Length>('30');
  return { from: addDays(today, 1 - Number(days)), to: today, days, choose };
}

export function PeriodSelect({ period }: { period: Period }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('service.period.label')}
      style={{ flex: 'none' }}
      data={lengths.map((days) => ({
        value: days,
        label: days === '365' ? t('service.period.year') : t('service.period.days', { count: Number(days) }),
      }))}
      value={period.days}
      onChange={period.choose}
    />
  );
}
