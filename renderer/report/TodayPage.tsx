/** The owner's day at a glance, against the same weekday of last week up to the same minute. */
import { ActionIcon, Button } from '@mantine/core';
import { IconBasket, IconCalendarStats, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type BusinessDay, defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AttentionHint } from './AttentionList.tsx';
import { BonusAndCoupons } from './BonusAndCoupons.tsx';
import { CustomerDayLink } from './CustomerDayLink.tsx';
import { drawnHours, reachedHours } from './chartHours.ts';
import { DayKpis } from './DayKpis.tsx';
import type { DayReport } from './dayReport.ts';
import { HourChart } from './HourChart.tsx';
import styles from './TodayPage.module.css';
import { TopCustomers, TopProducts } from './TopLists.tsx';

export function TodayPage() {
  const { businessDay } = useSession().shop;
  // Null follows the running day past midnight.
  const [day, setDay] = useState<BusinessDay | null>(null);
  const { data, error } = useTill(api.report.today, { day }, { keepsLast: true });
  if (data === undefined) return <ErrorAnswer error={error} />;
  return (
    <div className={styles.today}>
      <div className={styles.head}>
        <DayHeader report={data} today={businessDay} onDay={setDay} />
        <AttentionHint />
        <ErrorAnswer error={error} />
      </div>
      {data.figures.receipts === 0 && data.hours.length === 0 ? (
        <NoSales day={data.day} isToday={data.day >= businessDay} />
      ) : (
        <>
          <DayKpis report={data} />
          <div className={styles.upper}>
            <Hours report={data} />
            <BonusAndCoupons report={data} />
          </div>
          <div className={styles.middle}>
            <TopCustomers report={data} isToday={data.day >= businessDay} />
            <TopProducts report={data} />
          </div>
        </>
      )}
    </div>
  );
}

interface DayHeaderProps {
  report: DayReport;
  today: BusinessDay;
  onDay: (day: BusinessDay | null) => void;
}

function DayHeader({ report, today, onDay }: DayHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, comparedDay, comparedUntil } = report;
  const isToday = day >= today;
  const named = format.dayWithWeekday(day);
  const compared = format.dayWithWeekday(comparedDay);
  const next = addDays(day, 1);
  return (
    <PageHeader
      title={isToday ? t('report.todayTitle', { day: named }) : named}
      note={
        comparedUntil === null
          ? t('report.comparedWith', { day: compared })
          : t('report.comparedUntil', { day: compared, time: format.time(comparedUntil) })
      }
    >
      <ActionIcon
        variant="default"
        aria-label={t('report.dayBefore')}
        onClick={() => onDay(addDays(day, -1))}
      >
        <IconChevronLeft aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('report.dayAfter')}
        disabled={isToday}
        onClick={() => onDay(next >= today ? null : next)}
      >
        <IconChevronRight aria-hidden="true" />
      </ActionIcon>
    </PageHeader>
  );
}

function Hours({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { comparedUntil } = report;
  const isRunning = comparedUntil !== null;
  const hours = drawnHours(report.hours);
  return (
    <section className={styles.card} aria-label={t('report.hours')}>
      <h2 className={styles.title}>{t('report.hours')}</h2>
      <HourChart
        hours={hours}
        reached={reachedHours(
          hours,
          comparedUntil === null ? null : localTimeOf(comparedUntil, defaultTimeZone).hour,
        )}
        dayLabel={isRunning ? t('report.today') : format.dayAndMonth(report.day)}
        comparedLabel={format.dayWithWeekday(report.comparedDay)}
      />
    </section>
  );
}

function NoSales({ day, isToday }: { day: BusinessDay; isToday: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<IconCalendarStats size={48} />}
      title={isToday ? t('report.noSalesToday') : t('report.noSales')}
      {...(isToday ? { hint: t('report.noSalesHint') } : {})}
      action={
        <>
          {isToday && (
            <Button
              leftSection={<IconBasket size={20} aria-hidden="true" />}
              onClick={() => void navigate({ to: '/' })}
            >
              {t('ui.nav.sell')}
            </Button>
          )}
          <CustomerDayLink day={day} isToday={isToday} />
        </>
      }
    />
  );
}
